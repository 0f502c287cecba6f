"""Lemmas by table: what was seen, what the endings say, and what is known to exist."""

from pathlib import Path

import pytest
import spacy

from quoteservice.document.lemmas import LemmaTables, apply
from training.lemmas import learn_lemmas, nominatives, rule_for
from training.sources import Sentence, Word

INE, INS, NOM = "Case=Ine|Number=Sing", "Case=Ins|Number=Sing", "Case=Nom|Number=Sing"


def nominative(form: str, upos: str) -> list[Sentence]:
    return [Sentence([Word(form, "", upos, NOM)])]


def known_names() -> list[Sentence]:
    return [s for name in ("Sándor", "Arden") for s in nominative(name, "PROPN") * 2]


@pytest.fixture(scope="module")
def tables() -> LemmaTables:
    rows = [
        ("kertben", "kert", "NOUN", INE), ("székben", "szék", "NOUN", INE), ("vízben", "víz", "NOUN", INE),
        ("házban", "ház", "NOUN", INE), ("fákban", "fák", "NOUN", INE), ("Péccsel", "Pécs", "PROPN", INS),
        ("Győrrel", "Győr", "PROPN", INS), ("Egerrel", "Eger", "PROPN", INS), ("tóban", "tó", "NOUN", INE),
        ("lovában", "ló", "NOUN", INE), ("órában", "óra", "NOUN", INE), ("mesében", "mese", "NOUN", INE),
    ]  # fmt: skip
    gold = [Sentence([Word(form, lemma, upos, feats)]) for form, lemma, upos, feats in rows for _ in range(2)]
    return learn_lemmas(gold, [], nominative("lakás", "NOUN") * 2 + nominative("kapu", "NOUN") * 2 + known_names())


@pytest.mark.parametrize(
    ("form", "upos", "feats", "lemma"),
    [
        ("lovában", "NOUN", INE, "ló"),
        ("kertben", "NOUN", INE, "kert"),
        ("Kertben", "NOUN", INE, "kert"),
        ("lakásban", "NOUN", INE, "lakás"),
        ("kapuban", "NOUN", INE, "kapu"),
        ("EGERREL", "PROPN", INS, "EGER"),
        ("Xyz", "PROPN", NOM, "Xyz"),
        ("Sándorral", "PROPN", NOM, "Sándor"),
        ("XY-nak", "PROPN", NOM, "XY"),
        ("Arden", "PROPN", INE, "Arden"),
        ("kocsi-", "NOUN", NOM, "kocsi-"),
    ],
)
def test_lemma(tables: LemmaTables, form: str, upos: str, feats: str, lemma: str) -> None:
    assert tables.lemma(form, upos, feats) == lemma


def test_a_rule_is_the_least_cut() -> None:
    assert rule_for("házban", "ház") == (0, 3, "")
    assert rule_for("legszebb", "szép") == (3, 3, "ép")
    assert rule_for("volt", "lesz") is None
    assert apply((0, 9, ""), "ház") == ""


def test_the_tables_are_saved_with_the_pipeline(tables: LemmaTables, tmp_path: Path) -> None:
    nlp = spacy.blank("hu")
    nlp.add_pipe("hungarian_lemmas").tables = tables  # type: ignore[attr-defined]
    nlp.to_disk(tmp_path / "model")
    again = spacy.load(tmp_path / "model").get_pipe("hungarian_lemmas").tables  # type: ignore[attr-defined]
    assert again.lemma("lovában", "NOUN", INE) == "ló"
    assert again.lemma("lakásban", "NOUN", INE) == "lakás"


def test_a_form_that_is_mostly_a_bare_nominative_is_a_word() -> None:
    other = Sentence([Word("kapuk", "", "NOUN", "Case=Nom|Number=Plur")])
    assert nominatives([*nominative("Kapu", "NOUN"), *nominative("kapu", "NOUN"), other, other]) == {"NOUN kapu"}
