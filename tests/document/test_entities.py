"""Which words make one name, on trees made by hand (`flat`: word → what it hangs on); ranges are of word numbers."""

import pytest
import spacy
from spacy.tokens import Doc, Span

from quoteservice.document.entities import entities
from quoteservice.model import Token

VOCAB = spacy.blank("hu").vocab


def tokens_of(words: list[str], cases: dict[int, str]) -> list[Token]:
    """A sentence of names; `cases`: word → its case, where it is no nominative."""
    return [
        Token(n, 0, 0, word, word, "PROPN", {"Case": cases.get(n, "Nom")}, 0)
        if word.istitle()
        else Token(n, 0, 0, word, word, "VERB", {}, 0)
        for n, word in enumerate(words)
    ]


def doc_of(words: list[str], found: list[tuple[int, int]]) -> Doc:
    doc = Doc(VOCAB, words)
    doc.ents = [Span(doc, first, last, label="PER") for first, last in found]
    return doc


@pytest.mark.parametrize(
    ("words", "found", "flat", "cases", "expected"),
    [
        ("mondta Bokor Etelka", [(1, 2)], {2: 1}, {}, [(1, 3)]),
        ("mondta Bokor Etelka", [(2, 3)], {2: 1}, {}, [(1, 3)]),
        ("mondta Bokor Etelka", [(1, 3)], {2: 1}, {}, [(1, 3)]),
        ("mondta Bokor Etelka", [(2, 3)], {}, {}, [(2, 3)]),
        ("mondta Bokornak Etelka", [(1, 2)], {}, {1: "Dat"}, [(1, 2)]),
        ("mondta Bokor Budapesten", [(1, 2)], {}, {2: "Sup"}, [(1, 2)]),
        ("mondta Bokor tegnap", [(1, 2)], {}, {}, [(1, 2)]),
        ("mondta Bokor Etelka Ida", [(1, 2), (3, 4)], {3: 2}, {}, [(1, 3), (3, 4)]),
    ],
)
def test_names(
    words: str,
    found: list[tuple[int, int]],
    flat: dict[int, int],
    cases: dict[int, str],
    expected: list[tuple[int, int]],
) -> None:
    doc, tokens = doc_of(words.split(), found), tokens_of(words.split(), cases)
    got = entities(doc, tokens, lambda at: (flat[at], "flat:name") if at in flat else (0, "nsubj"))
    assert [(e.first, e.last) for e in got] == expected
