"""Joins *Országos Vízmérő Hivatal (OVH)* with *OVH*, and *OVH* with a body whose initials it has."""

import re

from quoteservice.resolution.entities import Entity, Registry
from quoteservice.resolution.names import nominative
from quoteservice.search.page import Page

LONGEST_NAME = 12
SMALL = frozenset({"és", "a", "az", "for", "and", "of", "the", "de", "et", "für"})
CAPITALS = re.compile(r"[A-ZÁÉÍÓÖŐÚÜŰ]")


def join(page: Page, registry: Registry) -> None:
    """Make every acronym of the article mean the body that it abbreviates."""
    for at in range(1, len(page.tokens) - 2):
        if page.tokens[at].text == "(" and page.tokens[at + 2].text == ")" and _is_acronym(page.tokens[at + 1].text):
            _bracketed(page, registry, at)
    bodies = [e for e in registry.entities if e.kind == "organization" and " " in e.name]
    for entity in bodies:
        if entity in registry.entities and len(letters := initials(entity.name)) >= 3:
            registry.join_alias(entity, letters)


def _bracketed(page: Page, registry: Registry, bracket: int) -> None:
    alias = page.tokens[bracket + 1].text
    start = _start_of_name(page, bracket, alias)
    known = next(
        (e for i in range(bracket - 1, bracket - 3, -1) if (e := _entity(page, registry, i)) is not None), None
    )
    if start is not None:
        name = _name(page, start, bracket)
        if known is None or known.kind == "person":
            known = registry.by_name(name) or registry.new(name, "organization", named=True)
        known.name = name
        known.aliases.add(name)
        known.see(start)
        registry.point(known, range(start, bracket))
    if known is not None and known.kind != "person":
        registry.join_alias(known, alias)


def _entity(page: Page, registry: Registry, at: int) -> Entity | None:
    found = page.entity_at(at)
    return registry.of_mention(found.first, found.last) if found is not None else None


def _start_of_name(page: Page, bracket: int, alias: str) -> int | None:
    """The first token of the words whose initials are the acronym."""
    first, _ = page.sentence(bracket)
    for start in range(bracket - 2, max(first, bracket - LONGEST_NAME) - 1, -1):
        words = [page.tokens[i].text for i in range(start, bracket) if page.is_word(i)]
        if not words or not words[0][0].isupper():
            continue
        if initials(" ".join(words)).upper() == alias.upper() or _abbreviates(alias, words):
            return start
    return None


def _abbreviates(alias: str, words: list[str]) -> bool:
    """*Kövesdi Ármin vízügyi intézet (KAI)*: the letters stand in order among the words' initials."""
    if len(words) > len(alias) + 1 or words[0][0].upper() != alias[0].upper():
        return False
    letters = iter(word[0].upper() for word in words if word.lower() not in SMALL)
    return all(letter in letters for letter in alias.upper())


def _name(page: Page, start: int, bracket: int) -> str:
    words = page.document.text[page.tokens[start].start : page.tokens[bracket - 1].end].split()
    last = page.tokens[bracket - 1]
    inflected = page.case(bracket - 1) not in ("Nom", "")
    words[-1] = nominative(words[-1], last.lemma, (), inflected) if inflected else words[-1]
    return " ".join(words)


def _is_acronym(text: str) -> bool:
    return len(text) >= 2 and len(CAPITALS.findall(text)) >= 2 and " " not in text


def initials(name: str) -> str:
    """The first letters of the words of a name that are not small words."""
    return "".join(
        word[0] for word in re.split(r"[\s-]+", name) if word and word.lower() not in SMALL and word[0].isupper()
    )
