"""Measures words a second, load time and size: `python -m training.speed --data ../shared/data [--model FOLDER]`."""

import argparse
import json
import os
import time
from pathlib import Path

os.environ.setdefault("OMP_NUM_THREADS", "1")

import spacy
from spacy.language import Language
from thinc.api import NumpyOps, set_current_ops

import quoteservice.document.genitive
import quoteservice.document.lemmas
import quoteservice.document.names
import quoteservice.document.runs  # noqa: F401  registers the components
from training.evaluate import EMBEDDED

ARTICLE, ARTICLES = 400, 80


def articles(raw: Path) -> list[str]:
    """Paragraphs of running text put together to about 400 words each."""
    found: list[str] = []
    lines: list[str] = []
    with raw.open(encoding="utf-8") as text:
        for line in text:
            lines.append(line.strip())
            if sum(len(piece.split()) for piece in lines) >= ARTICLE:
                found.append("\n".join(lines))
                lines = []
            if len(found) == ARTICLES:
                break
    return found


def words_a_second(nlp: Language, texts: list[str]) -> dict[str, float]:
    """Words (split at white space) a second of processor time, over all and the best of three runs."""
    words = sum(len(text.split()) for text in texts)
    runs = []
    for _ in range(3):
        began = time.process_time()
        for text in texts:
            nlp(text)
        runs.append(words / (time.process_time() - began))
    return {"words_a_second_mean": round(sum(runs) / 3), "words_a_second_best": round(max(runs))}


def parts(nlp: Language, texts: list[str]) -> dict[str, float]:
    """Microseconds a word of each component."""
    words = sum(len(text.split()) for text in texts)
    began = time.process_time()
    docs = [nlp.make_doc(text) for text in texts]
    found = {"tokenizer": time.process_time() - began}
    for name, pipe in nlp.pipeline:
        began = time.process_time()
        docs = [pipe(doc) for doc in docs]
        found[name] = time.process_time() - began
    return {name: round(1e6 * seconds / words, 1) for name, seconds in found.items()}


def main() -> None:
    """Print the figures as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--model", type=Path, default=EMBEDDED)
    parser.add_argument("--blis", action="store_true", help="multiply with spaCy's own BLAS instead of numpy's")
    args = parser.parse_args()
    set_current_ops(NumpyOps(use_blis=args.blis))
    began = time.perf_counter()
    nlp = spacy.load(args.model)
    loaded = time.perf_counter() - began
    texts = articles(args.data / "raw/news.txt")
    for text in texts[:5]:
        nlp(text)
    size = sum(file.stat().st_size for file in args.model.rglob("*") if file.is_file()) / 2**20
    figures = words_a_second(nlp, texts) | {"load_s": round(loaded, 2), "size_mib": round(size, 1)}
    print(json.dumps({**figures, "microseconds_a_word": parts(nlp, texts)}, indent=1))


if __name__ == "__main__":
    main()
