"""What the name finder sees of a word's spelling: hashed pieces, lists that hold it, a key for all its forms."""

import re
from zlib import crc32

ROWS = (8192, 4096, 2048, 4096, 8192, 512)
"""Table sizes of the pieces: whole word, beginning, three endings, shape."""
CACHED = 50_000
SHORTEST = 3
CASE = re.compile(
    r"(?:-?(?:n[ae]k|b[ae]n?|b[óő]l|r[ae]|r[óő]l|t[óő]l|h[oeö]z|n[áé]l|ért|ként|ig|v[ae]l|[aeoö]?t|[eoö]?n|é)"
    r"|-(?:[a-záéíóöőúüű]{1,6})|([^aeiou])\1[ae]l|ék(?:n[ae]k|et|kel)?|[aeoáé]k|j?[ae]|i)$"
)
SAFE = re.compile(r"(?:-.*|n[ae]k|b[ae]n|b[óő]l|r[óő]l|t[óő]l|h[oeö]z|n[áé]l|ért|ként)$")
SHORT = str.maketrans("áé", "ae")
Spelled = tuple[tuple[int, ...], int, int]
"""Rows of the pieces, bits of the lists that hold the word, key."""


class Speller:
    """Keeps what it has said of every form; `lists` gives the bits of the lists that hold a word (by crc32)."""

    def __init__(self, lists: dict[int, int]) -> None:
        self._lists = lists
        self._cache: dict[str, Spelled] = {}

    def __call__(self, form: str) -> Spelled:
        """The pieces, list bits and key of `form`; the key is 0 where the word has no capital."""
        found = self._cache.get(form)
        if found is None:
            if len(self._cache) >= CACHED:
                self._cache.clear()
            found = self._cache[form] = (pieces(form), self._bits(form), key(form))
        return found

    def _bits(self, form: str) -> int:
        if not form[:1].isupper():
            return 0
        for word in stems(form):
            if bits := self._lists.get(hashed(word)):
                return bits
        return 0


def hashed(text: str) -> int:
    """A number for `text`, the same on every machine."""
    return crc32(text.encode())


def pieces(form: str) -> tuple[int, ...]:
    """A row for the word, its beginning, its endings and its shape."""
    low = form.lower()
    parts = (low, low[:3], low[-2:], low[-3:], low[-4:], shape(form))
    return tuple(hashed(f"{n}{part}") % rows for n, (part, rows) in enumerate(zip(parts, ROWS, strict=True)))


def shape(form: str) -> str:
    """*Xx-x* for *Kovács-féle*: kinds of letters, a run of one kind written at most twice."""
    out = ""
    for letter in form:
        kind = "X" if letter.isupper() else "x" if letter.islower() else "d" if letter.isdigit() else letter
        if out[-2:] != kind * 2:
            out += kind
    return out[:8]


def stems(form: str) -> list[str]:
    """The form and what may be left of it without its endings, most likely first."""
    if form.isupper() and len(form) > SHORTEST:
        form = form.title()
    found = [form]
    if (match := CASE.search(form)) and match.start() >= SHORTEST:
        rest = form[: match.start()] + (match[1] or "")
        found.append(rest)
        if rest[-1] in "áé":
            found.append(rest[:-1] + rest[-1].translate(SHORT))
    return found


def key(form: str) -> int:
    """The same number for most inflected forms of a name; 0 for a word without a capital."""
    if not form[:1].isupper():
        return 0
    match = SAFE.search(form)
    rest = form[: match.start()] if match and match.start() >= SHORTEST else form
    return hashed(rest[:5].lower()) | 1
