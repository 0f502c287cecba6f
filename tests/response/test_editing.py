from itertools import pairwise
from typing import Any

import pytest

from quoteservice.model import Analysis, Span
from quoteservice.response.annotation import annotations
from quoteservice.response.answer import answered
from quoteservice.response.options import Options
from quoteservice.response.report import Report
from quoteservice.text.html.reading import page_of
from tests.fakes import ENGINE
from tests.response.reports import TEXT, report

HTML = (
    "<p>„A&nbsp;híd\n  <b>k&eacute;sz</b> 😀&#x1F600;”<br>– mondta "
    '<mark data-quote-id="q1" data-speaker="Példa Anna">ő</mark>.</p><p>Az <q>út</q> is.</p>'
)
PAGE = page_of(HTML)


def told(**options: Any) -> dict[str, Any]:
    return answered(Report(Analysis(PAGE.text, (), ()), ENGINE, Options(editing=True, **options), "hu", None, PAGE))


def test_only_who_asks_for_it_gets_it() -> None:
    assert {"text", "iris", "html_map"}.isdisjoint(answered(report()))
    editing = answered(report(editing=True))
    assert editing["text"] == TEXT
    assert "html_map" not in editing
    assert {name: value for name, value in editing.items() if name not in ("text", "iris")} == answered(report())


@pytest.mark.parametrize("article_id", [None, "https://hirek.example/1"])
def test_the_names_are_those_of_the_annotations(article_id: str | None) -> None:
    iris, page = answered(report(article_id, editing=True))["iris"], annotations(report(article_id))
    assert (iris["collection"], iris["page"]) == (page["id"], page["first"]["id"])
    assert [iris[f"q{n}"] for n in range(1, 5)] == [item["id"] for item in page["first"]["items"]]
    assert iris["s1"] == page["first"]["items"][0]["body"]["speakers"][0]["id"]
    assert iris["article"] == page["first"]["items"][0]["target"][0]["source"]


@pytest.mark.parametrize("unit", ["codepoint", "utf16"])
def test_the_runs_cover_the_text_and_lead_to_its_html(unit: Any) -> None:
    def cut(source: str, start: int, end: int) -> str:
        if unit == "codepoint":
            return source[start:end]
        return source.encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le")

    runs = told(offsets=unit)["html_map"]["runs"]
    assert runs[0][0] == 0
    assert all(one[1] == other[0] for one, other in pairwise(runs))
    pairs = [(cut(PAGE.text, *run[:2]), cut(HTML, *run[2:])) for run in runs]
    assert "".join(text for text, _ in pairs) == PAGE.text
    assert [pair for pair in pairs if pair[0] != pair[1]] == [
        ("\xa0", "&nbsp;"), (" ", "\n  "), ("é", "&eacute;"), ("😀", "&#x1F600;"), ("\n", ""), ("\n", ""), ("\n", ""),
        ("„", ""), ("”", ""),
    ]  # fmt: skip


def test_marks_of_an_earlier_answer_are_told() -> None:
    tags = [HTML[start:end] for start, end in told()["html_map"]["own_marks"]]
    assert tags == ['<mark data-quote-id="q1" data-speaker="Példa Anna">', "</mark>"]


def test_a_run_ends_where_its_stretch_does() -> None:
    """Else a client would take the tags between two stretches for text."""
    places = {start: html for start, _, html, _ in told()["html_map"]["runs"]}
    for i in range(len(PAGE.text)):
        for stretch in PAGE.stretches(Span(i, i + 1)):
            run = max(start for start in places if start <= i)
            assert places[run] + i - run == stretch.start
