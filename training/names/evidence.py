"""What running text says of a name: which class trained finders mostly give it, as bits beside those of the lists."""

from collections import defaultdict
from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from quoteservice.document.spelling import hashed, key, stems
from training.names.data import LABELS, Sample

FIRST_BIT = 6
CLASSES = ("PER", "ORG", "LOC", "MISC")
LEAST, SHARE = 2.0, 0.6


def evidence(found: Iterable[tuple[Sample, NDArray[np.float32]]]) -> dict[int, int]:
    """The bit of the class that most mentions of a word have; `found`: texts with probabilities (word, label)."""
    sums: dict[int, NDArray[np.float32]] = defaultdict(lambda: np.zeros(len(CLASSES) + 1, dtype="float32"))
    groups = np.array([[n == 0 for n in range(len(LABELS))], *[[name[2:] == c for name in LABELS] for c in CLASSES]])
    for sample, chances in found:
        shares = chances @ groups.T.astype("float32")
        for form, first, share in zip(sample.forms, sample.first, shares, strict=True):
            if key(form) and not first:
                for word in set(stems(form)):
                    sums[hashed(word)] += share
    bits = {}
    for word, total in sums.items():
        best = int(total[1:].argmax())
        if total[1 + best] >= LEAST and total[1 + best] >= SHARE * total.sum():
            bits[word] = 1 << (FIRST_BIT + best)
    return bits


def joined(lists: dict[int, int], bits: dict[int, int]) -> dict[int, int]:
    """Both in one."""
    return {word: lists.get(word, 0) | bits.get(word, 0) for word in lists.keys() | bits.keys()}
