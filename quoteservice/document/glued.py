"""Words that lost the blank between them: *augusztusbanszületett*, *csökkentenékA*, *ellenFotó: AFPAz*.

Web pages lose blanks where a link or a caption begins. A word is parted only where its left half cannot be the first
member of a compound, the whole is unknown and both halves are frequent; the rows of lexicon/glued.tsv say where.
"""

import re
from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterator
from itertools import pairwise

from spacy.vocab import Vocab

from quoteservice.document.tokenizer import Words
from quoteservice.lexicon import tables

WORD = re.compile(r"[^\W\d_]{4,}")
HYPHEN = re.compile(
    r"-(?:(?<=[a-záéíóöőúüű]{3}-)|(?<=[a-záéíóöőúüű][?!]-))"
    r"(?= (?!(?:és|s|vagy|illetve|valamint|meg|avagy|ill|sem)\b)[a-záéíóöőúüű])"
)
"""A hyphen for the dash of an inquit (*jövünk- mondta*); behind the first of two compounds stands a conjunction."""
INNER_CAPITAL = re.compile(r"(?<=[a-záéíóöőúüű])(?=[A-ZÁÉÍÓÖŐÚÜŰ])")
HUNGARIAN = re.compile(r"[áéíóöőúüű]")
SHORTEST, SHORTEST_INFLECTED, SHORTEST_NAME, SHORTEST_BEHIND_ARTICLE = 4, 6, 5, 5
GIVEN = tables.word_set("names", "given")
VOWELS = tuple("aáeéiíoóöőuúüű")
ARTICLES = frozenset({"a", "az"})
PLURAL_OF_AZ = "ok"
SUFFIXES = ("hat", "het")

Knows = Callable[[str], bool]
KEPT = 20_000
"""Words whose seams are kept."""


def _forms(side: str) -> frozenset[str]:
    return frozenset(row["form"] for row in tables.rows("glued") if row["side"] == side)


WORDS, ENDINGS, POSSESSIVES = _forms("word"), tuple(_forms("ending")), tuple(_forms("possessive"))
BEHIND, CAPITALS, PLACES = _forms("behind"), _forms("capital"), tuple(_forms("place"))


class Seams:
    """Knows the words of a vocabulary as it is now: what texts teach it later makes no word known.

    A vocabulary without a vector a word tells nothing.
    """

    def __init__(self, vocab: Vocab) -> None:
        self._strings, self._frequent_rows = vocab.strings, vocab.vectors.key2row
        self._words = (
            array("Q", sorted(map(vocab.strings.as_int, vocab.strings))) if self._frequent_rows else array("Q")
        )
        self._kept: dict[str, tuple[int, ...] | None] = {}

    def __call__(self, text: str) -> frozenset[int]:
        """Where in `text` (code points) two words meet that lost their blank."""
        found = [match.start() for match in HYPHEN.finditer(text)]
        hyphens = frozenset([*found, *(at - 1 for at in found if text[at - 1] in "?!")])
        words = set(WORD.findall(text)) if self._frequent_rows else set()
        unknown = {word: inside for word in words if (inside := self._inside(word)) is not None}
        if not unknown:
            return hyphens
        names = frozenset(word for word in words if word[0].isupper())
        return hyphens | frozenset(
            match.start() + at
            for match in WORD.finditer(text)
            if match[0] in unknown
            for at in (*_behind_name(match[0], text[match.end() : match.end() + 2], names), *unknown[match[0]])
        )

    def _inside(self, word: str) -> tuple[int, ...] | None:
        """The offsets in an unknown `word` at which it falls into two; None for a known one."""
        if word not in self._kept:
            if len(self._kept) >= KEPT:
                self._kept.clear()
            known = word in GIVEN or self._knows(word) or (word[1:].islower() and self._knows(word.lower()))
            known = known and not self._ends_in_article(word)
            self._kept[word] = None if known else tuple(_seams_of(word, self._is_frequent, self._knows))
        return self._kept[word]

    def _ends_in_article(self, word: str) -> bool:
        """*nemA*: seen so often in one that it seems a word."""
        left = word.rstrip("z")[:-1]
        return word[len(left) :] in CAPITALS and left.islower() and self._is_frequent(left)

    def _is_frequent(self, word: str) -> bool:
        return self._strings.as_int(word) in self._frequent_rows

    def _knows(self, word: str) -> bool:
        number = self._strings.as_int(word)
        at = bisect_left(self._words, number)
        return at < len(self._words) and self._words[at] == number


def _behind_name(word: str, after: str, names: frozenset[str]) -> Iterator[int]:
    """*mondta Halvorsen·az UnHerdnek*: a name that the text also has by itself; a bare *-a* may be one letter of it."""
    name = word.removesuffix("az")
    if name != word and name in names and after[:1].isspace() and _fits("az", after[1:].lower()):
        yield len(name)


def _seams_of(word: str, frequent: Knows, known: Knows) -> Iterator[int]:
    """Offsets in an unknown word at which it falls into two known ones."""
    for border in INNER_CAPITAL.finditer(word):
        if _before_capital(word[: border.start()], word[border.start() :], frequent):
            yield border.start()
            return
    if word[1:].islower():
        yield from (at for at in range(len(word) - 2, 0, -1) if _parts(word[:at], word[at:], frequent, known))


def _before_capital(left: str, right: str, frequent: Knows) -> bool:
    """*csökkentenék·A*, *csak·Ali*, but not *BioNTech*: an article, or any capital behind an ordinary word."""
    if right in CAPITALS:
        return len(left) >= SHORTEST or frequent(left)
    ordinary = left.islower() and (len(left) >= SHORTEST or left in WORDS) and frequent(left)
    return ordinary and right[1:].islower() and len(right) > 1


def _parts(left: str, right: str, frequent: Knows, known: Knows) -> bool:
    """Whether a word in small letters (but perhaps its first) is two."""
    low = left.lower()
    if right in BEHIND:
        return len(left) >= SHORTEST and (known(left) or known(low))
    if low in ARTICLES:
        return known(right) and len(right) >= SHORTEST_BEHIND_ARTICLE and _fits(low, right)
    if low in WORDS and known(right) and len(right) >= SHORTEST:
        return True
    if len(right) < SHORTEST or right.startswith(SUFFIXES) or not frequent(right):
        return False
    if left != low:
        return frequent(left) and not frequent(low) and len(left) >= SHORTEST_NAME and _is_common(right)
    inflected = low.endswith(ENDINGS) or (low.endswith(POSSESSIVES) and _is_owned(low, frequent))
    return inflected and len(low) >= SHORTEST_INFLECTED and known(low)


def _fits(article: str, word: str) -> bool:
    """*az* before a vowel, *a* before a consonant; *az·okénál* is a form of *azok*."""
    return word.startswith(VOWELS) == (article == "az") and not word.startswith(PLURAL_OF_AZ)


def _is_common(word: str) -> bool:
    """*Trump·elnök*, but neither *Spring·field* nor *Erzsébet·város*: Hungarian, and no second half of a place name."""
    return len(word) >= SHORTEST_NAME and HUNGARIAN.search(word) is not None and not word.startswith(PLACES)


def _is_owned(word: str, frequent: Knows) -> bool:
    """*honlapján*, but not *indián*: without its case ending it is a word with an owner's."""
    bare = word[:-2] + ("a" if word[-2] == "á" else "e")
    return frequent(bare) and (frequent(bare[:-1]) or frequent(bare[:-2]))


def part(words: list[str], starts: list[int], seams: frozenset[int]) -> Words:
    """`words`, which start at the code points `starts`, cut at `seams`, and where each then starts."""
    if not seams:
        return words, starts
    cuts = sorted(seams.difference(starts))
    parted, places = [], []
    for word, start in zip(words, starts, strict=True):
        inside = cuts[bisect_left(cuts, start) : bisect_left(cuts, start + len(word))]
        for first, last in pairwise([start, *inside, start + len(word)]):
            parted.append(word[first - start : last - start])
            places.append(first)
    return parted, places
