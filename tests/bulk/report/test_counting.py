"""What is counted, over a table small enough to count by hand."""

from typing import Any

import pytest

from quoteservice.bulk.report import counting
from quoteservice.bulk.report.counting import count, source_kind

ANNA, TARCA = ("Példa Anna", "person"), ("Mintatárca", "organization")


def quote(article: str, *speakers: tuple[str, str], named: bool = True, **more: Any) -> dict[str, Any]:
    return {
        "article_id": article, "published_at": "2024-05-06", "outlet": "Hírmondó", "type": "direct",
        "cue_stance": "neutral", "speakers": [name for name, _ in speakers],
        "speaker_kinds": [kind for _, kind in speakers], "speaker_named": [named for _ in speakers], **more,
    }  # fmt: skip


ROWS = [
    quote("1", ANNA),
    quote("1", ANNA, type="indirect"),
    quote("1", TARCA, cue_stance=None, outlet="Hírmondó"),
    quote("2", ANNA, TARCA, published_at="2024-06-01", outlet="Lap"),
    quote("2", ("jelentés", "document"), published_at=None, outlet="Lap"),
    quote("3", ("szemtanú", "person"), named=False, outlet=None),
    quote("3", outlet=None),
]


def test_every_figure_is_the_one_counted_by_hand() -> None:
    figures = count(ROWS)
    assert (figures.quotations, figures.articles) == (7, 3)
    assert figures.types == {"direct": 6, "indirect": 1}
    assert figures.stances == {"neutral": 6}
    assert figures.sources == {"named": 4, "document": 1, "unnamed": 1, "unresolved": 1}
    assert figures.kinds == {"person": 4, "organization": 2, "document": 1}
    assert figures.speakers == {ANNA: 3, TARCA: 2, ("jelentés", "document"): 1}
    assert figures.articles_of == {ANNA: 2, TARCA: 2, ("jelentés", "document"): 1}
    assert dict(figures.months) == {"2024-05": {ANNA: 2, TARCA: 1}, "2024-06": {ANNA: 1, TARCA: 1}}
    pairs = {("Mintatárca", "Példa Anna"): 2, ("Mintatárca", "jelentés"): 1, ("Példa Anna", "jelentés"): 1}
    assert figures.pairs == pairs
    assert {name: (each.articles, sum(each.types.values())) for name, each in figures.outlets.items()} == {
        "Hírmondó": (1, 3), "Lap": (1, 2),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("row", "kind"),
    [
        (quote("1"), "unresolved"),
        (quote("1", ANNA), "named"),
        (quote("1", ANNA, named=False), "unnamed"),
        (quote("1", ("jelentés", "document"), named=False), "document"),
    ],
)
def test_sources_are_told_apart(row: dict[str, Any], kind: str) -> None:
    assert source_kind(row) == kind


def test_pairs_that_were_seen_once_are_dropped_when_they_are_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(counting, "MOST_PAIRS", 3)
    often = [quote(f"x{n}", ANNA, TARCA) for n in range(3)]
    rare = [quote(f"y{n}", (f"A{n}", "person"), (f"B{n}", "person")) for n in range(9)]
    assert count(often + rare).pairs["Mintatárca", "Példa Anna"] == 3
    assert len(count(often + rare).pairs) <= 4
