"""Words that lost the blank between them: the rows of lexicon/glued.tsv, and words that must stay whole."""

import pytest
import spacy

from quoteservice.document import glued
from quoteservice.document.reader import EMBEDDED
from quoteservice.document.tokenizer import KeptTokenizer
from quoteservice.lexicon import tables

WHOLE = """
BioNTech AstraZeneca YouTube McCauley iPhone mRNS eKRÉTA KözpénzRadar LinkedIn
Kovácsné Springfield Goldberg Oroszországban Kremlnek Inforádióban
járványkitörés dokumentumtervezet miniszterelnökség rendőrkapitányság
létrehozhatnak igénybejelentés befejezettnek településeknek azokénál nagyjából
adatvédelemre agyonlövi alapozás asszonykórus azonosságtudat
délután azután miután ezután egymásután napközben parlamentellenes
csakazértis hogyléte sajátmárkás továbbtanulni mindenekelőtt
"""
"""Names, compounds and inflected words, in which halves of two words can be read."""


@pytest.fixture(scope="module")
def vocab() -> spacy.vocab.Vocab:
    return spacy.load(EMBEDDED, exclude=["newlines"]).vocab


@pytest.mark.parametrize("example", [row["example"] for row in tables.rows("glued") if row["side"] != "agency"])
def test_row_parts_its_example(vocab: spacy.vocab.Vocab, example: str) -> None:
    expected = {example.index("·")} if "·" in example else set()
    assert glued.Seams(vocab)(example.replace("·", "")) == expected


@pytest.mark.parametrize("row", tables.rows("glued"), ids=lambda row: f"{row['side']} {row['form']}")
def test_row_is_in_its_example(row: dict[str, str]) -> None:
    left, _, right = row["example"].partition("·")
    match row["side"]:
        case "word" | "agency":
            assert left == row["form"]
        case "ending" | "possessive":
            assert left.endswith(row["form"])
        case "place":
            assert row["form"] in left[1:]
        case side:
            assert side in {"behind", "capital"}
            assert right == row["form"]


@pytest.mark.parametrize("word", WHOLE.split())
def test_word_stays_whole(vocab: spacy.vocab.Vocab, word: str) -> None:
    assert glued.Seams(vocab)(word) == frozenset()


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("Jövünk- mondta", {6}),
        ("Jön?- kérdezte", {3, 4}),
        ("kis- és nagyvállalatok", set()),
        ("a bel- vagy külföldi", set()),
        ("dél-alföldi", set()),
    ],
)
def test_hyphen_for_a_dash(text: str, at: set[int]) -> None:
    assert glued.Seams(spacy.blank("hu").vocab)(text) == at


def test_two_seams_in_a_text(vocab: spacy.vocab.Vocab) -> None:
    assert glued.Seams(vocab)("Kész.\n\nA híd azesküvőt, augusztusbanszületett.") == {15, 36}


def test_vocabulary_without_vectors_parts_nothing() -> None:
    assert glued.Seams(spacy.blank("hu").vocab)("augusztusbanszületett") == frozenset()


@pytest.mark.parametrize("text", ["A híd, augusztusbanszületett", "„éstüntetést”", "  csakAli "])
def test_parted_tokens_give_the_text_back(text: str) -> None:
    nlp = spacy.load(EMBEDDED, exclude=["newlines"])
    seams = glued.Seams(nlp.vocab)(text)
    words, places = glued.part(*KeptTokenizer(nlp)(text), seams)
    assert seams
    assert seams <= set(places)
    assert all(text.startswith(word, at) for word, at in zip(words, places, strict=True))
    assert "".join(words) == "".join(text.split())


@pytest.mark.parametrize(
    "text",
    [
        "Halvorsen hallgat. Jövünk – mondta Halvorsen·az UnHerdnek adott interjúban.",
        "Halvorsen hallgat. Jövünk – mondta Halvorsen·az unokaöccsének.",
        "Halvorsen és Halvorsena Kovácsné is eljött.",
        "Jövünk – mondta Halvorsenaz UnHerdnek, de más nem.",
    ],
    ids=["article", "small letter", "another name", "named once"],
)
def test_name_lost_the_blank_before_its_article(vocab: spacy.vocab.Vocab, text: str) -> None:
    expected = {text.index("·")} if "·" in text else set()
    assert glued.Seams(vocab)(text.replace("·", "")) == expected
