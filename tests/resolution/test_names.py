"""Inflected names and their nominatives: tables of our own, and invented names inflected by rule."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoteservice.lexicon import tables
from quoteservice.resolution.names import full_nominative, nominative
from tests.resolution.inflect import ENDINGS, inflect

HERE = Path(__file__).parent
FLOOR = 0.97
LINES = [line for line in (HERE / "names.txt").read_text(encoding="utf-8").splitlines() if line[:1] not in ("", "#")]
PARADIGMS = [(form, name) for name, forms in (line.split(": ") for line in LINES) for form in forms.split()]
TABLE = [
    tuple(line.split("\t"))
    for line in (HERE / "names.tsv").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]
INFLECTED = [row for row in TABLE if row[0] != row[1]]
STAYING = [row for row in TABLE if row[0] == row[1]]
KNOWN_FAILURES = frozenset({"Jászaiét", "Widodóval"})
"""Forms whose ending the rules do not cut, or cut wrongly; a row that is put right leaves this list."""


def read(row: tuple[str, ...], inflected: bool = True) -> str:
    form, _, kind, context = row
    return full_nominative(form.split(), "", frozenset(context.split()), inflected, place=kind == "LOC")


def test_the_tables_are_large_and_say_nothing_twice() -> None:
    assert len(INFLECTED) >= 350
    for forms in ([row[0] for row in TABLE], [form for form, _ in PARADIGMS]):
        assert len(set(forms)) == len(forms)


def test_nearly_all_names_find_their_nominative_without_a_tagger() -> None:
    wrong = [(row[0], read(row)) for row in INFLECTED if read(row) != row[1]]
    assert 1 - len(wrong) / len(INFLECTED) >= FLOOR, wrong


def test_nearly_all_forms_of_a_paradigm_find_their_nominative() -> None:
    wrong = [(form, name, nominative(form)) for form, name in PARADIGMS if nominative(form) != name]
    assert 1 - len(wrong) / len(PARADIGMS) >= FLOOR, wrong


@pytest.mark.parametrize("row", INFLECTED, ids=lambda row: row[0])
def test_row(row: tuple[str, ...]) -> None:
    if row[0] in KNOWN_FAILURES:
        assert read(row) != row[1]
    else:
        assert read(row) == row[1]


@pytest.mark.parametrize("row", STAYING, ids=lambda row: row[0])
@pytest.mark.parametrize("inflected", [False, True])
def test_a_name_that_only_looks_inflected_stays_whatever_the_tagger_says(row: tuple[str, ...], inflected: bool) -> None:
    assert read(row, inflected) == row[1]


@pytest.mark.parametrize(("form", "name"), PARADIGMS)
def test_an_attested_nominative_is_always_found(form: str, name: str) -> None:
    assert nominative(form, attested={name}) == name


@pytest.mark.parametrize("name", sorted({name for _, name in PARADIGMS}))
def test_a_nominative_stays_what_it_is(name: str) -> None:
    assert nominative(name, lemma=name, attested={name}, inflected=False) == name


@pytest.mark.parametrize("row", tables.rows("names"), ids=lambda row: f"{row['kind']} {row['letters']}")
def test_a_row_of_the_lexicon_does_what_its_example_shows(row: dict[str, str]) -> None:
    assert nominative(row["form"]) == row["name"]
    assert row["name"].endswith(row["letters"].split()[0]) or row["kind"] in ("short_o", "long_o")
    if row["kind"] == "name":
        assert nominative(row["name"]) == row["name"]


def test_only_the_last_word_of_a_name_changes() -> None:
    assert full_nominative(["Kim", "Dzsongunnal"], "Dzsongunnal", (), True) == "Kim Dzsongun"
    assert full_nominative(["Marco", "Rubio"], "Rubio", (), False) == "Marco Rubio"


ONSET = st.sampled_from(
    ["b", "cs", "d", "f", "g", "gy", "k", "l", "m", "p", "r", "sz", "t", "v", "z", "zs", "br", "st"]
)
VOWEL = st.sampled_from(["a", "á", "e", "é", "i", "o", "ó", "ö", "ő", "u", "ü"])
CODA = st.sampled_from(
    ["", "", "b", "cs", "d", "f", "g", "gy", "k", "l", "m", "n", "ny", "p", "r", "s", "sz", "t", "v", "zs"]
)
SYLLABLE = st.tuples(ONSET, VOWEL, CODA).map("".join)
INVENTED = st.lists(SYLLABLE, min_size=2, max_size=4).map(lambda parts: "".join(parts).capitalize())


@given(INVENTED, st.sampled_from([*ENDINGS, "instrumental"]))
def test_an_invented_name_comes_back_when_the_article_shows_it(name: str, case: str) -> None:
    assert nominative(inflect(name, case), attested={name}) == name


@given(st.text(max_size=30), st.text(max_size=8), st.booleans(), st.booleans())
def test_any_word_has_a_nominative_that_is_no_longer(word: str, lemma: str, inflected: bool, place: bool) -> None:
    assert len(nominative(word, lemma, (), inflected, place)) <= len(word)
