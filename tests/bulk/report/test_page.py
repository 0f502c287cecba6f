"""The page holds every figure beside its plot, escapes what it shows, and fetches nothing."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from quoteservice.bulk.report.page import page
from quoteservice.bulk.report.quotes import NoQuotes, quotes_in
from quoteservice.bulk.report.words import Language, words
from quoteservice.bulk.schema import TABLES
from quoteservice.lexicon.categories import STANCES
from quoteservice.response.options import QUOTATION_TYPES
from tests.bulk.report.test_counting import ROWS, quote

pytest.importorskip("matplotlib", reason="matplotlib, which draws the report, is not installed")
EVIL = "<script>alert(1)</script>$x^2$ & _"


class Elements(HTMLParser):
    """Collects tags and attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def attributes(self, name: str) -> list[str | None]:
        return [attrs[name] for _, attrs in self.found if name in attrs]


@pytest.mark.parametrize("language", ["hu", "en"])
def test_every_section_has_a_plot_and_a_table(language: Language) -> None:
    html, said = page(ROWS, language), words(language)
    titles = re.findall("<h2 [^>]*>(.*?)</h2>", html)
    keys = ("most", "over_time", "sources", "types", "kinds", "stances", "pairs", "outlets")
    assert titles == [said[key] for key in keys]
    assert html.count("<svg ") == html.count("<table>") == len(keys)
    assert f'<html lang="{language}">' in html
    anna = f'<th scope="row">Példa Anna</th><td>{said["person"]}</td><td>3</td><td>2</td>'
    assert anna in html
    assert '<th scope="row">2024-05</th><td>2</td><td>1</td><td>0</td>' in html
    assert f"{said['named']}</th><td>4</td><td>57{said['point']}1 %</td>" in html


def test_it_fetches_nothing_and_runs_nothing() -> None:
    elements = Elements(page(ROWS))
    tags = {tag for tag, _ in elements.found}
    assert not tags & {"script", "link", "img", "iframe", "object", "embed", "base", "form"}
    links = elements.attributes("href") + elements.attributes("xlink:href") + elements.attributes("src")
    assert all(link and link.startswith("#") for link in links)
    assert not re.search(r"@import|url\((?!#)", page(ROWS))
    assert "default-src 'none'" in page(ROWS)


def test_ids_are_there_once() -> None:
    ids = Elements(page(ROWS)).attributes("id")
    assert len(ids) == len(set(ids))


def test_what_is_shown_is_escaped_and_is_no_formula() -> None:
    rows = [quote("1", (EVIL, "person"), ("Példa Anna", "person"), outlet=EVIL, type="direct")]
    html = page(rows)
    assert "<script" not in html
    assert html.count("&lt;script&gt;alert(1)&lt;/script&gt;$x^2$ &amp; _") >= 4  # in tables and in plots


def test_the_same_table_makes_the_same_page() -> None:
    assert page(ROWS) == page(ROWS)


def test_an_empty_table_is_a_page_without_sections() -> None:
    assert "<section" not in page([])


def test_many_months_are_shown_as_years() -> None:
    rows = [
        quote(f"{n}", ("Példa Anna", "person"), published_at=f"{2015 + n // 12}-{n % 12 + 1:02}-01") for n in range(48)
    ]
    assert '<th scope="row">2015</th><td>12</td>' in page(rows)


def test_there_are_words_for_everything_that_can_stand_in_a_table() -> None:
    for language in ("hu", "en"):
        assert {*STANCES, *QUOTATION_TYPES, "person", "organization", "group", "document", "unknown"} <= set(
            words(language)
        )
        assert all(words(language).values())


@pytest.mark.parametrize(("name", "content"), [("a.jsonl", "{}"), ("a.jsonl", "x"), ("a.parquet", "x"), ("", "")])
def test_what_is_no_table_of_quotations_is_one_sentence(tmp_path: Path, name: str, content: str) -> None:
    pytest.importorskip("pyarrow")
    if name:
        (tmp_path / name).write_text(content)
    with pytest.raises(NoQuotes):
        list(quotes_in(tmp_path / name))


def test_what_is_read_is_in_the_schema() -> None:
    from quoteservice.bulk.report.quotes import COLUMNS

    assert set(COLUMNS) <= {column.name for column in TABLES["quotes"]}
