"""What the parser reads instead of the text, and where each of its code points stands in the text.

Characters that only shape the print are left out: soft hyphens and zero-width marks, the blanks of letter-spaced names
(*K ö v e s d i*), hyphens of old line ends inside a word that the text also has whole.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quoteservice.text.view import parser_view

INVISIBLE = re.compile(r"[\u00ad\u200b\u200e\u200f\u2060\ufeff]")
SPACED = re.compile(r"(?<!\S)[A-ZÁÉÍÓÖŐÚÜŰ] (?:[^\W\d_] ){2,}[^\W\d_](?!\w)")
NEXT_WORD = re.compile(r"\W*(\w)")
CUT_WORD = re.compile(r"(?<![\w-])(\w{2,})-(\n?)([a-záéíóöőúüű]{2,})(?![\w-])")
WORD = re.compile(r"\w+")
VOWELS = frozenset("aáeéiíoóöőuúüű")
ARTICLE = "a"


@dataclass(frozen=True, slots=True)
class Reading:
    """`text` for the parser; its code point `i` is code point `places[i]` of the original, which has `length`."""

    text: str
    places: Sequence[int]
    length: int


def reading_of(text: str, longest_run: int, longest_word: int) -> Reading:
    """The reading of a guarded text; runs of marks and of letters are bounded as `parser_view` says."""
    dropped = frozenset(_dropped(text))
    places: Sequence[int] = range(len(text))
    if dropped:
        places = [i for i in range(len(text)) if i not in dropped]
    kept = "".join(text[i] for i in places) if dropped else text
    return Reading(parser_view(kept, longest_run, longest_word), places, len(text))


def _dropped(text: str) -> Iterator[int]:
    """The indices of the code points that the parser does not get."""
    for match in INVISIBLE.finditer(text):
        yield match.start()
    for match in SPACED.finditer(text):
        yield from _blanks(text, match)
    whole: frozenset[str] | None = None
    for match in CUT_WORD.finditer(text):
        if match[1] + match[3] not in text:
            continue
        whole = whole if whole is not None else frozenset(WORD.findall(text))
        if match[1] + match[3] in whole:
            yield from range(match.end(1), match.start(3))


def _blanks(text: str, run: re.Match[str]) -> Iterator[int]:
    """The blanks inside the words of a letter-spaced run: all but those before a capital, unless all are capitals."""
    letters, end = run[0].split(" "), run.end()
    if letters[-1] == ARTICLE and letters[-2].islower() and _is_article(text, end):
        end -= 2
    mixed = any(letter.islower() for letter in letters)
    for at in range(run.start() + 1, end, 2):
        if not (mixed and text[at + 1].isupper()):
            yield at


def _is_article(text: str, end: int) -> bool:
    """Whether the *a* before `end` is an article: a consonant follows."""
    following = NEXT_WORD.match(text, end)
    return following is not None and following[1].lower() not in VOWELS
