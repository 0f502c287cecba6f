"""Mistakes that parsers make time and again and the words themselves disprove, put right before anything reads them."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from quoteservice.lexicon import media, roles
from quoteservice.lexicon.names import whole_names
from quoteservice.lexicon.tables import word_set
from quoteservice.model import Arc, Document, Token
from quoteservice.search.names import given_in_case, is_bare_given, names, on_platform

TIME = word_set("time", "words")
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
Draw = Callable[[int], Sequence[Arc]]
"""What gives the arcs of a sentence."""
NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
FARTHEST_OWNER = 12
LONG_VOWEL_T = ("át", "ét", "ót", "őt", "út", "űt")
"""Hardly any name ends in these by itself."""


def repaired(document: Document) -> Document:
    """The document with the subjects, objects and names that its words tell; texts and offsets stay as they are."""
    found = names(document)
    ends = {entity.last - 1 for entity in found if entity.label == "PER" and entity.last - entity.first > 1}
    tokens = list(document.tokens)
    for token in document.tokens:
        if token.upos == "ADV" and token.text in whole_names():
            tokens[token.index] = token._replace(upos="PROPN", feats={"Case": "Nom", "Number": "Sing"})
        elif token.upos in MISTAKEN and _bare_role(document.tokens, token):
            tokens[token.index] = token._replace(upos="NOUN", feats={"Case": "Nom", "Number": "Sing"})
        elif _is_field(document.tokens, token):
            tokens[token.index] = _in_case(token._replace(upos="NOUN"), "Cau")
        elif _speaks(document.tokens, token):
            tokens[token.index] = _in_case(token, "Nom")
        elif _lost_its_case(token):
            tokens[token.index] = _in_case(token, "Acc")
        elif token.text in MISREAD or token.upos == "PROPN":
            tokens[token.index] = _issued(document.tokens, _former(document.tokens, _in_nominative(token)))
    nominatives = frozenset(at for at, token in enumerate(tokens) if token is not document.tokens[at])
    drawn, accusatives = partial(_subjects, document, nominatives), set()
    for at in [at for at, token in enumerate(tokens) if token.upos == "PROPN" and token.feats.get("Case") == "Nom"]:
        tokens[at] = _on_page(tokens[at])
        if _tells_accusative(document, tokens[at], at in ends, drawn):
            tokens[at] = _in_case(tokens[at], "Acc")
            accusatives.add(at)
    arcs = partial(_objects, document.sentences, frozenset(accusatives), drawn)
    return replace(document, tokens=tuple(tokens), entities=found, arcs=arcs)


def _in_case(token: Token, case: str) -> Token:
    return token._replace(feats={**token.feats, "Case": case})


def _in_nominative(token: Token) -> Token:
    """*figyelmeztet az Infostart*, *jelezte Tuba Menyhért*, *közölte Michel*: a bare name that ends like a case."""
    case = token.feats.get("Case")
    misread = token.text in PRESS and case == "Acc"
    named = token.upos == "PROPN" and case not in (None, "Nom")
    bare = named and (is_bare_given(token) or (case == "Ins" and not INSTRUMENTAL.search(token.text)))
    return _in_case(token, "Nom") if misread or bare else token


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


def _on_page(token: Token) -> Token:
    """*a polgármester Facebook-oldalán*: no name but a noun in the case of its ending, and someone's."""
    if not on_platform(token):
        return token
    found = media.medium_of(token.text)
    case = found[1] if found is not None else "Nom"
    return token._replace(upos="NOUN", feats={**token.feats, "Case": case, "Number[psor]": "Sing"})


def _tells_accusative(document: Document, token: Token, ends_person: bool, drawn: Draw) -> bool:
    """*idézte Tuba Pált*, *idézte Ondrušovát*: a name that its last letters put into the accusative is in it."""
    if token.upos != "PROPN" or not token.text.endswith("t") or token.feats.get("Case") != "Nom":
        return False
    if ends_person and given_in_case(token, "Acc"):
        return True
    first, _ = document.sentences[token.sentence]
    return token.text.endswith(LONG_VOWEL_T) and drawn(token.sentence)[token.index - first][1] == "obj"


def _subjects(document: Document, nominatives: frozenset[int], sentence: int) -> Sequence[Arc]:
    """The arcs of a sentence with the subjects that its words tell.

    *Kövesdi Ármin péntek reggel bejelentette*: the day is no subject, the noun that hangs on it is.
    """
    first, last = document.sentences[sentence]
    arcs, tokens = document.arcs(sentence), document.tokens
    days = [at for at, (_, dep) in enumerate(arcs, first) if dep[:5] == "nsubj" and tokens[at].text.lower() in TIME]
    objects = [at for at in nominatives if first <= at < last and arcs[at - first][1] == "obj"]
    next_to = [at for at, (head, dep) in enumerate(arcs, first) if dep == "nmod:att" and head == at + 1 and at > first]
    parted = [at for at in next_to if _no_attribute(document, arcs, first, at)]
    if not (days or objects or parted):
        return arcs
    out = list(arcs)
    for at in parted:
        out[at - first] = (out[at + 1 - first][0], "nsubj")
    for at in days:
        before = range(max(first, at - FARTHEST_OWNER), at)
        owner = next((i for i in before if arcs[i - first][0] == at and _may_own(tokens[i])), None)
        if owner is not None:
            out[owner - first], out[at - first] = (arcs[at - first][0], "nsubj"), (arcs[at - first][0], "obl")
    for at in objects:
        out[at - first] = (out[at - first][0], "nsubj")
    return out


def _no_attribute(document: Document, arcs: Sequence[Arc], first: int, at: int) -> bool:
    """*A polgármester levelet írt*: a nominative before a noun that nobody owns belongs to the verb."""
    tokens = document.tokens
    noun, owned = tokens[at], tokens[at + 1]
    if noun.upos != "NOUN" or noun.feats.get("Case") != "Nom":
        return False
    if owned.feats.get("Case", "Nom") == "Nom" or "Number[psor]" in owned.feats or roles.of_token(owned) is not None:
        return False
    verb, role = arcs[at + 1 - first][0], roles.role_of(noun.lemma)
    led = tokens[at - 1].text.lower() in {"a", "az"} and role is not None and role.kind in roles.SAYERS
    if not led or tokens[verb].feats.get("VerbForm") != "Fin":
        return False
    return not any(governor == verb and label.startswith("nsubj") for governor, label in arcs)


def _may_own(token: Token) -> bool:
    return token.upos in NOMINAL and token.feats.get("Case") == "Nom" and token.text[0].isupper()


def _objects(
    sentences: Sequence[tuple[int, int]], accusatives: frozenset[int], drawn: Draw, sentence: int
) -> Sequence[Arc]:
    """The arcs of a sentence in which no accusative is a subject."""
    first, last = sentences[sentence]
    arcs = drawn(sentence)
    if accusatives.isdisjoint(range(first, last)):
        return arcs
    return [
        (head, "obj") if at in accusatives and dep.startswith("nsubj") else (head, dep)
        for at, (head, dep) in enumerate(arcs, first)
    ]
