"""Every row of the lexicon carries an example of its own, and draws on closed sets."""

import csv
from collections import Counter
from pathlib import Path

import pytest

from quoteservice.lexicon.categories import CATEGORIES, ROLE_DOMAINS, ROLE_KINDS, STANCES
from tests.marked import Marked, read

FOLDER = Path(__file__).parents[2] / "quoteservice" / "lexicon"
POS = {"VERB", "PREVERB+VERB", "VPHRASE", "NOUN", "CONVERB", "POSTP", "ADV", "ADJ"}
OUTSIDE = {"a", "azt", "arra", "azzal", "attól", "úgy", "amely", "aki", "szerint", "-"}
"""Words of a row that point at the content, join the clause or stand in many rows."""


def rows(name: str) -> list[dict[str, str]]:
    with (FOLDER / f"{name}.tsv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


CUES, ROLES = rows("cues"), rows("roles")
EVERY = [(table, row) for table in (CUES, ROLES) for row in table]


def first(row: dict[str, str]) -> str:
    return next(iter(row.values()))


def has_form_of(row: dict[str, str], cue: str) -> bool:
    """Whether `cue` holds the word that carries the row's meaning, and of a preverbed verb its own preverb.

    A verb may be in another tense than the table's form, so a shared beginning is asked for, not the whole word.
    """
    words = cue.lower().split()
    if row["pos"] == "PREVERB+VERB":
        known = {form for key in ("lemma", "forms", "separated") for form in row[key].split()}
        return all(any(alike(word, form) for form in known) for word in words)
    return words == ["szerint"] or any(alike(word, form) for word in words for form in core(row))


def core(row: dict[str, str]) -> set[str]:
    parts = [[w.strip("()") for w in row[key].split() if w not in OUTSIDE] for key in ("lemma", "forms", "separated")]
    return {max(words, key=len) for words in parts if words}


def alike(word: str, form: str) -> bool:
    shared = next((n for n, (a, b) in enumerate(zip(word, form, strict=False)) if a != b), min(len(word), len(form)))
    return shared >= min(4, len(form), max(2, len(form) - 2))


@pytest.mark.parametrize("row", [row for _, row in EVERY], ids=first)
def test_row_has_an_example_that_reads(row: dict[str, str]) -> None:
    example = row["example"]
    assert example not in ("", "-", None)
    assert example == example.strip()
    marked = read(example)
    assert "<" not in marked.text and ">" not in marked.text
    assert 4 <= len(marked.text.split()) <= 22
    for quotation in marked.quotations:
        assert quotation.type and quotation.content and quotation.cue
        for start, end in [*quotation.content, *quotation.cue, quotation.source or (0, 1)]:
            assert marked.text[start:end] == marked.text[start:end].strip() != ""


@pytest.mark.parametrize("row", CUES, ids=first)
def test_example_shows_the_cue_of_its_row(row: dict[str, str]) -> None:
    marked = read(row["example"])
    if row["frame"].startswith("head noun"):
        assert row["lemma"] in marked.text  # the noun before it is the cue
        return
    for quotation in marked.quotations:
        assert has_form_of(row, cue_text(marked, quotation.cue))


@pytest.mark.parametrize("row", ROLES, ids=first)
def test_example_holds_the_noun_of_its_row(row: dict[str, str]) -> None:
    text = read(row["example"]).text.lower()
    stem = row["noun"].lower()
    assert stem[: max(2, len(stem) - 2)] in text


def cue_text(marked: Marked, spans: list[tuple[int, int]]) -> str:
    return " ".join(marked.text[start:end] for start, end in spans)


@pytest.mark.parametrize(
    ("lemma", "cue"), [("mond", "közölte"), ("elmond", "mondta ki"), ("véleménye szerint", "jelentése szerint")]
)
def test_a_foreign_cue_is_noticed(lemma: str, cue: str) -> None:
    row = next(row for row in CUES if row["lemma"] == lemma)
    assert not has_form_of(row, cue)


@pytest.mark.parametrize(("table", "key"), [(CUES, "lemma"), (ROLES, "noun")])
def test_no_row_and_no_example_comes_twice(table: list[dict[str, str]], key: str) -> None:
    for column in (key, "example"):
        assert [value for value, times in Counter(row[column] for row in table).items() if times > 1] == []


@pytest.mark.parametrize("row", CUES, ids=first)
def test_cue_draws_on_closed_sets(row: dict[str, str]) -> None:
    assert row["pos"] in POS
    assert row["category"] in CATEGORIES
    assert row["stance"] in STANCES
    assert {row["direct"], row["indirect"], row["paratactic"]} <= {"Y", "R", "N"}


@pytest.mark.parametrize("row", ROLES, ids=first)
def test_role_draws_on_closed_sets(row: dict[str, str]) -> None:
    assert row["kind"] in ROLE_KINDS
    assert row["domain"] in ROLE_DOMAINS
    assert row["relational"] in {"R", "N"}


@pytest.mark.parametrize(("names", "column"), [(CATEGORIES, "category"), (STANCES, "stance")])
def test_nothing_in_a_closed_set_is_unused(names: dict[str, str], column: str) -> None:
    assert set(names) == {row[column] for row in CUES}
