"""Which elements are open, with markup as it comes: end tags left out, crossed or without a start."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from quoteservice.text.html.elements import BLOCKS, ENDS_BY, NEVER_READ


@dataclass(slots=True)
class Element:
    """An open element: its name, whether its content is left out, and the index in the text where it began."""

    name: str
    left_out: bool = False
    begins: int = 0
    cite: str | None = None
    """The address in its `cite` attribute."""
    tells_source: bool = False
    """Whether it names the source of a quotation."""
    own: bool = False
    """Whether it is one of our own marks."""


class Outline:
    """The open elements, outermost first; every element is put in and taken out once."""

    def __init__(self) -> None:
        self._open: list[Element] = []
        self._blocks: list[str] = []
        self._count: Counter[tuple[int, str]] = Counter()

    def put(self, element: Element) -> None:
        """Open `element` inside the innermost one."""
        self._count[self._key(element.name)] += 1
        self._open.append(element)
        if _holds_blocks(element.name):
            self._blocks.append(element.name)

    def ended_by(self, name: str) -> Iterator[Element]:
        """The elements that a start tag `name` ends, innermost first; they are closed one by one."""
        if name in BLOCKS:
            ends = ENDS_BY.get(name, frozenset())
            while self._blocks and (self._blocks[-1] == "p" or self._blocks[-1] in ends):
                yield from self._take_block()

    def close(self, name: str) -> Iterator[Element]:
        """The elements that an end tag `name` closes, innermost first; none when none of that name can be closed.

        The end tag of a block closes all that is open inside it, that of an inline element only what is in its block.
        """
        if not self._count[self._key(name)]:
            return
        while True:
            element = self._take()
            yield element
            if element.name == name:
                return

    def rest(self) -> Iterator[Element]:
        """Close everything."""
        while self._open:
            yield self._take()

    def has(self, name: str) -> bool:
        """Whether an element `name` that may hold blocks is open."""
        return self._count[self._key(name)] > 0

    def _take_block(self) -> Iterator[Element]:
        depth = len(self._blocks)
        while len(self._blocks) == depth:
            yield self._take()

    def _take(self) -> Element:
        element = self._open.pop()
        if _holds_blocks(element.name):
            self._blocks.pop()
        self._count[self._key(element.name)] -= 1
        return element

    def _key(self, name: str) -> tuple[int, str]:
        # An inline element is counted by the block that holds it.
        return (0 if _holds_blocks(name) else len(self._blocks) + 1, name)


def _holds_blocks(name: str) -> bool:
    """Whether what is open in an element ends with it, as in blocks, and in `button` or `my-element`."""
    return name in BLOCKS or name in NEVER_READ or "-" in name
