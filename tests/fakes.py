"""Stands in for the pipeline where a test is about what lies around it."""

import re
from datetime import date

from quoteservice.model import Analysis, Cue, Quotation, Source, Span, Speaker
from quoteservice.response.engine import Engine

ENGINE = Engine("0.0.0", "fake-1", "none")
SPEECH = re.compile("„([^”]*)” – (mondta) (Példa Anna)")


class FakePipeline:
    """Finds „…” – mondta Példa Anna, and remembers what it was given."""

    def __init__(self) -> None:
        self.seen: list[tuple[str, date | None]] = []

    def analyse(self, text: str, published_at: date | None = None) -> Analysis:
        self.seen.append((text, published_at))
        found = list(SPEECH.finditer(text))
        quotations = tuple(quotation(f"q{n}", m) for n, m in enumerate(found, 1))
        mentions = tuple(Span(*m.span(3)) for m in found)
        ids = tuple(q.id for q in quotations)
        speakers = (Speaker("s1", "Példa Anna", "person", (), mentions, ids),) if found else ()
        return Analysis(text, quotations, speakers)

    def lemmas(self, text: str) -> dict[str, str]:
        return {word: word for word in text.split()}


def quotation(name: str, match: re.Match[str]) -> Quotation:
    return Quotation(
        name,
        "direct",
        (Span(*match.span(1)),),
        Cue((Span(*match.span(2)),), "mond", "say", "neutral"),
        Source(Span(*match.span(3)), "name"),
        ("s1",),
        0.91,
        {"pattern": "inquit.dash", "link": "nsubj", "resolution": "name"},
    )


class FailingPipeline:
    """Fails as code with a fault would, with the article in the message."""

    def analyse(self, text: str, published_at: date | None = None) -> Analysis:
        raise RuntimeError(f"{published_at}: {text}")

    def lemmas(self, text: str) -> dict[str, str]:
        raise RuntimeError(text)
