"""A word's row is the same whenever, and beside whatever words, it is looked up."""

import numpy as np
import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from quoteservice.document import embedding
from quoteservice.document.embedding import FormTable
from quoteservice.document.reader import EMBEDDED

WORDS = "A híd kész , mondta Réti Nóra , a tárca zsgóbb államtitkára . A híd drága volt .".split()
OTHERS = "Öt tárgyaláson huszonhárom ügyben döntöttek".split()


@pytest.fixture(scope="module")
def nlp() -> Language:
    return spacy.load(EMBEDDED, exclude=["newlines"])


def _rows(table: FormTable, nlp: Language, words: list[str]) -> np.ndarray:
    return table.rows(Doc(nlp.vocab, words=words))


def test_rows_are_those_of_the_layer_and_do_not_depend_on_what_was_asked_before(nlp: Language) -> None:
    layer = nlp.get_pipe("tok2vec").model.layers[0]
    expected = layer.predict([Doc(nlp.vocab, words=WORDS * 2)])[0][: len(WORDS)]
    once, piecemeal, beside = (FormTable(layer, nlp.vocab) for _ in range(3))
    for word in WORDS:
        _rows(piecemeal, nlp, [word])
    found = _rows(once, nlp, WORDS)
    assert np.allclose(found, expected, atol=1e-5)
    assert np.array_equal(_rows(piecemeal, nlp, WORDS), found)
    assert np.array_equal(_rows(beside, nlp, [*OTHERS, *WORDS])[len(OTHERS) :], found)


def test_a_full_table_begins_anew(nlp: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(embedding, "KEPT", 8)
    table = FormTable(nlp.get_pipe("tok2vec").model.layers[0], nlp.vocab)
    first = _rows(table, nlp, WORDS[:6])
    for start in range(len(WORDS) - 4):
        _rows(table, nlp, WORDS[start : start + 4])
        assert len(table._slots) <= 8
    assert len(_rows(table, nlp, WORDS)) == len(WORDS)  # more than fit
    assert np.array_equal(_rows(table, nlp, WORDS[:6]), first)
