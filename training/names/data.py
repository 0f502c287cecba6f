"""Turns annotated texts into arrays for the name finder's network."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.vectors import Vectors

from quoteservice.document.spelling import ROWS, Speller
from training.augment import vary
from training.sources import Text

LABELS = ("O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC", "B-MISC", "I-MISC")
WIDTHS = (24, 48, 96, 160, 256, 384)
WORDS = 2000
LONGEST = 20
"""Sentences in a sample; one of more words than the greatest of WIDTHS is not learnt from."""
BITS = 10
TAGGED = 96


@dataclass(slots=True)
class Sample:
    """A run of sentences: forms, whether each opens a sentence, and label numbers or soft labels."""

    forms: list[str]
    first: list[bool]
    labels: NDArray[np.floating[Any]]
    """(word, label), rows that sum to one, or zero where nothing is known."""
    weight: float = 1.0
    tagged: NDArray[np.floating[Any]] | None = None
    """What the network of the tags and trees knows of each word (word, width); see `tagged.py`."""


def samples(texts: Sequence[Text], rng: Random, varied: bool, longest: int = LONGEST) -> Iterator[Sample]:
    """Runs of one to `longest` sentences, as news sites would print them if `varied`."""
    for text in texts:
        at = 0
        while at < len(text):
            size = rng.randint(1, longest) if varied else longest
            group = [vary(s, rng) if varied else s for s in text[at : at + size]]
            at += size
            words = [w for s in group for w in s.words]
            labels = np.zeros((len(words), len(LABELS)), dtype="float32")
            labels[np.arange(len(words)), [LABELS.index(name) for name in repaired([w.name for w in words])]] = 1
            first = [n == 0 for s in group for n in range(len(s.words))]
            yield Sample([w.form for w in words], first, labels)


def repaired(names: list[str]) -> list[str]:
    """BIO labels in which every name opens with B."""
    tags, last = [], "O"
    for tag in names:
        if tag.startswith("I-") and last[2:] != tag[2:]:
            tag = "B-" + tag[2:]
        tags.append(tag)
        last = tag
    return tags


class Encoder:
    """Makes padded batches; keeps the features of every form."""

    def __init__(self, speller: Speller, vectors: Vectors, pieces: Vectors, scale: float) -> None:
        self._speller, self._vectors, self._pieces, self.scale = speller, vectors, pieces, scale
        self._rows: dict[str, int] = {}
        self._made: dict[str, NDArray[np.float32]] = {}

    def arrays(self, batch: Sequence[Sample], width: int, size: int) -> dict[str, NDArray[np.generic]]:
        """A batch of `size` texts of at most `width` words."""
        rows = np.zeros((size, width, len(ROWS)), dtype="int32")
        found = np.full((size, width), -1, dtype="int64")
        bits = np.zeros((size, width), dtype="int32")
        keys = np.zeros((size, width), dtype="uint32")
        first = np.zeros((size, width), dtype="float32")
        mask = np.zeros((size, width), dtype="float32")
        labels = np.zeros((size, width, len(LABELS)), dtype="float32")
        tagged = np.zeros((size, width, TAGGED), dtype="float32")
        made = []
        for b, sample in enumerate(batch):
            count = len(sample.forms)
            if sample.tagged is not None:
                tagged[b, :count] = sample.tagged
            for n, form in enumerate(sample.forms):
                rows[b, n], bits[b, n], keys[b, n] = self._speller(form)
                found[b, n] = self._row(form)
                if found[b, n] < 0 and keys[b, n]:
                    made.append((b, n, self._make(form)))
            first[b, :count], mask[b, :count] = sample.first, 1
            labels[b, :count] = sample.labels * sample.weight
        floats = self._vectors.data[found] * self.scale
        floats[found < 0] = 0
        for b, n, vector in made:
            floats[b, n] = vector
        spread = ((bits[..., None] >> np.arange(BITS)) & 1).astype("float32")
        lone = (found < 0).astype("float32") * mask
        return {"rows": rows, "floats": floats, "bits": spread, "keys": keys, "first": first, "lone": lone,
                "mask": mask, "labels": labels, "tagged": tagged}  # fmt: skip

    def _row(self, form: str) -> int:
        if form not in self._rows:
            self._rows[form] = int(self._vectors.find(key=self._vectors.strings[form]))
        return self._rows[form]

    def _make(self, form: str) -> NDArray[np.float32]:
        if form not in self._made:
            self._made[form] = self._pieces.get_batch([self._pieces.strings.add(form)])[0] * self.scale
        return self._made[form]


def shelved(pool: Sequence[Sample], rng: Random | None) -> Iterator[tuple[int, int, list[Sample]]]:
    """(width, size, texts) of like length; shuffled where `rng` is given."""
    shelves: dict[int, list[Sample]] = {w: [] for w in WIDTHS}
    batches = []
    for sample in rng.sample(list(pool), len(pool)) if rng else pool:
        width = next((w for w in WIDTHS if w >= len(sample.forms)), None)
        if width is None:
            continue
        shelves[width].append(sample)
        if len(shelves[width]) == max(1, WORDS // width):
            batches.append((width, max(1, WORDS // width), shelves[width]))
            shelves[width] = []
    batches += [(width, max(1, WORDS // width), shelf) for width, shelf in shelves.items() if shelf]
    yield from rng.sample(batches, len(batches)) if rng else batches
