"""The flow and nothing else: read → search → attribute → resolve."""

from dataclasses import replace
from datetime import date
from typing import Protocol

from quoteservice.attribution import source as sources
from quoteservice.attribution.plausible import plausible
from quoteservice.model import Analysis, Cue, Document, Quotation, Span
from quoteservice.resolution import speakers
from quoteservice.resolution.forward import look_ahead
from quoteservice.resolution.resolve import run
from quoteservice.resolution.scene import Attribution, Resolved, Scene, open_scene
from quoteservice.search.find import candidates
from quoteservice.search.kinds import settle
from quoteservice.search.page import Page


class DocumentReader(Protocol):
    """Whatever turns a text into a Document."""

    def read(self, text: str) -> Document:
        """Parse one text."""


class Pipeline:
    """Finds the quotations of an article; one a process, not for two threads."""

    def __init__(self, reader: DocumentReader) -> None:
        self._reader = reader

    def analyse(self, text: str, published_at: date | None = None) -> Analysis:
        """Every quotation and speaker of `text` (already guarded); spans are code points of `text`."""
        return analyse(self._reader.read(text))


def analyse(document: Document) -> Analysis:
    """The quotations and speakers of a parsed article."""
    page = Page(document)
    attributions = [
        Attribution(candidate, found)
        for candidate in candidates(page)
        for found in [sources.find(page, candidate)]
        if plausible(page, candidate, found)
    ]
    scene = open_scene(page, attributions)
    resolved = look_ahead(scene, attributions, run(scene, attributions))
    names = _mentions(scene)
    rows = [
        (f"q{n}", r.entities, _source_span(page, a))
        for n, (a, r) in enumerate(zip(attributions, resolved, strict=True), 1)
    ]
    people, ids = speakers.build(page, rows, names)
    quotations = [
        _quotation(page, f"q{n}", a, r, ids[f"q{n}"])
        for n, (a, r) in enumerate(zip(attributions, resolved, strict=True), 1)
    ]
    return Analysis(document.text, _with_parents(quotations), people)


def _source_span(page: Page, attribution: Attribution) -> Span | None:
    found = attribution.found
    return page.span(found.phrase.first, found.phrase.last) if found is not None else None


def _mentions(scene: Scene) -> dict[int, list[Span]]:
    out: dict[int, list[Span]] = {}
    for entity in scene.page.document.entities:
        known = scene.registry.of_mention(entity.first, entity.last)
        if known is not None:
            out.setdefault(id(known), []).append(scene.page.span(entity.first, entity.last))
    return out


def _quotation(
    page: Page, quote_id: str, attribution: Attribution, resolved: Resolved, ids: tuple[str, ...]
) -> Quotation:
    candidate, found = attribution.candidate, attribution.found
    kind, content = settle(page, candidate)
    evidence = {"pattern": candidate.frame, "link": found.link if found else "none", "resolution": resolved.rule}
    source = sources.source_of(page, found) if found is not None else None
    return Quotation(quote_id, kind, content, _cue(page, attribution), source, ids, 1.0, evidence)


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
    return Cue(spans, hit.row.lemma, hit.row.category, hit.row.stance)


def _with_parents(quotations: list[Quotation]) -> tuple[Quotation, ...]:
    """Give every quotation that stands inside another's content the id of the innermost one that holds it."""
    out = []
    for inner in quotations:
        holders = [
            o for o in quotations
            if o is not inner and all(any(h.covers(s) and h != s for h in o.content) for s in inner.content)
        ]  # fmt: skip
        parent = min(holders, key=lambda o: sum(s.end - s.start for s in o.content), default=None)
        out.append(replace(inner, parent_id=parent.id if parent else None))
    return tuple(out)
