"""Sentence boundaries by rule, without any model: the rows of boundaries.txt."""

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
import spacy
from spacy.language import Language

from quoteservice.document import boundaries
from quoteservice.document.tokenizer import KeptTokenizer, split_glued_marks

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


def split(nlp: Language, text: str) -> list[str]:
    """The sentences of `text`, white space between them left to the one before."""
    words, places = KeptTokenizer(nlp)(text)
    starts = boundaries.sentence_starts(words, boundaries.gaps_of(text, words, places))
    firsts = [at for at, start in zip(places, starts, strict=True) if start]
    return [text[first:last] for first, last in pairwise([*firsts, len(text)])]


@pytest.mark.parametrize("row", parameters())
def test_boundaries(nlp: Language, row: str) -> None:
    assert [flat(sentence) for sentence in split(nlp, unmarked(row))] == expected(row)


def test_known_failures_are_rows() -> None:
    assert set(rows()) >= KNOWN_FAILURES.keys()


def test_no_row_comes_twice() -> None:
    assert len(set(rows())) == len(rows())


def test_endless_sentence_is_cut(nlp: Language) -> None:
    sentences = split(nlp, "szó " * (3 * boundaries.LONGEST))
    assert len(sentences) == 3
    assert all(len(sentence.split()) <= boundaries.LONGEST for sentence in sentences)


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\u00a0", ".", "„", "”", "– –", "…\n…"])
def test_text_without_words_is_read(nlp: Language, text: str) -> None:
    assert "".join(split(nlp, text)) == text.lstrip()
