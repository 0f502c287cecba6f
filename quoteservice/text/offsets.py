"""Places in a text by Unicode code points (Python) and by UTF-16 code units (JavaScript, Java, C#)."""

from bisect import bisect_left


class Utf16Map:
    """Converts code point offsets of one text; half-open ranges stay half-open."""

    def __init__(self, text: str) -> None:
        self._length = len(text)
        self._astral = [] if text.isascii() else [n for n, c in enumerate(text) if c > "\uffff"]

    def to_units(self, codepoint: int) -> int:
        """The UTF-16 offset of code point offset `codepoint`, 0 ≤ `codepoint` ≤ length; else IndexError."""
        if not 0 <= codepoint <= self._length:
            raise IndexError(codepoint)
        return codepoint + bisect_left(self._astral, codepoint)
