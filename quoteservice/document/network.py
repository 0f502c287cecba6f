"""The name finder's network, in numpy, and the search for the best labels."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
NEVER = -1e4
SMALL = 1e-5


class Network:
    """A window of words around each word, widened step by step, and what the text says of the same name elsewhere."""

    def __init__(self, arrays: Mapping[str, Floats]) -> None:
        self._a = {name: np.ascontiguousarray(array, dtype=np.float32) for name, array in arrays.items()}
        self._reaches = [int(n) for n in arrays["reaches"]]
        self._pooled_before = int(arrays["pooled_before"])
        self._pieces = [self._a[f"piece{n}"] for n in range(sum(name.startswith("piece") for name in arrays))]
        widths = np.cumsum([0, *(table.shape[1] for table in self._pieces)])
        enter = self._a["enter"]
        self._piece_parts = [enter[a:b] for a, b in pairwise(widths)]
        self._rest = enter[widths[-1] :]
        self.width = enter.shape[1]
        self.bits = len(self._rest) - len(self._a["vector_scale"]) - 2

    def word(self, rows: Sequence[int], vector: Floats, bits: int, lone: bool) -> Floats:
        """What goes in for a word, wherever it stands: `enter` is linear, so this is kept for every form."""
        spread = [float(bits >> n & 1) for n in range(self.bits)]
        rest = np.concatenate([vector * self._a["vector_scale"], spread, [0.0, float(lone)]]).astype(np.float32)
        total: Floats = rest @ self._rest + self._a["enter_bias"]
        for table, part, row in zip(self._pieces, self._piece_parts, rows, strict=True):
            total += table[row] @ part
        return total

    def scores(self, words: Floats, first: NDArray[np.bool_], keys: Ints, tagged: Floats) -> Floats:
        """Scores (word, label) for the words of one text, whose sentences open where `first`.

        `tagged` is what the network of the tags and trees knows of each word in its place.
        """
        h = words + first[:, None] * self._rest[-2]
        h += tagged @ self._a["tagged"]
        np.maximum(h, 0, out=h)
        self._norm(h, "enter_norm")
        wide = np.zeros((len(h), 3 * self.width), dtype=np.float32)
        for n, reach in enumerate(self._reaches):
            if n == self._pooled_before:
                self._pool(h, keys)
            _window(wide, h, reach)
            step = wide @ self._a[f"block{n}"]
            step += self._a[f"bias{n}"]
            np.maximum(step, 0, out=step)
            h += step
            self._norm(h, f"norm{n}")
        found: Floats = h @ self._a["out"] + self._a["out_bias"]
        return found

    def _norm(self, h: Floats, name: str) -> None:
        layer_norm(h, self._a[f"{name}.scale"], self._a[f"{name}.shift"], SMALL)

    def _pool(self, h: Floats, keys: Ints) -> None:
        """Add to each name the mean of what stands in the text at all its places."""
        named = np.flatnonzero(keys)
        if len(named):
            names, which = np.unique(keys[named], return_inverse=True)
            total: Floats = np.zeros((len(names), self.width), dtype=np.float32)
            np.add.at(total, which, h[named])
            total /= np.bincount(which)[:, None].astype(np.float32)
            added: Floats = total @ self._a["pool"]
            h[named] += added[which]
        self._norm(h, "pool_norm")


def layer_norm(h: Floats, gain: Floats, shift: Floats, small: float) -> None:
    """Give every row of `h` mean 0 and variance 1, then `gain` and `shift` a column; in place."""
    width = h.shape[1]
    h -= (h @ np.full(width, 1 / width, dtype=np.float32))[:, None]
    spread = np.einsum("ij,ij->i", h, h) / width + small
    h *= (1 / np.sqrt(spread))[:, None]
    h *= gain
    h += shift


def _window(wide: Floats, h: Floats, reach: int) -> None:
    """Put the word `reach` before, the word and the word `reach` behind side by side."""
    size, width = h.shape
    near = min(reach, size)
    wide[:near, :width] = 0
    wide[near:, :width] = h[: size - near]
    wide[:, width : 2 * width] = h
    wide[: size - near, 2 * width :] = h[near:]
    wide[size - near :, 2 * width :] = 0


def decode(scores: Floats, labels: Sequence[str]) -> list[int]:
    """The best row of label numbers in which no name goes on without its beginning (`scores`: word, label)."""
    if not len(scores):
        return []
    begins = _begins(tuple(labels))
    plain: list[int] = scores.argmax(axis=1).tolist()
    if all((begin := begins[label]) is None or last in begin for last, label in pairwise([-1, *plain])):
        return plain
    rows: list[list[float]] = scores.tolist()
    best = [NEVER if begin is not None else score for score, begin in zip(rows[0], begins, strict=True)]
    back: list[list[int]] = []
    for row in rows[1:]:
        top = best.index(max(best))
        came = [top if begin is None else max(begin, key=best.__getitem__) for begin in begins]
        best = [best[way] + score for way, score in zip(came, row, strict=True)]
        back.append(came)
    found = [best.index(max(best))]
    for came in reversed(back):
        found.append(came[found[-1]])
    return found[::-1]


@lru_cache
def _begins(labels: tuple[str, ...]) -> tuple[tuple[int, ...] | None, ...]:
    """For each label those that it may follow, None where it may follow any."""
    return tuple(
        tuple(n for n, before in enumerate(labels) if before[2:] == label[2:]) if label[0] == "I" else None
        for label in labels
    )


def spans(tags: Sequence[str]) -> list[tuple[int, int, str]]:
    """Names as (first, after the last, class) out of BIO labels."""
    found: list[tuple[int, int, str]] = []
    start, label = -1, ""
    for n, tag in enumerate([*tags, "O"]):
        if start >= 0 and not (tag[0] == "I" and tag[2:] == label):
            found.append((start, n, label))
            start = -1
        if start < 0 and tag != "O":
            start, label = n, tag[2:]
    return found
