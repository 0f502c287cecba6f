"""Copies what the rules read of each word out of a spaCy Doc; tags and features are few, so each is read once."""

from collections.abc import Sequence

from spacy.attrs import MORPH, POS  # type: ignore[import-not-found]
from spacy.tokens import Doc
from spacy.vocab import Vocab

from quoteservice.document.lemmas import HungarianLemmas
from quoteservice.model import Token

Analysis = tuple[str, dict[str, str]]
"""Features as spaCy writes them, and as name → value."""


class Copier:
    """Makes plain tokens; `lemmas` finds the lemmas where the pipeline was not asked for them."""

    def __init__(self, vocab: Vocab, lemmas: HungarianLemmas | None) -> None:
        self._strings, self._lemmas = vocab.strings, lemmas
        self._features: dict[int, Analysis] = {}
        self._tags: dict[int, str] = {}

    def __call__(self, doc: Doc, places: Sequence[int], sentences: Sequence[int]) -> tuple[Token, ...]:
        """The tokens of `doc`, whose words stand at `places` in the text, in the sentences of these numbers."""
        words = [token.text for token in doc]
        columns = doc.to_array([POS, MORPH]).tolist()
        tags = [self._tag(int(tag)) for tag, _ in columns]
        analyses = [self._analysis(int(features)) for _, features in columns]
        if self._lemmas is None:
            lemmas = [token.lemma_ or token.text for token in doc]
        else:
            lemmas = self._lemmas.of(words, tags, [written for written, _ in analyses])
        rows = zip(words, places, lemmas, tags, analyses, sentences, strict=True)
        return tuple(
            Token(n, at, at + len(word), word, lemma, tag, features, sentence)
            for n, (word, at, lemma, tag, (_, features), sentence) in enumerate(rows)
        )

    def _tag(self, number: int) -> str:
        if number not in self._tags:
            self._tags[number] = self._strings[number]
        return self._tags[number]

    def _analysis(self, number: int) -> Analysis:
        if number not in self._features:
            written = self._strings[number]
            pairs = (pair.partition("=") for pair in written.split("|") if "=" in pair)
            self._features[number] = (written, {name: value for name, _, value in pairs})
        return self._features[number]
