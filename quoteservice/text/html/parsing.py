"""Drives the standard library's `html.parser` over a whole document in linear time, with the place of every tag.

What the parser of some Pythons takes quadratic time for or stops at – markup that nothing closes, marked sections,
character references of thousands of digits – is met here as browsers do.
"""

import re
from html.parser import HTMLParser
from typing import Protocol

Attributes = list[tuple[str, str | None]]

LONG_REFERENCE = re.compile(r"&#[xX]?[0-9a-fA-F]{17,}")
MARKUP_OPENS = re.compile(r"<[a-zA-Z/!?]")
COMMENT_ENDS = re.compile(r"--!?>")
EMPTY_COMMENT = re.compile(r"<!--(-?)>")
MOST_MENDED = 8
"""Start tags without end that are closed at their next `>`; each costs a look through the rest of the document."""


class Sink(Protocol):
    """What takes in a document in its order; all places are code points of the HTML."""

    def text(self, start: int, end: int) -> None:
        """A stretch of text with its character references."""

    def opened(self, name: str, attributes: Attributes, start: int) -> None:
        """A start tag; `name` in lower case."""

    def closed(self, name: str, start: int) -> None:
        """An end tag, whether or not it closes something."""


def readable(source: str) -> str:
    """What of `source` is parsed: the same characters at the same places, up to a tag that the end cuts off."""
    text = LONG_REFERENCE.sub(lambda m: "\ufffd" * len(m[0]), source)
    cut = MARKUP_OPENS.search(text, text.rfind(">") + 1)
    return text[: cut.start()] if cut else text


def parse(view: str, sink: Sink) -> None:
    """Tell `sink` of the texts and tags of a `readable` document."""
    parser = _Parser(view, sink)
    parser.feed(view)
    parser.close()
    parser.flush(len(view))


class _Parser(HTMLParser):
    def __init__(self, view: str, sink: Sink) -> None:
        super().__init__(convert_charrefs=True)
        self._sink = sink
        self._lines = [0, *(m.end() for m in re.finditer("\n", view))]
        self._text_from: int | None = None
        self._mended = 0
        self._no_comment_ends = False

    def handle_data(self, data: str) -> None:
        """Only where it starts counts; it ends where the next tag starts, and is decoded there with its places."""
        if self._text_from is None:
            self._text_from = self._at()

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        at = self.flush(self._at())
        self._sink.opened(tag, attrs, at)

    def handle_startendtag(self, tag: str, attrs: Attributes) -> None:
        """As browsers, which take the slash of `<div/>` for nothing."""
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        at = self.flush(self._at())
        self._sink.closed(tag, at)

    def handle_comment(self, data: str) -> None:
        self.flush(self._at())

    def flush(self, end: int) -> int:
        """Hand on the text that ends at `end`; returns `end`."""
        if self._text_from is not None and self._text_from < end:
            self._sink.text(self._text_from, end)
        self._text_from = None
        return end

    def parse_starttag(self, i: int) -> int:
        """Up to its end; one that has none ends at its next `>`, after too many of these at the document's end."""
        end = super().parse_starttag(i)
        if end >= 0:
            return end
        self.flush(self._at())
        self._mended += 1
        close = self.rawdata.find(">", i)
        return close + 1 if close >= 0 and self._mended <= MOST_MENDED else len(self.rawdata)

    def parse_comment(self, i: int, report: bool = True) -> int:
        """Up to `-->`; a comment without end is one up to the end."""
        self.flush(self._at())
        if empty := EMPTY_COMMENT.match(self.rawdata, i):
            return empty.end()
        found = None if self._no_comment_ends else COMMENT_ENDS.search(self.rawdata, i + 4)
        self._no_comment_ends = found is None
        return found.end() if found else len(self.rawdata)

    def parse_html_declaration(self, i: int) -> int:
        """`<!doctype …>`, `<![if …]>`, `<![CDATA[…>`: nothing, up to the next `>`."""
        return self._nothing(i)

    def parse_pi(self, i: int) -> int:
        """`<?xml …>`: nothing, up to the next `>`."""
        return self._nothing(i)

    def _nothing(self, i: int) -> int:
        self.flush(self._at())
        close = self.rawdata.find(">", i)
        return close + 1 if close >= 0 else len(self.rawdata)

    def _at(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column
