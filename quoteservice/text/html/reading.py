"""Reads the article out of an HTML document."""

import re

from quoteservice.text.html.boxes import beside_the_article, never_read
from quoteservice.text.html.elements import ARTICLE_OPENS, BLOCKS, ROOTS, VOID
from quoteservice.text.html.outline import Element, Outline
from quoteservice.text.html.page import Page
from quoteservice.text.html.parsing import Attributes, parse, readable
from quoteservice.text.html.quoting import Quoting
from quoteservice.text.html.writer import Writer

OWN_MARK = re.compile(r'<mark data-quote-id="q[0-9]+"(?: data-speaker="[^"<>]*")?>')
OWN_END = "</mark>"
QUOTING = frozenset({"q", "blockquote"})
LONGEST_ADDRESS = 2000


def page_of(source: str) -> Page:
    """The article in `source`, which is HTML in any state; never fails, in time linear in its length.

    Left out is what a browser does not show and what stands beside an article (`quoteservice.text.html.boxes`); of a
    document that has nothing else, the latter is read.
    """
    page = _Article(source, strict=True).read()
    return page if page.text.strip() else _Article(source, strict=False).read()


def _address(attributes: Attributes) -> str | None:
    """What the attribute `cite` holds, when it may be an address."""
    cite = (dict(attributes).get("cite") or "").strip()
    return cite if 0 < len(cite) <= LONGEST_ADDRESS else None


class _Article:
    """Takes in the tags and texts of a document (a Sink of `parsing.parse`)."""

    def __init__(self, source: str, strict: bool) -> None:
        self._source = source
        self._strict = strict
        self._view = readable(source)
        self._writer = Writer(self._view)
        self._quoting = Quoting(self._writer)
        self._outline = Outline()
        self._left_out = 0
        self._own_marks: dict[int, int] = {}
        self._figures: list[int] = []
        self._forms: list[Element] = []

    def read(self) -> Page:
        """The page; once only."""
        parse(self._view, self)
        for element in self._outline.rest():
            self._end(element)
        quoted = self._quoting.settle()
        writer = self._writer
        return Page(self._source, "".join(writer.chars), writer.starts, writer.ends, quoted, self._own_marks)

    def text(self, start: int, end: int) -> None:
        if not self._left_out:
            self._writer.text(start, end, self._outline.has("pre"))

    def opened(self, name: str, attributes: Attributes, start: int) -> None:
        for element in self._outline.ended_by(name):
            self._end(element)
        self._part(name)
        if name not in VOID and name not in ROOTS:
            self._begin(Element(name), attributes, start)

    def closed(self, name: str, start: int) -> None:
        self._part(name)
        for element in self._outline.close(name):
            self._end(element)
            if element.own and element.name == name and self._source.startswith(OWN_END, start):
                self._own_marks[start] = start + len(OWN_END)

    def _part(self, name: str) -> None:
        """Part the text where a tag `name` does."""
        if self._left_out:
            return
        if name == "br":
            self._writer.line()
        elif name in BLOCKS:
            self._writer.paragraph()

    def _begin(self, element: Element, attributes: Attributes, start: int) -> None:
        name = element.name
        element.begins = len(self._writer.chars)
        element.tells_source = self._tells_source(name)
        element.left_out = not element.tells_source and (
            never_read(name) or (self._strict and beside_the_article(name, attributes))
        )
        self._left_out += element.left_out
        if name in ARTICLE_OPENS:
            self._read_on_in_forms()
        elif name == "form" and element.left_out:
            self._forms.append(element)
        elif name == "figure":
            self._figures.append(element.begins)
        elif name in QUOTING:
            element.cite = _address(attributes)
        elif name == "mark" and (own := OWN_MARK.match(self._source, start)):
            element.own = True
            self._own_marks[start] = own.end()
        self._outline.put(element)

    def _end(self, element: Element) -> None:
        """What the end of an element, told by its tag or not, means for the text."""
        name = element.name
        if name == "figure":
            self._figures.pop()
        elif self._forms and self._forms[-1] is element:
            self._forms.pop()
        self._left_out -= element.left_out
        if element.tells_source and name == "figcaption":
            self._quoting.captioned(element.begins)
        elif element.tells_source:
            self._quoting.source(element.begins)
        elif name in QUOTING and not self._left_out and not element.left_out:
            self._quoting.quoted(name, element.begins, element.cite)
        self._part(name)

    def _tells_source(self, name: str) -> bool:
        """Whether an element that opens here names the source of a quotation."""
        if self._left_out:
            return False
        if name in ("cite", "footer"):
            return self._outline.has("blockquote")
        return name == "figcaption" and bool(self._figures) and self._quoting.is_captioned(self._figures[-1])

    def _read_on_in_forms(self) -> None:
        """Read on in the forms that are open here: the page's own, around everything, as ASP.NET writes it."""
        for form in self._forms:
            form.left_out = False
            self._left_out -= 1
        self._forms.clear()
