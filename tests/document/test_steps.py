"""The parser's steps in numpy lead to spaCy's trees, whichever sentences are read side by side."""

import numpy as np
import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

import quoteservice.document.runs
from benchmarks.articles import articles
from quoteservice.document import steps
from quoteservice.document.reader import Reader, load
from quoteservice.document.runs import RunParser

SHORT = (
    "Kész.\nEsik.\nA tárca szerint nem.\n„Jó” – mondta Réti Nóra, a híd mérnöke, aki szerint addig más úton kell menni."
)


@pytest.fixture(scope="module")
def reader() -> Reader:
    return load()


def _vectors(reader: Reader, text: str) -> list[steps.Floats]:
    document = reader.read(text)
    return [document.arcs._vectors[first:last].copy() for first, last in document.sentences]


def _parser(reader: Reader) -> RunParser:
    assert isinstance(reader._parser, RunParser)
    return reader._parser


@pytest.mark.parametrize("text", [SHORT, *articles()], ids=lambda text: text[:20])
def test_the_trees_are_those_of_spacy(reader: Reader, text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    parser, vectors = _parser(reader), _vectors(reader, text)
    assert steps.pays(parser, len(vectors))
    taken = list(parser.arcs(vectors))
    alone = [next(iter(parser.arcs([each]))) for each in vectors]
    monkeypatch.setattr(quoteservice.document.runs, "pays", lambda parser, sentences: False)
    assert taken == list(parser.arcs(vectors)) == alone


def test_scores_do_not_depend_on_the_states_beside() -> None:
    words, places, width, moves = 20, 8, 64, 114
    rng = np.random.default_rng(1)
    arrays = [
        rng.normal(size=size).astype("float32")
        for size in ((words + 1, places, width, 2), (width, 2), (moves, width), moves)
    ]
    cached, bias, matrix, shift = [array.copy() for array in arrays]
    score = steps._Scores(*arrays)
    states = rng.integers(-1, words, size=(11, places)).astype("int32")
    together = score(states)
    wanted = (cached[states + 1, np.arange(places)].sum(axis=1) + bias).max(axis=-1) @ matrix.T + shift
    assert np.allclose(together, wanted, atol=1e-4)
    assert all((score(states[n : n + 1])[0] == together[n]).all() for n in range(len(states)))


def test_few_sentences_and_other_networks_are_spacys(reader: Reader) -> None:
    assert not steps.pays(_parser(reader), steps.FEWEST - 1)
    other: Language = spacy.blank("hu")
    model = {"@architectures": "spacy.TransitionBasedParser.v2", "state_type": "parser", "extra_state_tokens": False}
    words = {"@architectures": "spacy.HashEmbedCNN.v2", "width": 8, "depth": 1, "maxout_pieces": 2, "embed_size": 50}
    words |= {"window_size": 1, "subword_features": False, "pretrained_vectors": None}
    sizes = {"hidden_width": 8, "maxout_pieces": 3, "use_upper": True, "nO": None, "tok2vec": words}
    parser = other.add_pipe("run_parser", config={"model": model | sizes})
    parser.add_label("obj")
    other.initialize()
    assert isinstance(parser, RunParser)
    assert not steps.pays(parser, 100)
    assert len(list(other.pipe([Doc(other.vocab, words=["Esik", "."])] * 9))) == 9
