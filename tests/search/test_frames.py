"""Which frame takes a report, and what it takes as content; documents built by hand, no model."""

import pytest

from quoteservice.search.find import candidates
from quoteservice.search.page import Page
from tests.build import build

ROWS = [
    # the dash and the colon
    ("„ Kész/ADJ a híd ” – mondta/VERB/mond PER[Réti Nóra] .", "inquit", ["Kész a híd"]),
    ("„ Kész/ADJ ” – mondta/VERB/mond PER[Réti Nóra] – , „ holnap/ADV nyit/VERB ” .",
     "inquit", ["Kész", "holnap nyit"]),
    ("A híd elkészült/VERB/elkészül – közölte/VERB/közöl a mérnök .", "inquit", ["A híd elkészült"]),
    ("PER[Réti Nóra] azt/PRON//Case=Acc mondta/VERB/mond : „ Kész/ADJ a híd . ”", "complement", ["Kész a híd."]),
    # hogy
    ("A mérnök közölte/VERB/közöl , hogy a híd elkészült/VERB/elkészül .", "complement", ["a híd elkészült"]),
    ("Hogy a híd elkészült/VERB/elkészül , azt/PRON//Case=Acc a mérnök bejelentette/VERB/bejelent .",
     "complement.fronted", ["a híd elkészült"]),
    # the sentence before
    ("A híd tavasszal/ADV elkészült/VERB/elkészül . | Erről/PRON//Case=Del beszélt/VERB/beszél a mérnök .",
     "anaphoric", ["A híd tavasszal elkészült"]),
    # mint
    ("Mint/SCONJ a mérnök elmondta/VERB/elmond , a híd elkészült/VERB/elkészül .", "mint", ["a híd elkészült"]),
    ("A híd elkészült/VERB/elkészül , ahogy/SCONJ a mérnök elmondta/VERB/elmond .", "mint", ["A híd elkészült"]),
    # szerint and the predicate
    ("A mérnök szerint a híd elkészült/VERB/elkészül .", "according", ["a híd elkészült"]),
    ("A mérnök „ rozogának/ADJ//Case=Dat ” nevezte/VERB/nevez a hidat/NOUN/híd/Case=Acc .", "predicate", ["rozogának"]),
]  # fmt: skip
"""Notation, how the name of the frame begins, content."""
NOTHING = [
    "A mérnök nem mondta/VERB/mond , hogy a híd elkészült/VERB/elkészül .",
    "A híd elkészült/VERB/elkészül .",
    "A törvény szerint a híd elkészült/VERB/elkészül .",
    "A „ Rozoga/ADJ Híd ” elkészült/VERB/elkészül .",
    "Ha/SCONJ a mérnök azt/PRON//Case=Acc mondta/VERB/mond , hogy kész/ADJ , elhitték/VERB/elhisz .",
    "Erről/PRON//Case=Del beszélt/VERB/beszél a mérnök .",
]
"""Sentences that report nothing."""


@pytest.mark.parametrize(("notation", "frame", "content"), ROWS)
def test_frame_and_content(notation: str, frame: str, content: list[str]) -> None:
    page = Page(build(notation))
    [found] = candidates(page)
    assert found.frame.startswith(frame)
    assert [page.span(*part).of(page.document.text).rstrip("„” ,–").lstrip("„ ,") for part in found.content] == content


@pytest.mark.parametrize("notation", NOTHING)
def test_no_report(notation: str) -> None:
    assert candidates(Page(build(notation))) == ()
