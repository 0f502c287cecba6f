"""The user's own article: exactly the quotations that its reference holds, and no other."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from quoteservice.model import Analysis, Span
from tests.whole import engine

SEED = Path(__file__).parents[2] / "shared" / "seed"
pytestmark = pytest.mark.skipif(not SEED.is_dir(), reason="the user's article (../shared/seed) is not here")
Row = tuple[str, tuple[str, ...], tuple[str, ...], str | None, tuple[str, ...]]


def gold() -> dict[str, Any]:
    return json.loads((SEED / "gold.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def analysis() -> Analysis:
    return engine().analyse((SEED / "article.txt").read_text(encoding="utf-8"))


def pieces(text: str, spans: Iterable[tuple[int, int]]) -> tuple[str, ...]:
    """Each span with its words, so that a failure can be read."""
    return tuple(f"{start}-{end} {text[start:end]}" for start, end in spans)


def pairs(spans: Iterable[Span]) -> list[tuple[int, int]]:
    return [(span.start, span.end) for span in spans]


def expected() -> list[Row]:
    text = gold()["text"]
    return [
        (
            quote["type"],
            pieces(text, quote["content"]),
            pieces(text, quote["cue"]),
            pieces(text, [quote["source"]])[0] if quote["source"] else None,
            tuple(sorted(quote["speaker"])),
        )
        for quote in gold()["quotes"]
    ]


def found(analysis: Analysis) -> list[Row]:
    names = {speaker.id: speaker.name for speaker in analysis.speakers}
    return [
        (
            quote.type,
            pieces(analysis.text, pairs(quote.content)),
            pieces(analysis.text, pairs(quote.cue.spans)) if quote.cue else (),
            pieces(analysis.text, pairs([quote.source.span]))[0] if quote.source else None,
            tuple(sorted(names[speaker] for speaker in quote.speaker_ids)),
        )
        for quote in analysis.quotations
    ]


def test_article_is_the_text_of_the_reference() -> None:
    assert (SEED / "article.txt").read_text(encoding="utf-8").rstrip("\n") == gold()["text"]


def test_every_quotation_of_the_article_and_no_other_is_found(analysis: Analysis) -> None:
    assert sorted(found(analysis), key=lambda row: row[1]) == sorted(expected(), key=lambda row: row[1])


def test_speakers_are_those_of_the_reference_and_of_their_kind(analysis: Analysis) -> None:
    kinds = {name: quote["kind"] for quote in gold()["quotes"] for name in quote["speaker"]}
    assert {speaker.name: speaker.kind for speaker in analysis.speakers if speaker.quote_ids} == kinds
