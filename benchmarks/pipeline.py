"""`python -m benchmarks.pipeline [FILE …]`: text → JSON beside the same pipeline called one text at a time.

A FILE is .jsonl with a `text` a line, or .txt with a paragraph a line (ten make an article, LIMIT articles spread over
the file). Answers are compared with those for which every tree was drawn before the rules began.
"""

import json
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

import spacy
from thinc.api import NumpyOps, set_current_ops

from benchmarks.articles import articles
from benchmarks.measures import Times, timed
from quoteservice.assembly import build_service
from quoteservice.collector import settle
from quoteservice.document.reader import EMBEDDED, Reader, load
from quoteservice.model import Arc, Document
from quoteservice.pipeline import examine
from quoteservice.settings import Settings

ROUNDS = 4
LIMIT = 300
PARAGRAPHS = 10


def main(paths: list[str]) -> None:
    """Measure and print, for our own articles and those of each file."""
    set_current_ops(NumpyOps(use_blis=True))
    untuned = spacy.load(EMBEDDED)
    service, reader = build_service(Settings()), load()
    tuned = spacy.load(EMBEDDED)  # with the matrix product that `load` has set
    drawn: dict[str, Document] = {}
    calls: dict[str, Callable[[str], object]] = {
        "nlp(text)": tuned,
        "nlp(text), spaCy's own products": untuned,
        "parse, every tree": lambda text: _all_drawn(reader.read(text)),
        "parse, trees on demand": reader.read,
        "the rules alone, on what was read": lambda text: examine(drawn[text]),
        "with the rules, every tree": lambda text: examine(_all_drawn(reader.read(text))),
        "with the rules, trees on demand": lambda text: examine(reader.read(text)),
        "text → JSON": lambda text: json.dumps(service.quotes(text), ensure_ascii=False),
    }
    for name, texts in {"examples": articles(), **{path: _texts(Path(path)) for path in paths}}.items():
        drawn.update((text, _all_drawn(reader.read(text))) for text in texts)
        print(f"{name}: {len(texts)} articles, {sum(len(t.split()) for t in texts) / len(texts):.0f} words on average")
        print(_shares(reader, texts))
        for call in calls.values():
            timed(call, texts)
        settle()  # as the service does before it forks
        _print(_interleaved(calls, texts))


def _interleaved(calls: dict[str, Callable[[str], object]], texts: list[str]) -> dict[str, Times]:
    """Seconds of the processor of every call in turn on each text, so that all meet the same state of the machine."""
    seconds: dict[str, list[float]] = {name: [] for name in calls}
    for text in texts * ROUNDS:
        for name, call in calls.items():
            seconds[name] += timed(call, [text], time.process_time)
    return {name: Times(tuple(found)) for name, found in seconds.items()}


def _print(found: dict[str, Times]) -> None:
    naive = next(iter(found.values())).per_second
    print(f"{'':34}{'articles/s':>12}{'p50 ms':>10}{'p99 ms':>10}{'× naive':>10}")
    for name, times in found.items():
        row = f"{times.per_second:12.1f}{times.median * 1000:10.1f}{times.p99 * 1000:10.1f}"
        print(f"{name:34}{row}{times.per_second / naive:10.2f}")


def _shares(reader: Reader, texts: Iterable[str]) -> str:
    """What part of the paragraphs reports, what part of the sentences got a tree, whose answers a tree changed."""
    paragraphs = reporting = sentences = drawn = changed = 0
    for text in texts:
        asked: set[int] = set()
        document = watched(reader.read(text), asked)
        analysis = examine(document).analysis
        places = {part.start for quotation in analysis.quotations for part in quotation.content}
        spans = [(document.tokens[a].start, document.tokens[b - 1].end) for a, b in document.paragraphs]
        paragraphs += len(spans)
        reporting += sum(any(a <= place < b for place in places) for a, b in spans)
        sentences += len(document.sentences)
        drawn += len(asked)
        changed += examine(_all_drawn(reader.read(text))).analysis != analysis
    return (
        f"{reporting / paragraphs:.0%} of the paragraphs hold a quotation, {drawn / sentences:.0%} of the sentences "
        f"got a tree, {changed} answers differ when all have one"
    )


def _all_drawn(document: Document) -> Document:
    """The document with every tree drawn, side by side."""
    document.expect(range(len(document.sentences)))
    for sentence in range(len(document.sentences)):
        document.arcs(sentence)
    return document


def watched(document: Document, asked: set[int]) -> Document:
    """The document, which notes the sentences whose trees it is asked for or told to expect."""

    def arcs(sentence: int) -> Sequence[Arc]:
        asked.add(sentence)
        return document.arcs(sentence)

    def expect(sentences: Iterable[int]) -> None:
        asked.update(sentences)

    return replace(document, arcs=arcs, expect=expect)


def _texts(path: Path) -> list[str]:
    lines = path.read_text(encoding="utf-8").splitlines()
    if path.suffix == ".jsonl":
        return [json.loads(line)["text"] for line in lines]
    step = max(PARAGRAPHS, len(lines) // LIMIT)
    return ["\n\n".join(lines[n : n + PARAGRAPHS]) for n in range(0, len(lines) - PARAGRAPHS, step)]


if __name__ == "__main__":
    main(sys.argv[1:])
