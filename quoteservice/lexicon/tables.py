"""Reads the tables of this folder."""

import csv
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent


def rows(name: str) -> list[dict[str, str]]:
    """The rows of `name`.tsv as column → cell; a cell `-` is empty."""
    with (FOLDER / f"{name}.tsv").open(encoding="utf-8", newline="") as lines:
        table = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [{key: "" if cell == "-" else cell for key, cell in row.items()} for row in table]


@cache
def words() -> dict[str, Any]:
    """The short word lists of words.toml, by section."""
    return tomllib.loads((FOLDER / "words.toml").read_text(encoding="utf-8"))


def word_set(section: str, key: str) -> frozenset[str]:
    """One list of words.toml as a set; raises KeyError when there is no such list."""
    return frozenset(words()[section][key])
