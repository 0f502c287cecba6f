"""A claimed quotation taken apart: its words, the pieces that it marks as parted, and the pieces that are sentences."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from quoteservice.model import Span
from quoteservice.text.reading import Reading
from quoteservice.verification.sentences import ends_sentence
from quoteservice.verification.words import Word, words_of

ELLIPSIS = re.compile(r"…|\.{2,}|[\[(](?:…|\.{2,3}|–|-)[\])]")


@dataclass(frozen=True, slots=True)
class Claim:
    """What is claimed: that `quote` is in the article and, unless None, that it is `speaker`'s."""

    quote: str
    speaker: str | None = None


@dataclass(frozen=True, slots=True)
class ParsedClaim:
    """A claim's words (offsets are the quote's own) and where it says that something is left out.

    `parted`: words before which the claim has *…*; the number of words stands for the end.
    `starts`: words that begin a sentence or a piece.
    """

    claim: Claim
    words: tuple[Word, ...]
    parted: frozenset[int]
    starts: tuple[int, ...]

    def gap(self, at: int) -> str:
        """What stands between word `at` - 1 and word `at`, or behind the last word."""
        text, words = self.claim.quote, self.words
        start = words[at - 1].span.end if at else 0
        return text[start : words[at].span.start if at < len(words) else len(text)]

    @property
    def span(self) -> Span:
        """From the first word to the last."""
        return Span(self.words[0].span.start, self.words[-1].span.end)


def parsed(claim: Claim, reading: Reading) -> ParsedClaim:
    """`claim` taken apart; `reading` is that of its quote."""
    words = words_of(reading)
    whole = ParsedClaim(claim, words, frozenset(), ())
    gaps = [whole.gap(at) for at in range(len(words) + 1)] if words else []
    parted = frozenset(at for at, gap in enumerate(gaps) if ELLIPSIS.search(gap) and not _ends(words, at, gap))
    starts = tuple(
        at for at in range(len(words)) if at == 0 or at in parted or ends_sentence(words[at - 1], gaps[at], words[at])
    )
    return ParsedClaim(claim, words, parted, starts)


def _ends(words: Sequence[Word], at: int, gap: str) -> bool:
    """Whether dots stand for a voice that trails off (the last thing, without brackets), not for words left out."""
    return at == len(words) and "[" not in gap and "(" not in gap
