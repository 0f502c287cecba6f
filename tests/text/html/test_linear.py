"""Whatever the markup: HTML twice as long takes about twice the time, and none takes long."""

import time

import pytest

from quoteservice.model import Span
from quoteservice.text.html.marking import Mark, marked
from quoteservice.text.html.reading import page_of

UNITS = [
    *["<div>", "</div>", "<b>", "<p>x", "<", "<!--", "<![", "<![x[", "<?", "</", "<a", '<a b=">" ', "<a b='>\" "],
    *["&", "&amp;", "&#", "&#99999999999", "<q>x", "<q>", "<blockquote>x", "<blockquote>„x", "<script>", "<form><h1>"],
    *["<blockquote>a<cite>B</cite></blockquote>", "<figure><blockquote>a</blockquote><figcaption>B</figcaption>"],
    *["<b><i></b></i>", "<i><div></i>", '<mark data-quote-id="q1">a</mark>', '<mark data-quote-id="q1">', "\n", "a  "],
    *["<ul><li>", "<table><td>", "<pre>\n\n", "<p hidden>", "<span class=share>", "<button><p>", "</b>", "<!-- -->"],
]
TIMES_SLOWEST = 20
"""How many times a character of bad markup may cost that of an ordinary page."""


def seconds(html: str) -> float:
    start = time.process_time()
    page = page_of(html)
    marked(page, [Mark(Span(0, len(page.text)), "q1", "")])
    return time.process_time() - start


@pytest.fixture(scope="module")
def ordinary() -> float:
    """Seconds for 100,000 characters of an ordinary page."""
    unit = "<p>A polgármester szerint a <b>híd</b> még az idén elkészül, és nem kerül többe.</p>\n"
    return min(seconds(unit * (100_000 // len(unit))) for _ in range(3))


@pytest.mark.parametrize("unit", UNITS)
def test_many_of_a_kind(unit: str, ordinary: float) -> None:
    assert seconds(unit * (400_000 // len(unit))) < 4 * TIMES_SLOWEST * ordinary


@pytest.mark.parametrize(
    "html",
    [
        "<p " + "a=1 " * 250_000 + ">x</p>",
        "<p class='" + "a-b " * 250_000 + "'>x</p>",
        "<a " + "b=1 " * 250_000,
        '<a b="' + "<p>x " * 200_000,
        "&#" + "1" * 1_000_000 + ";",
        "<i>" + "<div><b>" * 60_000 + "</i>" * 60_000,
        "<p>" + " " * 1_000_000 + "x",
        "<p>x" + "\u0301" * 500_000,
    ],
    ids=range(8),
)
def test_a_million_characters_of_one_kind(html: str, ordinary: float) -> None:
    assert seconds(html) < 10 * TIMES_SLOWEST * ordinary


def test_a_hundred_thousand_unclosed_elements_keep_their_text() -> None:
    assert page_of("<div>" * 100_000 + "Kész a híd.").text == "Kész a híd."
