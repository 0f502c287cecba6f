"""The words of a text as the comparison sees them: typography apart, with their places in the text."""

import re
import unicodedata
from dataclasses import dataclass

from quoteservice.model import Span
from quoteservice.text.reading import Reading

MARKS_ABOVE = "\u0300-\u036f"
GROUP = "[ .\u00a0\u202f\u2009]"
GROUPED = rf"\d{{1,3}}(?:{GROUP}\d{{3}})+(?!\d)"
NUMBER = rf"(?:(?<!\S)[-\u2212])?(?:{GROUPED}|\d+)(?:[,.:/]\d+)*"
WORD = re.compile(rf"{NUMBER}|[^\W_][^\W_{MARKS_ABOVE}]*(?:[{MARKS_ABOVE}]+[^\W_]*)*|[%‰€$£§&+=<>°]")
SEPARATED = re.compile(rf"(?<=\d){GROUP}(?=\d{{3}}(?!\d))")


@dataclass(frozen=True, slots=True)
class Word:
    """A word: `key` is what is compared, `written` keeps the case, `span` is its place in the original text."""

    key: str
    written: str
    span: Span


def words_of(reading: Reading) -> tuple[Word, ...]:
    """The words, numbers and signs of a read text, in order; offsets are those of the original."""
    places = reading.places
    return tuple(
        _word(found[0], Span(places[found.start()], places[found.end() - 1] + 1))
        for found in WORD.finditer(reading.text)
    )


def key_of(form: str) -> str:
    """What is compared of a word: composed letters in lower case, numbers without the marks between thousands."""
    return _word(form, Span(0, 0)).key


def _word(form: str, span: Span) -> Word:
    written = unicodedata.normalize("NFC", form)
    if written[-1].isdecimal():
        written = SEPARATED.sub("", written).replace("\u2212", "-")
    return Word(written.casefold(), written, span)
