"""Direct, indirect or mixed, with the content that the marks leave: the rows of kinds.txt, through the pipeline."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.marked import read
from tests.whole import engine

ROWS = Path(__file__).parent / "kinds.txt"
KNOWN_FAILURES = {
    "<i>Kész a híd</i>, mondta Bokor Etelka.": "a clause without a verb before a comma and an inquit is not found",
}
"""Row → what the engine does wrong."""


def rows() -> list[str]:
    return [line for line in ROWS.read_text(encoding="utf-8").splitlines() if line and not line.startswith("# ")]


def parameters() -> Iterator[object]:
    for row in rows():
        reason = KNOWN_FAILURES.get(row)
        late = [pytest.mark.xfail(reason=reason, raises=AssertionError, strict=True)] if reason else []
        yield pytest.param(row, id=row[:70], marks=late)


@pytest.mark.parametrize("row", parameters())
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
    assert set(rows()) >= KNOWN_FAILURES.keys()


def test_no_row_comes_twice() -> None:
    assert len(set(rows())) == len(rows())
