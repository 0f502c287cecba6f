"""Lets a trained teacher give trees and tags, in the convention of UD, to sentences that lack them."""

from collections.abc import Iterator, Sequence

import jax
import numpy as np

from training.agree import CLOSED
from training.sources import Sentence, Word
from training.teacher import net
from training.teacher.decode import best_tree
from training.teacher.features import Floats, Ints
from training.teacher.learn import UD, WIDTHS, WORDS, Teacher

DIFFER = {"Case", "Degree", "VerbForm", "PronType", "NumType"}
"""Features on whose use the corpora do not agree (genitive or dative, degree of participles)."""
Found = tuple[Ints, Ints, Ints]
Tag = tuple[str, str]


class Labeller:
    """Several teachers that vote by the mean of their probabilities."""

    def __init__(self, teachers: Sequence[Teacher]) -> None:
        self.tags, self.labels = teachers[0].tags, teachers[0].labels
        self._teachers = teachers
        self._arcs = [jax.jit(lambda p, b, t=t: _probable(net.forward(p, t.sizes, b))) for t in teachers]
        self._labels = [jax.jit(lambda p, o, h: jax.nn.softmax(net.label_scores(p, o, h))) for _ in teachers]

    def label(self, sentences: Sequence[Sentence]) -> None:
        """Give trees and, by `closer`, tags in place; sentences over the longest width stay as they are."""
        for batch in _batches(sentences):
            tags, heads, labels = self._run(batch)
            for b, sentence in enumerate(batch):
                sentence.tree = True
                for n, word in enumerate(sentence.words):
                    word.head = n if heads[b, n] == 0 else int(heads[b, n]) - 1
                    word.dep = "ROOT" if heads[b, n] == 0 else self.labels[labels[b, n]]
                    word.upos, word.feats = closer(word, self.tags[tags[b, n]])

    def _run(self, batch: Sequence[Sentence]) -> Found:
        outputs = [
            (t, run(t.params, arrays := t.arrays(batch, UD, gold=False)), arrays)
            for t, run in zip(self._teachers, self._arcs, strict=True)
        ]
        tags = np.asarray(sum(np.asarray(o[1][0]) for o in outputs)).argmax(-1).astype("int32")
        heads = np.zeros(tags.shape, dtype="int32")
        arcs: Floats = np.log(sum(np.asarray(o[1][1]) for o in outputs) / len(outputs) + 1e-9)
        for b, sentence in enumerate(batch):
            size = len(sentence.words)
            heads[b, :size] = best_tree(arcs[b, :size, : size + 1])
        votes = [np.asarray(run(t.params, o[2], heads)) for (t, o, _), run in zip(outputs, self._labels, strict=True)]
        total = np.array(sum(votes))
        total[:, :, self.labels.index("ROOT")] = 0.0
        return tags, heads, total.argmax(-1).astype("int32")


def closer(word: Word, found: Tag) -> Tag:
    """The tag to keep for `word`: its gold tag, unless it has none or the corpora are known to differ there."""
    gold = (word.upos, word.feats)
    if not word.upos:
        return found
    if "PROPN" in (word.upos, found[0]):
        return gold
    if word.upos in CLOSED or found[0] in CLOSED:
        return found
    if word.upos != found[0]:
        return gold
    other = set(word.feats.split("|")) ^ set(found[1].split("|"))
    return found if {f.split("=")[0] for f in other} <= DIFFER and len(other) <= 2 else gold


def _probable(out: net.Output) -> tuple[jax.Array, jax.Array, net.Output]:
    return jax.nn.softmax(out.tags), jax.nn.softmax(out.arcs), out


def _batches(sentences: Sequence[Sentence]) -> Iterator[list[Sentence]]:
    shelves: dict[int, list[Sentence]] = {w: [] for w in WIDTHS}
    for sentence in sentences:
        width = next((w for w in WIDTHS if w >= len(sentence.words)), None)
        if width and sentence.words:
            shelves[width].append(sentence)
            if len(shelves[width]) == max(2, WORDS // width):
                yield shelves[width]
                shelves[width] = []
    for width, shelf in shelves.items():
        size = max(2, WORDS // width)
        if shelf:
            padding = [Sentence([Word("a")])] * (size - len(shelf))
            yield [*shelf, *padding]
