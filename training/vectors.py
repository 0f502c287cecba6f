"""Word vectors from running news text: floret learns them, the most frequent words' are kept."""

from pathlib import Path

import floret
import spacy
from spacy.training.initialize import convert_vectors

DIMENSIONS = 120
SETTINGS = {
    "model": "skipgram", "mode": "floret", "dim": DIMENSIONS, "bucket": 40_000, "minn": 2, "maxn": 5, "hashCount": 2,
    "minCount": 3, "epoch": 4, "neg": 10, "lr": 0.05, "ws": 5, "thread": 1,
}  # fmt: skip


def learn_vectors(raw: Path, work: Path) -> Path:
    """Train on `raw` (a paragraph a line); returns the folder where every file is kept for a second run."""
    done = work / "words.vec"
    if done.exists():
        return work
    nlp = spacy.blank("hu")
    tokens = work / "raw.tokens"
    with raw.open(encoding="utf-8") as lines, tokens.open("w", encoding="utf-8") as out:
        for line in lines:
            if line.strip():
                out.write(" ".join(t.text for t in nlp.make_doc(line.strip()) if not t.is_space) + "\n")
    model = floret.train_unsupervised(str(tokens), **SETTINGS)
    model.save_floret_vectors(str(work / "words.floret"))
    model.save_vectors(str(done))
    return work


def floret_table(work: Path) -> Path:
    """A blank pipeline with vectors for any word, put together from pieces; the teacher reads it."""
    return _convert(work / "words.floret", work / "floret", mode="floret")


def word_table(work: Path, words: int) -> Path:
    """A blank pipeline with the vectors of the `words` most frequent words: small and quick to look up."""
    return _convert(work / "words.vec", work / f"words{words}", truncate=words)


def _convert(source: Path, target: Path, mode: str = "default", truncate: int = 0) -> Path:
    if not target.exists():
        nlp = spacy.blank("hu")
        convert_vectors(nlp, source, truncate=truncate, prune=-1, mode=mode)
        nlp.to_disk(target)
    return target
