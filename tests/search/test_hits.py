"""Which words may signal a quotation: the rows of hits.txt, read with the embedded model."""

import re
from pathlib import Path

import pytest

from quoteservice.search import hits
from quoteservice.search.page import Page
from tests.rows import lines, parameters
from tests.whole import reader

ROWS = Path(__file__).parent / "hits.txt"
TAGGED = re.compile(r"<(\d)>(.*?)</\1>")
KNOWN_FAILURES: dict[str, str] = {}
"""Row → what the engine does wrong."""


def expected(row: str) -> list[str]:
    cues: dict[str, list[str]] = {}
    for number, words in TAGGED.findall(row):
        cues.setdefault(number, []).append(words)
    return [" ".join(words) for words in cues.values()]


@pytest.mark.parametrize("row", parameters(ROWS, KNOWN_FAILURES))
def test_hits(row: str) -> None:
    page = Page(reader().read(TAGGED.sub(r"\2", row)))
    assert [" ".join(page.tokens[at].text for at in hit.tokens) for hit in hits.find(page)] == expected(row)


def test_denial_is_a_hit_that_knows_that_it_is_negated() -> None:
    page = Page(reader().read("A mérnök nem tagadta, hogy kész a híd."))
    assert [(hit.row.lemma, hit.negated) for hit in hits.find(page)] == [("tagad", True)]


@pytest.mark.parametrize(
    ("sentence", "stance"),
    [
        ("A mérnök tagadta, hogy kész a híd.", "denies"),
        ("A mérnök nem tagadta, hogy kész a híd.", "concedes"),
        ("A mérnök nem cáfolta, hogy kész a híd.", "concedes"),
        ("A mérnök nem zárta ki, hogy kész a híd.", "concedes"),
        ("A mérnök megerősítette, hogy kész a híd.", "factive"),
        ("A mérnök nem erősítette meg, hogy kész a híd.", "denies"),
        ("A mérnök meg sem erősítette, hogy kész a híd.", "denies"),
        ("A mérnök azt állította, hogy kész a híd.", "distances"),
    ],
)
def test_stance_turns_over_with_the_negation(sentence: str, stance: str) -> None:
    assert [hit.stance for hit in hits.find(Page(reader().read(sentence)))] == [stance]


def test_known_failures_are_rows() -> None:
    assert set(lines(ROWS)) >= KNOWN_FAILURES.keys()


def test_no_row_comes_twice() -> None:
    assert len(set(lines(ROWS))) == len(lines(ROWS))
