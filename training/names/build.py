"""Learns the name finder: from NerKor, then, twice over, from NerKor and running text that it labelled itself."""

import pickle
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

import numpy as np
import spacy
from spacy.vectors import Vectors

from quoteservice.document.names import Arrays
from quoteservice.document.spelling import Speller
from training.names import export, lists, net, running
from training.names.data import BITS, LABELS, Encoder, Sample, samples
from training.names.evidence import evidence, joined
from training.names.learn import mean, predict, train
from training.names.swap import Swapper
from training.sources import Text

SPREAD = 0.5
"""Standard deviation that the vectors are brought to."""
SILVER = 0.5
"""Weight of a word that the finder labelled itself."""
SURE = 0.3
AT_ONCE = 4000


@dataclass(frozen=True)
class Plan:
    """Batches of each step: from NerKor alone, from more, from the best labels (for each of the seeds averaged)."""

    first: int = 1600
    second: int = 2400
    third: int = 1400
    seeds: tuple[int, ...] = (2, 3)


class Names:
    """What every step of the learning shares."""

    def __init__(self, gold: list[Text], paragraphs: Sequence[list[str]], table: Vectors, subwords: Vectors) -> None:
        self._gold, self._paragraphs = gold, paragraphs
        self._table, self._subwords = table, subwords
        self._scale = SPREAD / float(np.std(table.data) + 1e-6)
        self._lists, self._names = lists.lists(), lists.names()
        self._sizes = net.Sizes(table.data.shape[1], BITS, len(LABELS))
        self._silver: list[Sample] = []
        self._bits: dict[int, int] = {}

    def learn(self, plan: Plan) -> tuple[Arrays, dict[str, object]]:
        """All steps; what the component needs."""
        params = self._train(plan.first, 1)
        self._label(params)
        params = self._train(plan.second, 1, params)
        self._label(params)
        params = mean([params, *(self._train(plan.third, seed, params) for seed in plan.seeds)])
        listed = joined(self._lists, self._bits)
        arrays = export.arrays(params, self._sizes, listed, self._subwords, self._scale)
        return arrays, export.settings(self._subwords)

    def _encoder(self) -> Encoder:
        return Encoder(Speller(joined(self._lists, self._bits)), self._table, self._subwords, self._scale)

    def _train(self, steps: int, seed: int, start: net.Params | None = None) -> net.Params:
        return train(self._encoder(), self._sizes, lambda number: self._pool(100 * seed + number), steps, seed, start)

    def _pool(self, seed: int) -> list[Sample]:
        """NerKor, varied, and as many words of labelled text."""
        rng = Random(seed)
        swapper = Swapper(self._names, rng)
        found = list(samples([swapper.swap(text) for text in self._gold], rng, varied=True))
        room = sum(len(s.forms) for s in found)
        for sample in rng.sample(self._silver, len(self._silver)):
            room -= len(sample.forms)
            if room < 0:
                break
            found.append(sample)
        return found

    def _label(self, params: net.Params) -> None:
        """Label the running text; keep what has names, and the class that each name mostly has."""
        encoder, found = self._encoder(), []
        for at in range(0, len(self._paragraphs), AT_ONCE):
            pool = list(running.samples(self._paragraphs[at : at + AT_ONCE]))
            found += zip(pool, predict(encoder, self._sizes, params, pool), strict=True)
        self._bits = evidence(found)
        self._silver = [
            Sample(sample.forms, sample.first, chances.astype("float16"), SILVER)
            for sample, chances in found
            if 1 - chances[:, 0].min() > SURE
        ]


def learn_names(gold: list[Text], known: list[Text], work: Path, table: Path, subwords: Path, plan: Plan) -> Path:
    """Learn from `gold` and the tokens in `work`, less what stands in `known`; the file with what was learnt."""
    kept = work / "names.pickle"
    if not kept.exists():
        paragraphs = running.lines(work / "raw.tokens", known)
        vectors = [spacy.load(path).vocab.vectors for path in (table, subwords)]
        kept.write_bytes(pickle.dumps(Names(gold, paragraphs, *vectors).learn(plan)))
    return kept
