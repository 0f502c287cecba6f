"""The answer of POST /quotes as plain data, ready to be written as JSON."""

from typing import Any

from quoteservice.model import Analysis, Quotation, SaidAt, Speaker
from quoteservice.response.editing import for_editing
from quoteservice.response.engine import Engine
from quoteservice.response.explanation import explained, short_evidence
from quoteservice.response.html import of_page
from quoteservice.response.options import Options
from quoteservice.response.places import Places
from quoteservice.response.report import Report
from quoteservice.text.html.page import Page


def answered(report: Report) -> dict[str, Any]:
    """Tell `report` as `answer` does."""
    return answer(report.analysis, report.engine, report.options, report.language, report.article_id, report.page)


def answer(
    analysis: Analysis,
    engine: Engine,
    options: Options,
    language: str,
    article_id: str | None,
    page: Page | None = None,
) -> dict[str, Any]:
    """Tell `analysis` as the contract's JSON object; offsets are half-open and in `options.offsets` units.

    With the `page` that its text came out of, the answer holds the text, and every span its place in the HTML.
    """
    places = Places(analysis.text, options.offsets, page)
    kept = [q for q in analysis.quotations if q.type in options.types and q.confidence >= options.min_confidence]
    ids = {quotation.id for quotation in kept}
    told = {
        "id": article_id,
        "language": language,
        "offset_unit": options.offsets,
        "engine": engine.told(),
        "quotes": [_quote(quotation, analysis, places, options, ids) for quotation in kept],
        "speakers": [_speaker(s, places, ids) for s in analysis.speakers if ids.intersection(s.quote_ids)],
        "warnings": list(analysis.warnings),
    }
    if options.editing:
        told |= for_editing(Report(analysis, engine, options, language, article_id, page))
    return {**told, **of_page(page, kept, analysis.speakers, options)} if page else told


def _quote(quotation: Quotation, analysis: Analysis, places: Places, options: Options, ids: set[str]) -> dict[str, Any]:
    cue, source = quotation.cue, quotation.source
    evidence = explained(quotation, analysis.speakers, places) if options.explain else short_evidence(quotation)
    return {
        "id": quotation.id,
        "type": quotation.type,
        "content": places.pieces(quotation.content),
        "cue": cue and {**places.pieces(cue.spans), "lemma": cue.lemma, "category": cue.category, "stance": cue.stance},
        "source": source and {**places.piece(source.span), "form": source.form},
        "speaker_ids": list(quotation.speaker_ids),
        "addressee": quotation.addressee and places.piece(quotation.addressee),
        "medium": quotation.medium and places.piece(quotation.medium),
        "said_at": quotation.said_at and _said_at(quotation.said_at, places),
        "parent_id": quotation.parent_id if quotation.parent_id in ids else None,
        "confidence": round(quotation.confidence, 3),
        "evidence": {**evidence, **places.markup(quotation.content)},
    }


def _said_at(said_at: SaidAt, places: Places) -> dict[str, Any]:
    return {**places.piece(said_at.span), "from": said_at.start, "to": said_at.end}


def _speaker(speaker: Speaker, places: Places, ids: set[str]) -> dict[str, Any]:
    return {
        "id": speaker.id,
        "name": speaker.name,
        "kind": speaker.kind,
        "named": speaker.named,
        "descriptions": list(speaker.descriptions),
        "mentions": [places.piece(span) for span in speaker.mentions],
        "quote_ids": [quote_id for quote_id in speaker.quote_ids if quote_id in ids],
    }
