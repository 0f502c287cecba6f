"""Reads a text with a spaCy pipeline and hands out plain data."""

import re
from pathlib import Path
from typing import TypeVar

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab
from thinc.api import NumpyOps, set_current_ops

from quoteservice.document import genitive, glued, lemmas, names, runs  # noqa: F401  the embedded pipeline names them
from quoteservice.document.boundaries import gaps_of, sentence_starts
from quoteservice.document.embedding import keep_forms
from quoteservice.document.entities import entities
from quoteservice.document.lemmas import HungarianLemmas
from quoteservice.document.runs import RunParser, set_starts
from quoteservice.document.tagging import Read, analyser_of
from quoteservice.document.tokenizer import split_glued_marks, tokenizer_of
from quoteservice.document.tokens import Copier
from quoteservice.document.trees import Drawn, Trees
from quoteservice.document.zone import Zone
from quoteservice.model import Arc, Document, Token

EMBEDDED = Path(__file__).parent.parent / "models" / "hu_quote_news_sm"
LINE_RULE = "newlines"
"""The embedded model's own rule ends a sentence at every line end; the boundaries here know when one runs on."""
GENITIVE = "genitive"
"""The rules read the genitive as the dative whose form it has, and this component needs every tree."""
LINE = re.compile(r"[^\n]+")
Component = TypeVar("Component")


class ModelMissing(RuntimeError):
    """The named model is not installed; the message is one sentence for the operator."""


class Reader:
    """One loaded pipeline; use one a process, never from two threads."""

    def __init__(self, nlp: Language) -> None:
        self._nlp = nlp
        self._parser = _taken_over(nlp, "parser", RunParser)  # it draws a tree when a rule asks for it
        if self._parser is not None:
            keep_forms(nlp)
        analyses = Read(nlp.vocab) if self._parser is None else analyser_of(nlp)
        self._copied = Copier(analyses, _taken_over(nlp, "hungarian_lemmas", HungarianLemmas))
        self._words, self._seams, self._zone = tokenizer_of(nlp), glued.Seams(nlp.vocab), Zone(nlp)

    @property
    def name(self) -> str:
        """Name and version of the loaded model, as the answer's `engine.model` shows it."""
        meta = self._nlp.meta
        return f"{meta['lang']}_{meta['name']}-{meta['version']}"

    def read(self, text: str) -> Document:
        """Parse `text` (guarded, see `quoteservice.text`)."""
        with self._zone.text():
            words, places = glued.part(*self._words(text), self._seams(text))
            doc = self._nlp(_sentences(self._nlp.vocab, words, gaps_of(text, words, places)))
            sentences = tuple((sent.start, sent.end) for sent in doc.sents)
            numbers = [n for n, (first, last) in enumerate(sentences) for _ in range(first, last)]
            tokens = tuple(self._copied(doc, words, places, numbers))
            trees = Drawn(doc) if self._parser is None else Trees(self._parser, doc, sentences)

            def arc(at: int) -> Arc:
                return trees(numbers[at])[at - sentences[numbers[at]][0]]

            paragraphs = _paragraphs(text, tokens)
            return Document(text, tokens, sentences, paragraphs, entities(doc, tokens, arc), trees, trees.expect)


def load(model: str = "") -> Reader:
    """Load the embedded pipeline, or an installed package or folder named by `model`.

    Raises ModelMissing when there is no such model or it needs packages that are not there.
    """
    name = model or EMBEDDED.name
    set_current_ops(NumpyOps(use_blis=False))  # numpy multiplies matrices about three times as fast
    try:
        nlp = spacy.load(model or EMBEDDED, exclude=[LINE_RULE, GENITIVE])
    except OSError as error:
        hint = f"; `quoteservice model install {model}` fetches it" if model.startswith("hu_core_news_") else ""
        raise ModelMissing(f"The model {name} is not installed{hint}.") from error
    except (ImportError, ValueError) as error:
        raise ModelMissing(f"The model {name} needs packages that are not installed, or is none of spaCy's.") from error
    split_glued_marks(nlp)
    return Reader(nlp)


def _sentences(vocab: Vocab, words: list[str], gaps: list[str]) -> Doc:
    """The `words` as spaCy wants them, with their sentence starts."""
    doc = Doc(vocab, words=words, spaces=[bool(gap) for gap in [*gaps[1:], ""]][: len(words)])
    return set_starts(doc, sentence_starts(words, gaps))


def _taken_over(nlp: Language, name: str, kind: type[Component]) -> Component | None:
    """The component of that name, if it is of our kind; the pipeline then leaves its work to the reader."""
    component = nlp.get_pipe(name) if nlp.has_pipe(name) else None
    if not isinstance(component, kind):
        return None
    nlp.disable_pipe(name)
    return component


def _paragraphs(text: str, tokens: tuple[Token, ...]) -> tuple[tuple[int, int], ...]:
    ranges: list[tuple[int, int]] = []
    n = 0
    for line in LINE.finditer(text):
        first = n
        while n < len(tokens) and tokens[n].start < line.end():
            n += 1
        if n > first:
            ranges.append((first, n))
    return tuple(ranges)
