"""The shared network's look at the neighbours of a word, in a few products of matrices.

spaCy's own layers compute the same (Hashed embeddings, then MaxoutWindowEncoder), and pass every step through a layer
of their own that is made for training.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from thinc.api import Model

from quoteservice.document.network import layer_norm

Floats = NDArray[np.float32]
Step = tuple[Floats, Floats, Floats, Floats]
SMALL = 1e-8
CONVOLUTION = {"expand_window", "maxout", "layernorm", "dropout"}


class Encoder:
    """Residual convolutions over a word and its two neighbours, each a maxout of pieces behind a layer norm.

    `steps`: matrix (three words side by side, pieces one behind the other), bias, gain and shift of each.
    """

    def __init__(self, steps: Sequence[Step]) -> None:
        self._steps, self._width = steps, steps[0][2].size
        self._pieces = steps[0][1].size // self._width

    def __call__(self, words: Floats) -> Floats:
        """A row for each word in its place, of a row for each word by itself; both are of one width."""
        pad, width = len(self._steps), self._width  # what lies beyond the text is rows of zeros that are encoded too
        h = np.zeros((len(words) + 2 * pad, width), dtype=np.float32)
        h[pad : pad + len(words)] = words
        wide = np.zeros((len(h), 3 * width), dtype=np.float32)
        for matrix, bias, gain, shift in self._steps:
            wide[1:, :width], wide[:, width:-width], wide[:-1, -width:] = h[:-1], h, h[1:]
            every = wide @ matrix
            every += bias
            best = every[:, :width].copy()
            for piece in range(1, self._pieces):
                np.maximum(best, every[:, piece * width : (piece + 1) * width], out=best)
            layer_norm(best, gain, shift, SMALL)
            h += best
        return h[pad : pad + len(words)].copy()


def encoder_of(layers: Sequence[Model[Any, Any]]) -> Encoder | None:
    """The Encoder that computes what `layers` of spaCy's do, or None where they are of another kind."""
    if len(layers) != 1 or not layers[0].name.startswith("with_array") or len(layers[0].layers) != 1:
        return None
    steps = [_weights(layer) for layer in layers[0].layers[0].layers]
    return Encoder([step for step in steps if step is not None]) if all(steps) else None


def _weights(residual: Model[Any, Any]) -> Step | None:
    """What an Encoder needs of one layer."""
    parts: dict[str, Any] = {model.name: model for model in residual.walk() if not model.layers}
    if not residual.name.startswith("residual") or parts.keys() != CONVOLUTION:
        return None
    weights: Floats = parts["maxout"].get_param("W")
    bias: Floats = parts["maxout"].get_param("b")
    size, pieces, inputs = weights.shape
    if inputs != 3 * size:
        return None
    matrix = np.ascontiguousarray(weights.transpose(1, 0, 2).reshape(pieces * size, inputs).T)
    norm = parts["layernorm"]
    return matrix, np.ascontiguousarray(bias.T).reshape(-1), norm.get_param("G"), norm.get_param("b")
