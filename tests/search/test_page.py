"""What a page knows of its tokens; documents built by hand, no model."""

import pytest

from quoteservice.model import Document, NamedEntity, Token
from quoteservice.search.page import Page

Row = tuple[str, str, int]


def document(*rows: Row, entities: tuple[NamedEntity, ...] = ()) -> Document:
    """One sentence a line: rows of text, part of speech and head; a row with the text ¶ ends a paragraph."""
    text, tokens, paragraphs, first = "", [], [], 0
    for word, upos, _ in rows:
        if word == "¶":
            text = text.rstrip(" ") + "\n\n"
            paragraphs.append((first, len(tokens)))
            first = len(tokens)
            continue
        feats = {"Mood": "Ind", "VerbForm": "Fin"} if upos == "VERB" else {"Case": "Nom"} if upos == "NOUN" else {}
        tokens.append(Token(len(tokens), len(text), len(text) + len(word), word, word, upos, feats, len(paragraphs)))
        text += word + " "
    paragraphs.append((first, len(tokens)))
    heads = [(head, "dep") for word, _, head in rows if word != "¶"]
    arcs = [heads[first:last] for first, last in paragraphs]
    return Document(text, tuple(tokens), tuple(paragraphs), tuple(paragraphs), entities, arcs.__getitem__)


@pytest.fixture
def page() -> Page:
    """„ A híd kész ” – mondta Réti Nóra ( 38 ) . ¶ Eső esett ."""
    rows = [
        ("„", "PUNCT", 3), ("A", "DET", 2), ("híd", "NOUN", 3), ("kész", "ADJ", 6), ("”", "PUNCT", 3),
        ("–", "PUNCT", 6), ("mondta", "VERB", 6), ("Réti", "PROPN", 6), ("Nóra", "PROPN", 7), ("(", "PUNCT", 10),
        ("38", "NUM", 7), (")", "PUNCT", 10), (".", "PUNCT", 6), ("¶", "", 0),
        ("Eső", "NOUN", 14), ("esett", "VERB", 14), (".", "PUNCT", 14),
    ]  # fmt: skip
    return Page(document(*rows, entities=(NamedEntity(7, 9, "PER"),)))


def test_sentences_and_paragraphs_hold_their_tokens(page: Page) -> None:
    assert page.sentence(0) == page.sentence(12) == page.paragraph(5) == (0, 13)
    assert page.sentence(13) == page.paragraph(15) == (13, 16)
    assert page.sentence(99) == (13, 16)
    assert page.next_paragraph(3) == (13, 16)
    assert page.previous_paragraph(14) == (0, 13)
    assert page.previous_paragraph(3) is None
    assert page.next_paragraph(14) is None


def test_word_outside_the_document_is_empty(page: Page) -> None:
    assert page.word(1) == "a"
    assert page.word(-1) == page.word(99) == ""
    assert not page.is_mark(-1)
    assert not page.is_mark(99)
    assert not page.is_dash(99)


def test_marks_dashes_and_words_are_told_apart(page: Page) -> None:
    assert [at for at in range(16) if page.is_mark(at)] == [0, 4]
    assert [at for at in range(16) if page.is_dash(at)] == [5]
    assert page.words_in(0, 13) == 7
    assert [at for at in range(16) if page.is_finite(at)] == [6, 14]


def test_region_is_known_from_inside_and_from_its_marks(page: Page) -> None:
    region = page.region_of(2)
    assert region is not None
    assert (region.first, region.last) == (1, 4)
    assert page.region_opening_at(0) is region
    assert page.region_closing_at(4) is region
    assert page.region_of(0) is page.region_of(4) is page.region_of(6) is None
    assert page.region_opening_at(4) is page.region_closing_at(0) is None


def test_brackets_hold_what_stands_between_them(page: Page) -> None:
    assert page.in_brackets(10) == (10, 11)
    assert page.in_brackets(8) is None
    assert page.in_brackets(12) is None


def test_subtree_reaches_from_its_leftmost_to_its_rightmost_word(page: Page) -> None:
    assert page.tree.children(3) == [0, 2, 4]
    assert page.tree.subtree(3) == (0, 5)
    assert page.tree.subtree(2) == (1, 3)
    assert page.tree.subtree(6) == (0, 13)


def test_a_circle_in_the_tree_ends() -> None:
    page = Page(document(("a", "NOUN", 1), ("b", "NOUN", 0)))
    assert page.tree.subtree(0) == (0, 2)


def test_name_holds_its_tokens_and_is_no_verb() -> None:
    rows = (("mondta", "VERB", 0), ("Szeret", "VERB", 0), ("Anna", "PROPN", 1))
    page = Page(document(*rows, entities=(NamedEntity(1, 3, "PER"),)))
    assert page.entity_at(0) is None
    assert page.entity_at(1) is page.entity_at(2) is not None
    assert not page.is_finite(1)
    assert page.case(1) == "Nom"
    assert page.is_finite(0)


def test_short_term_in_marks_parts_no_clauses() -> None:
    term = Page(document(("a", "DET", 2), ("„", "PUNCT", 2), ("híd", "NOUN", 2), ("”", "PUNCT", 2), ("kész", "ADJ", 4)))
    said = Page(document(("„", "PUNCT", 1), ("esik", "VERB", 1), ("”", "PUNCT", 1)))
    assert not term.parts_clauses(1)
    assert not term.parts_clauses(3)
    assert not term.parts_clauses(0)
    assert said.parts_clauses(0)
    assert said.parts_clauses(2)


def test_span_runs_from_the_first_to_the_last_token(page: Page) -> None:
    assert page.span(7, 9).of(page.document.text) == "Réti Nóra"
