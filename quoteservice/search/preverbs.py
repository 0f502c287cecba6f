"""The preverb of a verb that stands apart from it: *tette hozzá*, *meg is mondta*, *hozzá nem tette*."""

from collections.abc import Iterator

from quoteservice.lexicon import cues
from quoteservice.lexicon.cues import PREVERBS
from quoteservice.search.page import CLAUSE_EDGES, Page

PRONOUN_PREVERBS = frozenset({"neki", "rá", "hozzá", "bele", "utána", "ellen", "túl", "alá", "ide", "oda", "egyet"})
REACH = 4
"""Tokens behind a verb in which its preverb may stand."""


def separated(page: Page, at: int) -> int | None:
    """The preverb that stands apart from the verb at `at`: right behind it, or before *is* or the negation."""
    for i in _attachable(page, at):
        if (i == at + 1 and _splits(page, at, i)) or _attached(page, at, i):
            return i
    if page.word(at - 1) in ("is", "sem", "nem") and page.word(at - 2) in PREVERBS:
        return at - 2 if at - 2 >= page.sentence(at)[0] else None
    return None


def asks_tree(page: Page, at: int) -> bool:
    """Whether only the tree can tell what preverb the verb at `at` has."""
    first = next(_attachable(page, at), None) if page.is_finite(at) else None
    return first is not None and not (first == at + 1 and _splits(page, at, first))


def _attachable(page: Page, at: int) -> Iterator[int]:
    """Where close behind `at` stands what may be its preverb."""
    for i in range(at + 1, min(page.sentence(at)[1], at + REACH)):
        if page.word(i) in PREVERBS:
            yield i
        if page.tokens[i].text in CLAUSE_EDGES:
            return


def _attached(page: Page, at: int, preverb: int) -> bool:
    return page.tree.dep(preverb).startswith("compound") and page.tree.head(preverb) == at


def _splits(page: Page, at: int, preverb: int) -> bool:
    """*tette hozzá*, but *mondta neki*: a word that is also a pronoun is a preverb only with a verb that has it."""
    word, lemma = page.word(preverb), page.tokens[at].lemma.lower()
    return (
        word not in PRONOUN_PREVERBS
        or (lemma, word) in cues.index().split
        or (page.word(at), word) in cues.index().split_past
        or word + lemma in cues.index().phrases
    )
