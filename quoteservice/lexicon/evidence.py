"""The reasons of the engine in words: what each value of the evidence means, in Hungarian and in English."""

from functools import cache
from typing import Literal

from quoteservice.lexicon import tables

Language = Literal["hungarian", "english"]


@cache
def _sentences() -> dict[tuple[str, str], dict[str, str]]:
    return {(row["kind"], row["value"]): row for row in tables.rows("evidence")}


def known() -> frozenset[tuple[str, str]]:
    """Every kind of evidence (pattern, link, resolution, type, stance) with every value that has words."""
    return frozenset(_sentences())


def words(kind: str, value: str, language: Language) -> str:
    """The clause that tells what `value` means, lower case, without a full stop; raises KeyError for an unknown one."""
    return _sentences()[kind, value][language]
