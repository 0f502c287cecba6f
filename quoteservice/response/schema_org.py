"""Quotations as a draft in schema.org's words (JSON-LD), for a newsroom to complete; never a rating.

What stands in marks is a Quotation, what the article only reports is a Claim: its words are the article's own. To whom
the article attributes it is `spokenByCharacter` of the former; `creator` says whose the words or the assertion are.
"""

from typing import Any

from quoteservice.model import Quotation, Speaker
from quoteservice.response.names import Names
from quoteservice.response.report import Report

PROFILE = "https://schema.org"
TYPES = {"person": "Person", "organization": "Organization", "group": "Organization"}


def draft(report: Report) -> dict[str, Any]:
    """`report` as an Article with its quotations as parts and its speakers beside them."""
    names, speakers = Names(report), report.speakers()
    kept = report.quotations()
    ids = {quotation.id for quotation in kept}
    told = {each: speakers[each] for quotation in kept for each in quotation.speaker_ids if each in speakers}
    article = {
        "@type": "Article",
        "@id": names.article,
        "identifier": report.article_id,
        "inLanguage": report.language,
        "hasPart": [_part(quotation, report, names, ids, told) for quotation in kept],
        "mentions": [_speaker(speaker, names) for speaker in told.values()],
    }
    return {"@context": PROFILE, **_known(article)}


def _part(
    quotation: Quotation, report: Report, names: Names, ids: set[str], speakers: dict[str, Speaker]
) -> dict[str, Any]:
    who = [{"@id": names.of(each)} for each in quotation.speaker_ids if each in speakers]
    said_at, article = quotation.said_at, {"@id": names.article}
    parent = {"@id": names.of(quotation.parent_id)} if quotation.parent_id in ids and quotation.parent_id else None
    part = {
        "@type": "Quotation",
        "@id": names.of(quotation.id),
        "text": " ".join(span.of(report.analysis.text) for span in quotation.content),
        "inLanguage": report.language,
        "spokenByCharacter": who or None,
        "creator": who or None,
        "isPartOf": parent or article,
        "temporal": said_at and _interval(said_at.start, said_at.end),
    }
    if quotation.type == "indirect":
        del part["spokenByCharacter"]
        part |= {"@type": "Claim", "appearance": article}
    return _known(part)


def _interval(start: str | None, end: str | None) -> str | None:
    """An ISO 8601 interval; `..` stands for an end that is not known."""
    return f"{start or '..'}/{end or '..'}" if start or end else None


def _speaker(speaker: Speaker, names: Names) -> dict[str, Any]:
    described = speaker.descriptions if speaker.named else tuple(dict.fromkeys((speaker.name, *speaker.descriptions)))
    node = {
        "@type": TYPES.get(speaker.kind, "Thing"),
        "@id": names.of(speaker.id),
        "name": speaker.name if speaker.named else None,
        "description": "; ".join(described) or None,
    }
    return _known(node)


def _known(members: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in members.items() if value is not None}
