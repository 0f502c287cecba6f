"""What the teacher sees of a word: its vector and hashed pieces of its spelling."""

from collections.abc import Sequence
from zlib import crc32

import numpy as np
from numpy.typing import NDArray
from spacy.vectors import Vectors

ROWS = 16384
PIECES = 8
Ints = NDArray[np.int32]
Floats = NDArray[np.float32]


def pieces(form: str) -> list[int]:
    """Row numbers for the word, its endings, its beginning and its shape."""
    low = form.lower()
    shape = "".join("X" if c.isupper() else "x" if c.islower() else "d" if c.isdigit() else c for c in form)
    parts = [low, low[-2:], low[-3:], low[-4:], low[-5:], low[:3], low[:5], shape[:1] + shape[-4:]]
    return [crc32(f"{n}{part}".encode()) % ROWS for n, part in enumerate(parts)]


class Featurizer:
    """Keeps the pieces and the vector of every form it has met."""

    def __init__(self, vectors: Vectors) -> None:
        self._vectors = vectors
        self._pieces: dict[str, list[int]] = {}
        self._floats: dict[str, Floats] = {}
        sample = vectors.get_batch([vectors.strings.add(w) for w in ("a", "van", "elnök", "szerint", "Budapesten")])
        self._scale = 1.0 / float(np.std(sample) + 1e-6)

    def batch(self, sentences: Sequence[Sequence[str]], width: int) -> tuple[Ints, Floats]:
        """Padded arrays (sentence, word, piece) and (sentence, word, dimension)."""
        rows = np.zeros((len(sentences), width, PIECES), dtype="int32")
        floats = np.zeros((len(sentences), width, self._vectors.data.shape[1]), dtype="float32")
        for b, forms in enumerate(sentences):
            for n, form in enumerate(forms):
                if form not in self._pieces:
                    self._pieces[form] = pieces(form)
                    key = self._vectors.strings.add(form)
                    self._floats[form] = self._vectors.get_batch([key])[0] * self._scale
                rows[b, n] = self._pieces[form]
                floats[b, n] = self._floats[form]
        return rows, floats
