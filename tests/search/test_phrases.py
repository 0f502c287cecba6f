"""How far the phrase that names a sayer reaches: the rows of phrases.txt, through the whole pipeline."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.whole import engine

ROWS = Path(__file__).parent / "phrases.txt"
KNOWN_FAILURES = Path(__file__).parent / "phrases_known_failures.txt"


def lines(path: Path) -> list[str]:
    return [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("# ")]


def parameters() -> Iterator[object]:
    known = set(lines(KNOWN_FAILURES))
    late = pytest.mark.xfail(reason="listed in phrases_known_failures.txt", raises=AssertionError, strict=True)
    for row in lines(ROWS):
        yield pytest.param(row, id=row[:70], marks=[late] if row in known else [])


@pytest.mark.parametrize("row", parameters())
def test_source_is_the_whole_phrase(row: str) -> None:
    before, rest = row.split("<np>")
    phrase, behind = rest.split("</np>")
    text = before + phrase + behind
    found = [quotation.source and quotation.source.span for quotation in engine().analyse(text).quotations]
    assert [span and span.of(text) for span in found] == [phrase]
    assert [span and span.start for span in found] == [len(before)]


def test_known_failures_are_rows() -> None:
    assert set(lines(ROWS)) >= set(lines(KNOWN_FAILURES))


def test_no_row_comes_twice() -> None:
    assert len(set(lines(ROWS))) == len(lines(ROWS))
