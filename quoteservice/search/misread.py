"""Words that a tagger misreads time and again, read as their letters and their neighbours tell."""

import re
from collections.abc import Sequence

from quoteservice.lexicon import roles
from quoteservice.lexicon.names import whole_names
from quoteservice.lexicon.tables import word_set
from quoteservice.model import Token
from quoteservice.search.names import is_bare_given

PRESS = word_set("groups", "press")
ISSUED = frozenset({
    "közölt", "kiadott", "közzétett", "küldött", "elküldött", "megküldött", "írt", "készített", "végzett", "publikált",
    "ismertetett", "bemutatott", "eljuttatott", "ír",
})  # fmt: skip
"""Verb forms that are attributes as well; *egy friss ír kutatás*."""
MISREAD = PRESS | ISSUED | {"volt"}
MISTAKEN = frozenset({"NOUN", "ADV", "ADJ", "VERB"})
ARTICLES = frozenset({"a", "az", "egy"})
LIKE_ANOTHER = frozenset({"követ", "apát"})
"""Role nouns that are also the accusative of another noun."""
INSTRUMENTAL = re.compile(r"(?:v|(\w)\1|ssz|zzs|ccs|ggy|tty|nny|lly)[ae]l$")
"""*-val, -vel* and what they become behind a consonant."""
OWNED_ACT = re.compile(r"(\w+[áé]s)(a|e|uk|ük)$")


def read(tokens: Sequence[Token], token: Token) -> Token:
    """One of `tokens` with the class, case and person that it has there; the same object where nothing is wrong."""
    if token.upos == "ADV" and token.text in whole_names():
        return token._replace(upos="PROPN", feats={"Case": "Nom", "Number": "Sing"})
    if token.upos in MISTAKEN and _bare_role(tokens, token):
        return token._replace(upos="NOUN", feats={"Case": "Nom", "Number": "Sing"})
    if token.upos == "VERB":
        return _issued(tokens, _former(tokens, _act_of(tokens, _of_them(token))))
    if _is_field(tokens, token):
        return in_case(token._replace(upos="NOUN"), "Cau")
    if _speaks(tokens, token):
        return in_case(token, "Nom")
    if _lost_its_case(token):
        return in_case(token, "Acc")
    misread = token.text in MISREAD or token.upos == "PROPN"
    return _issued(tokens, _former(tokens, _in_nominative(token))) if misread else token


def in_case(token: Token, case: str) -> Token:
    """The token in another case."""
    return token._replace(feats={**token.feats, "Case": case})


def _in_nominative(token: Token) -> Token:
    """*figyelmeztet az Infostart*, *jelezte Tuba Menyhért*, *közölte Michel*: a bare name that ends like a case."""
    case = token.feats.get("Case")
    misread = token.text in PRESS and case == "Acc"
    named = token.upos == "PROPN" and case not in (None, "Nom")
    bare = named and (is_bare_given(token) or (case == "Ins" and not INSTRUMENTAL.search(token.text)))
    return in_case(token, "Nom") if misread or bare else token


def _lost_its_case(token: Token) -> bool:
    """*professzort* taken for a nominative: it is its lemma with the ending of an object."""
    if token.upos != "NOUN" or token.feats.get("Case") != "Nom" or not token.text.endswith("t"):
        return False
    return token.lemma != token.text and token.text.removeprefix(token.lemma) in ("t", "ot", "et", "öt", "at")


def _speaks(tokens: Sequence[Token], token: Token) -> bool:
    """*Moirot azt mondta*: two objects side by side are none, so the name is the subject."""
    if token.upos != "PROPN" or token.feats.get("Case") != "Acc" or token.index + 1 >= len(tokens):
        return False
    return tokens[token.index + 1].text == "azt"


def _bare_role(tokens: Sequence[Token], token: Token) -> bool:
    """*a dékán*, *mondta a sértett*: a listed noun as the list has it, though it ends like one in a case or a verb."""
    if token.upos == "VERB":
        misread = token.index > 0 and tokens[token.index - 1].text.lower() in ARTICLES
    else:
        misread = token.feats.get("Case", "Nom" if token.upos == "NOUN" else "") != "Nom"
    return misread and token.text in roles.index() and token.text not in LIKE_ANOTHER


def _of_them(token: Token) -> Token:
    """*Beszéltek arról is*: they did; *ti beszéltek*, written alike, is rare where news is told."""
    you = token.feats.get("Person") == "2" and token.feats.get("Number") == "Plur"
    told = you and token.text.endswith("tek")
    return token._replace(feats={**token.feats, "Person": "3", "Mood": "Ind", "Tense": "Past"}) if told else token


def _act_of(tokens: Sequence[Token], token: Token) -> Token:
    """*Előrejelzésük szerint*: before a postposition stands no verb but what somebody did."""
    before = token.index + 1 < len(tokens) and tokens[token.index + 1].text == "szerint"
    found = OWNED_ACT.match(token.text.lower()) if before else None
    if found is None:
        return token
    owners = "Plur" if found[2].endswith("k") else "Sing"
    feats = {"Case": "Nom", "Number": "Sing", "Number[psor]": owners, "Person[psor]": "3"}
    return token._replace(upos="NOUN", lemma=found[1], feats=feats)


def _is_field(tokens: Sequence[Token], token: Token) -> bool:
    """*Tuba Pál Sportért felelős államtitkár*: written like a name, it is what the office is for."""
    named = token.upos == "PROPN" and token.text.endswith("ért")
    return named and token.index + 1 < len(tokens) and tokens[token.index + 1].text == "felelős"


def _former(tokens: Sequence[Token], token: Token) -> Token:
    """*az iskola volt igazgatója*: an attribute before a role, no verb."""
    at = token.index
    if token.text != "volt" or token.upos not in ("VERB", "AUX") or not 0 < at < len(tokens) - 1:
        return token
    role = roles.of_token(tokens[at + 1])
    attribute = role is not None and role.kind == "person" and tokens[at - 1].upos in ("NOUN", "PROPN", "DET")
    owned = tokens[at - 1].upos == "DET" or "Number[psor]" in tokens[at + 1].feats
    return token._replace(upos="ADJ", feats={"Case": "Nom"}) if attribute and owned else token


def _issued(tokens: Sequence[Token], token: Token) -> Token:
    """*a hivatal csütörtökön közölt becslése*: before a thing that someone owns it is a participle, no verb."""
    if token.text not in ISSUED or token.upos not in ("VERB", "NOUN"):
        return token
    at, behind = token.index, tokens[token.index + 1 : token.index + 3]
    noun = next((other for other in behind if other.upos != "ADJ"), None)
    if noun is None or noun.upos != "NOUN":
        return token
    led = at > 0 and tokens[at - 1].text.lower() in ARTICLES
    led = led or (at > 1 and tokens[at - 2].text.lower() in ARTICLES and tokens[at - 1].upos in ("ADV", "ADJ"))
    attribute = led or "Number[psor]" in noun.feats  # a hivatalosan közölt adatok
    return token._replace(upos="ADJ", feats={"Case": "Nom", "VerbForm": "PartPast"}) if attribute else token
