"""An HTML document as the text of its article, and the way back from the text to the HTML."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from quoteservice.model import Span
from quoteservice.text.html.quoting import Quoted

NEAR = 8
"""Quoting elements that are looked at for one that holds a span."""


@dataclass(frozen=True)
class Page:
    """`text` out of `source`: its code point `i` stands at `starts[i]` to `ends[i]` of the HTML.

    Where both are equal, the character stands for markup: a line end for `br` or the end of a paragraph, quotation
    marks for `q`. `own_marks`: where start and end tags of our own marks begin and end.
    """

    source: str
    text: str
    starts: Sequence[int]
    ends: Sequence[int]
    quoted: tuple[Quoted, ...]
    own_marks: Mapping[int, int]

    def stretches(self, span: Span) -> list[Span]:
        """Where `span` of the text stands in the HTML: the stretches between the tags, in the order of the text.

        White space is part of a stretch as it is in the HTML; what stands for markup is left out.
        """
        return list(self._within(span, self._breaks))

    def stretches_without_own_marks(self, span: Span) -> list[Span]:
        """As `stretches`, but as if the HTML had none of our own marks."""
        return list(self._within(span, self._breaks_without_own_marks))

    def quoted_around(self, span: Span) -> Quoted | None:
        """What is quoted by an element that holds `span`, the innermost one of those that open nearest before it."""
        last = bisect_right(self._quoted_starts, span.start)
        near = self._in_order[max(0, last - NEAR) : last]
        return next((each for each in reversed(near) if span.end <= each.end), None)

    def _within(self, span: Span, breaks: list[int]) -> Iterator[Span]:
        at, number = span.start, bisect_right(breaks, span.start)
        while at < span.end:
            following = min(breaks[number] if number < len(breaks) else len(self.text), span.end)
            if self.starts[at] < self.ends[following - 1]:
                yield Span(self.starts[at], self.ends[following - 1])
            at, number = following, number + 1

    @cached_property
    def _in_order(self) -> list[Quoted]:
        return sorted(self.quoted, key=lambda q: (q.start, -q.end))

    @cached_property
    def _quoted_starts(self) -> list[int]:
        return [each.start for each in self._in_order]

    @cached_property
    def _breaks(self) -> list[int]:
        """The indices of the text at which another stretch begins."""
        return [i for i in range(len(self.text)) if not i or self._parted(i, self.ends[i - 1])]

    @cached_property
    def _breaks_without_own_marks(self) -> list[int]:
        return [i for i in self._breaks if not i or self._parted(i, self._behind_own_marks(self.ends[i - 1]))]

    def _parted(self, i: int, end: int) -> bool:
        """Whether character `i` does not go on at `end`, where the one before it ended; markup is apart from all."""
        of_markup = self.starts[i] == self.ends[i] or self.starts[i - 1] == self.ends[i - 1]
        return of_markup or self.starts[i] != end

    def _behind_own_marks(self, at: int) -> int:
        while at in self.own_marks:
            at = self.own_marks[at]
        return at
