"""Pairs the quotation marks of a text into regions, whatever their style and even when one is missing.

„…” “…” "…" ,,…” ''…'' »…« «…» all count; a mark that may open or close is read by the spaces around it.
A region whose closing mark is missing ends with its paragraph unless a later paragraph closes or reopens it.
"""

import re
from dataclasses import dataclass

from quoteservice.model import Document, Span, Token

OPENERS, CLOSERS, EITHER = set("„"), set("”«"), {'"', "“", "»", "''", "’’"}
MARKS = OPENERS | CLOSERS | EITHER
DASHES = frozenset("–-—")
LONGEST_BRIDGE = 8
MIN_OPEN_START = 2
DEEPEST = 8
"""Marks open at the same time."""
BEFORE_INQUIT = re.compile(r"\s[–—-]\s")
"""*területén is " - olvasható*: what stands behind a mark that nothing opened, blanks on both sides."""


@dataclass(frozen=True, slots=True)
class Region:
    """What stands in one pair of marks: tokens `first` to `last` (half-open, marks excluded).

    `opened` and `closed` tell whether the mark of that side is there; `span` is the text between the marks.
    """

    first: int
    last: int
    opened: bool
    closed: bool
    span: Span


def pair(document: Document) -> tuple[Region, ...]:
    """The regions of a document in text order; nested ones follow the one that holds them."""
    regions: list[Region] = []
    pending: int | None = None
    pending_paragraphs = 0
    for number, (first, last) in enumerate(document.paragraphs):
        marks = _read_marks(document, first, last)
        if pending is not None:
            pending_paragraphs += 1
            if marks and marks[0][1] == "close":
                regions.append(_region(document, pending, marks[0][0]))
                marks, pending = marks[1:], None
            elif marks and marks[0][0] == first and marks[0][1] == "open":
                marks = marks[1:]
                if marks and marks[0][1] == "close":
                    regions.append(_region(document, pending, marks[0][0]))
                    marks, pending = marks[1:], None
            elif pending_paragraphs >= LONGEST_BRIDGE or not _bridge(document, number):
                _give_up(document, regions, pending)
                pending = None
            if pending is not None and (marks or number == len(document.paragraphs) - 1):
                _give_up(document, regions, pending)
                pending = None
            if pending is not None:
                continue
        pending = _pair_paragraph(document, regions, marks, first, number)
        pending_paragraphs = 0
    if pending is not None:
        _give_up(document, regions, pending)
    return tuple(sorted(regions, key=lambda r: (r.first, -r.last)))


def _pair_paragraph(
    document: Document, regions: list[Region], marks: list[tuple[int, str]], first: int, number: int
) -> int | None:
    """Pair the marks of one paragraph; returns the mark left open at its end when it may go on in the next."""
    stack: list[int] = []
    for at, kind in marks:
        if kind == "open":
            # No text nests deeper; the oldest one is given up, so that the regions together stay linear in the text.
            stack = [*stack[-DEEPEST + 1 :], at]
        elif stack:
            regions.append(_region(document, stack.pop(), at))
        elif not regions or regions[-1].last < at - MIN_OPEN_START:
            start = max([first, *(r.last + 1 for r in regions if r.closed and r.last < at)])
            if start == first and at - start >= MIN_OPEN_START:
                regions.append(Region(start, at, False, True, _text_span(document, start, at)))
    if len(stack) == 1 and _bridge(document, number):
        return stack[0]
    if stack:
        _give_up(document, regions, stack[0])
    return None


def _bridge(document: Document, number: int) -> bool:
    """Whether an open mark may stay open over the end of paragraph `number`: a later one closes it."""
    for first, last in document.paragraphs[number + 1 : number + 1 + LONGEST_BRIDGE]:
        marks = _read_marks(document, first, last)
        if not marks:
            continue
        if marks[0][1] == "close":
            return True
        reopened = marks[0][0] == first and (len(marks) == 1 or (len(marks) == 2 and marks[1][1] == "close"))
        return reopened and (len(marks) == 1 or not _holds_inquit(document, number))
    return False


def _holds_inquit(document: Document, number: int) -> bool:
    """Whether a dash with a small letter behind it stands in a paragraph: its lone mark was forgotten, not reopened."""
    first, last = document.paragraphs[number]
    return any(
        document.tokens[i].text in DASHES and document.tokens[i + 1].text[0].islower() for i in range(first, last - 1)
    )


def _give_up(document: Document, regions: list[Region], opening: int) -> None:
    """Close an opening mark that nothing closes at the end of its own paragraph."""
    last = next(end for start, end in document.paragraphs if start <= opening < end)
    if last - opening > 2:
        regions.append(Region(opening + 1, last, True, False, _text_span(document, opening + 1, last)))


def _read_marks(document: Document, first: int, last: int) -> list[tuple[int, str]]:
    """The marks of a token range with the side they are on."""
    found: list[tuple[int, str]] = []
    depth = 0
    at = first
    while at < last:
        token = document.tokens[at]
        side = _side(document, token, depth) if token.text in MARKS else ""
        if token.text == "," and at + 1 < last and document.tokens[at + 1].text == "," and _glued(document, at):
            side, at = "open", at + 1
        if side:
            depth = max(0, depth + (1 if side == "open" else -1))
            found.append((at, side))
        at += 1
    return found


def _glued(document: Document, at: int) -> bool:
    """Whether ,, stands where „ would: two commas in a row with a word right behind."""
    one, two = document.tokens[at], document.tokens[at + 1]
    return one.end == two.start and document.text[two.end : two.end + 1].isalnum()


def _side(document: Document, token: Token, depth: int) -> str:
    if token.text in OPENERS:
        return "open"
    before = document.text[token.start - 1 : token.start]
    after = document.text[token.end : token.end + 1]
    space_before = not before or before.isspace() or before in "([–—-:/"
    space_after = not after or after.isspace() or after in ".,;:!?)]–—-"
    if token.text in CLOSERS:
        return "open" if depth == 0 and space_before and not space_after else "close"
    if space_before and not space_after:
        return "open"
    if space_after and not space_before:
        return "close"
    return "close" if depth or BEFORE_INQUIT.match(document.text, token.end) else "open"


def _region(document: Document, opening: int, closing: int) -> Region:
    return Region(opening + 1, closing, True, True, _text_span(document, opening + 1, closing))


def _text_span(document: Document, first: int, last: int) -> Span:
    if first >= last:
        at = document.tokens[first - 1].end
        return Span(at, at)
    return Span(document.tokens[first].start, document.tokens[last - 1].end)
