"""Where it was said: the channel, document, programme or event in the cue's clause (*a Facebookon*, *a rádióban*)."""

from quoteservice.attribution.own_clause import phrases
from quoteservice.lexicon import media, roles, times
from quoteservice.model import Span
from quoteservice.search.candidate import Candidate
from quoteservice.search.hits import Hit
from quoteservice.search.page import Page
from quoteservice.search.phrases import Phrase

CONVEYED = frozenset({"keresztül", "útján", "révén"})
"""Postpositions by which any medium is a channel; they stay outside the span."""
PARTICIPLES = ("ott", "ett", "ött", "ó", "ő")


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
            start = _start(page, hit, phrase, before, source)
            first = _behind(page, source, start, phrase)
            found = [pair for pair in found if pair[1].end <= page.tokens[start].start]
            if first <= phrase.head:
                found.append((abs(phrase.head - hit.head), page.span(first, phrase.last)))
        before = phrase
    return min(found)[1] if found else None


def is_place(page: Page, phrase: Phrase) -> bool:
    """Whether the head is a noun of the lexicon of media in a case in which something is said there."""
    found = media.medium_of(page.tokens[phrase.head].text)
    return found is not None and (found[1] in found[0].cases or page.word(phrase.last) in CONVEYED)


def _start(page: Page, hit: Hit, phrase: Phrase, before: Phrase | None, source: Phrase | None) -> int:
    """Where the phrase begins, with what its first attribute takes along.

    *Facebookon közzétett videóban*: the complement of a participle; *az M1 kedd esti műsorában*: a day and the owner.
    """
    first = phrase.first
    dated = times.EXPRESSION.fullmatch(f"{page.word(first - 1)} {page.word(first)}") is not None
    if dated or (page.word(first - 1).endswith("tt") and first - 1 not in hit.tokens):
        first -= 1
    if before is None or before.last != first:
        return first
    participle = page.word(max(first, phrase.first - 1)).endswith(PARTICIPLES) and first < phrase.head
    if participle and not _is_nominative(page, before):
        return before.first
    return before.first if _is_nominative(page, before) and _may_own(page, before, source) else first


def _is_nominative(page: Page, phrase: Phrase) -> bool:
    listed = media.medium_of(page.word(phrase.head))
    return page.case(phrase.head) in ("Nom", "") or (listed is not None and listed[1] == "Nom")


def _may_own(page: Page, before: Phrase, source: Phrase | None) -> bool:
    """A nominative right before a place that is neither the source nor a person is an attribute or the owner."""
    if source is None or (before.first < source.last and source.first < before.last):
        return False
    entity, role = page.entity_at(before.head), roles.role_of(page.tokens[before.head].lemma)
    return (entity is None or entity.label != "PER") and (role is None or role.kind != "person")


def _behind(page: Page, source: Phrase | None, first: int, phrase: Phrase) -> int:
    """The start of what the source leaves of a phrase that begins with it; adjectives belong to the noun behind."""
    if source is None or not (source.first < phrase.last and first < source.last):
        return first
    if source.head > phrase.head and media.is_inflected(page.word(phrase.head)):
        return first  # what stands behind the place is the source
    start = source.last
    while first < start - 1 <= phrase.head and page.tokens[start - 1].upos == "ADJ" and start > source.first + 1:
        start -= 1
    return start
