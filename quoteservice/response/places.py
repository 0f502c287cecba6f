"""Spans as JSON objects, with offsets in the unit that the caller asked for, and where they stand in the HTML."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from quoteservice.model import Span
from quoteservice.response.options import OffsetUnit
from quoteservice.text.html.page import Page
from quoteservice.text.offsets import Utf16Map


class Places:
    """Tells spans of one text; texts always come from the original, never from what the parser saw.

    With the `page` that the text came out of, every span is told with its stretches of HTML as `html`.
    """

    def __init__(self, text: str, unit: OffsetUnit, page: Page | None = None) -> None:
        self._text = text
        self._page = page
        self._offset = offsets(text, unit)
        self._html_offset = offsets(page.source, unit) if page else self._offset

    def range(self, span: Span) -> dict[str, Any]:
        """Start and end of `span`, half-open."""
        told = {"start": self._offset(span.start), "end": self._offset(span.end)}
        return {**told, "html": self._html(self._page, span)} if self._page else told

    def piece(self, span: Span) -> dict[str, Any]:
        """Text, start and end of `span`."""
        return {"text": span.of(self._text), **self.range(span)}

    def pieces(self, spans: Iterable[Span]) -> dict[str, Any]:
        """The text of `spans` joined by spaces, and where each of them is."""
        listed = list(spans)
        return {"text": self.words(listed), "spans": [self.range(span) for span in listed]}

    def words(self, spans: Iterable[Span]) -> str:
        """The text of `spans` joined by spaces."""
        return " ".join(span.of(self._text) for span in spans)

    def markup(self, content: Sequence[Span]) -> dict[str, str]:
        """The element of the HTML that marks `content` as quoted, and the address that it cites; empty without."""
        quoted = self._page.quoted_around(Span(content[0].start, content[-1].end)) if self._page else None
        if quoted is None:
            return {}
        return {"markup": quoted.tag, **({"cite": quoted.cite} if quoted.cite else {})}

    def _html(self, page: Page, span: Span) -> list[dict[str, int]]:
        at = self._html_offset
        return [{"start": at(stretch.start), "end": at(stretch.end)} for stretch in page.stretches(span)]


def offsets(text: str, unit: OffsetUnit) -> Callable[[int], int]:
    """A function from code points of `text` to offsets in `unit`."""
    return Utf16Map(text).to_units if unit == "utf16" else int
