"""Quotations as CSV (RFC 4180): a header and one row a quotation; safe to open in a spreadsheet."""

import csv
import io
import re
from collections.abc import Iterable
from typing import Any

from quoteservice.model import Quotation, Span, Speaker
from quoteservice.response.places import Places
from quoteservice.response.report import Report

COLUMNS = tuple(
    """article_id quote_id type content spans speaker_ids speakers kinds source source_form cue lemma category stance
    addressee medium said_at said_from said_to parent_id confidence pattern link resolution candidates
    offset_unit html_spans""".split()
)
UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
STARTS = r"(?:^|(?<=[;\t\r\n]))"
FORMULA = r"""(?=[ \xa0\u3000'"]*[=+\-@＝＋－＠])"""
UNSAFE, GUARDED = re.compile(STARTS + FORMULA), re.compile(f"{STARTS}'{FORMULA}")


def table(report: Report) -> str:
    """`report` as CSV text with CRLF line ends; ranges are half-open, in the unit of the options."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    places, speakers = Places(report.analysis.text, report.options.offsets, report.page), report.speakers()
    kept = report.quotations()
    ids = {quotation.id for quotation in kept}
    for quotation in kept:
        cells = {**_content(quotation, places, ids), **_who(quotation, places, speakers), **_how(quotation, places)}
        cells |= {"article_id": report.article_id or "", "offset_unit": report.options.offsets}
        writer.writerow([guarded(cells[column]) for column in COLUMNS])
    return out.getvalue()


def guarded(cell: str) -> str:
    """`cell` with an apostrophe wherever a spreadsheet could start to read a formula, and no unprintable characters.

    That is at the start and after what a spreadsheet with other settings takes for the end of a cell.
    """
    return UNSAFE.sub("'", UNPRINTABLE.sub(" ", cell))


def unguarded(cell: str) -> str:
    """`cell` without the apostrophes that `guarded` put in."""
    return GUARDED.sub("", cell)


def _content(quotation: Quotation, places: Places, ids: set[str]) -> dict[str, str]:
    ranges = [places.range(span) for span in quotation.content]
    return {
        "quote_id": quotation.id,
        "type": quotation.type,
        "content": places.words(quotation.content),
        "spans": _ranges(ranges),
        "html_spans": _ranges(stretch for each in ranges for stretch in each.get("html", ())),
        "parent_id": quotation.parent_id if quotation.parent_id in ids and quotation.parent_id else "",
        "confidence": f"{quotation.confidence:.3f}",
        **{name: quotation.evidence.get(name, "") for name in ("pattern", "link", "resolution")},
    }


def _ranges(ranges: Iterable[dict[str, Any]]) -> str:
    # Not `1-41` or `1:41`, which a spreadsheet takes for a day or an hour.
    return " ".join(f"{each['start']}..{each['end']}" for each in ranges)


def _who(quotation: Quotation, places: Places, speakers: dict[str, Speaker]) -> dict[str, str]:
    known = [speakers[each] for each in quotation.speaker_ids if each in speakers]
    source = quotation.source
    return {
        "speaker_ids": " ".join(quotation.speaker_ids),
        "speakers": "; ".join(speaker.name for speaker in known),
        "candidates": "; ".join(quotation.candidates),
        "kinds": "; ".join(speaker.kind for speaker in known),
        "source": _words(source.span if source else None, places),
        "source_form": source.form if source else "",
    }


def _how(quotation: Quotation, places: Places) -> dict[str, str]:
    cue, said_at = quotation.cue, quotation.said_at
    return {
        "cue": places.words(cue.spans) if cue else "",
        "lemma": cue.lemma if cue else "",
        "category": cue.category if cue else "",
        "stance": cue.stance if cue else "",
        "addressee": _words(quotation.addressee, places),
        "medium": _words(quotation.medium, places),
        "said_at": _words(said_at.span if said_at else None, places),
        "said_from": (said_at.start if said_at else None) or "",
        "said_to": (said_at.end if said_at else None) or "",
    }


def _words(span: Span | None, places: Places) -> str:
    return places.words([span]) if span else ""
