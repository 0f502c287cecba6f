"""A text parsed run by run has the trees and sentences that its runs have alone."""

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from quoteservice.document.reader import EMBEDDED
from quoteservice.document.runs import runs, set_starts

WORDS = "Orbán Viktor beszélt . A miniszter Budapesten járt .".split()


@pytest.fixture(scope="module")
def nlp() -> Language:
    if not EMBEDDED.exists():
        pytest.skip("the embedded model is not in this checkout: run `python -m training.build`")
    return spacy.load(EMBEDDED)


def _doc(nlp: Language, opened: set[int]) -> Doc:
    doc = Doc(nlp.vocab, words=WORDS)
    return set_starts(doc, [n in opened for n in range(len(WORDS))])


def test_runs_are_cut_at_sentence_starts(nlp: Language) -> None:
    assert [run.text for run in runs(_doc(nlp, {0, 4}))] == ["OrbánViktorbeszélt.", "AminiszterBudapestenjárt."]


def test_a_text_without_starts_is_one_run(nlp: Language) -> None:
    assert [len(run) for run in runs(Doc(nlp.vocab, words=WORDS))] == [len(WORDS)]


def test_an_empty_text_has_no_run(nlp: Language) -> None:
    assert runs(Doc(nlp.vocab)) == []
    assert len(nlp(Doc(nlp.vocab))) == 0


def test_heads_stay_inside_the_sentence(nlp: Language) -> None:
    doc = nlp(_doc(nlp, {0, 4}))
    assert [(s.start, s.end) for s in doc.sents] == [(0, 4), (4, 9)]
    assert all(token.head in sentence for sentence in doc.sents for token in sentence)
    assert [t.head.text for t in doc if t.dep_ == "ROOT"] == ["beszélt", "járt"]


def test_what_must_start_no_sentence_starts_none(nlp: Language) -> None:
    assert len(list(nlp(_doc(nlp, {0})).sents)) == 1


def test_several_texts_at_once(nlp: Language) -> None:
    texts = ["Péter olvas.", "", "Anna ír.\nJános alszik."]
    assert [[t.dep_ for t in doc] for doc in nlp.pipe(texts)] == [[t.dep_ for t in nlp(text)] for text in texts]
