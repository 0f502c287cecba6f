"""Inflected names and their nominatives: a table of our own, a name and its forms a line."""

from pathlib import Path

import pytest

from quoteservice.resolution.names import full_nominative, nominative

TABLE = Path(__file__).with_name("names.txt")
ROWS = [
    (form, line.split(": ")[0])
    for line in TABLE.read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
    for form in line.split(": ")[1].split()
]
FLOOR = 0.97


def test_the_table_is_large_and_says_nothing_twice() -> None:
    assert len(ROWS) >= 300
    assert len({form for form, _ in ROWS}) == len(ROWS)


def test_nearly_all_names_find_their_nominative_without_any_help() -> None:
    wrong = [(form, name, nominative(form)) for form, name in ROWS if nominative(form) != name]
    assert 1 - len(wrong) / len(ROWS) >= FLOOR, wrong


@pytest.mark.parametrize(("form", "name"), ROWS)
def test_an_attested_nominative_is_always_found(form: str, name: str) -> None:
    assert nominative(form, attested={name}) == name


@pytest.mark.parametrize("name", sorted({name for _, name in ROWS}))
def test_a_nominative_stays_what_it_is(name: str) -> None:
    assert nominative(name, lemma=name, attested={name}, inflected=False) == name


def test_only_the_last_word_of_a_name_changes() -> None:
    assert full_nominative(["Kim", "Dzsongunnal"], "Dzsongunnal", (), True) == "Kim Dzsongun"
    assert full_nominative(["Marco", "Rubio"], "Rubio", (), False) == "Marco Rubio"
