"""Where in a sentence a report must end because the next one begins."""

from collections.abc import Mapping, Sequence

from quoteservice.lexicon.tables import word_set
from quoteservice.search.frames.joint import QUESTIONS, Complement
from quoteservice.search.hits import Hit
from quoteservice.search.page import RELATIVES, Page
from quoteservice.search.phrases import left_edge, nominatives
from quoteservice.search.walk import TIME

SUBORDINATORS = RELATIVES | word_set("clause", "subordinators")
JOINTS = frozenset({"és", "s", "majd", "illetve", "valamint", "de", "ám"})
GOING_ON = frozenset({"de", "majd", "ám"})
"""Right before a cue without a clause of its own: *tagadta, hogy Q, de elismerte a hibát*."""
CONTRAST = frozenset({"míg", "viszont", "de", "ugyanakkor", "ám", "azonban", "miközben", "pedig"})


def all_starts(page: Page, hits: Sequence[Hit], places: Mapping[Hit, Complement]) -> list[tuple[int, Hit]]:
    """(token before which an earlier report ends, the cue whose report begins there), in text order."""
    found: list[tuple[int, Hit]] = []
    for hit in hits:
        at = _inquit(page, hit, hit in places)
        speaks = hit.row.category != "decide" and (hit in places or page.word(hit.first - 1) in GOING_ON)
        if at is None and speaks:
            at = _coordinated(page, hit)
        if at is None and hit.kind == "pronominal":
            at = _own_view(page, hit)
        if at is None and hit.kind == "according":
            at = _contrasting(page, hit)
        if at is None and hit.kind == "converb" and page.word(hit.first - 1) == ",":
            at = hit.first - 1
        if at is not None:
            found.append((at, hit))
    return sorted(found, key=lambda pair: pair[0])


def _inquit(page: Page, hit: Hit, has_complement: bool) -> int | None:
    """The dash before an inquit, or the comma of one that closes the sentence."""
    if hit.kind not in ("verb", "document"):
        return None
    before = hit.first - 1
    if page.is_dash(before):
        return before
    if page.word(before) == "," and not has_complement and hit.row.paratactic != "N":
        _, last = page.sentence(hit.head)
        if not page.has_finite(hit.last, last):
            return before
    return None


def _coordinated(page: Page, hit: Hit) -> int | None:
    """*, majd hozzátette: …*, *és azt is közölte, hogy …*: the same subject goes on to report."""
    if hit.kind != "verb":
        return None
    first, sentence_first = page.clause(hit.head)[0], page.sentence(hit.head)[0]
    if page.word(first - 1) == "," and "pedig" in {page.word(i) for i in range(first, hit.first)}:
        return first - 1
    joint = next(
        (i for i in range(hit.first - 1, first, -1) if page.word(i) in JOINTS and not _of_times(page, i)), None
    )
    low = first if joint is None else joint
    if low <= sentence_first or any(True for _ in nominatives(page, low, hit.first)):
        return None
    if joint is None and page.word(low - 1) != ",":
        return None
    if any(page.word(i) in SUBORDINATORS for i in range(low, hit.first)) or page.word(first) in QUESTIONS:
        return None  # azt kérdezte, miért hazudik, miért mondta, hogy …
    return low - 1 if page.word(low - 1) == "," else low


def _of_times(page: Page, joint: int) -> bool:
    """*augusztus és november között*."""
    return page.word(joint - 1) in TIME and page.word(joint + 1) in TIME


def peer_starts(page: Page, hits: Sequence[Hit], places: Mapping[Hit, Complement]) -> list[tuple[int, Hit]]:
    """Commas at which a *szerint* report gives way to a clause with another sayer.

    *A szerint Q1, B szerint Q2*; *A szerint Q, B cáfolta a hírt*.
    """
    found: list[tuple[int, Hit]] = []
    for hit in hits:
        if hit.kind == "according" and hit.first:
            low = left_edge(page, hit.first - 1, page.sentence(hit.first)[0])
            if page.word(low - 1) == ",":
                found.append((low - 1, hit))
        elif hit.kind == "verb" and (hit in places or hit.row.category in ("deny", "confirm")):
            low = page.clause(hit.head)[0]
            hangs = any(page.word(i) in SUBORDINATORS for i in range(low, hit.first))
            if page.word(low - 1) == "," and not hangs and any(True for _ in nominatives(page, low, hit.first)):
                found.append((low - 1, hit))
    return sorted(found, key=lambda pair: pair[0])


def _own_view(page: Page, hit: Hit) -> int | None:
    """*…, szerinte Q*, *…, de szerinte Q*: the same sayer's next report."""
    before = hit.first - 1
    if page.word(before) in CONTRAST | JOINTS and page.word(before - 1) == ",":
        return before - 1
    return before if page.word(before) == "," else None


def _contrasting(page: Page, hit: Hit) -> int | None:
    """*A szerint Q1, míg B szerint Q2*; *…; B szerint Q2*."""
    low = left_edge(page, hit.first - 1, page.sentence(hit.first)[0]) if hit.first else 0
    if page.word(low - 1) == ";":
        return low - 1
    if page.word(low - 1) in CONTRAST and page.word(low - 2) == ",":
        return low - 2
    return None
