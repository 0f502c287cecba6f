"""Counts quotations: one pass, one article after the other; what is kept does not grow with their number.

A speaker is told by name and kind: the same name in two articles counts as the same person.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import combinations, groupby
from typing import Literal

from quoteservice.bulk.report.quotes import Row

SourceKind = Literal["named", "unnamed", "document", "unresolved"]
SOURCE_KINDS: tuple[SourceKind, ...] = ("named", "unnamed", "document", "unresolved")
PAIRED, MOST_PAIRS = 30, 1_000_000
Speaker = tuple[str, str]


@dataclass
class Outlet:
    """What one outlet published."""

    articles: int = 0
    types: Counter[str] = field(default_factory=Counter)
    sources: Counter[str] = field(default_factory=Counter)


@dataclass
class Figures:
    """Everything that the page shows."""

    quotations: int = 0
    articles: int = 0
    types: Counter[str] = field(default_factory=Counter)
    stances: Counter[str] = field(default_factory=Counter)
    sources: Counter[str] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)
    speakers: Counter[Speaker] = field(default_factory=Counter)
    articles_of: Counter[Speaker] = field(default_factory=Counter)
    months: defaultdict[str, Counter[Speaker]] = field(default_factory=lambda: defaultdict(Counter))
    pairs: Counter[tuple[str, str]] = field(default_factory=Counter)
    outlets: defaultdict[str, Outlet] = field(default_factory=lambda: defaultdict(Outlet))

    def add(self, rows: list[Row]) -> None:
        """Count the quotations of one article."""
        self.articles += 1
        outlet = self.outlets[rows[0]["outlet"]] if rows[0]["outlet"] else None
        if outlet:
            outlet.articles += 1
        named: dict[Speaker, None] = {}
        for row in rows:
            named |= dict.fromkeys(self._quotation(row, outlet))
        self.articles_of.update(named.keys())
        names = sorted({name for name, _ in list(named)[:PAIRED]})
        self.pairs.update(combinations(names, 2))
        if len(self.pairs) > MOST_PAIRS:  # those seen once can hardly get among the most frequent ones
            self.pairs = Counter({pair: n for pair, n in self.pairs.items() if n > 1})

    def _quotation(self, row: Row, outlet: Outlet | None) -> list[Speaker]:
        """Count one quotation; its named speakers."""
        speakers = list(zip(row["speakers"], row["speaker_kinds"], strict=True))
        named = [speaker for speaker, known in zip(speakers, row["speaker_named"], strict=True) if known]
        source = source_kind(row)
        self.quotations += 1
        self.types[row["type"]] += 1
        self.sources[source] += 1
        if row["cue_stance"]:
            self.stances[row["cue_stance"]] += 1
        self.kinds.update(kind for _, kind in speakers)
        self.speakers.update(named)
        if row["published_at"]:
            self.months[row["published_at"][:7]].update(named)
        if outlet:
            outlet.types[row["type"]] += 1
            outlet.sources[source] += 1
        return named


def count(rows: Iterable[Row]) -> Figures:
    """The figures of a table whose rows of an article stand together."""
    figures = Figures()
    for _, article in groupby(rows, key=lambda row: row["article_id"]):
        figures.add(list(article))
    return figures


def source_kind(row: Row) -> SourceKind:
    """Whose words they are, by the first speaker: a document, somebody named or only described, or nobody known."""
    if not row["speakers"]:
        return "unresolved"
    if row["speaker_kinds"][0] == "document":
        return "document"
    return "named" if row["speaker_named"][0] else "unnamed"
