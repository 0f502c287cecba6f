"""What the network of the tags and trees knows of each word in its place: a second view for the name finder."""

from collections.abc import Iterable
from pathlib import Path

import numpy as np
import spacy
from spacy.tokens import Doc
from spacy.util import minibatch

import quoteservice.document.genitive
import quoteservice.document.lemmas
import quoteservice.document.runs  # noqa: F401  the pipeline may name them
from training.names.data import Sample

AT_ONCE = 200


class Tagger:
    """The `tok2vec` of the pipeline at `trained`."""

    def __init__(self, trained: Path) -> None:
        nlp = spacy.load(trained, exclude=["parser", "ner"])
        self._vocab, self._network = nlp.vocab, nlp.get_pipe("tok2vec")

    def tag(self, samples: Iterable[Sample]) -> None:
        """Set `tagged` of every sample that lacks it."""
        for several in minibatch((sample for sample in samples if sample.tagged is None), AT_ONCE):
            docs = [Doc(self._vocab, words=sample.forms) for sample in several]
            for sample, rows in zip(several, self._network.predict(docs), strict=True):  # type: ignore[attr-defined]
                sample.tagged = np.asarray(rows, dtype="float16")
