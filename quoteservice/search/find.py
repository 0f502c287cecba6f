"""Candidates of a page: every cue is offered to the frames in the order in which they bind."""

from collections.abc import Iterator, Mapping, Sequence

from quoteservice.search.candidate import Candidate, Range
from quoteservice.search.cuts import all_starts, peer_starts
from quoteservice.search.frames import (
    according,
    anaphoric,
    complement,
    fronted,
    inquit,
    joint,
    mint,
    nominal,
    predicate,
    run_on,
    uncued,
)
from quoteservice.search.frames.extent import Cuts, Starts
from quoteservice.search.frames.joint import Complement
from quoteservice.search.hits import Hit
from quoteservice.search.hits import find as find_hits
from quoteservice.search.page import Page

TREE_READ = frozenset({"verb", "according", "pronominal"})
"""Kinds of cues for whose sentences the tree is nearly always read."""
ADJACENT = 2
"""Tokens between a noun of saying and its clause: the comma and *hogy*."""


def candidates(page: Page) -> tuple[Candidate, ...]:
    """All quotations that the frames propose, in text order of their content; one a cue, doubles dropped."""
    hits = find_hits(page)
    page.document.expect({page.tokens[hit.head].sentence for hit in hits if hit.kind in TREE_READ})
    places = {h: place for h in hits if h.kind in ("verb", "document") and (place := joint.locate(page, h))}
    starts, peers = all_starts(page, hits, places), peer_starts(page, hits, places)
    heads = frozenset(hit.head for hit in places if complement.speaks(hit))
    cued: list[Candidate] = []
    for hit in hits:
        cuts = Cuts(Starts(starts, hit), hit in places, Starts(peers, hit), heads)
        candidate = _offer(page, hit, cuts, places.get(hit))
        if candidate is not None and all(first < last for first, last in candidate.content):
            cued.append(candidate)
    kept = list(_without_doubles(cued))
    kept += uncued.find(page, kept, _announcing(page, hits, places))
    return tuple(sorted(kept, key=lambda c: (c.content[0][0], -c.content[-1][1])))


def _announcing(page: Page, hits: Sequence[Hit], places: Mapping[Hit, Complement]) -> frozenset[int]:
    """The sentences (indices) with a cue that has no content of its own: *X reagált a vádakra.*"""
    bare = [hit for hit in hits if hit.kind == "verb" and hit not in places and hit.row.direct == "Y"]
    return frozenset(page.tokens[hit.head].sentence for hit in bare)


def _offer(page: Page, hit: Hit, cuts: Cuts, place: Complement | None) -> Candidate | None:
    match hit.kind:
        case "according" | "pronominal":
            return according.find(page, hit, cuts)
        case "converb":
            return nominal.converb(page, hit, cuts)
        case "noun":
            return nominal.noun(page, hit, cuts)
    for candidate in _verb_frames(page, hit, cuts, place):
        if candidate is not None:
            return candidate
    return None


def _verb_frames(page: Page, hit: Hit, cuts: Cuts, place: Complement | None) -> Iterator[Candidate | None]:
    yield mint.find(page, hit, cuts)
    if (
        place is None
        or page.is_dash(hit.first - 1)
        or page.is_mark(hit.first - 1)
        or (page.word(hit.first - 1) == "," and page.is_mark(hit.first - 2))
    ):
        yield inquit.find(page, hit, cuts)
    if place is not None:
        yield complement.find(page, hit, cuts, place)
    yield predicate.find(page, hit)
    if place is None:
        yield fronted.find(page, hit)
        yield anaphoric.find(page, hit)
        yield run_on.find(page, hit)
    if place is not None:
        yield inquit.find(page, hit, cuts)


def _without_doubles(found: list[Candidate]) -> Iterator[Candidate]:
    """Two cues on one content are one report of the first; a second *szerint* on the same words is none."""
    reported: dict[int, list[set[int]]] = {}
    opened = {c.content[0][0] for c in found if c.frame.startswith("complement")}
    for candidate in sorted(found, key=_rank):
        words = _words(candidate.content)
        if _redundant(candidate, opened):
            continue
        rivals = {id(other): other for at in words for other in reported.get(at, ())}
        if any(_same(words, other) for other in rivals.values()):
            continue
        for at in words:
            reported.setdefault(at, []).append(words)
        yield candidate


def _redundant(candidate: Candidate, opened: set[int]) -> bool:
    """*elmondta, hogy szerinte Q*: the pronoun that opens a report only takes its sayer up again."""
    hit = candidate.hit
    return hit is not None and hit.kind == "pronominal" and hit.first in opened


def _rank(candidate: Candidate) -> tuple[int, int]:
    """A noun of saying right before its clause, then verbs, then other nouns; in the order of the text."""
    hit = candidate.hit
    if hit is None:
        return (1, 0)
    adjacent = candidate.frame == "noun" and candidate.content[0][0] - hit.last <= ADJACENT
    return (0 if adjacent else 1 if candidate.frame not in ("noun", "converb") else 2, hit.first)


def _words(content: tuple[Range, ...]) -> set[int]:
    return {i for first, last in content for i in range(first, last)}


def _same(one: set[int], other: set[int]) -> bool:
    return len(one & other) >= 0.9 * max(len(one), len(other))
