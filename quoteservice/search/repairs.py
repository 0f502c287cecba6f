"""Mistakes that parsers make time and again and the words themselves disprove, put right before anything reads them."""

from dataclasses import replace

from quoteservice.lexicon import media
from quoteservice.lexicon.tables import word_set
from quoteservice.model import Document, NamedEntity, Token
from quoteservice.search.names import given_in_case, names, on_platform

TIME = word_set("time", "words")
PRESS = word_set("groups", "press")
NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
FARTHEST_OWNER = 12
LONG_VOWEL_T = ("át", "ét", "ót", "őt", "út", "űt")
"""Hardly any name ends in these by itself."""


def repaired(document: Document) -> Document:
    """The document with the subjects and names that its words tell; texts and offsets stay as they are."""
    found = names(document)
    tokens = tuple(_on_page(_in_nominative(token)) for token in _subjects(document.tokens))
    return replace(document, tokens=_objects(tokens, found), entities=found)


def _in_nominative(token: Token) -> Token:
    """*figyelmeztet az Infostart*: the bare name of a known medium, though it ends like an accusative."""
    if token.feats.get("Case") != "Acc" or token.text not in PRESS:
        return token
    return replace(token, feats={**token.feats, "Case": "Nom"}, dep="nsubj" if token.dep == "obj" else token.dep)


def _on_page(token: Token) -> Token:
    """*a polgármester Facebook-oldalán*: a noun in the case of its ending, and someone's."""
    if token.upos != "PROPN" or not on_platform(token) or token.feats.get("Case") != "Nom":
        return token
    found = media.medium_of(token.text)
    case = found[1] if found is not None else "Nom"
    return replace(token, upos="NOUN", feats={**token.feats, "Case": case, "Number[psor]": "Sing"})


def _objects(tokens: tuple[Token, ...], found: tuple[NamedEntity, ...]) -> tuple[Token, ...]:
    """*idézte Tuba Pált*, *idézte Čaputovát*: a name that its last letters put into the accusative is in it."""
    ends = {entity.last - 1 for entity in found if entity.label == "PER" and entity.last - entity.first > 1}
    return tuple(_in_accusative(token) if _tells_accusative(token, token.index in ends) else token for token in tokens)


def _tells_accusative(token: Token, ends_person: bool) -> bool:
    if token.upos != "PROPN" or token.feats.get("Case") != "Nom" or not token.text.endswith("t"):
        return False
    return (ends_person and given_in_case(token, "Acc")) or (token.dep == "obj" and token.text.endswith(LONG_VOWEL_T))


def _in_accusative(token: Token) -> Token:
    return replace(
        token, feats={**token.feats, "Case": "Acc"}, dep="obj" if token.dep.startswith("nsubj") else token.dep
    )


def _subjects(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """*Kövesdi Ármin péntek reggel bejelentette*: the day is no subject, the noun that hangs on it is."""
    out = list(tokens)
    for token in tokens:
        if not token.dep.startswith("nsubj") or token.text.lower() not in TIME:
            continue
        before = tokens[max(0, token.index - FARTHEST_OWNER) : token.index]
        owner = next((t for t in before if _hangs_on(t, token)), None)
        if owner is not None:
            out[owner.index] = replace(owner, head=token.head, dep="nsubj")
            out[token.index] = replace(token, dep="obl")
    return tuple(out)


def _hangs_on(noun: Token, time: Token) -> bool:
    return (
        noun.head == time.index and noun.upos in NOMINAL and noun.feats.get("Case") == "Nom" and noun.text[0].isupper()
    )
