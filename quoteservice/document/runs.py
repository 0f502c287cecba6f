"""A parser that reads the sentences of a text side by side: one step of its network then serves them all."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import DEP, HEAD, SENT_START  # type: ignore[import-not-found]
from spacy.language import Language
from spacy.pipeline import DependencyParser
from spacy.pipeline.dep_parser import DEFAULT_PARSER_MODEL  # type: ignore[import-not-found]
from spacy.tokens import Doc
from spacy.vocab import Vocab
from thinc.api import Model

from quoteservice.document.steps import parse, pays

START, NO_START = 1, 2**64 - 1
"""spaCy's 1 and -1 as it keeps them, unsigned."""
COLUMNS = [HEAD, DEP]
ANY_WORD = "a"
Floats = NDArray[Any]
SETTINGS = {
    "moves": None,
    "update_with_oracle_cut_size": 100,
    "learn_tokens": False,
    "min_action_freq": 30,
    "model": DEFAULT_PARSER_MODEL,
    "scorer": {"@scorers": "spacy.parser_scorer.v1"},
}
SETS = ["token.dep", "token.head", "token.is_sent_start", "doc.sents"]


class RunParser(DependencyParser):  # type: ignore[misc]
    """spaCy's parser over the runs between sentence starts that were set before it, which no tree crosses."""

    def predict(self, docs: Iterable[Doc]) -> Any:
        """The parsed runs of every text, in order."""
        cut = [runs(doc) for doc in docs]
        flat = [run for part in cut for run in part]
        super().set_annotations(flat, super().predict(flat))
        return cut

    def set_annotations(self, docs: Iterable[Doc], found: Sequence[list[Doc]]) -> None:
        """Copy heads and labels, which also sets the sentence starts."""
        for doc, parts in zip(docs, found, strict=True):
            if len(doc):
                doc.from_array(COLUMNS, np.concatenate([part.to_array(COLUMNS) for part in parts]))  # type: ignore[arg-type]

    def arcs(self, vectors: Sequence[Floats]) -> Iterator[list[tuple[int, str]]]:
        """The arcs (head, label) of sentences that are given as the shared network's vectors of their words.

        The parser reads nothing else of a word, so any word of the vocabulary stands for all.
        """
        docs = [_of_vectors(self.vocab, each) for each in vectors]
        super().set_annotations(docs, parse(self, docs) if pays(self, len(docs)) else super().predict(docs))
        for doc in docs:
            column = doc.to_array(COLUMNS)
            heads = np.arange(len(doc)) + column[:, 0].astype(np.int64)
            yield [(head, self._label(dep)) for head, dep in zip(heads.tolist(), column[:, 1].tolist(), strict=True)]

    def _label(self, number: int) -> str:
        return str(self.vocab.strings[number]).lower()


def set_starts(doc: Doc, starts: Sequence[bool]) -> Doc:
    """Set all sentence starts of `doc` at one go, because spaCy looks through the whole Doc at each single one."""
    column = np.where(np.array(starts, dtype=bool), np.uint64(START), np.uint64(NO_START)).reshape(-1, 1)
    column[:1] = START
    return doc.from_array([SENT_START], column)  # type: ignore[arg-type]


def _of_vectors(vocab: Vocab, vectors: Floats) -> Doc:
    doc = set_starts(Doc(vocab, words=[ANY_WORD] * len(vectors)), [False] * len(vectors))
    doc.tensor = vectors
    return doc


@Language.factory("run_parser", assigns=SETS, default_config=SETTINGS)
def run_parser(
    nlp: Language,
    name: str,
    model: Model[Any, Any],
    moves: Any,
    update_with_oracle_cut_size: int,
    learn_tokens: bool,
    min_action_freq: int,
    scorer: Any,
) -> RunParser:
    """A `RunParser` by a config; whatever was trained as spaCy's `parser` loads as this."""
    return RunParser(
        nlp.vocab,
        model,
        name,
        moves,
        update_with_oracle_cut_size=update_with_oracle_cut_size,
        learn_tokens=learn_tokens,
        min_action_freq=min_action_freq,
        scorer=scorer,
    )


def runs(doc: Doc) -> list[Doc]:
    """The parts of `doc` between the sentence starts it has, as texts of their own; what starts none still must not."""
    words = [token.text for token in doc]
    marks = doc.to_array([SENT_START]).reshape(-1, 1)
    starts = [int(n) for n in np.flatnonzero(marks[:, 0] == 1) if n > 0]
    return [_run(doc, words, marks, a, b) for a, b in _pairs([0, *starts, len(doc)])]


def _run(doc: Doc, words: list[str], marks: NDArray[Any], start: int, end: int) -> Doc:
    run = Doc(doc.vocab, words=words[start:end], spaces=[False] * (end - start))
    if marks[start:end].any():
        run.from_array([SENT_START], marks[start:end])  # type: ignore[arg-type]
    run.tensor = doc.tensor[start:end]
    return run


def _pairs(places: list[int]) -> Iterator[tuple[int, int]]:
    return ((a, b) for a, b in pairwise(places) if b > a)
