"""Endings come off nouns of the lists, whatever a tagger says."""

import pytest

from quoteservice.lexicon.inflected import LONGEST_WORD, stems
from quoteservice.lexicon.media import addressee_of, is_inflected, medium_of


@pytest.mark.parametrize(
    ("word", "stem", "case"),
    [
        ("TikTokon", "tiktok", "Sup"),
        ("híveinek", "hív", "Dat"),
        ("lapunkkal", "lap", "Ins"),
        ("kollégáinak", "kolléga", "Dat"),
        ("M1-en", "m1", "Sup"),
        ("ATV-ben", "atv", "Ine"),
        ("műsorában", "műsor", "Ine"),
        ("oldalán", "oldal", "Sup"),
        ("tanulmányukban", "tanulmány", "Ine"),
        ("nyilatkozat", "nyilatkozat", "Nom"),
        ("rendőrt", "rendőr", "Acc"),
        ("minisztertől", "miniszter", "Abl"),
    ],
)
def test_stem_and_case(word: str, stem: str, case: str) -> None:
    assert (stem, case) in stems(word)


def test_what_is_too_long_has_no_stems() -> None:
    assert stems("a" * (LONGEST_WORD + 1)) == ()


@pytest.mark.parametrize(
    ("word", "noun"),
    [
        ("Facebook-oldalán", "oldal"),
        ("blogposztjában", "poszt"),
        ("levelében", "levél"),
        ("sajtótájékoztatóján", "sajtótájékoztató"),
        ("településen", None),
        ("baloldalon", None),
        ("városban", None),
        ("ülésén", "ülés"),
    ],
)
def test_medium(word: str, noun: str | None) -> None:
    found = medium_of(word)
    assert (found[0].noun if found else None) == noun


@pytest.mark.parametrize(
    ("word", "case", "kind"),
    [
        ("MTI-nek", "Dat", "press"),
        ("híradójának", "Dat", "press"),
        ("ügyfeleknek", "Dat", "audience"),
        ("rendőröknek", "Dat", "role"),
        ("neki", "Dat", "pronoun"),
        ("neki", "Ins", None),
        ("híradójában", "Dat", None),
        ("asztalnak", "Dat", None),
    ],
)
def test_addressee(word: str, case: str, kind: str | None) -> None:
    assert addressee_of(word, case) == kind


@pytest.mark.parametrize(
    ("word", "inflected"),
    [("lapunknak", True), ("lapunk", False), ("rádióban", True), ("Facebookon", True), ("mondta", False), ("X", False)],
)
def test_inflected(word: str, inflected: bool) -> None:
    assert is_inflected(word) is inflected
