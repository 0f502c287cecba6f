"""Puts characters that stand for markup into a text, and moves pieces of it; every character keeps its place."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from quoteservice.text.html.writer import Writer


@dataclass(frozen=True, slots=True)
class Edit:
    """At index `at` of a text: the piece `move` (a half-open range of it), then the characters `put`; then go on at
    `until`. Edits at one place are made in the order of their `rank`.
    """

    at: int
    rank: tuple[int, int]
    put: str = ""
    move: tuple[int, int] | None = None
    until: int = 0


def arranged(writer: Writer, edits: Iterable[Edit]) -> Callable[[int], int]:
    """Make `edits` to the text of `writer`; returns a function from old indices to new ones."""
    old = list(zip(writer.chars, writer.starts, writer.ends, strict=True))
    new: list[tuple[str, int, int]] = []
    was: list[int] = []
    now: list[int] = []
    for piece in _pieces(sorted(edits, key=lambda e: (e.at, e.rank)), len(old)):
        match piece:
            case Edit(put=put, at=at, move=move):
                new += old[move[0] : move[1]] if move else []
                place = old[at - 1][2] if at else 0
                new += [(char, place, place) for char in put]
            case (start, end):
                was.append(start)
                now.append(len(new))
                new += old[start:end]
    writer.chars, writer.starts, writer.ends = ([item[n] for item in new] for n in range(3))  # type: ignore[assignment]

    def index(at: int) -> int:
        nearest = max(0, bisect_right(was, at) - 1)
        return now[nearest] + at - was[nearest] if was else at

    return index


def _pieces(edits: list[Edit], length: int) -> Iterator[Edit | tuple[int, int]]:
    """The edits, and between them the ranges of the old text that stay."""
    at = 0
    for edit in edits:
        if edit.at > at:
            yield at, edit.at
            at = edit.at
        if edit.put:
            yield edit
        at = max(at, edit.until)
    if at < length:
        yield at, length
