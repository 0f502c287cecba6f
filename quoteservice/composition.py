"""Composes the answer: what search, attribution and resolution found becomes quotations and speakers."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from quoteservice.attribution import addressee, medium, said_at
from quoteservice.attribution import source as sources
from quoteservice.attribution.own_clause import phrases, stretches
from quoteservice.model import Analysis, Cue, Quotation, Span
from quoteservice.resolution import speakers
from quoteservice.resolution.confidence import confidence
from quoteservice.resolution.scene import Attribution, Resolved, Scene
from quoteservice.search.kinds import settle
from quoteservice.search.page import Page


@dataclass(frozen=True, slots=True)
class Examined:
    """An analysis with the page and the decisions it was made from, in the order of its quotations."""

    analysis: Analysis
    page: Page
    resolved: tuple[tuple[Attribution, Resolved], ...]


def compose(
    scene: Scene, decided: Sequence[tuple[Attribution, Resolved]], published_at: date | None = None
) -> Examined:
    """The analysis of an article of the day `published_at`.

    Quotations are numbered in the order given, speakers by their first quotation.
    """
    page = scene.page
    rows = [(f"q{n}", r.entities, _source_span(page, a)) for n, (a, r) in enumerate(decided, 1)]
    people, ids = speakers.build(rows, _mentions(scene))
    quotations = [_quotation(page, f"q{n}", a, r, ids[f"q{n}"], published_at) for n, (a, r) in enumerate(decided, 1)]
    return Examined(Analysis(page.document.text, _with_parents(quotations), people), page, tuple(decided))


def _source_span(page: Page, attribution: Attribution) -> Span | None:
    found = attribution.found
    return page.span(found.phrase.first, found.phrase.last) if found is not None else None


def _mentions(scene: Scene) -> dict[int, list[Span]]:
    out: dict[int, list[Span]] = {}
    for first, last, entity in scene.registry.mentions():
        out.setdefault(id(entity), []).append(scene.page.span(first, last))
    return out


def _quotation(
    page: Page,
    quote_id: str,
    attribution: Attribution,
    resolved: Resolved,
    ids: tuple[str, ...],
    published_at: date | None,
) -> Quotation:
    """The quotation with to whom, where and when it was said."""
    candidate, found = attribution.candidate, attribution.found
    phrase = found.phrase if found is not None else None
    kind, content = settle(page, candidate)
    ranges = stretches(page, candidate)
    every = phrases(page, ranges)
    evidence = {"pattern": candidate.frame, "link": found.link if found else "none", "resolution": resolved.rule}
    return Quotation(
        quote_id, kind, content, _cue(page, attribution), sources.source_of(page, found) if found else None, ids,
        confidence(page, attribution, resolved), evidence,
        addressee=addressee.find(page, candidate, every, phrase),
        medium=medium.find(page, candidate, every, phrase),
        said_at=said_at.find(page, candidate, ranges, published_at),
        candidates=tuple(dict.fromkeys(rival.name for rival in resolved.rivals)),
    )  # fmt: skip


def _cue(page: Page, attribution: Attribution) -> Cue | None:
    hit = attribution.candidate.hit
    if hit is None:
        return None
    runs: list[list[int]] = []
    for at in hit.tokens:
        if runs and runs[-1][-1] == at - 1:
            runs[-1].append(at)
        else:
            runs.append([at])
    spans = tuple(page.span(run[0], run[-1] + 1) for run in runs)
    return Cue(spans, hit.row.lemma, hit.row.category, hit.stance)


def _with_parents(quotations: Sequence[Quotation]) -> tuple[Quotation, ...]:
    """Give every quotation that stands inside another's content the id of the innermost one that holds it."""
    parent: dict[str, str] = {}
    open_ones: list[Quotation] = []
    for inner in sorted(quotations, key=lambda q: (q.content[0].start, -q.content[-1].end)):
        open_ones = [q for q in open_ones if q.content[-1].end > inner.content[0].start]
        holders = [q for q in open_ones if _holds(q, inner)]
        if holders:
            parent[inner.id] = min(holders, key=lambda q: sum(s.end - s.start for s in q.content)).id
        open_ones.append(inner)
    return tuple(replace(q, parent_id=parent[q.id]) if q.id in parent else q for q in quotations)


def _holds(outer: Quotation, inner: Quotation) -> bool:
    return all(any(span.covers(part) and span != part for span in outer.content) for part in inner.content)
