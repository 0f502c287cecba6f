"""The tag and the features of each word; a model has few of them together, so each is written out once."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import MORPH, POS  # type: ignore[import-not-found]
from spacy.language import Language
from spacy.pipeline import Morphologizer
from spacy.tokens import Doc
from spacy.vocab import Vocab

ANY_WORD = "a"
NO_FEATURES = "_"
INPUT, OUTPUT = "tok2vec-listener", "with_array(softmax)"


class Analysis(NamedTuple):
    """What a word is in its place: its tag, its features as spaCy writes them, and as name → value."""

    upos: str
    written: str
    feats: Mapping[str, str]


class Read:
    """Reads the analyses that a pipeline has set."""

    def __init__(self, vocab: Vocab) -> None:
        self._strings = vocab.strings
        self._known: dict[tuple[int, int], Analysis] = {}

    def __call__(self, doc: Doc) -> list[Analysis]:
        """The analysis of each word of `doc`."""
        known = self._known
        pairs = [(int(tag), int(features)) for tag, features in doc.to_array([POS, MORPH]).tolist()]
        return [known.get(pair) or self._learn(pair) for pair in pairs]

    def _learn(self, pair: tuple[int, int]) -> Analysis:
        upos, written = (self._strings[number].strip(NO_FEATURES) for number in pair)
        named = (feature.partition("=") for feature in written.split("|") if "=" in feature)
        found = self._known[pair] = Analysis(upos, written, {name: value for name, _, value in named})
        return found


class Predicted:
    """Does the work of a morphologizer behind a shared network, without a round by way of the Doc's words."""

    def __init__(self, morphologizer: Morphologizer) -> None:
        softmax: Any = morphologizer.model.get_ref("softmax")
        self._matrix, self._bias = softmax.get_param("W").T, softmax.get_param("b")
        numbers = np.arange(len(morphologizer.labels))
        doc = Doc(morphologizer.vocab, words=[ANY_WORD] * len(numbers))
        morphologizer.set_annotations([doc], [numbers])
        self._analyses: Sequence[Analysis] = Read(morphologizer.vocab)(doc)

    def __call__(self, doc: Doc) -> list[Analysis]:
        """The analysis of each word of `doc`, whose tensor is the shared network's."""
        if not len(doc):
            return []
        scores: NDArray[np.float32] = doc.tensor @ self._matrix
        scores += self._bias
        analyses = self._analyses
        return [analyses[number] for number in scores.argmax(axis=1).tolist()]


def analyser_of(nlp: Language, name: str = "morphologizer") -> Read | Predicted:
    """What tells the analyses of a text read by `nlp`; a morphologizer whose work it does is left out of `nlp`."""
    morphologizer = nlp.get_pipe(name) if nlp.has_pipe(name) else None
    if isinstance(morphologizer, Morphologizer) and _is_known(morphologizer):
        nlp.disable_pipe(name)
        return Predicted(morphologizer)
    return Read(nlp.vocab)


def _is_known(morphologizer: Morphologizer) -> bool:
    """Whether it is one layer over the shared network, and all that it knows is set by it."""
    model: Any = morphologizer.model
    settings = morphologizer.cfg
    layers = [layer.name for layer in model.layers]
    return layers == [INPUT, OUTPUT] and bool(settings["overwrite"]) and not settings["extend"]
