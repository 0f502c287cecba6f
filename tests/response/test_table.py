"""CSV as a reader of RFC 4180 and as a spreadsheet sees it."""

import csv
import io
import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoteservice.model import Analysis, Quotation, Span
from quoteservice.response.options import Options
from quoteservice.response.report import Report
from quoteservice.response.table import COLUMNS, guarded, table, unguarded
from tests.fakes import ENGINE
from tests.response.reports import EVIDENCE, TEXT, report

FORMULA = re.compile(r"""[ \xa0\u3000"]*[=+\-@＝＋－＠]""")


def rows(text: str, delimiter: str = ",") -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))


def told(**options: object) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(table(report("c1", **options)), newline="")))


def test_the_header_names_the_columns_and_lines_end_with_crlf() -> None:
    text = table(report())
    assert text.splitlines()[0] == ",".join(COLUMNS)
    assert text.count("\r\n") == text.count("\n") == 5


def test_one_row_a_quotation() -> None:
    first, second, third, fourth = told()
    assert (first["article_id"], first["quote_id"], first["type"]) == ("c1", "q1", "direct")
    assert first["content"] == "Kész a híd de a járda, sajnos, nem."
    assert (first["speakers"], first["kinds"], first["speaker_ids"]) == ("Példa Anna", "person", "s1")
    assert (first["cue"], first["lemma"], first["source"], first["source_form"]) == (
        "mondta",
        "mond",
        "Példa Anna",
        "name",
    )
    assert (first["said_at"], first["said_from"], first["confidence"]) == ("hétfőn", "2025-08-11T00:00", "0.913")
    assert (second["parent_id"], third["parent_id"]) == ("", "q2")
    assert (first["candidates"], fourth["candidates"]) == ("", "Példa Anna; hivatal")
    assert (fourth["speakers"], fourth["source"], fourth["cue"]) == ("", "", "")


@pytest.mark.parametrize(("unit", "moved"), [("codepoint", 0), ("utf16", 1)])
def test_spans_are_half_open_in_the_unit_asked_for(unit: str, moved: int) -> None:
    first = told(offsets=unit)[0]
    ranges = [tuple(int(n) - moved for n in each.split("..")) for each in first["spans"].split()]
    assert " ".join(TEXT[start:end] for start, end in ranges) == first["content"]
    assert first["offset_unit"] == unit


def test_a_parent_that_is_left_out_is_not_named() -> None:
    (only,) = told(types=("mixed",))
    assert only["parent_id"] == ""


@pytest.mark.parametrize(
    ("cell", "safe"),
    [
        ("Kész a híd", "Kész a híd"),
        ("– mondta", "– mondta"),
        ("2025-08-11", "2025-08-11"),
        ("a=b", "a=b"),
        ("=1+1", "'=1+1"),
        ("+36", "'+36"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("＝1+1", "'＝1+1"),
        (" =1", "' =1"),
        ('"=1', "'\"=1"),
        ("'=1", "''=1"),
        ("'a'", "'a'"),
        ("\t=1", "\t'=1"),
        ("a;=1", "a;'=1"),
        ("a\r\n=1", "a\r\n'=1"),
        ("a\x00=\x1bb", "a = b"),
        ("", ""),
    ],
)
def test_formulas_are_guarded_and_nothing_else(cell: str, safe: str) -> None:
    assert guarded(cell) == safe


CELLS = st.text(st.sampled_from("=+-@＝ '\";,\t\r\n\xa0aé\x00"), max_size=30) | st.text(max_size=30)


@given(CELLS)
def test_the_guard_can_be_taken_off(cell: str) -> None:
    printable = re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", " ", cell)
    assert unguarded(guarded(cell)) == printable


@given(CELLS, st.sampled_from(",;\t"))
def test_no_cell_is_a_formula_whatever_the_spreadsheet_takes_for_a_separator(cell: str, delimiter: str) -> None:
    text = "vége " + cell
    quotation = Quotation("q1", "direct", (Span(5, len(text)),), None, None, (), 0.5, EVIDENCE)
    analysis = Analysis(text, (quotation,), ())
    written = table(Report(analysis, ENGINE, Options(), "hu", cell))
    if delimiter == ",":
        assert unguarded(rows(written)[1][3]) == re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", " ", cell)
    read = rows(written) if delimiter == "," else [re.split(f"[{delimiter}\r\n]", written)]
    assert not [each for row in read for each in row if FORMULA.match(each)]


def test_a_cell_costs_what_its_length_says() -> None:
    start = time.perf_counter()
    assert len(guarded("\n" * 100_000 + " " * 100_000 + "=")) == 200_002
    assert time.perf_counter() - start < 1
