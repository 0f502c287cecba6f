"""The encoder computes what spaCy's layers do, and stands for no other layers."""

import numpy as np
import pytest
import spacy
from spacy.ml.models.tok2vec import MaxoutWindowEncoder, MishWindowEncoder

from quoteservice.document.encoder import encoder_of
from quoteservice.document.reader import EMBEDDED


@pytest.fixture(scope="module")
def layers() -> list:
    return spacy.load(EMBEDDED).get_pipe("tok2vec").model.layers


@pytest.mark.parametrize("words", [0, 1, 2, 5, 40, 700])
def test_it_computes_what_the_layers_do(layers: list, words: int) -> None:
    rows = np.random.default_rng(words).normal(size=(words, 96)).astype(np.float32)
    before, encoder = rows.copy(), encoder_of(layers[1:])
    assert encoder is not None
    assert np.allclose(encoder(rows), layers[1].predict([rows])[0], atol=1e-4)
    assert np.array_equal(rows, before)


def test_one_text_knows_nothing_of_another(layers: list) -> None:
    one, other = np.random.default_rng(1).normal(size=(2, 9, 96)).astype(np.float32)
    encoder = encoder_of(layers[1:])
    assert encoder is not None
    assert np.allclose(encoder(one), layers[1].predict([one, other])[0], atol=1e-4)


OTHERS = {
    "another activation": [MishWindowEncoder(width=96, window_size=1, depth=2)],
    "a wider window": [MaxoutWindowEncoder(width=96, window_size=2, maxout_pieces=3, depth=2)],
    "another one behind it": [MaxoutWindowEncoder(width=96, window_size=1, maxout_pieces=3, depth=2) for _ in range(2)],
}


@pytest.mark.parametrize("kind", OTHERS)
def test_other_layers_stay_as_they_are(kind: str) -> None:
    for layer in OTHERS[kind]:
        layer.initialize()
    assert encoder_of(OTHERS[kind]) is None
