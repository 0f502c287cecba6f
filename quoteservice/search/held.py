"""Ranges of an article that are told already, kept so that asking for those in a place is cheap in a long article."""

from collections.abc import Iterable, Iterator

from quoteservice.search.candidate import Range

WIDTH = 64
"""Tokens in a block; a range is kept in every block that it touches."""


class Held:
    """A growing set of ranges."""

    def __init__(self, parts: Iterable[Range] = ()) -> None:
        self._blocks: dict[int, list[Range]] = {}
        for part in parts:
            self.add(part)

    def add(self, part: Range) -> None:
        """Keep one more range."""
        for block in _blocks(*part):
            self._blocks.setdefault(block, []).append(part)

    def over(self, first: int, last: int) -> Iterator[Range]:
        """The ranges that share a token with `first` to `last`; one may come more than once."""
        for block in _blocks(first, last):
            for part in self._blocks.get(block, ()):
                if part[0] < last and part[1] > first:
                    yield part


def _blocks(first: int, last: int) -> range:
    return range(first // WIDTH, (max(last, first + 1) - 1) // WIDTH + 1)
