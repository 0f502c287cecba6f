"""Writes the text of an article out of stretches of HTML: white space folded, references decoded, each place kept."""

import re
from html import unescape
from html.entities import html5

PIECE = re.compile(r"[ \t\n\f\r]+|&(?:#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[a-zA-Z][a-zA-Z0-9]{0,31};?)|&|[^ \t\n\f\r&]+")
SPACES = " \t\n\f\r"
PARAGRAPH, LINE = 2, 1


class Writer:
    """The text so far, one item a code point: `starts[i]` to `ends[i]` is where `chars[i]` stands in the HTML.

    A character that stands for markup (a line break) has no place: it starts where it ends.
    """

    def __init__(self, view: str) -> None:
        self.chars: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self._view = view
        self._breaks = 0
        self._space: tuple[int, int] | None = None

    def text(self, start: int, end: int, as_set: bool) -> None:
        """Add the HTML from `start` to `end`, which holds no tags; `as_set`: its line ends are kept, as in `pre`."""
        for piece in PIECE.finditer(self._view, start, end):
            first, last = piece.span()
            opening = self._view[first]
            if opening in SPACES:
                self._white(first, last, as_set)
            elif opening == "&":
                self._reference(first, last)
            else:
                self._settle(first)
                self.chars += piece[0]
                self.starts += range(first, last)
                self.ends += range(first + 1, last + 1)

    def line(self) -> None:
        """Go to the next line, as `br` says."""
        self._breaks = min(PARAGRAPH, self._breaks + LINE)

    def paragraph(self) -> None:
        """End the paragraph, if there is any text in it."""
        self._breaks = PARAGRAPH

    def here(self) -> int:
        """The index of the next character, leaving out the space and line ends before it."""
        return len(self.chars)

    def _white(self, first: int, last: int, as_set: bool) -> None:
        if as_set:
            for _ in range(min(PARAGRAPH, self._view.count("\n", first, last))):
                self.line()
        if self._space is None:
            self._space = (first, last)

    def _reference(self, first: int, last: int) -> None:
        raw = self._view[first:last]
        decoded = unescape(raw)
        tail = 0
        if raw[1:2] != "#" and raw[1:] not in html5:  # *&notit;* is *¬it;* and *&nosuch;* is itself
            while tail < len(decoded) and raw[-tail - 1] == decoded[-tail - 1]:
                tail += 1
        head = decoded[: len(decoded) - tail]
        if not decoded:
            return
        self._settle(first)
        for n, char in enumerate(head):
            self._put(char, first if n == 0 else last - tail, last - tail)
        for n in range(last - tail, last):
            self._put(self._view[n], n, n + 1)

    def _settle(self, at: int) -> None:
        """Write the space or line ends that stand before a character at `at`; none at the very start."""
        if self._breaks and self.chars:
            for _ in range(self._breaks):
                self._put("\n", at, at)
        elif self._space is not None and self.chars:
            self._put(" ", *self._space)
        self._breaks, self._space = 0, None

    def _put(self, char: str, start: int, end: int) -> None:
        self.chars.append(char)
        self.starts.append(start)
        self.ends.append(end)
