"""Where a sentence ends, told by what stands between two words."""

import re

from quoteservice.lexicon.meaning import words as meaning_words
from quoteservice.verification.words import Word

STOP = re.compile(r"[.!?…]\W*$")
ASKING = re.compile(r"[!?…]")
ABBREVIATIONS = meaning_words("abbreviations")


def ends_sentence(before: Word, gap: str, after: Word) -> bool:
    """Whether a sentence ends in `gap`, between the words `before` and `after`."""
    if "\n" in gap.strip(" \t"):
        return True
    if not STOP.search(gap) or after.written[0].islower():
        return False
    if ASKING.search(gap):
        return True
    return before.key not in ABBREVIATIONS and not (before.key[-1].isdecimal() and after.key[0].isdecimal())
