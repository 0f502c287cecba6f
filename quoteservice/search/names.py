"""The names of a document: those that the tagger classed, put right where the words beside or inside them tell more."""

from collections.abc import Iterator

from quoteservice.lexicon import roles
from quoteservice.lexicon.inflected import stems
from quoteservice.lexicon.tables import word_set
from quoteservice.model import Document, NamedEntity, Token

PERSON_BEHIND = 3
"""Words that may stand between a bare name and the role noun that tells a person."""
PRESS = frozenset(name.lower() for name in word_set("groups", "press"))


def names(document: Document) -> tuple[NamedEntity, ...]:
    """All names in text order, with what the tagger missed put in and what it ran together parted."""
    known = [part for entity in document.entities for part in _parted(document.tokens, entity)]
    found = _missed(document.tokens, {i for entity in known for i in range(entity.first, entity.last)})
    return tuple(sorted((*known, *found), key=lambda entity: entity.first))


def _parted(tokens: tuple[Token, ...], entity: NamedEntity) -> Iterator[NamedEntity]:
    """*a Blikknek Halmos Dezső*: the paper that was told, then who told it."""
    for at in range(entity.first, entity.last - 2):
        if tells_press(tokens[at]):
            yield NamedEntity(entity.first, at + 1, "ORG")
            yield NamedEntity(at + 1, entity.last, "PER")
            return
    yield entity


def tells_press(token: Token) -> bool:
    """Whether a token is the name of a known medium in the dative."""
    if not token.text.endswith(("nak", "nek")):
        return False
    return any(case == "Dat" and stem in PRESS for stem, case in stems(token.text))


def _missed(tokens: tuple[Token, ...], taken: set[int]) -> Iterator[NamedEntity]:
    """*Kövesdi Ármin finn miniszterelnök* is a person by the role behind the name."""
    for first in range(len(tokens) - 2):
        last = first + 1
        while last < len(tokens) and _goes_on(tokens, first, last):
            last += 1
        if last - first > 1 and not taken & set(range(first, last)) and _person_behind(tokens, last):
            yield NamedEntity(first, last, "PER")


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
