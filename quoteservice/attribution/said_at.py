"""When it was said: the expression of time in the cue's clause, and what it means on the calendar."""

from collections.abc import Iterator, Sequence
from datetime import date

from quoteservice.attribution.calendar import interval
from quoteservice.lexicon import media, roles, times
from quoteservice.model import SaidAt
from quoteservice.search.candidate import Candidate, Range
from quoteservice.search.hits import Hit
from quoteservice.search.page import Page
from quoteservice.search.phrases import phrases_in

ATTRIBUTES = ("i", "es", "as", "os", "ös")
"""Endings of an expression that is an attribute: *keddi*, *2021-es*."""
TOPICAL = ("ról", "ről", "ra", "re", "val", "vel")
"""Case endings of a thing that is spoken about, answered or compared."""
ARTICLES = frozenset({"a", "az", "egy"})
LONGEST_PHRASE = 12


def find(page: Page, candidate: Candidate, ranges: Sequence[Range], published_at: date | None) -> SaidAt | None:
    """The time of saying as words and interval (ISO 8601, local, half-open); `ranges`: where the cue's clause stands.

    The interval is None without a day of publication, or when the words do not tell one. An adverb (*kedden*) goes
    before an attribute (*keddi*), which counts only on the noun of a medium, an event or a document.
    """
    hit = candidate.hit
    if hit is None:
        return None
    found = [
        (_is_attribute(page, words), min(abs(words[0] - hit.head), abs(words[1] - 1 - hit.head)), words)
        for stretch in ranges
        for words in _expressions(page, stretch)
        if not any(words[0] <= i < words[1] for i in hit.tokens) and _tells_when(page, hit, words, stretch)
    ]
    if not found:
        return None
    span = page.span(*min(found)[2])
    meant = interval(span.of(page.document.text), published_at) if published_at is not None else None
    if meant is None:
        return SaidAt(span)
    return SaidAt(span, *(moment.isoformat(timespec="minutes") for moment in meant))


def _expressions(page: Page, stretch: Range) -> Iterator[Range]:
    """The expressions of time in a stretch as token ranges; an attribute leaves its noun's article behind."""
    if not times.may_hold(map(page.word, range(*stretch))):
        return
    offset = page.tokens[stretch[0]].start
    text = page.span(*stretch).of(page.document.text).lower()
    for match in times.EXPRESSION.finditer(text):
        first = next((i for i in range(*stretch) if page.tokens[i].start == offset + match.start()), None)
        last = next((i + 1 for i in range(*stretch) if page.tokens[i].end == offset + match.end()), None)
        if first is not None and last is not None and first < last:
            if page.word(first) in ARTICLES and _is_attribute(page, (first, last)):
                first += 1
            yield first, last


def _is_attribute(page: Page, words: Range) -> bool:
    return page.word(words[1] - 1).endswith(ATTRIBUTES)


def _tells_when(page: Page, hit: Hit, words: Range, stretch: Range) -> bool:
    """Whether an expression is the time of saying and not of what is spoken about."""
    first, last = words
    before = {page.word(first - 1), f"{page.word(first - 2)} {page.word(first - 1)}"}
    kinds = times.kinds()
    if before & kinds["not_before"].keys() or page.word(last) in kinds["not_behind"]:
        return False
    if _is_attribute(page, words) or _in_attribute(page, words):
        noun = _noun_behind(page, last, stretch[1])
        return noun is not None and (noun in hit.tokens or _can_date(page, noun))
    return True


def _in_attribute(page: Page, words: Range) -> bool:
    """*a kedden elfogadott törvényről*: the time belongs to a participle before a noun."""
    first, last = words
    if page.word(first - 1) in ARTICLES and page.word(first) not in ARTICLES:
        return True
    follows = page.tokens[last] if last < len(page.tokens) else None
    return follows is not None and follows.upos == "ADJ" and follows.text.endswith(("ott", "ett", "ött", "ó", "ő"))


def _noun_behind(page: Page, start: int, limit: int) -> int | None:
    """The head of the noun phrase whose attribute ends before `start`."""
    found = phrases_in(page, start, min(limit, start + LONGEST_PHRASE)) if start < limit else ()
    return found[0].head if found and found[0].first <= start + 3 else None


def _can_date(page: Page, noun: int) -> bool:
    """Whether the day of a thing is the day of what is said in it."""
    token = page.tokens[noun]
    if page.word(noun).endswith(TOPICAL):
        return False
    role = roles.of_token(token)
    return media.medium_of(token.text) is not None or (role is not None and (role.event or role.kind == "document"))
