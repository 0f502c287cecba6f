"""A memory zone that outlives a text: what a pipeline has learnt of words serves the next texts, up to a bound."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager

from spacy.language import Language

KEPT = 60_000
"""Strings (forms, their shapes, beginnings and endings) of texts that are kept; some 15 MB."""


class Zone:
    """The zone of one pipeline; no spaCy object may leave the block in which it was made."""

    def __init__(self, nlp: Language, kept: int = KEPT) -> None:
        self._nlp, self._kept = nlp, kept
        self._open: AbstractContextManager[object] | None = None
        self._before = 0

    @contextmanager
    def text(self) -> Iterator[None]:
        """A block in which one text is read; what ends early (a deadline) leaves nothing half done behind."""
        strings = self._nlp.vocab.strings
        if self._open is not None and len(strings) - self._before > self._kept:
            self._close()
        if self._open is None:
            self._before = len(strings)
            self._open = self._nlp.memory_zone()
            self._open.__enter__()
        try:
            yield
        except BaseException:
            self._close()
            raise

    def _close(self) -> None:
        if self._open is not None:
            closing, self._open = self._open, None
            closing.__exit__(None, None, None)
