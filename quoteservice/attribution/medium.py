"""Where it was said: the channel, document, programme or event in the cue's clause (*a Facebookon*, *a rádióban*)."""

from collections.abc import Sequence

from quoteservice.lexicon import media, roles, times
from quoteservice.model import Span
from quoteservice.search.candidate import Candidate
from quoteservice.search.hits import Hit
from quoteservice.search.page import Page
from quoteservice.search.phrases import ARTICLES, Phrase

CONVEYED = frozenset({"keresztül", "útján", "révén"})
"""Postpositions by which any medium is a channel; they stay outside the span."""
PARTICIPLES = ("ott", "ett", "ött", "kelt", "ó", "ő")
LONGEST_DATE = 4


def find(page: Page, candidate: Candidate, every: Sequence[Phrase], source: Phrase | None) -> Span | None:
    """The phrase that names where it was said, article included; None when the cue's clause names no such place.

    `every`: the phrases of that clause. `source` is the source mention: a document that is the source itself is no
    medium, and a source inside the phrase (*az ügyvéd közleményében*) is left out of it.
    """
    hit = candidate.hit
    if hit is None:
        return None
    found: list[tuple[int, Span]] = []
    earlier: list[Phrase] = []
    for phrase in every:
        if is_place(page, phrase) and not any(phrase.first <= i < phrase.last for i in hit.tokens):
            start = _start(page, hit, phrase, earlier, source)
            first = _behind(page, source, start, phrase)
            found = [pair for pair in found if pair[1].end <= page.tokens[start].start]
            if first <= phrase.head:
                found.append((abs(phrase.head - hit.head), page.span(first, phrase.last)))
        earlier.append(phrase)
    return min(found)[1] if found else None


def is_place(page: Page, phrase: Phrase) -> bool:
    """Whether the head is a noun of the lexicon of media in a case in which something is said there."""
    found = media.medium_of(page.tokens[phrase.head].text)
    return found is not None and (found[1] in found[0].cases or page.word(phrase.last) in CONVEYED)


def _start(page: Page, hit: Hit, phrase: Phrase, earlier: list[Phrase], source: Phrase | None) -> int:
    """Where the phrase begins, with what its attributes take along; an article ends it.

    *a lapnak adott keddi interjúban*: a participle and its complement; *az M1 kedd esti műsorában*: a day, the owner.
    """
    at, limit = phrase.first, max(page.sentence(hit.head)[0], 1)
    while at >= limit and page.word(at) not in ARTICLES:
        before = next((p for p in earlier if p.last == at), None)
        step = _dated(page, at)
        if step is None and page.word(at - 1).endswith(PARTICIPLES) and at - 1 not in hit.tokens:
            step = at - 1 if page.tokens[at - 1].upos in ("ADJ", "VERB") else None
        if step is None and before is not None:
            taken = _may_own(page, before, source) if _is_nominative(page, before) else _takes(page, at, phrase)
            step = before.first if taken else None
        if step is None:
            break
        at = step
    return at - 1 if at >= limit and page.word(at - 1) in ARTICLES and page.word(at) not in ARTICLES else at


def _dated(page: Page, at: int) -> int | None:
    """The start of a day before the attribute at `at`: *vasárnap esti műsor*, *augusztus 12-én kelt levél*."""
    for first in range(max(0, at - LONGEST_DATE), at):
        words = " ".join(page.word(i) for i in range(first, at))
        whole = times.EXPRESSION.fullmatch(f"{words} {page.word(at)}")
        if whole or (page.word(at).endswith(PARTICIPLES) and times.EXPRESSION.fullmatch(words)):
            return first
    return None


def _takes(page: Page, at: int, phrase: Phrase) -> bool:
    """Whether the word at `at` is a participle, which takes the phrase before it for its complement."""
    return at < phrase.head and page.word(at).endswith(PARTICIPLES)


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
