"""Reads a text with a spaCy pipeline and hands out plain data."""

import re
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from thinc.api import NumpyOps, set_current_ops

from quoteservice.document import genitive, lemmas  # noqa: F401  the embedded pipeline names their components
from quoteservice.document.boundaries import news_boundaries
from quoteservice.document.tokenizer import split_glued_marks
from quoteservice.model import Document, EntityLabel, NamedEntity, Token

EMBEDDED = Path(__file__).parent.parent / "models" / "hu_quote_news_sm"
LABELS: dict[str, EntityLabel] = {
    "PER": "PER",
    "ORG": "ORG",
    "LOC": "LOC",
    "MISC": "MISC",
    "PERSON": "PER",
    "GPE": "LOC",
}
LINE_RULE = "newlines"
"""The embedded model's own rule ends a sentence at every line end; the boundaries here know when one runs on."""
LINE = re.compile(r"[^\n]+")


class ModelMissing(RuntimeError):
    """The named model is not installed; the message is one sentence for the operator."""


class Reader:
    """One loaded pipeline; use one a process, never from two threads."""

    def __init__(self, nlp: Language) -> None:
        self._nlp = nlp

    @property
    def name(self) -> str:
        """Name and version of the loaded model, as the answer's `engine.model` shows it."""
        meta = self._nlp.meta
        return f"{meta['lang']}_{meta['name']}-{meta['version']}"

    def read(self, text: str) -> Document:
        """Parse `text` (guarded, see `quoteservice.text`) inside a memory zone of its own."""
        with self._nlp.memory_zone():
            return to_document(self._nlp(text))


def load(model: str = "") -> Reader:
    """Load the embedded pipeline, or an installed package or folder named by `model`.

    Raises ModelMissing when there is no such model or it needs packages that are not there.
    """
    name = model or EMBEDDED.name
    set_current_ops(NumpyOps(use_blis=False))  # numpy multiplies matrices about three times as fast
    try:
        nlp = spacy.load(model or EMBEDDED)
    except OSError as error:
        hint = f"; `quoteservice model install {model}` fetches it" if model.startswith("hu_core_news_") else ""
        raise ModelMissing(f"The model {name} is not installed{hint}.") from error
    except (ImportError, ValueError) as error:
        raise ModelMissing(f"The model {name} needs packages that are not installed, or is none of spaCy's.") from error
    split_glued_marks(nlp)
    if LINE_RULE in nlp.pipe_names:
        nlp.remove_pipe(LINE_RULE)
    nlp.add_pipe(news_boundaries.__name__, first=True)
    return Reader(nlp)


def to_document(doc: Doc) -> Document:
    """Copy what later steps read out of a spaCy Doc; white space tokens are left out."""
    kept = [t for t in doc if not t.is_space]
    place = {t.i: n for n, t in enumerate(kept)}
    sentences, sentence_of = _sentences(doc, place)
    tokens = tuple(
        Token(n, t.idx, t.idx + len(t.text), t.text, t.lemma_ or t.text, t.pos_, t.morph.to_dict(),
              place.get(t.head.i, n), t.dep_.lower(), sentence_of[n])
        for n, t in enumerate(kept)
    )  # fmt: skip
    return Document(doc.text, tokens, sentences, _paragraphs(doc.text, tokens), _entities(doc, place))


def _sentences(doc: Doc, place: dict[int, int]) -> tuple[tuple[tuple[int, int], ...], list[int]]:
    ranges: list[tuple[int, int]] = []
    owner: list[int] = []
    for sent in doc.sents:
        inside = [place[t.i] for t in sent if t.i in place]
        if inside:
            owner.extend([len(ranges)] * len(inside))
            ranges.append((inside[0], inside[-1] + 1))
    return tuple(ranges), owner


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


def _entities(doc: Doc, place: dict[int, int]) -> tuple[NamedEntity, ...]:
    found = []
    for ent in doc.ents:
        inside = [place[t.i] for t in ent if t.i in place]
        if inside and ent.label_ in LABELS:
            found.append(NamedEntity(inside[0], inside[-1] + 1, LABELS[ent.label_]))
    return tuple(found)
