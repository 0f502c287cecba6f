"""The tables of media, addressees and times: closed sets, one row a word, an example that marks what the row is for.

That the examples are found is tested in tests/attribution.
"""

import re
from collections import Counter

import pytest

from quoteservice.lexicon import tables
from quoteservice.lexicon.inflected import CASES
from tests.marked import CIRCUMSTANCES, read

TAGS = {"media": "in", "addressees": "to", "times": "at"}
EVERY = [(name, row) for name in TAGS for row in tables.rows(name)]
MEDIA_KINDS = {"platform", "document", "broadcast", "event", "none"}
TIME_KINDS = {
    "part", "weekday", "bare", "onto", "day", "weekend", "month", "in_month", "season", "year", "last", "third", "unit",
    "number", "vague", "few", "not_before", "not_behind",
}  # fmt: skip
WITHOUT_MARK = {"none", "not_before", "not_behind"}
VALUES = {
    "part": r"\d\d-\d\d", "season": r"\d+-\d+", "last": "last|latest", "unit": "day|week|month|year", "vague": "",
    "few": "", "not_before": "", "not_behind": "",
}  # fmt: skip


def shown(param: object) -> str | None:
    return next(iter(param.values())) if isinstance(param, dict) else None


@pytest.mark.parametrize(("name", "row"), EVERY, ids=shown)
def test_example_marks_what_the_row_is_for(name: str, row: dict[str, str]) -> None:
    marked = read(row["example"])
    assert 4 <= len(marked.text.split()) <= 22
    (quotation,) = marked.quotations
    assert quotation.content and quotation.cue and quotation.source
    assert (TAGS[name] in quotation.circumstances) == (row["kind"] not in WITHOUT_MARK)
    for start, end in quotation.circumstances.values():
        assert marked.text[start:end] == marked.text[start:end].strip() != ""


@pytest.mark.parametrize("row", tables.rows("media"), ids=shown)
def test_medium_draws_on_closed_sets(row: dict[str, str]) -> None:
    assert row["kind"] in MEDIA_KINDS
    assert set(row["cases"].split(",")) <= CASES.keys()


@pytest.mark.parametrize("row", tables.rows("addressees"), ids=shown)
def test_addressee_draws_on_closed_sets(row: dict[str, str]) -> None:
    kind, _, case = row["kind"].partition(":")
    assert kind in {"press", "audience"} if not case else kind == "pronoun" and case in CASES


@pytest.mark.parametrize("row", tables.rows("times"), ids=shown)
def test_time_draws_on_closed_sets(row: dict[str, str]) -> None:
    assert row["kind"] in TIME_KINDS
    assert re.fullmatch(VALUES.get(row["kind"], r"-?\d+"), row["value"])
    assert row["forms"] == row["forms"].lower()


@pytest.mark.parametrize("name", TAGS)
def test_no_word_and_no_example_comes_twice(name: str) -> None:
    rows = tables.rows(name)
    words = (
        [r["noun"] for r in rows]
        if name != "times"
        else [f"{r['kind']} {f}" for r in rows for f in r["forms"].split("|")]
    )
    for column in (words, [row["example"] for row in rows]):
        assert [value for value, times in Counter(column).items() if times > 1] == []


def test_every_circumstance_has_a_table() -> None:
    assert set(TAGS.values()) == CIRCUMSTANCES.keys()
