"""Reads gold articles and asks the pipeline about them."""

import json
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any, Protocol

from evaluation.measures import Tally, count
from quoteservice.model import Analysis
from quoteservice.service import analysed
from quoteservice.settings import Settings
from quoteservice.text.reading import Reading, reading_of

GOLD = Path("../shared/gold/dev.jsonl")


class Analyser(Protocol):
    """Whatever finds quotations in a text."""

    def analyse(self, text: str, published_at: date | None = None) -> Analysis:
        """The quotations and speakers of a text."""


def articles(path: Path) -> list[dict[str, Any]]:
    """The articles of a JSON-lines file: `id`, `outlet`, `date`, `text`, `quotes`."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def answers(analysis: Analysis) -> list[dict[str, Any]]:
    """An analysis in the shape of the gold annotation, with the confidence of each quotation."""
    name = {speaker.id: speaker.name for speaker in analysis.speakers}
    return [
        {
            "type": q.type,
            "content": [[span.start, span.end] for span in q.content],
            "cue": [[span.start, span.end] for span in q.cue.spans] if q.cue else [],
            "source": [q.source.span.start, q.source.span.end] if q.source else None,
            "speaker": [name[i] for i in q.speaker_ids],
            "confidence": q.confidence,
            "pattern": q.evidence.get("pattern", ""),
        }
        for q in analysis.quotations
    ]


def ask(pipeline: Analyser, docs: Iterable[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    """Article id → what the pipeline answers."""
    return {d["id"]: answers(analysed(pipeline, d["text"], Settings(), _published(d))) for d in docs}


def reading(text: str) -> Reading:
    """The text as the service hands it to the parser, so that what is measured is what users get."""
    limits = Settings()
    return reading_of(text, limits.max_mark_run, limits.max_word_length)


def _published(doc: dict[str, Any]) -> date | None:
    return date.fromisoformat(doc["date"]) if doc.get("date") else None


def tally(docs: Sequence[dict[str, Any]], given: dict[str, list[dict[str, Any]]]) -> Tally:
    """The tally of a set of articles."""
    out = Tally()
    for doc in docs:
        count(out, doc["id"], doc["text"], doc["quotes"], given.get(doc["id"], []))
    return out


def halves(docs: Sequence[dict[str, Any]]) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """The articles of the outlets that rules are tuned on, and those of the others, which only measure."""
    tuned = [d for d in docs if d["outlet"] in TUNED_ON]
    return tuned, [d for d in docs if d["outlet"] not in TUNED_ON]


TUNED_ON = frozenset({"24.hu", "444.hu", "hvg.hu", "Magyar Nemzet (print 2006)", "atlatszo.hu"})
