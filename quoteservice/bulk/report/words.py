"""What the page says, in Hungarian and in English, from `words.tsv`."""

import csv
from importlib.resources import files
from typing import Literal

Language = Literal["hu", "en"]


def words(language: Language) -> dict[str, str]:
    """Key → words of the page."""
    lines = files(__package__).joinpath("words.tsv").read_text(encoding="utf-8").splitlines()
    return {row["key"]: row[language] for row in csv.DictReader(lines, delimiter="\t")}
