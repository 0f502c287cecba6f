"""Sentences by construction, each with what the pipeline has to find in it.

The rows of tests/sentences and the examples of the lexicon are read by tests.marked. Rows that the engine does not get
right yet stand in known_failures.txt as `file: row`; a row that is listed and passes fails the run, so the list can
only shrink. `python -m tests.test_sentences` strikes out the rows that pass and names those that fail unlisted.
"""

import functools
from collections.abc import Iterator
from pathlib import Path

import pytest

from quoteservice.document.reader import ModelMissing, load
from quoteservice.lexicon import tables
from quoteservice.model import Analysis, Quotation
from quoteservice.pipeline import Pipeline
from tests.marked import Expected, read

FOLDER = Path(__file__).parent / "sentences"
LIST = FOLDER / "known_failures.txt"


def rows(path: Path) -> Iterator[str]:
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("# "):
            yield line


ROWS = [(path.stem, row) for path in sorted(FOLDER.glob("*.txt")) if path != LIST for row in rows(path)]
ROWS += [(name, row["example"]) for name in ("cues", "roles") for row in tables.rows(name)]
KNOWN = frozenset(rows(LIST))


def listed(name: str, row: str) -> str:
    return f"{name}: {row}"


def told(text: str, quotations: list[Expected]) -> list[str]:
    """One readable line a quotation, in order of content."""
    lines = []
    for q in sorted(quotations, key=lambda q: (q.content, q.cue)):
        parts = [
            " … ".join(text[a:b] for a, b in spans) for spans in (q.content, q.cue, [q.source] if q.source else [])
        ]
        lines.append("{} [{}] cue [{}] source [{}]".format(q.type, *parts) + f" speakers {q.speakers} at {q.content}")
    return lines


def seen(analysis: Analysis, expected: list[Expected]) -> list[Expected]:
    """What was found, in the terms of the rows; no speakers where the row with the same content leaves them open."""
    names = {speaker.id: speaker.name for speaker in analysis.speakers}
    open_ended = [q.content for q in expected if q.speakers is None]
    return [one(quotation, names, open_ended) for quotation in analysis.quotations]


def one(quotation: Quotation, names: dict[str, str], open_ended: list[list[tuple[int, int]]]) -> Expected:
    content = [(span.start, span.end) for span in quotation.content]
    return Expected(
        quotation.type,
        content,
        [(span.start, span.end) for span in quotation.cue.spans] if quotation.cue else [],
        (quotation.source.span.start, quotation.source.span.end) if quotation.source else None,
        None if content in open_ended else [names[speaker] for speaker in quotation.speaker_ids],
    )


@functools.cache
def engine() -> Pipeline:
    return Pipeline(load(""))


def both(row: str) -> tuple[list[str], list[str]]:
    """What the pipeline finds in a row, and what it has to find."""
    marked = read(row.replace("\\u00a0", "\u00a0"))
    found = seen(engine().analyse(marked.text), marked.quotations)
    return told(marked.text, found), told(marked.text, marked.quotations)


def parameters() -> Iterator[object]:
    late = pytest.mark.xfail(reason="listed in known_failures.txt", raises=AssertionError, strict=True)
    count: dict[str, int] = {}
    for name, row in ROWS:
        count[name] = count.get(name, 0) + 1
        marks = [late] if listed(name, row) in KNOWN else []
        yield pytest.param(row, id=f"{name}-{count[name]}-{read(row).text[:40]}", marks=marks)


@pytest.mark.parametrize("row", parameters())
def test_sentence(row: str) -> None:
    try:
        engine()
    except ModelMissing as missing:
        pytest.skip(str(missing))
    found, expected = both(row)
    assert found == expected


def test_known_failures_name_rows_that_exist() -> None:
    assert {listed(name, row) for name, row in ROWS} >= KNOWN


def test_no_row_comes_twice() -> None:
    assert len(set(ROWS)) == len(ROWS)


@pytest.mark.parametrize(("name", "row"), [pytest.param(*r, id=f"{r[0]}-{n}") for n, r in enumerate(ROWS)])
def test_row_reads(name: str, row: str) -> None:
    marked = read(row)
    assert "<" not in marked.text, name
    for quotation in marked.quotations:
        assert quotation.type
        assert quotation.content
        for start, end in [*quotation.content, *quotation.cue]:
            assert marked.text[start:end] == marked.text[start:end].strip() != ""


def failing() -> list[str]:
    out = []
    for name, row in ROWS:
        found, expected = both(row)
        if found != expected:
            out.append(listed(name, row))
    return out


if __name__ == "__main__":
    now = failing()
    LIST.write_text("".join(f"{row}\n" for row in now if row in KNOWN), encoding="utf-8")
    for unlisted in (row for row in now if row not in KNOWN):
        print(unlisted)  # noqa: T201
