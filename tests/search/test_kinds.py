"""Direct, indirect or mixed, with the content that the marks leave: the rows of kinds.txt, through the pipeline."""

from pathlib import Path

import pytest

from tests.marked import read
from tests.rows import lines, parameters
from tests.whole import engine

ROWS = Path(__file__).parent / "kinds.txt"
KNOWN_FAILURES: dict[str, str] = {}
"""Row → what the engine does wrong."""


@pytest.mark.parametrize("row", parameters(ROWS, KNOWN_FAILURES))
def test_type_and_content(row: str) -> None:
    marked = read(row)
    found = [
        (quotation.type, [(span.start, span.end, span.of(marked.text)) for span in quotation.content])
        for quotation in engine().analyse(marked.text).quotations
    ]
    assert found == [
        (quotation.type, [(start, end, marked.text[start:end]) for start, end in quotation.content])
        for quotation in marked.quotations
    ]


def test_known_failures_are_rows() -> None:
    assert set(lines(ROWS)) >= KNOWN_FAILURES.keys()


def test_no_row_comes_twice() -> None:
    assert len(set(lines(ROWS))) == len(lines(ROWS))
