"""The flow and nothing else: read → search → attribute → resolve → compose."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Protocol

from quoteservice.attribution import source
from quoteservice.attribution.plausible import plausible
from quoteservice.composition import Examined, compose
from quoteservice.model import Analysis, Document
from quoteservice.resolution.forward import look_ahead
from quoteservice.resolution.mentions import asked_of
from quoteservice.resolution.resolve import run
from quoteservice.resolution.scene import Attribution, open_scene
from quoteservice.search.find import candidates
from quoteservice.search.page import Page
from quoteservice.stages import stage


class DocumentReader(Protocol):
    """Whatever turns a text into a Document."""

    def read(self, text: str) -> Document:
        """Parse one text."""


class Pipeline:
    """Finds the quotations of an article; one a process, not for two threads."""

    def __init__(self, reader: DocumentReader) -> None:
        self._reader = reader

    def analyse(self, text: str, published_at: date | None = None) -> Analysis:
        """Every quotation and speaker of `text` (already guarded); spans are code points of `text`."""
        with stage("read"):
            document = self._reader.read(text)
        return replace(examine(document, published_at).analysis, lemmas=partial(lemmas_of, document))

    def lemmas(self, text: str) -> Mapping[str, str]:
        """The lemma of each form in `text` (already guarded), without looking for quotations."""
        return lemmas_of(self._reader.read(text))


def lemmas_of(document: Document) -> dict[str, str]:
    """Form → lemma; where a form has several, the one that it has first."""
    return {token.text: token.lemma for token in reversed(document.tokens)}


def analyse(document: Document, published_at: date | None = None) -> Analysis:
    """The quotations and speakers of a parsed article."""
    return examine(document, published_at).analysis


def examine(document: Document, published_at: date | None = None) -> Examined:
    """The quotations and speakers of a parsed article, with the decisions behind them."""
    with stage("search"):
        page = Page(document)
        page.document.expect(asked_of(page))
        proposed = candidates(page)
    with stage("attribute"):
        attributions = [
            Attribution(candidate, found)
            for candidate in proposed
            for found in [source.find(page, candidate)]
            if plausible(page, candidate, found)
        ]
    with stage("resolve"):
        scene = open_scene(page, attributions)
        resolved = look_ahead(scene, attributions, run(scene, attributions))
    with stage("compose"):
        return compose(scene, list(zip(attributions, resolved, strict=True)), published_at)
