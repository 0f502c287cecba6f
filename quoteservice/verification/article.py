"""An article made ready for comparison: its words with the quotation each belongs to, and streams to search in.

A stream is a string in which every word is one character, so that the alignment of words is that of strings.
"""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import itemgetter

from quoteservice.model import Analysis, Quotation, Span
from quoteservice.text.reading import Reading
from quoteservice.verification.persons import SHORTEST_STEM, differs_in_person
from quoteservice.verification.sentences import ends_sentence
from quoteservice.verification.words import Word, key_of, words_of

MARKED = re.compile(r"„[^„”“\n]*[”“\"]|»[^»«\n]*«|«[^»«\n]*»|\"[^\"\n]*\"|“[^“”\n]*”|”[^”\n]*”|’[^’\n]{3,}’")
DIALOGUE = re.compile(r"(?:^|\n)[ \t]*[–—-][ \t]*\Z")
DASH_ROOM = 6
FIRST_CODE = 0x10000


class Codes:
    """Gives every form, and every lemma, a character of its own."""

    def __init__(self, lemmas: Mapping[str, str]) -> None:
        """`lemmas`: the lemma of each form, as the parser writes them."""
        self._lemmas = {key_of(form): lemma.casefold() for form, lemma in lemmas.items() if form and lemma}
        self._codes: dict[str, str] = {}

    def lemma(self, key: str) -> str:
        """The lemma of a form; the form itself where none is known."""
        return self._lemmas.get(key, key)

    def adopt(self, ours: Sequence[Word], theirs: Sequence[Word]) -> None:
        """Give those of `ours` that have no lemma with `theirs` in common that of a form in another person."""
        forms: dict[str, list[str]] = {}
        for key in dict.fromkeys(word.key for word in theirs):
            forms.setdefault(key[:SHORTEST_STEM], []).append(key)
        known = {self.lemma(key) for listed in forms.values() for key in listed}
        for key in dict.fromkeys(word.key for word in ours):
            if self.lemma(key) not in known and not key[0].isdecimal():
                like = (form for form in forms.get(key[:SHORTEST_STEM], ()) if differs_in_person(key, form))
                self._lemmas[key] = self.lemma(next(like, key))

    def forms(self, words: Sequence[Word]) -> str:
        """The stream of the forms of `words`."""
        return "".join(self._code(word.key) for word in words)

    def bases(self, words: Sequence[Word]) -> str:
        """The stream of the lemmas of `words`."""
        return "".join(self._code(self.lemma(word.key)) for word in words)

    def _code(self, key: str) -> str:
        return self._codes.setdefault(key, chr(FIRST_CODE + len(self._codes)))


@dataclass(frozen=True, slots=True)
class Stream:
    """Words of the article (indices), with their forms and their lemmas as strings of as many characters."""

    indices: Sequence[int]
    forms: str
    bases: str

    def of(self, indices: Sequence[int]) -> "Stream":
        """The stream of some of the words; `self` is that of all."""
        pick = itemgetter(*indices) if len(indices) > 1 else lambda text: [text[i] for i in indices]
        return Stream(indices, "".join(pick(self.forms)), "".join(pick(self.bases)))


@dataclass(frozen=True, slots=True)
class Article:
    """A read and analysed article; indices are those of `words`."""

    analysis: Analysis
    words: tuple[Word, ...]
    breaks: tuple[bool, ...]
    """Whether a sentence begins with the word."""
    owners: tuple[int | None, ...]
    """The innermost quotation that holds the word, as an index into the analysis' quotations."""
    marked: tuple[bool, ...]
    """Whether the word stands in quotation marks, or is said without any report (a direct quotation)."""
    members: tuple[tuple[int, ...], ...]
    """The words of each quotation's content."""
    content: tuple[int, ...]
    """The words that are inside any quotation's content."""
    codes: Codes
    whole: "Stream"
    quoted: "Stream"
    """The words of `content`, one after the other."""
    bases_of: Mapping[int, str]
    """The stream of lemmas of each quotation's content."""

    @property
    def bases(self) -> str:
        """The lemmas of all words."""
        return self.whole.bases

    def gap(self, at: int) -> str:
        """What stands between word `at` - 1 and word `at`, or behind the last word."""
        words, text = self.words, self.analysis.text
        start = words[at - 1].span.end if at else 0
        return text[start : words[at].span.start if at < len(words) else len(text)]

    def quotation(self, at: int) -> Quotation | None:
        """The innermost quotation that word `at` belongs to."""
        owner = self.owners[at]
        return None if owner is None else self.analysis.quotations[owner]

    def parts(self, one: int, other: int) -> bool:
        """Whether a sentence or a quoted piece ends between word `one` and the later word `other` of one content."""
        if self.owners[one] != self.owners[other] or self.marked[one] != self.marked[other]:
            return True
        if other == one + 1:
            return self.breaks[other]
        return any(self.breaks[one + 1 : other + 1]) and not self.words[other].written[0].islower()


def article_of(analysis: Analysis, reading: Reading, lemmas: Mapping[str, str]) -> Article:
    """`analysis` made ready; `reading` is that of its text, `lemmas` those of the article and of the claims."""
    words = words_of(reading)
    codes = Codes(lemmas)
    starts = [word.span.start for word in words]
    members = tuple(_members(quotation.content, starts) for quotation in analysis.quotations)
    owners: list[int | None] = [None] * len(words)
    own = _own_words(analysis)
    for index in sorted(own, key=lambda i: -len(members[i])):
        for at in members[index]:
            owners[at] = index
    content = tuple(at for at, owner in enumerate(owners) if owner is not None)
    whole = Stream(range(len(words)), codes.forms(words), codes.bases(words))
    return Article(
        analysis, words, _breaks(analysis.text, words), tuple(owners), _marked(analysis, words, starts, owners),
        members, content, codes, whole, whole.of(content), {n: whole.of(row).bases for n, row in enumerate(members)},
    )  # fmt: skip


def _members(spans: Sequence[Span], starts: Sequence[int]) -> tuple[int, ...]:
    found: list[int] = []
    for span in spans:
        found.extend(range(bisect_left(starts, span.start), bisect_left(starts, span.end)))
    return tuple(found)


def _breaks(text: str, words: Sequence[Word]) -> tuple[bool, ...]:
    pairs = pairwise(words)
    return (True, *(ends_sentence(a, text[a.span.end : b.span.start], b) for a, b in pairs))[: len(words)]


def _marked(
    analysis: Analysis, words: Sequence[Word], starts: Sequence[int], owners: Sequence[int | None]
) -> tuple[bool, ...]:
    inside = [False] * len(words)
    for found in MARKED.finditer(analysis.text):
        for at in range(bisect_left(starts, found.start()), bisect_left(starts, found.end())):
            inside[at] = True
    spoken = [quotation.type == "direct" or _is_dialogue(analysis.text, quotation) for quotation in analysis.quotations]
    for at, owner in enumerate(owners):
        if owner is not None and analysis.quotations[owner].type != "mixed":
            inside[at] = spoken[owner]
    return tuple(inside)


def _own_words(analysis: Analysis) -> list[int]:
    """The quotations whose words are their own: not what somebody reports, without marks, in a direct quotation."""
    types = {quotation.id: quotation.type for quotation in analysis.quotations}
    return [
        index
        for index, quotation in enumerate(analysis.quotations)
        if quotation.type != "indirect" or types.get(quotation.parent_id or "") != "direct"
    ]


def _is_dialogue(text: str, quotation: Quotation) -> bool:
    """Whether a dash at the head of a paragraph opens the quotation, as in fiction and interviews."""
    start = quotation.content[0].start
    return DIALOGUE.search(text[max(0, start - DASH_ROOM) : start]) is not None
