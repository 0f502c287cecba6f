"""Learns the name finder: from NerKor, then, again and again, from NerKor and running text labelled before."""

import pickle
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import NamedTuple

import numpy as np
import spacy
from spacy.vectors import Vectors

from quoteservice.document.names import Arrays
from quoteservice.document.spelling import Speller
from training.names import export, lists, net, running
from training.names.data import BITS, LABELS, Encoder, Sample, samples
from training.names.evidence import evidence, joined
from training.names.learn import mean, onward, predict, train
from training.names.neighbours import Neighbours
from training.names.swap import Swapper
from training.names.tagged import Tagger
from training.names.whole import WholeSwapper
from training.sources import Text

SPREAD = 0.5
"""Standard deviation that the vectors are brought to."""
SILVER = 0.7
"""Weight of a word that the finder labelled itself."""
SILVER_SHARE = 1.5
"""Such words for each of NerKor."""
SURE = 0.3
AT_ONCE = 4000
OTHER_WIDTH = 160
ONWARD = 1.3
"""How far the last network is moved along the line of its last round (training/EXPERIMENTS.md, 41)."""


@dataclass(frozen=True)
class Plan:
    """Batches of each step: from NerKor alone, from more, from the best labels (for each of the seeds averaged).

    Then those of a network that sees the tags too, of the one that learns from both, and of the rounds after that:
    each time two go on from the mean of the last two, which label the running text for them; the last one is shipped.
    """

    first: int = 1600
    second: int = 2400
    third: int = 1400
    seeds: tuple[int, ...] = (2, 3)
    other: int = 2000
    last: int = 2600
    rounds: tuple[int, ...] = (3000, 3400, 3400, 3400, 4500, 4000)
    pair: tuple[int, int] = (11, 12)


class Files(NamedTuple):
    """Pipelines with the vectors of words and of pieces of words, and the one whose network of tags is seen."""

    table: Path
    subwords: Path
    trained: Path


class Names:
    """What every step of the learning shares."""

    def __init__(
        self, gold: list[Text], paragraphs: Sequence[list[str]], vectors: Sequence[Vectors], tagger: Tagger
    ) -> None:
        self._gold, self._paragraphs, self._tagger = gold, paragraphs, tagger
        self._table, self._subwords = vectors
        self._scale = SPREAD / float(np.std(self._table.data) + 1e-6)
        self._lists, self._names = lists.lists(), lists.names()
        self._sizes = net.Sizes(self._table.data.shape[1], BITS, len(LABELS))
        self._silver: list[Sample] = []
        self._bits: dict[int, int] = {}

    def learn(self, plan: Plan) -> tuple[Arrays, dict[str, object]]:
        """All steps; what the component needs."""
        blind = self._sizes._replace(tagged=0)
        params = self._train(blind, plan.first, 1)
        self._label([(blind, params)])
        params = self._train(blind, plan.second, 1, params)
        self._label([(blind, params)])
        params = mean([params, *(self._train(blind, plan.third, seed, params) for seed in plan.seeds)])
        other = self._sizes._replace(width=OTHER_WIDTH)
        self._label([(blind, params), (other, self._train(other, plan.other, 1))])
        params = self._train(self._sizes, plan.last, 1, net.seeing(params, self._sizes))
        pair = [params]
        for number, steps in enumerate(plan.rounds):
            self._label([(self._sizes, each) for each in pair])
            params = mean(pair)
            pair = [self._train(self._sizes, steps, 10 * number + seed, params) for seed in plan.pair]
        params = onward(params, pair[-1], ONWARD) if plan.rounds else params
        listed = joined(self._lists, self._bits)
        arrays = export.arrays(params, self._sizes, listed, self._subwords, self._scale)
        return arrays, export.settings(self._subwords)

    def _encoder(self) -> Encoder:
        return Encoder(Speller(joined(self._lists, self._bits)), self._table, self._subwords, self._scale)

    def _train(self, sizes: net.Sizes, steps: int, seed: int, start: net.Params | None = None) -> net.Params:
        return train(self._encoder(), sizes, lambda number: self._pool(100 * seed + number), steps, seed, start)

    def _pool(self, seed: int) -> list[Sample]:
        """NerKor, varied, and SILVER_SHARE times as many words of labelled text."""
        rng = Random(seed)
        words, whole, beside = Swapper(self._names, rng), WholeSwapper(self._gold, rng), Neighbours(self._gold, rng)
        found = list(samples([words.swap(whole.swap(beside.add(text))) for text in self._gold], rng, varied=True))
        room = SILVER_SHARE * sum(len(s.forms) for s in found)
        for sample in rng.sample(self._silver, len(self._silver)):
            room -= len(sample.forms)
            if room < 0:
                break
            found.append(sample)
        self._tagger.tag(found)
        return found

    def _label(self, several: Sequence[tuple[net.Sizes, net.Params]]) -> None:
        """Label the running text by the mean of `several`; keep what has names, and the class each name mostly has."""
        encoder, found = self._encoder(), []
        for at in range(0, len(self._paragraphs), AT_ONCE):
            pool = list(running.samples(self._paragraphs[at : at + AT_ONCE]))
            self._tagger.tag(pool)
            chances = [predict(encoder, sizes, params, pool) for sizes, params in several]
            found += [(sample, np.mean(rows, axis=0)) for sample, *rows in zip(pool, *chances, strict=True)]
        self._bits = evidence(found)
        self._silver = [
            Sample(sample.forms, sample.first, chances.astype("float16"), SILVER, sample.tagged)
            for sample, chances in found
            if 1 - chances[:, 0].min() > SURE
        ]


def learn_names(gold: list[Text], known: list[Text], work: Path, files: Files, plan: Plan) -> Path:
    """Learn from `gold` and the tokens in `work`, less what stands in `known`; the file with what was learnt."""
    kept = work / "names.pickle"
    if not kept.exists():
        paragraphs = running.lines(work / "raw.tokens", known)
        vectors = [spacy.load(path).vocab.vectors for path in (files.table, files.subwords)]
        kept.write_bytes(pickle.dumps(Names(gold, paragraphs, vectors, Tagger(files.trained)).learn(plan)))
    return kept
