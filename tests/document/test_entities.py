"""Which words make one name, on trees made by hand; ranges are half-open word numbers."""

import pytest
import spacy
from spacy.tokens import Doc, Span

from quoteservice.document.entities import entities

VOCAB = spacy.blank("hu").vocab


def parsed(words: list[str], found: list[tuple[int, int]], flat: dict[int, int], cases: dict[int, str]) -> Doc:
    """A sentence of names; `flat`: word → the word before it that the tree joins it to; `cases`: word → its case."""
    doc = Doc(
        VOCAB,
        words,
        pos=["PROPN" if word.istitle() else "VERB" for word in words],
        heads=[flat.get(i, 0) for i in range(len(words))],
        deps=["flat:name" if i in flat else "nsubj" if i else "ROOT" for i in range(len(words))],
        morphs=[f"Case={cases.get(i, 'Nom')}" if word.istitle() else "" for i, word in enumerate(words)],
    )
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
    doc = parsed(words.split(), found, flat, cases)
    got = entities(doc, lambda at: (doc[at].head.i, doc[at].dep_))
    assert [(e.first, e.last) for e in got] == expected
