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
        h -= h.mean(axis=1, keepdims=True)
        spread = np.einsum("ij,ij->i", h, h) / self.width
        h *= (1 / np.sqrt(spread + SMALL))[:, None]
        h *= self._a[f"{name}.scale"]
        h += self._a[f"{name}.shift"]

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
    barred = _barred(tuple(labels))
    best = scores[0] + barred[0]
    back = np.empty(scores.shape, dtype=np.intp)
    plain = scores.argmax(axis=1)
    if not _broken(plain, barred):
        return [int(n) for n in plain]
    for n in range(1, len(scores)):
        ways = best[:, None] + barred
        back[n] = ways.argmax(axis=0)
        best = ways.max(axis=0) + scores[n]
    at = int(best.argmax())
    found = [at]
    for n in range(len(scores) - 1, 0, -1):
        at = int(back[n][at])
        found.append(at)
    return found[::-1]


@lru_cache
def _barred(labels: tuple[str, ...]) -> Floats:
    """Zero where the second label may follow the first, else `NEVER`; the first row serves for a text's start."""
    return np.array(
        [[NEVER if b[0] == "I" and a[2:] != b[2:] else 0.0 for b in labels] for a in labels], dtype=np.float32
    )


def _broken(found: NDArray[np.intp], barred: Floats) -> bool:
    return bool(barred[0, found[0]] < 0 or (barred[found[:-1], found[1:]] < 0).any())


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
