"""The lexicons of where something is said (media.tsv) and to whom, beside roles (addressees.tsv)."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import TypeVar

from quoteservice.lexicon import tables

SHORTEST_TAIL = 3
"""Letters that the second part of a compound must have to be known by itself (*tévévita*)."""
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Medium:
    """A noun that tells where something was said, and the cases in which it does."""

    noun: str
    kind: str
    cases: frozenset[str]


@cache
def _media() -> dict[str, Medium]:
    rows = tables.rows("media")
    return {r["noun"].lower(): Medium(r["noun"], r["kind"], frozenset(r["cases"].split(","))) for r in rows}


@cache
def _addressees() -> dict[str, str]:
    return {row["noun"].lower(): row["kind"] for row in tables.rows("addressees")}


def medium_of(lemma: str) -> Medium | None:
    """The medium that a noun names, by itself or as the second part of a compound; None when it names none."""
    return _longest_tail(_media(), lemma)


def addressee_kind(lemma: str) -> str | None:
    """`press` or `audience` for a noun that can be addressed, `pronoun:Case` for a pronoun, None for another word."""
    return _longest_tail(_addressees(), lemma)


def _longest_tail(known: Mapping[str, Value], lemma: str) -> Value | None:
    lemma = lemma.lower()
    if lemma in known:
        return known[lemma]
    tails = (lemma[cut:].lstrip("-") for cut in range(1, len(lemma) - SHORTEST_TAIL + 1))
    return next((known[tail] for tail in tails if tail in known and len(tail) >= SHORTEST_TAIL), None)
