"""Sentence boundaries by rule, without any model: the rows of boundaries.txt."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from quoteservice.document import boundaries
from quoteservice.document.tokenizer import split_glued_marks

ROWS = Path(__file__).parent / "boundaries.txt"
KNOWN_FAILURES: dict[str, str] = {}
"""Row → what the engine does wrong."""


def rows() -> list[str]:
    lines = ROWS.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("# ")]


def parameters() -> Iterator[object]:
    for row in rows():
        reason = KNOWN_FAILURES.get(row)
        yield pytest.param(row, id=row[:50], marks=[pytest.mark.xfail(reason=reason, strict=True)] if reason else [])


def unmarked(row: str) -> str:
    text = row.replace("| ", "").replace("|", "")
    return re.sub(r" ?([¶⏎]) ?", lambda end: "\n\n" if end[1] == "¶" else "\n", text)


def expected(row: str) -> list[str]:
    return [flat(unmarked(part)) for part in row.split("|")]


def flat(text: str) -> str:
    return " ".join(text.split())


@pytest.fixture(scope="module")
def nlp() -> Language:
    blank = spacy.blank("hu")
    split_glued_marks(blank)
    return blank


def split(nlp: Language, text: str) -> Doc:
    return boundaries.news_boundaries(nlp(text))


@pytest.mark.parametrize("row", parameters())
def test_boundaries(nlp: Language, row: str) -> None:
    assert [flat(sentence.text) for sentence in split(nlp, unmarked(row)).sents] == expected(row)


def test_known_failures_are_rows() -> None:
    assert set(rows()) >= KNOWN_FAILURES.keys()


def test_no_row_comes_twice() -> None:
    assert len(set(rows())) == len(rows())


def test_endless_sentence_is_cut(nlp: Language) -> None:
    sentences = list(split(nlp, "szó " * (3 * boundaries.LONGEST)).sents)
    assert len(sentences) == 3
    assert all(len(sentence) <= boundaries.LONGEST for sentence in sentences)


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\u00a0", ".", "„", "”", "– –", "…\n…"])
def test_text_without_words_is_read(nlp: Language, text: str) -> None:
    assert split(nlp, text).has_annotation("SENT_START") or not len(split(nlp, text))
