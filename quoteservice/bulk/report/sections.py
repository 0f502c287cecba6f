"""The figures as sections of a page: a title, a table, and what is drawn of it."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from quoteservice.bulk.report.counting import SOURCE_KINDS, Figures
from quoteservice.bulk.report.plots import bars, lines, stacked
from quoteservice.response.options import QUOTATION_TYPES

MOST_SPEAKERS, MOST_LINES, MOST_PAIRS, MOST_OUTLETS, MOST_MONTHS = 20, 6, 15, 20, 36
Cell = str | int
Words = dict[str, str]
Key = TypeVar("Key", str, tuple[str, str])


@dataclass(frozen=True, slots=True)
class Section:
    """A title, a table (the first cell of a row names it), and an SVG drawing of it."""

    title: str
    header: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    plot: str


def sections(figures: Figures, words: Words) -> list[Section]:
    """Every section that has something to show."""
    made = [
        _speakers(figures, words),
        _over_time(figures, words),
        _shares(words["sources"], ((words[name], figures.sources[name]) for name in SOURCE_KINDS), words),
        _shares(words["types"], ((words[name], figures.types[name]) for name in QUOTATION_TYPES), words),
        _shares(words["kinds"], ((words[name], n) for name, n in _ranked(figures.kinds)), words),
        _shares(words["stances"], ((words[name], n) for name, n in _ranked(figures.stances)), words),
        _pairs(figures, words),
        _outlets(figures, words),
    ]
    return [section for section in made if section.rows]


def _ranked(counter: Counter[Key], most: int | None = None) -> list[tuple[Key, int]]:
    """The most frequent first, and those as frequent by name, so that the page does not depend on the order of rows."""
    return sorted(counter.items(), key=lambda item: (-item[1], item[0]))[:most]


def _speakers(figures: Figures, words: Words) -> Section:
    top = _ranked(figures.speakers, MOST_SPEAKERS)
    rows = [(name, words[kind], n, figures.articles_of[name, kind]) for (name, kind), n in top]
    header = [words[name] for name in ("speaker", "kind", "quotations", "articles")]
    return Section(words["most"], header, rows, bars([(row[0], row[2]) for row in rows], words["quotations"]))


def _over_time(figures: Figures, words: Words) -> Section:
    """The most quoted speakers by month, or by year where the months are too many for a table."""
    top = [speaker for speaker, _ in _ranked(figures.speakers, MOST_LINES)]
    by_year = len(figures.months) > MOST_MONTHS
    periods: dict[str, Counter[tuple[str, str]]] = {}
    for month in sorted(figures.months):
        periods.setdefault(month[:4] if by_year else month, Counter()).update(figures.months[month])
    rows: list[list[Cell]] = (
        [[period, *(told[each] for each in top)] for period, told in periods.items()] if top else []
    )
    series = [(name, [told[name, kind] for told in periods.values()]) for name, kind in top]
    header = [words["year" if by_year else "month"], *(name for name, _ in top)]
    return Section(words["over_time"], header, rows, lines(list(periods), series, words["quotations"]) if rows else "")


def _shares(title: str, counted: Iterable[tuple[str, int]], words: Words) -> Section:
    rows = [(name, n) for name, n in counted if n]
    total = sum(n for _, n in rows)
    shown = [(name, n, _percent(n, total, words)) for name, n in rows]
    return Section(title, ["", words["quotations"], words["share"]], shown, bars(rows, words["quotations"]))


def _pairs(figures: Figures, words: Words) -> Section:
    rows = [(f"{a} – {b}", n) for (a, b), n in _ranked(figures.pairs, MOST_PAIRS)]
    return Section(words["pairs"], [words["pair"], words["articles"]], rows, bars(rows, words["articles"]))


def _outlets(figures: Figures, words: Words) -> Section:
    top = _ranked(Counter({name: sum(told.types.values()) for name, told in figures.outlets.items()}), MOST_OUTLETS)
    rows: list[tuple[Cell, ...]] = []
    for name, n in top:
        told = figures.outlets[name]
        shares = [_percent(told.sources[kind], n, words) for kind in SOURCE_KINDS]
        rows.append((name, told.articles, n, _percent(told.types["direct"], n, words), *shares))
    columns = ("outlet", "articles", "quotations", "direct", *SOURCE_KINDS)
    parts = [(words[kind], [figures.outlets[name].sources[kind] / n for name, n in top]) for kind in SOURCE_KINDS]
    plot = stacked([name for name, _ in top], parts, words["share"]) if rows else ""
    return Section(words["outlets"], [words[name] for name in columns], rows, plot)


def _percent(part: int, whole: int, words: Words) -> str:
    return f"{100 * part / whole:.1f} %".replace(".", words["point"])
