"""Mistakes that parsers make time and again and the words themselves disprove, put right before anything reads them."""

from dataclasses import replace

from quoteservice.lexicon import roles
from quoteservice.lexicon.tables import word_set
from quoteservice.model import Document, NamedEntity, Token

TIME = word_set("time", "words")
PERSON_BEHIND = 3
"""Words that may stand between a bare name and the role noun that tells a person."""
NAMES = frozenset({"NOUN", "PROPN", "PRON"})


def repaired(document: Document) -> Document:
    """The document with the subjects and names that its words tell; texts and offsets stay as they are."""
    return replace(document, tokens=_subjects(document.tokens), entities=_missed_names(document))


def _subjects(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """*Kövesdi Ármin péntek reggel bejelentette*: the day is no subject, the noun that hangs on it is."""
    out = list(tokens)
    for token in tokens:
        if not token.dep.startswith("nsubj") or token.text.lower() not in TIME:
            continue
        owner = next((t for t in tokens[max(0, token.index - 12) : token.index] if _hangs_on(t, token)), None)
        if owner is not None:
            out[owner.index] = replace(owner, head=token.head, dep="nsubj")
            out[token.index] = replace(token, dep="obl")
    return tuple(out)


def _missed_names(document: Document) -> tuple[NamedEntity, ...]:
    """All names in text order; *Kövesdi Ármin finn miniszterelnök* is a person by the role behind the name."""
    tokens = document.tokens
    taken = {i for entity in document.entities for i in range(entity.first, entity.last)}
    found = []
    for first in range(len(tokens) - 2):
        last = first + 1
        while last < len(tokens) and _goes_on(tokens, first, last):
            last += 1
        if last - first > 1 and not taken & set(range(first, last)) and _person_behind(tokens, last):
            found.append(NamedEntity(first, last, "PER"))
    return tuple(sorted((*document.entities, *found), key=lambda entity: entity.first))


def _goes_on(tokens: tuple[Token, ...], first: int, at: int) -> bool:
    """Whether the token at `at` belongs to the name that begins at `first`."""
    one, other = tokens[first], tokens[at]
    joined = other.dep == "flat:name" and other.head == first
    return joined and one.upos == other.upos == "PROPN" and one.text[0].isupper() and other.text[0].isupper()


def _person_behind(tokens: tuple[Token, ...], at: int) -> bool:
    for token in tokens[at : at + PERSON_BEHIND]:
        role = roles.of_token(token) if token.upos == "NOUN" else None
        if role is not None:
            return role.kind == "person" and token.feats.get("Case") == "Nom"
        if token.upos not in ("ADJ", "NOUN"):
            return False
    return False


def _hangs_on(noun: Token, time: Token) -> bool:
    return noun.head == time.index and noun.upos in NAMES and noun.feats.get("Case") == "Nom" and noun.text[0].isupper()
