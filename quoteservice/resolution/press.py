"""Papers, sites and channels that the tagger did not class: *a Blikknek*, *az Infostart*, *a feol.hu oldalán*."""

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from quoteservice.lexicon.media import ADDRESS
from quoteservice.lexicon.tables import word_set
from quoteservice.resolution.inflection import KEPT, stems
from quoteservice.resolution.mentions import NameMention
from quoteservice.resolution.names import HYPHENATED
from quoteservice.search.page import Page
from quoteservice.search.phrases import ARTICLES

PRESS = word_set("groups", "press")
AGENCIES = word_set("groups", "agencies")
BROADCASTERS = word_set("groups", "broadcasters")
SHORTEST_STEM = 2
STARTS = {
    start: max(len(name.split()) for name in PRESS if name.startswith(start))
    for start in {name[:SHORTEST_STEM] for name in PRESS}
}
"""The letters with which names of media begin, and how many words such a name has at most."""


def is_press(name: str) -> bool:
    """Whether a name in the nominative is a known medium or a web address."""
    return name in PRESS or ADDRESS.fullmatch(name) is not None


def groups_of(name: str) -> frozenset[str]:
    """The synonym groups of a known medium; none for another name."""
    if not is_press(name):
        return frozenset()
    kinds = {"AGENCY_NEWS": AGENCIES, "BROADCASTER": BROADCASTERS}
    told = {group for group, names in kinds.items() if name in names}
    return frozenset({"NEWS_SITE", *(told or {"NEWSPAPER"})})


def as_press(page: Page, mention: NameMention) -> NameMention:
    """*a Kisalföldnek*: a known medium behind an article is no person and no place, whatever the tagger says."""
    text = page.document.text[page.tokens[mention.first].start : page.tokens[mention.last - 1].end]
    name = _medium(text) or mention.name
    told = page.word(mention.first - 1) in ARTICLES and is_press(name)
    return replace(mention, label="ORG", name=name) if told else mention


def press_mentions(page: Page, taken: tuple[NameMention, ...]) -> Iterator[NameMention]:
    """The media named outside the names that are `taken` already, as organisations."""
    inside = {i for mention in taken for i in range(mention.first, mention.last)}
    behind = 0
    for token in page.tokens:
        longest = STARTS.get(token.text[:SHORTEST_STEM], 1 if "." in token.text else 0)
        at = token.index
        if longest and at >= behind and at not in inside and page.is_word(at):
            found = _at(page, at, longest)
            if found is not None and not any(i in inside for i in range(at, found.last)):
                yield found
                behind = found.last


def _at(page: Page, at: int, longest: int) -> NameMention | None:
    """The medium whose name of at most `longest` words begins at a token."""
    for last in range(min(at + longest, page.sentence(at)[1]), at, -1):
        name = _medium(page.document.text[page.tokens[at].start : page.tokens[last - 1].end])
        if name is not None:
            return NameMention(at, last, "ORG", name)
    return None


@lru_cache(maxsize=KEPT)
def _medium(text: str) -> str | None:
    """The name of the known medium that stands in `text`, perhaps with an ending."""
    words = text.split()
    names = (" ".join([*words[:-1], form]) for form in _bare(words[-1]))
    return next((name for name in names if is_press(name)), None)


def _bare(word: str) -> Iterator[str]:
    """A word as it stands, then without the case endings it may have."""
    yield word
    if match := HYPHENATED.match(word):
        yield match.group("stem")
    yield from (stem.text for stem in stems(word))
