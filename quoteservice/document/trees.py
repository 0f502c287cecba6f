"""The trees of a text, drawn sentence by sentence and only where the rules ask for them.

Most sentences of an article report nothing and name nobody in doubt, so nobody reads their trees, and drawing one costs
as much as all else that is read of a sentence. What is drawn does not depend on when or beside what it is drawn.
"""

from collections.abc import Iterable, Sequence

from spacy.tokens import Doc

from quoteservice.document.runs import RunParser
from quoteservice.model import Arc


class Trees:
    """The trees of the sentences of `doc`, which no parser has seen; `doc` and its memory zone may be gone by then."""

    def __init__(self, parser: RunParser, doc: Doc, sentences: Sequence[tuple[int, int]]) -> None:
        self._parser, self._vectors, self._sentences = parser, doc.tensor, sentences
        self._drawn: dict[int, tuple[Arc, ...]] = {}
        self._expected: set[int] = set()

    def __call__(self, sentence: int) -> tuple[Arc, ...]:
        """The arcs of a sentence; draws those that are expected along with it."""
        if sentence not in self._drawn:
            self._draw(sorted({sentence, *self._expected} - self._drawn.keys()))
            self._expected.clear()
        return self._drawn[sentence]

    def expect(self, sentences: Iterable[int]) -> None:
        """What will be asked for: one step of the parser's network then serves many sentences."""
        self._expected.update(sentences)

    def _draw(self, numbers: Sequence[int]) -> None:
        ranges = [self._sentences[n] for n in numbers]
        found = self._parser.arcs([self._vectors[first:last] for first, last in ranges])
        for number, (first, _), arcs in zip(numbers, ranges, found, strict=True):
            self._drawn[number] = tuple((first + head, dep) for head, dep in arcs)


class Drawn:
    """The trees that a pipeline has drawn already."""

    def __init__(self, doc: Doc) -> None:
        self._drawn = [tuple((token.head.i, token.dep_.lower()) for token in sentence) for sentence in doc.sents]

    def __call__(self, sentence: int) -> tuple[Arc, ...]:
        """The arcs of a sentence."""
        return self._drawn[sentence]

    def expect(self, sentences: Iterable[int]) -> None:
        """There is nothing left to prepare."""
