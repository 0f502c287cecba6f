"""Running text for the name finder to label: without what stands in the annotated corpora too."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np

from training.agree import sentences
from training.names.data import LABELS, Sample
from training.sources import Text

RUN = 6
"""A line that shares this many words in a row with a corpus is left out."""
LONGEST = 150
ENDS = {".", "!", "?", "…", ":"}


def lines(tokens: Path, corpora: Iterable[Text]) -> list[list[str]]:
    """Tokenised paragraphs (a line each in `tokens`) of which nothing stands in `corpora`."""
    known = {hash(run) for sentence in sentences(corpora) for run in _runs([w.form for w in sentence.words])}
    with tokens.open(encoding="utf-8") as text:
        split = [line.split() for line in text]
    return [words for words in split if words and not any(hash(run) in known for run in _runs(words))]


def samples(paragraphs: Sequence[list[str]]) -> Iterator[Sample]:
    """Samples without labels; a sentence opens with a capital behind an end mark."""
    for words in paragraphs:
        for at in range(0, len(words), LONGEST):
            part = words[at : at + LONGEST]
            first = [n == 0 or (part[n - 1] in ENDS and form[:1].isupper()) for n, form in enumerate(part)]
            yield Sample(part, first, np.zeros((len(part), len(LABELS)), dtype="float32"))


def _runs(words: list[str]) -> Iterator[tuple[str, ...]]:
    return (tuple(words[n : n + RUN]) for n in range(len(words) - RUN + 1))
