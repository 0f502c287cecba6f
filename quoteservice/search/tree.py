"""The trees of a document's sentences, as the rules ask for them; each is drawn when it is first asked for."""

from quoteservice.model import Arc, Document


class Tree:
    """Read-only view; every index is a token index, every range half-open."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._arcs: list[Arc | None] = [None] * len(document.tokens)
        self._children: dict[int, list[int]] = {}
        self._subtrees: dict[int, tuple[int, int]] = {}

    def head(self, at: int) -> int:
        """What governs the token at `at`; `at` itself for a root."""
        return self._arc(at)[0]

    def dep(self, at: int) -> str:
        """The label of the arc that ends in `at`."""
        return self._arc(at)[1]

    def children(self, at: int) -> list[int]:
        """The tokens that depend on `at`, in text order."""
        self._arc(at)
        return self._children.get(at, [])

    def subtree(self, at: int) -> tuple[int, int]:
        """The range from the leftmost to behind the rightmost descendant of `at`."""
        if at not in self._subtrees:
            self._subtrees[at] = self._subtree(at)
        return self._subtrees[at]

    def _arc(self, at: int) -> Arc:
        arc = self._arcs[at]
        return arc if arc is not None else self._drawn(at)

    def _drawn(self, at: int) -> Arc:
        """The arc of `at`, with those of its whole sentence."""
        sentence = self._document.tokens[at].sentence
        first, last = self._document.sentences[sentence]
        arcs = self._document.arcs(sentence)
        self._arcs[first:last] = arcs
        for child, (head, _) in enumerate(arcs, first):
            if head != child:
                self._children.setdefault(head, []).append(child)
        return arcs[at - first]

    def _subtree(self, at: int) -> tuple[int, int]:
        low = high = at
        waiting = [at]
        seen = {at}
        while waiting:
            for child in self.children(waiting.pop()):
                if child not in seen:
                    seen.add(child)
                    waiting.append(child)
                    low, high = min(low, child), max(high, child)
        return low, high + 1
