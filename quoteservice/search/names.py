"""The names of a document: those that the tagger classed, put right where the words beside or inside them tell more."""

from collections.abc import Iterator
from dataclasses import replace

from quoteservice.lexicon import roles
from quoteservice.lexicon.inflected import stems
from quoteservice.lexicon.tables import word_set
from quoteservice.model import Document, NamedEntity, Token

PERSON_BEHIND = 3
"""Words that may stand between a bare name and the role noun that tells a person."""
PRESS = frozenset(name.lower() for name in word_set("groups", "press"))
GIVEN = frozenset(name.lower() for name in word_set("names", "given"))
HOLY = frozenset({"Szent", "Szűz"})
"""Before a given name they make no family name: *Szent István*."""


def names(document: Document) -> tuple[NamedEntity, ...]:
    """All names in text order, with what the tagger missed put in and what it ran together parted."""
    tokens = document.tokens
    known = [_classed(tokens, part) for entity in document.entities for part in _parted(tokens, entity)]
    families = {tokens[e.last - 1].text.lower() for e in known if e.label == "PER" and e.last - e.first == 2}
    known = [_of_family(tokens, entity, families) for entity in known]
    found = _missed(tokens, {i for entity in known for i in range(entity.first, entity.last)})
    return tuple(sorted((*known, *found), key=lambda entity: entity.first))


def _classed(tokens: tuple[Token, ...], entity: NamedEntity) -> NamedEntity:
    """*Tuba Aranka* is a person by her given name, whatever the tagger says."""
    words = tokens[entity.first : entity.last]
    told = len(words) == 2 and all(word.text[0].isupper() for word in words) and _is_given(words[1], inflected=True)
    return replace(entity, label="PER") if told and words[0].text not in HOLY else entity


def _of_family(tokens: tuple[Token, ...], entity: NamedEntity, families: set[str]) -> NamedEntity:
    """*a lap Bokort idézte*: one word that is the last of a person's full name is that person."""
    alone = entity.last - entity.first == 1 and entity.label != "PER"
    told = alone and any(stem in families for stem, _ in stems(tokens[entity.first].text))
    return replace(entity, label="PER") if told else entity


def _is_given(token: Token, inflected: bool) -> bool:
    """Whether a token is a given name, or (`inflected`) one with a case ending."""
    if not inflected:
        return token.text.lower() in GIVEN
    return any(stem in GIVEN for stem, _ in stems(token.text))


def _parted(tokens: tuple[Token, ...], entity: NamedEntity) -> Iterator[NamedEntity]:
    """*a Blikknek Halmos Dezső*: who was told, then who told it; *Halmos Dezső Tuba Aranka szerint*: two people."""
    if entity.label == "PER" and entity.last - entity.first == 4:
        middle = entity.first + 2
        if _is_given(tokens[middle - 1], inflected=False) and _is_given(tokens[entity.last - 1], inflected=True):
            yield NamedEntity(entity.first, middle, "PER")
            yield NamedEntity(middle, entity.last, "PER")
            return
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
        if last - first < 2 or taken & set(range(first, last)):
            continue
        if _person_behind(tokens, last) or (last - first == 2 and _is_given(tokens[last - 1], inflected=True)):
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
