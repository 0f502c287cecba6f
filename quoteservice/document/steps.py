"""The steps of spaCy's parser, taken for all sentences at once and in numpy.

spaCy takes them in C, and asks for Python's lock after each of the small products and sums, which was a third of its
time when it was profiled. Scores are the same but for their last digits; what a sentence gets does not depend on those
beside it, as every row is multiplied by itself.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.ml.parser_model import ParserStepModel  # type: ignore[import-not-found]
from spacy.pipeline import DependencyParser
from spacy.tokens import Doc
from thinc.api import Model

Floats = NDArray[np.float32]
PIECES = 2
FEWEST = 4
"""Sentences from which on this is quicker than spaCy's way."""


class _Seen:
    """A layer whose last output is kept, because spaCy's step model shows it to C alone."""

    def __init__(self, layer: Model[Any, Any]) -> None:
        self._layer, self.ops = layer, layer.ops
        self.get_dim, self.has_dim, self.get_param = layer.get_dim, layer.has_dim, layer.get_param

    def __call__(self, words: Floats, is_train: bool) -> tuple[Floats, Any]:
        self.found, back = self._layer(words, is_train)
        return self.found, back


def pays(parser: DependencyParser, sentences: int) -> bool:
    """Whether `parse` is quicker for so many, and knows the network: two pieces, an upper layer, all moves seen."""
    model = parser.model
    return bool(
        sentences >= FEWEST
        and model.attrs.get("has_upper")
        and not model.attrs.get("unseen_classes")
        and model.get_ref("lower").get_dim("nP") == PIECES
    )


def parse(parser: DependencyParser, docs: Sequence[Doc]) -> list[Any]:
    """The final states of `docs`, for the parser's `set_annotations`."""
    vectors, lower, upper = parser.model.layers
    seen = _Seen(lower)
    model = ParserStepModel(docs, [vectors, seen, upper], has_upper=True, train=False)
    score = _Scores(seen.found, lower.get_param("b"), upper.get_param("W"), upper.get_param("b"))
    batch: list[Any] = parser.moves.init_batch(docs)
    states = [state for state in batch if not state.is_final()]
    while states:
        states = parser.transition_states(states, score(model.get_token_ids(states)))
    return batch


class _Scores:
    """The scores (state, move) of states that are given as the words they look at (-1: none).

    `cached` has what each word brings in at each place (word, place, width, piece), that of no word first.
    """

    def __init__(self, cached: Floats, bias: Floats, matrix: Floats, shift: Floats) -> None:
        places, self._width = cached.shape[1], matrix.shape[1]
        cached[:, 0] += bias
        self._rows = cached.reshape(len(cached) * places, -1)
        self._first = places + np.arange(places)
        self._matrix = np.vstack([matrix.T, shift])

    def __call__(self, words: NDArray[np.int32]) -> Floats:
        total = self._rows.take(words * len(self._first) + self._first, axis=0).sum(axis=1)
        best = np.ones((len(words), 1, self._width + 1), dtype=np.float32)  # a one at the end, for the shift
        np.maximum(total[:, ::2], total[:, 1::2], out=best[:, 0, :-1])
        scores: Floats = np.matmul(best, self._matrix)[:, 0]
        return scores
