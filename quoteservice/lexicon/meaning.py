"""The words whose loss turns the meaning of a quotation, and abbreviations that end no sentence."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Literal

FILE = Path(__file__).parent / "meaning.toml"
Kind = Literal["negations", "hedges", "conditions", "abbreviations", "numerals"]


@cache
def _lists() -> dict[str, frozenset[str]]:
    return {key: frozenset(listed) for key, listed in tomllib.loads(FILE.read_text(encoding="utf-8")).items()}


def words(kind: Kind) -> frozenset[str]:
    """The words of one list, lower case."""
    return _lists()[kind]
