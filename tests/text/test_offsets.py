import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoteservice.text.offsets import Utf16Map

PROPER = st.text(st.one_of(st.characters(exclude_categories=["Cs"]), st.sampled_from("𝒞👩\u200d👧a\u0301á")))


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


@pytest.mark.parametrize(
    ("text", "codepoint", "unit"),
    [
        ("", 0, 0),
        ("alma", 4, 4),
        ("𝒞a", 1, 2),
        ("a𝒞", 1, 1),
        ("👩‍👧x", 3, 5),
        ("a\u0301x", 2, 2),
        ("שלום 𝒞", 6, 7),
    ],
)
def test_known_places(text: str, codepoint: int, unit: int) -> None:
    assert Utf16Map(text).to_units(codepoint) == unit


@given(PROPER, st.data())
def test_units_are_those_of_the_encoded_prefix(text: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(text)))
    assert Utf16Map(text).to_units(place) == units(text[:place])


@given(PROPER, st.data())
def test_a_range_in_units_is_the_same_piece_of_text(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    convert = Utf16Map(text)
    raw = text.encode("utf-16-le")
    assert raw[2 * convert.to_units(start) : 2 * convert.to_units(end)].decode("utf-16-le") == text[start:end]


@pytest.mark.parametrize("place", [-1, 4])
def test_a_place_outside_is_an_error(place: int) -> None:
    with pytest.raises(IndexError):
        Utf16Map("abc").to_units(place)
