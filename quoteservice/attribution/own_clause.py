"""The stretches of text that belong to the cue's own clause: where addressee, medium and time may stand."""

from collections.abc import Iterable, Iterator

from quoteservice.lexicon import media, times
from quoteservice.search.candidate import Candidate, Range
from quoteservice.search.cuts import SUBORDINATORS
from quoteservice.search.hits import Hit
from quoteservice.search.page import Page
from quoteservice.search.phrases import ARTICLES, Phrase, left_edge, phrases_in

EDGES = frozenset({",", ";", ":", "(", ")"})
LONGEST_ATTRIBUTE = 3
JOINTS = frozenset({"és", "s", "majd", "de", "illetve"})


def stretches(page: Page, candidate: Candidate) -> tuple[Range, ...]:
    """The token ranges of the cue's clause in text order, without the content and clauses set into it.

    Empty when the candidate has no cue.
    """
    hit = candidate.hit
    if hit is None:
        return ()
    low, high = candidate.zone if candidate.zone[0] < candidate.zone[1] else page.clause(hit.head)
    parts = list(_parts(page, min(low, hit.first), max(high, hit.last)))
    core = next(n for n, (first, last) in enumerate(parts) if first <= hit.head < last)
    first, last = _around(page, hit, *parts[core])
    before = _side(page, candidate.content, reversed(parts[:core]), behind=False) if first == parts[core][0] else ()
    behind = _side(page, candidate.content, parts[core + 1 :], behind=True) if last == parts[core][1] else ()
    return tuple(sorted([*before, (first, last), *behind]))


def phrases(page: Page, ranges: tuple[Range, ...]) -> tuple[Phrase, ...]:
    """The noun phrases of the cue's clause, which stands in `ranges`, in text order.

    A noun of the lexicons in a case of its own ends its phrase and is found even where a tagger takes it for another
    part of speech: *lapunknak Bokor Etelka* are two phrases.
    """
    found = []
    for first, last in ranges:
        missed = [at for at in range(first, last) if _mistaken(page, at)]
        added = [Phrase(left_edge(page, at, first), at + 1, at) for at in missed]
        for phrase in phrases_in(page, first, last):
            if not any(a.first <= phrase.first < a.last for a in added):
                added += _split(page, phrase)
        found += sorted(added, key=lambda phrase: phrase.first)
    return tuple(found)


def _split(page: Page, phrase: Phrase) -> list[Phrase]:
    """A phrase cut behind a listed noun in a case of its own before a name or an article."""
    for at in range(phrase.first, phrase.head):
        ends = page.tokens[at].upos in ("NOUN", "PROPN") and media.is_inflected(page.word(at))
        if ends and (page.tokens[at + 1].upos == "PROPN" or page.word(at + 1) in ARTICLES):
            return [Phrase(phrase.first, at + 1, at), *_split(page, Phrase(at + 1, phrase.last, phrase.head))]
    return [phrase]


def _parts(page: Page, low: int, high: int) -> Iterator[Range]:
    """The range cut at commas, colons, brackets and dashes."""
    start = low
    for at in range(low, high):
        if page.tokens[at].text in EDGES or page.is_dash(at):
            if start < at:
                yield start, at
            start = at + 1
    if start < high:
        yield start, high


def _around(page: Page, hit: Hit, first: int, last: int) -> Range:
    """The part that holds the cue, cut where another verb's clause begins or ends inside it."""
    others = [i for i in range(first, last) if _is_verb(page, i) and i not in hit.tokens]
    before = max((i for i in others if i < hit.first), default=None)
    if before is not None:
        first = next((i for i in range(before + 1, hit.first) if page.word(i) in JOINTS), before) + 1
    behind = min((i for i in others if i >= hit.last), default=None)
    if behind is not None:
        last = next((i for i in range(hit.last, behind) if page.word(i) in JOINTS), behind)
    return first, last


def _side(page: Page, content: tuple[Range, ...], parts: Iterable[Range], *, behind: bool) -> Iterator[Range]:
    """The parts on one side of the cue's, nearest first, that still belong to its clause."""
    for first, last in parts:
        if any(first < end and start < last for start, end in content):
            return
        if page.word(first) in SUBORDINATORS:
            if behind:
                return
        elif any(_is_verb(page, i) for i in range(first, last)):
            return
        elif page.tokens[first - 1].text != "(":
            yield first, last


def _is_verb(page: Page, at: int) -> bool:
    """A finite verb; taggers take a rare adverb of time (*tavalyelőtt*), some nouns and participles for one."""
    if not page.is_finite(at) or _mistaken(page, at) or times.is_expression(page.word(at)):
        return False
    behind = range(at + 1, min(at + 1 + LONGEST_ATTRIBUTE, page.sentence(at)[1]))
    noun = next((i for i in behind if page.tokens[i].upos != "ADJ"), None)
    return not (page.word(at).endswith("tt") and noun is not None and media.is_inflected(page.word(noun)))


def _mistaken(page: Page, at: int) -> bool:
    """Whether a noun of the lexicons in a case of its own is tagged as a verb or adverb (*híradójának*)."""
    return page.tokens[at].upos in ("VERB", "AUX", "ADV") and media.is_inflected(page.word(at))
