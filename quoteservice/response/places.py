"""Spans as JSON objects, with offsets in the unit that the caller asked for."""

from collections.abc import Callable, Iterable
from typing import Any

from quoteservice.model import Span
from quoteservice.response.options import OffsetUnit
from quoteservice.text.offsets import Utf16Map


class Places:
    """Tells spans of one text; texts always come from the original, never from what the parser saw."""

    def __init__(self, text: str, unit: OffsetUnit) -> None:
        self._text = text
        self._offset: Callable[[int], int] = Utf16Map(text).to_units if unit == "utf16" else int

    def range(self, span: Span) -> dict[str, int]:
        """Start and end of `span`, half-open."""
        return {"start": self._offset(span.start), "end": self._offset(span.end)}

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
