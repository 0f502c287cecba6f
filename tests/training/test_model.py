"""The shipped weights: what is in the folder, and the figures on the dev splits where the data is there."""

from pathlib import Path

import pytest
import spacy
from spacy.language import Language

from training.evaluate import EMBEDDED, evaluate
from training.fit import use_numpy

ROOT = Path(__file__).parents[2]
MODEL, DATA = ROOT / EMBEDDED, ROOT.parent / "shared" / "data"
LARGEST = 60 * 2**20
FLOORS = {
    "UPOS": 95.7, "feats": 92.8, "lemma": 96.7, "lemma_PROPN": 96.7, "UAS": 81.8, "LAS": 75.7,
    "sentences": 97.5, "NER": 83.5, "NER_PER": 89.5,
}  # fmt: skip


@pytest.fixture(scope="module")
def nlp() -> Language:
    if not MODEL.exists():
        pytest.skip("the embedded model is not in this checkout: run `python -m training.build`")
    use_numpy()
    return spacy.load(MODEL)


def test_it_is_small_enough() -> None:
    assert sum(file.stat().st_size for file in MODEL.rglob("*") if file.is_file()) <= LARGEST


def test_it_says_what_it_is_made_of(nlp: Language) -> None:
    assert (nlp.meta["lang"], nlp.meta["name"]) == ("hu", "quote_news_sm")
    assert "NC" in nlp.meta["license"]
    assert {"tok2vec", "morphologizer", "hungarian_lemmas", "parser", "genitive", "ner"} <= set(nlp.pipe_names)


@pytest.mark.parametrize("line_end", ["\n", "\n\n", "\n \n"])
def test_a_newline_ends_a_sentence(nlp: Language, line_end: str) -> None:
    doc = nlp(f"Elmarad a koncert{line_end}A szervezők az esőre hivatkoztak.")
    assert len([s for s in doc.sents if s.text.strip()]) == 2


@pytest.mark.parametrize(
    "text",
    ["Megjött Dr. Zöld Olga is.", "A híd 2024. június 19-én készült el.", "Vett kenyeret, tejet stb. a boltban."],
)
def test_an_abbreviation_or_a_date_ends_no_sentence(nlp: Language, text: str) -> None:
    assert len(list(nlp(text).sents)) == 1


def test_figures_on_the_dev_splits(nlp: Language) -> None:
    if not DATA.exists():
        pytest.skip("needs the public corpora in ../shared/data (see quoteservice/models/README.md)")
    figures = evaluate(nlp, DATA)
    assert {m: figures[m] for m, floor in FLOORS.items() if figures[m] < floor} == {}
