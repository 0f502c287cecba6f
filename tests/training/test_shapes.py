"""Varied copies and made quotations stay sound trees, and the Docs made of them hold what was meant."""

from random import Random

import pytest
import spacy

from training.augment import drop, vary
from training.docs import to_doc
from training.quoting import quote, subjects
from training.sources import Sentence, Word, is_tree

NOM = "Case=Nom|Number=Sing"


def sample() -> Sentence:
    rows = [
        ("A", "DET", 1, "det"), ("hajó", "NOUN", 2, "nsubj"), ("elindult", "VERB", 2, "ROOT"),
        ("a", "DET", 4, "det"), ("kikötőbe", "NOUN", 2, "obl"), (".", "PUNCT", 2, "punct"),
    ]  # fmt: skip
    words = [Word(form, form.lower(), upos, "", head, dep) for form, upos, head, dep in rows]
    words[-2].space = False
    return Sentence(words, tree=True)


def speaker() -> list[Word]:
    return [Word("Kiss", "Kiss", "PROPN", NOM, 0, "nsubj"), Word("Anna", "Anna", "PROPN", NOM, 0, "flat:name")]


@pytest.mark.parametrize("seed", range(25))
def test_a_made_quotation_is_a_tree_with_its_clause_under_the_verb(seed: int) -> None:
    made = quote(sample(), speaker(), Random(seed))
    assert made is not None
    assert is_tree(made.words)
    root = next(n for n, w in enumerate(made.words) if w.head == n)
    assert any(w.dep == "ccomp:obj" and w.head == root and w.form == "elindult" for w in made.words)
    assert any(w.dep == "nsubj" and w.head == root and w.form == "Kiss" for w in made.words)


@pytest.mark.parametrize("seed", range(25))
def test_a_varied_copy_is_a_tree_of_the_same_words(seed: int) -> None:
    made = quote(sample(), speaker(), Random(seed))
    assert made is not None
    copy = vary(made, Random(seed))
    assert is_tree(copy.words)
    lowered = [w.form.lower() for w in copy.words if w.upos != "PUNCT"]
    assert lowered == [w.form.lower() for w in made.words if w.upos != "PUNCT"]


def test_dropping_a_leaf_moves_the_heads() -> None:
    left = drop(sample(), {0})
    assert is_tree(left.words)
    assert [w.head for w in left.words] == [1, 1, 3, 1, 1]


def test_a_name_that_is_subject_can_speak() -> None:
    words = [*speaker(), Word("jött", "jön", "VERB", "", 2, "ROOT")]
    words[0].head = 2
    assert [[w.form for w in found] for found in subjects([Sentence(words, tree=True)])] == [["Kiss", "Anna"]]


def test_a_newline_token_hangs_on_the_sentence_before_it() -> None:
    title = Sentence(sample().words[:-1], tree=True)
    doc = to_doc(spacy.blank("hu").vocab, [title, sample()], Random(0))
    newline = next(t for t in doc if "\n" in t.text)
    assert newline.dep_ == "dep"
    assert doc[newline.i + 1].is_sent_start


def test_names_are_missing_where_the_corpus_has_none() -> None:
    doc = to_doc(spacy.blank("hu").vocab, [sample()])
    assert not doc.has_annotation("ENT_IOB")
