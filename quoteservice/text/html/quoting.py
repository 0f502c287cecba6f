"""Reads `q`, `blockquote` and `cite` as an article of plain text would have put them: in quotation marks, *Name: „Q”*.

A `blockquote` that names its source behind its words (`cite`, `footer`, a `figcaption` around both) is read with the
source in front, unless a colon before it has told who speaks.
"""

import re
from dataclasses import dataclass

from quoteservice.text.html.arrangement import Edit, arranged
from quoteservice.text.html.writer import Writer

OPENING, CLOSING, COLON = "„", "”", ": "
OPENERS = frozenset('„“"»«')
MARKS = OPENERS | {"”"}
DASHES = frozenset("–—-―~ \xa0")
INQUIT = re.compile(r"[”\"“»«,] ?[–—-] ")
LONGEST_SOURCE = 100
CLOSE, CUT, SOURCE, OPEN = range(4)
"""The order of what is put in or cut out at one and the same place."""


@dataclass(slots=True)
class Quoted:
    """What stands in a `q` or `blockquote`: a half-open range of the text; the address in its `cite` attribute."""

    tag: str
    start: int
    end: int
    cite: str | None
    marked: bool = False
    """Whether quotation marks have to be put around it."""
    source: tuple[int, int] | None = None
    """The range of the element that names its source."""


class Quoting:
    """Takes note of the quoting elements that close while a text is written, and settles them at the end.

    Every `start` is the index in the text at which the content of the closing element begins.
    """

    def __init__(self, writer: Writer) -> None:
        self._writer = writer
        self._quoted: list[Quoted] = []
        self._source: tuple[int, int] | None = None

    def quoted(self, tag: str, start: int, cite: str | None) -> None:
        """A `q` or `blockquote` closes."""
        source, end = self._source, len(self._writer.chars)
        if tag == "q" or source is None or source[0] <= start or source[1] < end:
            source = None
        start, end = self._trimmed(start, source[0] if source else end)
        if start < end:
            marked = self._wants_marks(tag, start, end)
            self._quoted.append(Quoted(tag, start, end, cite, marked, source))

    def source(self, start: int) -> None:
        """A `cite` or `footer` inside a blockquote closes."""
        self._source = (start, len(self._writer.chars))

    def is_captioned(self, figure: int) -> bool:
        """Whether a caption here, in a figure whose text began at index `figure`, stands right behind a blockquote."""
        last = self._quoted[-1] if self._quoted else None
        if last is None or last.tag != "blockquote" or last.source is not None:
            return False
        return figure <= last.start and last.end == len(self._writer.chars)

    def captioned(self, start: int) -> None:
        """A `figcaption` closes that `is_captioned` told to be a source."""
        self._quoted[-1].source = (start, len(self._writer.chars))

    def settle(self) -> tuple[Quoted, ...]:
        """Put marks and sources into the text; returns what is quoted, with its ranges in the text as it is then."""
        edits: list[Edit] = []
        for each in self._quoted:
            if each.marked:
                edits.append(Edit(each.start, (OPEN, -each.end), put=OPENING))
                edits.append(Edit(each.end, (CLOSE, -each.start), put=CLOSING))
            name = self._name(each)
            if name is not None and each.source is not None:
                edits.append(Edit(each.start, (SOURCE, 0), move=name, put=COLON))
                edits.append(Edit(each.end, (CUT, 0), until=each.source[1]))
        if edits:
            new = arranged(self._writer, edits)
            for each in self._quoted:
                each.start, each.end = new(each.start), new(each.end - 1) + 1
        return tuple(self._quoted)

    def _trimmed(self, start: int, end: int) -> tuple[int, int]:
        chars = self._writer.chars
        while start < end and chars[start] in " \n":
            start += 1
        while end > start and chars[end - 1] in " \n":
            end -= 1
        return start, end

    def _wants_marks(self, tag: str, start: int, end: int) -> bool:
        chars = self._writer.chars
        if chars[start] in MARKS or (start and chars[start - 1] in OPENERS):
            return False
        if tag == "q":
            return True
        if self._quoted and self._quoted[-1].start >= start:
            return False  # what it holds is marked already
        within = "".join(chars[start:end])
        if MARKS.isdisjoint(within):
            return True
        return "\n" not in within and not INQUIT.search(within)

    def _name(self, quoted: Quoted) -> tuple[int, int] | None:
        """The range of the source that goes before the quoted words; None when there is none or no need of it."""
        chars = self._writer.chars
        if quoted.source is None or not (quoted.marked or chars[quoted.start] in OPENERS):
            return None
        start, end = self._trimmed(*quoted.source)
        while start < end and chars[start] in DASHES:
            start += 1
        _, before = self._trimmed(max(0, quoted.start - 3), quoted.start)
        told = before > 0 and chars[before - 1] == ":"
        fit = 0 < end - start <= LONGEST_SOURCE and chars[start].isupper() and "\n" not in chars[start:end]
        return (start, end) if fit and not told else None
