"""How far a noun phrase reaches to the left of its head; documents built by hand, no model."""

import pytest

from quoteservice.search.attributes import left_edge
from quoteservice.search.page import Page
from tests.build import build

OWNED = "Case=Nom|Number=Sing|Number[psor]=Sing|Person[psor]=3"
ROWS = [
    ("a>híd híd nyitva/ADV van/VERB", "híd", "a híd"),
    ("mondta/VERB a>mérnök fiatal/ADJ//>mérnök mérnök", "mérnök", "a fiatal mérnök"),
    (f"mondta/VERB a város szóvivője/NOUN/szóvivő/{OWNED}", "szóvivője", "a város szóvivője"),
    (f"mondta/VERB a megyei/ADJ kórház új/ADJ igazgatója/NOUN/igazgató/{OWNED}", "igazgatója",
     "a megyei kórház új igazgatója"),
    ("mondta/VERB tegnap/ADV a mérnök", "mérnök", "a mérnök"),
    ("közölte/VERB kedden/NOUN/kedd/Case=Sup PER[Réti Nóra]", "Nóra", "Réti Nóra"),
    ("mondta/VERB két/NUM mérnök", "mérnök", "két mérnök"),
    ("mondta/VERB az épülő/ADJ//VerbForm=PartPres híd mérnöke/NOUN/mérnök/" + OWNED, "mérnöke",
     "az épülő híd mérnöke"),
    ("mondta/VERB a „ Tiszta/ADJ Víz ” mozgalom", "mozgalom", "a „Tiszta Víz” mozgalom"),
    ("mondta/VERB a hivatal ( KSH/PROPN ) elnöke/NOUN/elnök/" + OWNED, "elnöke", "a hivatal (KSH) elnöke"),
    ("a híd , a mérnök", "mérnök", "a mérnök"),
    ("látta/VERB a hidat/NOUN/híd/Case=Acc mérnök", "mérnök", "mérnök"),
    ("és mérnök mondta/VERB", "mérnök", "mérnök"),
    ("mondta/VERB a ő/PRON", "ő", "ő"),
]  # fmt: skip
"""Notation, head, phrase."""


@pytest.mark.parametrize(("notation", "head", "phrase"), ROWS)
def test_left_edge(notation: str, head: str, phrase: str) -> None:
    page = Page(build(notation))
    at = next(token.index for token in page.tokens if token.text == head)
    assert page.span(left_edge(page, at, 0), at + 1).of(page.document.text) == phrase


def test_limit_is_never_passed() -> None:
    page = Page(build("a fiatal/ADJ mérnök mondta/VERB"))
    assert [left_edge(page, 2, limit) for limit in range(3)] == [0, 1, 2]
