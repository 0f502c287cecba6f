"""Reads claims.txt: what is claimed of each article, and what must come of it."""

from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent
NOTHING = "-"


@dataclass(frozen=True)
class Row:
    """A claim of an article with the verdicts and flags that it must get; `missed`: a known miss of the words."""

    article: str
    verdict: str
    whose: str
    flags: frozenset[str]
    asked: str | None
    quote: str
    missed: bool

    def __str__(self) -> str:
        return f"{self.article}: {self.quote} ({self.asked})"


def rows() -> list[Row]:
    """All rows in order."""
    found, article = [], ""
    for line in (FOLDER / "claims.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("== "):
            article = line.removeprefix("== ")
        elif line and not line.startswith("#"):
            verdict, whose, flags, asked, quote = line.lstrip("!?").split(" | ", 4)
            named = frozenset() if flags == NOTHING else frozenset(flags.split(", "))
            found.append(
                Row(article, verdict, whose, named, None if asked == NOTHING else asked, quote, line[0] == "!")
            )
    return found


def article(name: str) -> str:
    """The text of one article."""
    return (FOLDER / "articles" / f"{name}.txt").read_text(encoding="utf-8")


def told(row: Row, answer: dict) -> Row:
    """What an answer says of a row's claim, as a row."""
    whose = answer["speaker"]["verdict"]
    if whose == "other":
        whose = f"other: {', '.join(answer['speaker']['names'])}"
    flags = frozenset(answer["flags"])
    return Row(row.article, answer["verdict"], whose, flags, row.asked, row.quote, row.missed)
