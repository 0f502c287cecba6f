"""Makes plain tokens of the words of a text and what a pipeline says of them."""

from collections.abc import Sequence

from spacy.tokens import Doc

from quoteservice.document.lemmas import HungarianLemmas
from quoteservice.document.tagging import Predicted, Read
from quoteservice.model import Token


class Copier:
    """Makes plain tokens; `lemmas` finds the lemmas where the pipeline was not asked for them."""

    def __init__(self, analyses: Read | Predicted, lemmas: HungarianLemmas | None) -> None:
        self._analyses, self._lemmas = analyses, lemmas

    def __call__(self, doc: Doc, words: Sequence[str], places: Sequence[int], sentences: Sequence[int]) -> list[Token]:
        """The tokens of `doc`, whose `words` stand at `places` in the text, in the sentences of these numbers."""
        analyses = self._analyses(doc)
        if self._lemmas is None:
            lemmas = [token.lemma_ or token.text for token in doc]
        else:
            lemmas = self._lemmas.of(words, [a.upos for a in analyses], [a.written for a in analyses])
        rows = zip(words, places, lemmas, analyses, sentences, strict=True)
        return [
            Token(n, at, at + len(word), word, lemma, analysis.upos, analysis.feats, sentence)
            for n, (word, at, lemma, analysis, sentence) in enumerate(rows)
        ]
