"""Which marks belong together: the rows of marks.txt, read without any model."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import spacy
from spacy.language import Language

from quoteservice.document.reader import Reader
from quoteservice.document.tokenizer import split_glued_marks
from quoteservice.search.marks import LONGEST_BRIDGE, MARKS, Region, pair

ROWS = Path(__file__).parent / "marks.txt"
TAG = re.compile(r"</?r>")
KNOWN_FAILURES = {
    "„<r>Kész a híd</r>„ – mondta Réti Nóra.": "a low mark never closes",
    "»<r>A «<r>Híd</r>» kész</r>« – mesélte Réti Nóra.": "« inside »…« closes, it never opens",
    'A híd 5" széles.': "the sign for inches closes a quotation",
}
"""Row → what the engine does wrong."""


def rows() -> list[str]:
    return [line for line in ROWS.read_text(encoding="utf-8").splitlines() if line and not line.startswith("# ")]


def parameters() -> Iterator[object]:
    for row in rows():
        reason = KNOWN_FAILURES.get(row)
        yield pytest.param(row, id=row[:60], marks=[pytest.mark.xfail(reason=reason, strict=True)] if reason else [])


def read(row: str) -> tuple[str, list[tuple[int, int]]]:
    """The text of a row and its regions, an outer one before those that it holds."""
    row = row.replace(" ¶ ", "\n\n")
    text, at, opened, found = "", 0, [], []
    for tag in TAG.finditer(row):
        text += row[at : tag.start()]
        at = tag.end()
        if tag.group() == "<r>":
            opened.append(len(text))
        else:
            found.append((opened.pop(), len(text)))
    return text + row[at:], sorted(found, key=lambda span: (span[0], -span[1]))


@pytest.fixture(scope="module")
def nlp() -> Language:
    blank = spacy.blank("hu")
    split_glued_marks(blank)
    return blank


def regions(nlp: Language, text: str) -> tuple[Region, ...]:
    return pair(Reader(nlp).read(text))


@pytest.mark.parametrize("row", parameters())
def test_regions(nlp: Language, row: str) -> None:
    text, expected = read(row)
    found = [(region.span.start, region.span.end) for region in regions(nlp, text)]
    assert [text[start:end] for start, end in found] == [text[start:end] for start, end in expected]
    assert found == expected


@pytest.mark.parametrize("row", rows())
def test_region_knows_which_of_its_marks_is_there(nlp: Language, row: str) -> None:
    text, _ = read(row)
    tokens = Reader(nlp).read(text).tokens
    for region in regions(nlp, text):
        before = tokens[region.first - 1].text if region.first else ""
        behind = tokens[region.last].text if region.last < len(tokens) else ""
        assert region.opened == (before in MARKS or before == ",")
        assert not region.closed or behind in MARKS
        assert region.opened or region.closed


def test_mark_stays_open_over_a_few_paragraphs_only(nlp: Language) -> None:
    short = "„Egy. " + "\n\nKettő." * (LONGEST_BRIDGE - 1) + "\n\nVége van” – mondta."
    endless = "„Egy. " + "\n\nKettő." * (LONGEST_BRIDGE + 1) + "\n\nVége van” – mondta."
    assert [region.span.of(short)[-8:] for region in regions(nlp, short)] == ["Vége van"]
    assert [region.span.of(endless) for region in regions(nlp, endless)] == ["Egy.", "Vége van"]


@pytest.mark.parametrize("text", ["„", "”", '"', "„”", '""', "„„„„", "””””", '"""""', "»«»«", ",,", "„\n\n”"])
def test_marks_alone_break_nothing(nlp: Language, text: str) -> None:
    for region in regions(nlp, text):
        assert 0 <= region.span.start <= region.span.end <= len(text)


def test_known_failures_are_rows() -> None:
    assert set(rows()) >= KNOWN_FAILURES.keys()


def test_no_row_comes_twice() -> None:
    assert len(set(rows())) == len(rows())
