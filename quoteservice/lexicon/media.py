"""The lexicons of where something is said (media.tsv) and to whom, beside roles (addressees.tsv)."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TypeVar

from quoteservice.lexicon import roles, tables
from quoteservice.lexicon.inflected import stems

KEPT = 20_000
"""Words whose meaning is kept."""
SHORTEST_TAIL = 5
"""Letters by which the second part of a compound is known: *blogposzt*, but *település* is no *ülés*."""
ADDRESS = re.compile(r"\w[\w.-]*\.(?:hu|com|eu|org|net|info|at|de|sk|ro|rs|uk)")
"""The address of a site (*telex.hu*); a case ending comes behind a hyphen."""
UNVERBAL = ("nak", "nek", "kal", "kel")
OWN = tuple(tables.word_set("inquit", "own_outlet"))
"""How an outlet names itself (*lapunk*): these take case endings behind the owner's."""
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Medium:
    """A noun that tells where something was said, and the cases in which it does; `kind` *none* names no medium."""

    noun: str
    kind: str
    cases: frozenset[str]


@cache
def _media() -> dict[str, Medium]:
    out = {}
    for cells in tables.rows("media"):
        medium = Medium(cells["noun"], cells["kind"], frozenset(cells["cases"].split(",")))
        out.update(dict.fromkeys(_forms(cells), medium))
    return out


@cache
def platforms() -> frozenset[str]:
    """The names of platforms (*Facebook*): people speak there, they do not; a channel may report itself."""
    return frozenset(
        cells["noun"] for cells in tables.rows("media") if cells["kind"] == "platform" and cells["noun"][0].isupper()
    )


@cache
def _addressees() -> dict[str, str]:
    return {form: cells["kind"] for cells in tables.rows("addressees") for form in _forms(cells)}


def _forms(cells: Mapping[str, str]) -> list[str]:
    """The noun and its other stem (*levél*, *level-*)."""
    return [form.lower() for form in (cells["noun"], cells["stem"]) if form]


@lru_cache(maxsize=KEPT)
def medium_of(word: str) -> tuple[Medium, str] | None:
    """The medium that a word names and the word's case, best one that fits; None when it names none."""
    found = [(medium, case) for stem, case in stems(word) if (medium := _by_tail(_media(), stem)) is not None]
    best = next((pair for pair in found if pair[1] in pair[0].cases), next(iter(found), None))
    return best if best is not None and best[0].kind != "none" else None


def is_address(word: str) -> bool:
    """Whether a word is the address of a site, with a case ending or without (*koronavirus.gov.hu-n*)."""
    return "." in word and any(ADDRESS.fullmatch(form) is not None for form in (word, word.rpartition("-")[0]))


@lru_cache(maxsize=KEPT)
def addressee_of(word: str, case: str) -> str | None:
    """`press`, `audience` or `role` for a word in `case` that can be addressed, `pronoun` for a pronoun; else None."""
    pronoun = _addressees().get(word.lower())
    if pronoun is not None and pronoun.startswith("pronoun:"):
        return "pronoun" if pronoun == f"pronoun:{case}" else None
    fitting = [stem for stem, told in stems(word) if told == case]
    for stem in fitting:
        if (kind := _by_tail(_addressees(), stem)) is not None:
            return kind
    if any((medium := _by_tail(_media(), stem)) is not None and medium.kind == "broadcast" for stem in fitting):
        return "press"
    found = [role for stem in fitting if (role := roles.role_of(stem)) is not None]
    return "role" if any(role.kind in ("person", "organization", "group") for role in found) else None


@lru_cache(maxsize=KEPT)
def is_inflected(word: str) -> bool:
    """Whether a word is a listed noun, or the outlet's name for itself, in a case in which it is said to or in."""
    if word.startswith(OWN):
        return word.endswith(UNVERBAL)
    if word.endswith(("nak", "nek")):
        return addressee_of(word, "Dat") is not None
    found = medium_of(word) if word.endswith(("ban", "ben", "n")) else None
    return found is not None and found[1] in found[0].cases and len(word) >= SHORTEST_TAIL


def _by_tail(known: Mapping[str, Value], stem: str) -> Value | None:
    """The entry of a noun, or of the second part of a compound."""
    if stem in known:
        return known[stem]
    joints = (cut for cut in range(1, len(stem)) if stem[cut] == "-" or cut <= len(stem) - SHORTEST_TAIL)
    return next((known[tail] for cut in joints if (tail := stem[cut:].lstrip("-")) in known), None)
