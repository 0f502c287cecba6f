"""Reads rows that mark to whom, where or when something was said, and asks the pipeline for the same."""

from datetime import date

import pytest

from quoteservice.document.reader import ModelMissing
from quoteservice.lexicon import tables
from quoteservice.model import Quotation, SaidAt, Span
from tests.marked import CIRCUMSTANCES, read
from tests.test_sentences import engine

PUBLISHED = date(2025, 8, 14)
"""A Thursday."""


def examples(table: str) -> list[str]:
    """The example sentences of a table of the lexicon."""
    return [row["example"] for row in tables.rows(table)]


def wanted(row: str, tag: str) -> list[str]:
    """What the row marks with `tag`, in text order."""
    marked = read(row)
    spans = sorted(q.circumstances[tag] for q in marked.quotations if tag in q.circumstances)
    return [marked.text[start:end] for start, end in spans]


def quotations(row: str) -> tuple[str, tuple[Quotation, ...]]:
    """The unmarked text of a row and what the pipeline finds in it; skips the test when there is no model."""
    text = read(row).text
    try:
        return text, engine().analyse(text, PUBLISHED).quotations
    except ModelMissing as missing:
        pytest.skip(str(missing))


def found(row: str, tag: str) -> list[str]:
    """What the pipeline finds for `tag`, in text order; a part that two quotations share comes once."""
    text, all_found = quotations(row)
    told = {spanned(getattr(quotation, CIRCUMSTANCES[tag])) for quotation in all_found}
    return [span.of(text) for span in sorted(span for span in told if span is not None)]


def spanned(value: Span | SaidAt | None) -> Span | None:
    return value.span if isinstance(value, SaidAt) else value
