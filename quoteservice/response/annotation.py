"""Quotations as W3C Web Annotations (JSON-LD): one Annotation a quotation, in one page of one collection.

The offsets are Unicode code points whatever the caller's option says, because the Web Annotation Data Model demands
them. `TERMS` maps the members that the model has no word for; every other member is the model's own.
"""

from typing import Any

from quoteservice.model import Quotation, SaidAt, Span, Speaker
from quoteservice.response.names import OWN, Names
from quoteservice.response.report import Report

PROFILE = "http://www.w3.org/ns/anno.jsonld"
CONTEXT = 32
"""Code points before and after a span that its TextQuoteSelector tells."""
SAID = "said"
OWN_TERMS = """quotationType cue words lemma category stance attributedTo form kind named candidates addressee medium
saidAt from to confidence warnings""".split()
TERMS: dict[str, Any] = {
    SAID: f"{OWN}:term:",
    "schema": "http://schema.org/",
    "dc": "http://purl.org/dc/elements/1.1/",
    **{term: f"{SAID}:{term}" for term in OWN_TERMS},
    "partOfQuotation": {"@id": f"{SAID}:partOfQuotation", "@type": "@id"},
    "speakers": f"{SAID}:speaker",
    "identifier": "dc:identifier",
}
AGENTS = {"person": "Person", "organization": "Organization"}


def annotations(report: Report) -> dict[str, Any]:
    """`report` as an AnnotationCollection with its only AnnotationPage inside."""
    names, kept = Names(report), report.quotations()
    ids, speakers = {quotation.id for quotation in kept}, report.speakers()
    collection: dict[str, Any] = {
        "@context": [PROFILE, TERMS],
        "id": names.of("collection"),
        "type": "AnnotationCollection",
        "label": "Quotations",
        "creator": {"type": "Software", "name": _engine(report)},
        **({"identifier": report.article_id} if report.article_id else {}),
        "language": report.language,
        "warnings": list(report.analysis.warnings),
        "total": len(kept),
    }
    if kept:
        items = [_annotation(quotation, report, names, ids, speakers) for quotation in kept]
        page = {"id": names.of("page"), "type": "AnnotationPage", "partOf": collection["id"], "startIndex": 0}
        collection["first"] = {**page, "items": items}
    return collection


def _engine(report: Report) -> str:
    engine = report.engine
    return f"quoteservice {engine.version} ({engine.model}, lexicon {engine.lexicon})"


def _annotation(
    quotation: Quotation, report: Report, names: Names, ids: set[str], speakers: dict[str, Speaker]
) -> dict[str, Any]:
    text = report.analysis.text
    return {
        "id": names.of(quotation.id),
        "type": "Annotation",
        "motivation": "describing",
        "body": _body(quotation, text, names, ids, speakers),
        "target": [{"source": names.article, "selector": _selectors(span, text)} for span in quotation.content],
    }


def _selectors(span: Span, text: str) -> list[dict[str, Any]]:
    quote = {
        "type": "TextQuoteSelector",
        "exact": span.of(text),
        "prefix": text[max(0, span.start - CONTEXT) : span.start],
        "suffix": text[span.end : span.end + CONTEXT],
    }
    return [quote, _position(span)]


def _position(span: Span) -> dict[str, Any]:
    return {"type": "TextPositionSelector", "start": span.start, "end": span.end}


def _body(quotation: Quotation, text: str, names: Names, ids: set[str], speakers: dict[str, Speaker]) -> dict[str, Any]:
    cue, source = quotation.cue, quotation.source
    told = {
        "type": "schema:Quotation",
        "quotationType": quotation.type,
        "cue": cue
        and {**_mention(text, *cue.spans), "lemma": cue.lemma, "category": cue.category, "stance": cue.stance},
        "attributedTo": source and {**_mention(text, source.span), "form": source.form},
        "speakers": [_speaker(speakers[each], names) for each in quotation.speaker_ids if each in speakers],
        "candidates": list(quotation.candidates) or None,
        "addressee": quotation.addressee and _mention(text, quotation.addressee),
        "medium": quotation.medium and _mention(text, quotation.medium),
        "saidAt": quotation.said_at and _said_at(text, quotation.said_at),
        "partOfQuotation": names.of(quotation.parent_id) if quotation.parent_id in ids else None,
        "confidence": round(quotation.confidence, 3),
    }
    # In JSON-LD a null says nothing, so what is not known is left out; an empty list of speakers stays.
    return {name: value for name, value in told.items() if value is not None}


def _mention(text: str, *spans: Span) -> dict[str, Any]:
    return {"words": " ".join(span.of(text) for span in spans), "selector": [_position(span) for span in spans]}


def _said_at(text: str, said_at: SaidAt) -> dict[str, Any]:
    interval = {"from": said_at.start, "to": said_at.end}
    return {**_mention(text, said_at.span), **{name: value for name, value in interval.items() if value}}


def _speaker(speaker: Speaker, names: Names) -> dict[str, Any]:
    agent = {"type": AGENTS[speaker.kind]} if speaker.kind in AGENTS else {}
    told = {"name": speaker.name, "kind": speaker.kind, "named": speaker.named}
    return {"id": names.of(speaker.id), **agent, **told}
