"""Places in a text by Unicode code points (Python) and by UTF-16 code units (JavaScript, Java, C#)."""

from bisect import bisect_left, bisect_right


class Utf16Map:
    """Converts offsets of one text; half-open ranges stay half-open."""

    def __init__(self, text: str) -> None:
        self._length = len(text)
        astral = [] if text.isascii() else [n for n, c in enumerate(text) if c > "\uffff"]
        self._codepoints = astral
        self._units = [place + n for n, place in enumerate(astral)]

    def to_units(self, codepoint: int) -> int:
        """The UTF-16 offset of code point offset `codepoint`, 0 ≤ `codepoint` ≤ length; else IndexError."""
        if not 0 <= codepoint <= self._length:
            raise IndexError(codepoint)
        return codepoint + bisect_left(self._codepoints, codepoint)

    def to_codepoints(self, unit: int) -> int:
        """The code point offset of UTF-16 offset `unit`; ValueError inside a surrogate pair, IndexError outside."""
        if not 0 <= unit <= self._length + len(self._units):
            raise IndexError(unit)
        before = bisect_right(self._units, unit - 1)
        if before and self._units[before - 1] == unit - 1:
            raise ValueError(f"UTF-16 offset {unit} is inside a surrogate pair.")
        return unit - before
