"""Where it was said: the channel, document, programme or event in the cue's clause (*a Facebookon*, *a rádióban*)."""

import re

from quoteservice.attribution.own_clause import phrases
from quoteservice.lexicon import media, times
from quoteservice.model import Span
from quoteservice.search.candidate import Candidate
from quoteservice.search.page import Page
from quoteservice.search.phrases import Phrase

CONVEYED = frozenset({"keresztül", "útján", "révén"})
"""Postpositions by which any medium is a channel; they stay outside the span."""
OWNED = re.compile(r"(?:[áé]|[uü]k|[aei]i[kn]?)(?:ban|ben|n)$")
"""The ending of an owned noun in the inessive or superessive: *műsorában*, *oldalukon*."""


def find(page: Page, candidate: Candidate, source: Phrase | None) -> Span | None:
    """The phrase that names where it was said, article included; None when the cue's clause names no such place.

    `source` is the source mention: a document that is the source itself is no medium, and a source inside the phrase
    (*az ügyvéd közleményében*) is left out of it.
    """
    hit = candidate.hit
    if hit is None:
        return None
    found: list[tuple[int, Span]] = []
    before: Phrase | None = None
    for phrase in phrases(page, candidate):
        if is_place(page, phrase) and not any(phrase.first <= i < phrase.last for i in hit.tokens):
            first = _start(page, phrase, before)
            if source is not None and source.first < phrase.last and first < source.last:
                first = source.last
            if first <= phrase.head:
                found.append((abs(phrase.head - hit.head), page.span(first, phrase.last)))
        before = phrase
    return min(found)[1] if found else None


def is_place(page: Page, phrase: Phrase) -> bool:
    """Whether the head is a noun of the lexicon of media in a case in which something is said there."""
    found = media.medium_of(page.tokens[phrase.head].text)
    return found is not None and (found[1] in found[0].cases or page.word(phrase.last) in CONVEYED)


def _start(page: Page, phrase: Phrase, before: Phrase | None) -> int:
    """Where the phrase begins, with what its first attribute takes along.

    *Facebookon közzétett videóban*: the complement of a participle; *az M1 kedd esti műsorában*: a day and the owner.
    """
    first = phrase.first
    if times.EXPRESSION.fullmatch(f"{page.word(first - 1)} {page.word(first)}") is not None:
        first -= 1
    if before is None or before.last != first or phrase.first == phrase.head:
        return first
    opening = page.tokens[phrase.first]
    case = page.case(before.head)
    if opening.upos == "ADJ" and opening.text.endswith(("ott", "ett", "ött", "ó", "ő")) and case not in ("Nom", ""):
        return before.first
    owned = first < phrase.first and case == "Nom" and OWNED.search(page.word(phrase.head)) is not None
    return before.first if owned else first
