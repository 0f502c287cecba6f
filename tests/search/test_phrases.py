"""How far the phrase that names a sayer reaches: the rows of phrases.txt, through the whole pipeline.

`python -m tests.search.test_phrases` strikes out the known failures that pass and names the rows that fail unlisted.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.whole import engine

ROWS = Path(__file__).parent / "phrases.txt"
KNOWN_FAILURES = Path(__file__).parent / "phrases_known_failures.txt"
HEADING = "# Rows of phrases.txt that the engine does not get right yet; a row that passes has to go.\n"


def lines(path: Path) -> list[str]:
    return [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("# ")]


def found(row: str) -> tuple[list[tuple[int, str] | None], list[tuple[int, str] | None]]:
    """The source of every quotation in a row, and the one that it has to be."""
    before, rest = row.split("<np>")
    phrase, behind = rest.split("</np>")
    text = before + phrase + behind
    sources = [quotation.source and quotation.source.span for quotation in engine().analyse(text).quotations]
    return [span and (span.start, span.of(text)) for span in sources], [(len(before), phrase)]


def parameters() -> Iterator[object]:
    known = set(lines(KNOWN_FAILURES))
    late = pytest.mark.xfail(reason="listed in phrases_known_failures.txt", raises=AssertionError, strict=True)
    for row in lines(ROWS):
        yield pytest.param(row, id=row[:70], marks=[late] if row in known else [])


@pytest.mark.parametrize("row", parameters())
def test_source_is_the_whole_phrase(row: str) -> None:
    sources, expected = found(row)
    assert sources == expected


def test_known_failures_are_rows() -> None:
    assert set(lines(ROWS)) >= set(lines(KNOWN_FAILURES))


def test_no_row_comes_twice() -> None:
    assert len(set(lines(ROWS))) == len(lines(ROWS))


if __name__ == "__main__":
    failing = [row for row in lines(ROWS) if found(row)[0] != found(row)[1]]
    known = lines(KNOWN_FAILURES)
    KNOWN_FAILURES.write_text(HEADING + "".join(f"{row}\n" for row in failing if row in known), encoding="utf-8")
    for row in failing:
        if row not in known:
            print(row)  # noqa: T201
