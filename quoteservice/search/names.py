"""The names of a document: those that the tagger classed, put right where the words beside or inside them tell more."""

import re
from collections.abc import Iterator
from dataclasses import replace

from quoteservice.lexicon import media, roles
from quoteservice.lexicon.inflected import stems
from quoteservice.lexicon.tables import word_set
from quoteservice.model import Document, EntityLabel, NamedEntity, Token

PRESS = frozenset(name.lower() for name in word_set("groups", "press"))
GIVEN = frozenset(name.lower() for name in word_set("names", "given"))
FAMILY = word_set("names", "family")
LEGAL_FORMS = word_set("names", "legal_forms")
OF_PARTY = re.compile(r"[A-ZÁÉÍÓÖŐÚÜŰ]{2,}-[aeoö]?s$")
"""*Halmos Dezső KDNP-s képviselő*: the party is no part of the name."""
DISTRICT = re.compile(r"[IVX]+\.$")
"""*Tuba Aranka XV. kerületi polgármester*."""
ILLNESSES = tuple(word_set("names", "illnesses"))
"""Beginnings, small letters."""
SHORTEST_NOUN = 5
RESPONSIBLE = "felelős"
"""*Tuba Pál Sportért felelős államtitkár*: what he is responsible for is no part of the name."""
HOLY = frozenset({"Szent", "Szűz"})
"""Before a given name they make no family name: *Szent István*."""


def names(document: Document) -> tuple[NamedEntity, ...]:
    """All names in text order, with what the tagger ran together parted."""
    tokens = document.tokens
    found = tuple(_classed(tokens, part) for entity in document.entities for part in _parted(tokens, entity))
    return _with_families(tokens, found)


def _with_families(tokens: tuple[Token, ...], found: tuple[NamedEntity, ...]) -> tuple[NamedEntity, ...]:
    """*Tímár Gellért*: a family name before a given one is a person's name, though it is a word of its own too."""
    told = [at for at in range(1, len(tokens)) if tokens[at - 1].text in FAMILY and _follows_family(tokens[at])]
    if not told:
        return found
    held = {at for entity in found if entity.last - entity.first > 1 for at in range(entity.first, entity.last)}
    people = [NamedEntity(at - 1, at + 1, "PER") for at in told if held.isdisjoint((at - 1, at))]
    taken = {at for person in people for at in (person.first, person.last - 1)}
    kept = [entity for entity in found if entity.first not in taken]
    return tuple(sorted([*kept, *people], key=lambda entity: entity.first))


def _follows_family(token: Token) -> bool:
    """*Fehér Virág*, but not *Fehér virág nyílt*."""
    return token.text[0].isupper() and _is_given(token, inflected=True)


def _classed(tokens: tuple[Token, ...], entity: NamedEntity) -> NamedEntity:
    """*Tuba Aranka* is a person by her given name, *Zöld Alma Kft* a firm by its form, whatever the tagger says."""
    words = tokens[entity.first : entity.last]
    thing = entity.label == "ORG" and (_of_things(words[-1]) or words[-1].text.endswith("-"))
    if thing or words[0].text.lower().startswith(ILLNESSES):
        return replace(entity, label="MISC")
    firm = words[-1].text.strip(".").lower() in LEGAL_FORMS and words[-1].text[0].isupper()
    if len(words) > 1 and (firm or any(word.text == "&" for word in words)):
        return replace(entity, label="ORG")
    told = len(words) == 2 and all(word.text[0].isupper() for word in words) and _is_given(words[1], inflected=True)
    return replace(entity, label="PER") if told and words[0].text not in HOLY else entity


def _of_things(token: Token) -> bool:
    """*az AstraZeneca-vakcinák*: what bears a name is no body; *a Fidesz-frakció* is one."""
    _, hyphen, noun = token.lemma.rpartition("-")
    thing = bool(hyphen) and len(noun) >= SHORTEST_NOUN and noun.islower()
    return thing and roles.role_of(noun) is None and media.medium_of(noun) is None


def _is_given(token: Token, inflected: bool) -> bool:
    """Whether a token is a given name, or (`inflected`) one with a case ending."""
    if not inflected:
        return token.text.lower() in GIVEN
    return any(stem in GIVEN for stem, _ in stems(token.text))


def is_bare_given(token: Token) -> bool:
    """Whether a token is a given name as it stands, though it may end like a case (*Flórián*, *Menyhért*)."""
    return token.text[0].isupper() and _is_given(token, inflected=False)


def given_in_case(token: Token, case: str) -> bool:
    """Whether a token can only be a given name in `case`: *Pált*, but neither *Pál* nor *Zsolt*."""
    bare = token.text.lower() in GIVEN
    return not bare and any(stem in GIVEN for stem, found in stems(token.text) if found == case)


def _parted(tokens: tuple[Token, ...], entity: NamedEntity) -> Iterator[NamedEntity]:
    """*a Blikknek Halmos Dezső*: who was told, then who told it; *Halmos Dezső Tuba Aranka szerint*: two people."""
    whole = _trimmed(tokens, entity)
    if whole is None:
        return
    border = _border(tokens, whole)
    if border is None:
        yield whole
    else:
        at, label = border
        yield NamedEntity(whole.first, at, label)
        yield NamedEntity(at, whole.last, "PER")


def _trimmed(tokens: tuple[Token, ...], entity: NamedEntity) -> NamedEntity | None:
    """The name without what the tagger added to it: a page, a party, a district, an office."""
    first, last = entity.first, entity.last
    if on_platform(tokens[first]):  # jelentette be Facebook-oldalán Tuba Pál
        first += 1
    if first == last:
        return None
    ending = tokens[last - 1]
    person = entity.label == "PER"
    added = on_platform(ending) or (person and OF_PARTY.search(ending.text) is not None)
    added = added or (person and last < len(tokens) and tokens[last].lemma == RESPONSIBLE)
    district = last < len(tokens) and tokens[last].lemma.startswith("kerület") and DISTRICT.match(ending.text)
    last -= last - first > 1 and bool(added or district)
    trimmed = replace(entity, first=first, last=last)
    office = _office(tokens, trimmed)
    return trimmed if office is None else NamedEntity(first, office, "PER")


def _border(tokens: tuple[Token, ...], entity: NamedEntity) -> tuple[int, EntityLabel] | None:
    """Where in a name a second one begins, a person's, and what the first is."""
    first, length = entity.first, entity.last - entity.first
    if entity.label == "PER" and length == 4:
        middle = first + 2
        if _is_given(tokens[middle - 1], inflected=False) and _is_given(tokens[entity.last - 1], inflected=True):
            return middle, "PER"
    titled = entity.last < len(tokens) and roles.of_token(tokens[entity.last]) is not None
    if length == 3 and titled and tokens[first].text.lower() in PRESS:
        return first + 1, "ORG"  # idézte a Blikk Halmos Dezső professzort
    told = next((at for at in range(first, entity.last - 2) if _tells_press(tokens[at])), None)
    return (told + 1, "ORG") if told is not None else None


def _office(tokens: tuple[Token, ...], entity: NamedEntity) -> int | None:
    """*Tuba Pál Innovációs és Fejlesztési miniszter*: where behind a given name the name of an office begins."""
    role = roles.of_token(tokens[entity.last]) if entity.last < len(tokens) else None
    if role is None or role.kind != "person" or not tokens[entity.last - 1].text.endswith("i"):
        return None
    behind = range(entity.first + 2, entity.last)
    return next((at for at in behind if _is_given(tokens[at - 1], inflected=False)), None)


def on_platform(token: Token) -> bool:
    """*Tuba Pál Facebook-oldalán*: what is named is the page, which belongs to the person."""
    name, hyphen, noun = token.text.partition("-")
    return bool(hyphen) and name[:1].isupper() and noun[:1].islower() and media.medium_of(noun) is not None


def _tells_press(token: Token) -> bool:
    """Whether a token is the name of a known medium in the dative."""
    if not token.text.endswith(("nak", "nek")):
        return False
    return any(case == "Dat" and stem in PRESS for stem, case in stems(token.text))
