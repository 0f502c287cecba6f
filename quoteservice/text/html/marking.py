"""Wraps ranges of an HTML document into `mark` elements; adds and takes away nothing else."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from html import escape

from quoteservice.model import Span
from quoteservice.text.html.page import Page

END = "</mark>"


@dataclass(frozen=True, slots=True)
class Mark:
    """A range of the page's text and the id and speaker to be told there; `speaker` may be empty."""

    span: Span
    quote_id: str
    speaker: str

    def tag(self) -> str:
        """The start tag, as `quoteservice.text.html.reading.OWN_MARK` knows it again."""
        speaker = f' data-speaker="{escape(self.speaker)}"' if self.speaker else ""
        return f'<mark data-quote-id="{escape(self.quote_id)}"{speaker}>'


def marked(page: Page, marks: Iterable[Mark]) -> str:
    """The HTML of `page` with `marks` and without those that it had from us; marking the result again changes nothing.

    Only stretches of the article's own text are wrapped, each for itself, so that tags nest; of marks that cross, the
    one that begins later is parted.
    """
    listed = list(marks)
    wanted = [
        (stretch.start, -stretch.end, n)
        for n, mark in enumerate(listed)
        for stretch in page.stretches_without_own_marks(mark.span)
    ]
    pieces, at = [], 0
    for place, tag in _with_own_marks_cut(_tags(listed, wanted), page.own_marks):
        pieces.append(page.source[at : max(at, place)])
        at = max(at, place)
        if isinstance(tag, str):
            pieces.append(tag)
        else:
            at = max(at, tag)
    return "".join([*pieces, page.source[at:]])


def _tags(marks: list[Mark], wanted: list[tuple[int, int, int]]) -> Iterator[tuple[int, str]]:
    """Place and text of every tag, in order; `wanted`: start, negative end and number of the mark of each stretch."""
    open_ends: list[int] = []
    heapify(wanted)
    while wanted:
        start, end, n = heappop(wanted)
        end = -end
        while open_ends and open_ends[-1] <= start:
            yield open_ends.pop(), END
        if open_ends and open_ends[-1] < end:
            heappush(wanted, (open_ends[-1], -end, n))
            end = open_ends[-1]
        yield start, marks[n].tag()
        open_ends.append(end)
    while open_ends:
        yield open_ends.pop(), END


def _with_own_marks_cut(
    tags: Iterator[tuple[int, str]], own_marks: Mapping[int, int]
) -> Iterator[tuple[int, str | int]]:
    """The tags, and between them where an old mark begins and where to go on behind it."""
    cuts = sorted(own_marks.items())
    at = 0
    for place, tag in tags:
        while at < len(cuts) and cuts[at][0] < place:
            yield cuts[at]
            at += 1
        yield place, tag
    yield from cuts[at:]
