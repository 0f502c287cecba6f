"""Marks around ranges of an article: valid, in the text alone, and once only."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quoteservice.model import Span
from quoteservice.text.html.marking import Mark, marked
from quoteservice.text.html.reading import page_of
from tests.text.html.test_page import ANY

OWN = re.compile(r'<mark data-quote-id="q\d+"(?: data-speaker="[^"]*")?>|</mark>')


def mark(html: str, *words: str, speaker: str = "") -> str:
    """The HTML with a mark around the first place of each of `words`."""
    page = page_of(html)
    spans = [Span(page.text.index(each), page.text.index(each) + len(each)) for each in words]
    return marked(page, [Mark(span, f"q{n}", speaker) for n, span in enumerate(spans, 1)])


def test_wraps_each_stretch_for_itself() -> None:
    assert mark("<p>A <em>híd</em> k<wbr>ész&nbsp;.</p>", "A híd kész\u00a0.") == (
        '<p><mark data-quote-id="q1">A </mark><em><mark data-quote-id="q1">híd</mark></em><mark data-quote-id="q1"> k'
        '</mark><wbr><mark data-quote-id="q1">ész&nbsp;.</mark></p>'
    )


def test_the_speaker_is_escaped() -> None:
    assert mark("a", "a", speaker="A \"B\" & <C> 'D'") == (
        '<mark data-quote-id="q1" data-speaker="A &quot;B&quot; &amp; &lt;C&gt; &#x27;D&#x27;">a</mark>'
    )


def test_nested_and_crossing_marks_nest() -> None:
    q1, q2 = '<mark data-quote-id="q1">', '<mark data-quote-id="q2">'
    assert mark("egy két há", "egy két há", "két") == f"{q1}egy {q2}két</mark> há</mark>"
    assert mark("egy két há", "két", "egy két há") == f"{q2}egy {q1}két</mark> há</mark>"
    assert mark("egy két há", "egy két", "két há") == f"{q1}egy {q2}két</mark></mark>{q2} há</mark>"
    assert mark("egy két", "egy", "két") == f"{q1}egy</mark> {q2}két</mark>"


@pytest.mark.parametrize(
    "html", ["<title>híd</title><p title=híd>", "<script>híd</script>", "<!-- híd -->", "<textarea>híd</textarea>"]
)
def test_only_the_text_of_the_article_is_wrapped(html: str) -> None:
    assert mark(f"{html}<p>híd", "híd") == f'{html}<p><mark data-quote-id="q1">híd</mark>'


def test_marks_of_others_stay_and_old_ones_of_ours_go() -> None:
    foreign = "<mark>egy</mark> <mark data-quote-id=x>két</mark>"
    assert mark(foreign) == foreign
    assert mark('<mark data-quote-id="q9" data-speaker="X">egy <i>k</i></mark>ét') == "egy <i>k</i>ét"


@given(ANY, st.lists(st.tuples(st.integers(0, 200), st.integers(1, 60)), max_size=6))
@settings(max_examples=1500, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
def test_any_html_is_marked_validly_and_once_only(html: str, drawn: list[tuple[int, int]]) -> None:
    html = OWN.sub("", html)
    page = page_of(html)
    spans = [Span(start, min(start + length, len(page.text))) for start, length in drawn if start < len(page.text)]
    marks = [Mark(span, f"q{n}", "Kő „X” Pál") for n, span in enumerate(spans)]
    first = marked(page, marks)
    assert OWN.sub("", first) == html
    again = page_of(first)
    assert again.text == page.text
    assert marked(again, marks) == first
    assert marked(again, []) == html
    for n, span in enumerate(spans):
        inside = "".join(each.of(html) for each in page.stretches(span))
        assert within(first, f"q{n}") == inside


def within(html: str, quote_id: str) -> str:
    """All that stands in marks of one id; no tag but other marks may stand there."""
    found, depth = "", []
    for piece in re.split(f"({OWN.pattern})", html):
        if piece == "</mark>":
            depth.pop()
        elif OWN.fullmatch(piece):
            depth.append(piece)
        elif any(f'"{quote_id}"' in each for each in depth):
            assert not re.search("</?[a-z]", piece)
            found += piece
    assert depth == []
    return found
