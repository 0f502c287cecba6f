"""A tree that is drawn when it is asked for is the tree that the whole pipeline draws."""

import random

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from benchmarks.articles import articles
from benchmarks.pipeline import watched
from quoteservice.document.reader import EMBEDDED, Reader, load
from quoteservice.document.runs import set_starts
from quoteservice.model import Document
from quoteservice.pipeline import examine

SENTENCES = "Réti Nóra azt mondta, hogy kész a híd. A tárca szerint nem. „Esik” – tette hozzá.\n\nKész. Vége van."


@pytest.fixture(scope="module")
def whole() -> Language:
    """The pipeline as spaCy loads it, parser and all."""
    return spacy.load(EMBEDDED, exclude=["newlines"])


@pytest.fixture(scope="module")
def reader() -> Reader:
    return load()


def parsed(whole: Language, document: Document) -> list[list[tuple[int, str]]]:
    """The arcs of every sentence as the whole pipeline draws them."""
    doc = Doc(whole.vocab, words=[token.text for token in document.tokens])
    firsts = {first for first, _ in document.sentences}
    doc = whole(set_starts(doc, [at in firsts for at in range(len(doc))]))
    return [[(t.head.i, t.dep_.lower()) for t in doc[first:last]] for first, last in document.sentences]


@pytest.mark.parametrize("text", [SENTENCES, *articles()], ids=lambda text: text[:20])
def test_trees_asked_for_one_by_one_are_those_of_the_whole_text(whole: Language, reader: Reader, text: str) -> None:
    document = reader.read(text)
    order = list(range(len(document.sentences)))
    random.Random(7).shuffle(order)
    drawn = {sentence: list(document.arcs(sentence)) for sentence in order}
    assert [drawn[sentence] for sentence in sorted(drawn)] == parsed(whole, document)


@pytest.mark.parametrize("text", [SENTENCES, *articles()], ids=lambda text: text[:20])
def test_answers_do_not_depend_on_which_trees_were_drawn_before(reader: Reader, text: str) -> None:
    lazy, eager = reader.read(text), reader.read(text)
    eager.expect(range(len(eager.sentences)))
    for sentence in range(len(eager.sentences)):
        eager.arcs(sentence)
    assert examine(lazy).analysis == examine(eager).analysis


def test_sentences_that_report_nothing_get_no_tree(reader: Reader) -> None:
    document = reader.read("A híd kész. Az út is elkészült. Réti Nóra azt mondta, hogy drága volt.")
    examine(document)
    assert document.arcs._drawn.keys() == {2}  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("Esik az eső. Fúj a szél.", set()),
        ("A tél hideg volt. Réti Nóra azt mondta, hogy esik. A nyár meleg.", {1}),
        ("A kocsi megállt. A mérnök hozzá is tette: esik. Fúj a szél.", {1}),
        ("Réti Nóra szerint esik. Szeged nagy.", {0}),
    ],
)
def test_only_sentences_that_a_rule_reads_get_a_tree(reader: Reader, text: str, drawn: set[int]) -> None:
    asked: set[int] = set()
    examine(watched(reader.read(text), asked))
    assert asked == drawn
