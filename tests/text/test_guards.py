import pytest

from quoteservice.text.guards import TextRefused, check


@pytest.mark.parametrize("text", ["", "Jó napot!", "\x00", "👩‍👧", "𝒞", "a" * 10])
def test_passes_any_unicode_text_up_to_the_limit(text: str) -> None:
    check(text, 10)


def test_refuses_a_longer_text_and_says_how_long_it_is() -> None:
    with pytest.raises(TextRefused, match="11 code points; at most 10"):
        check("a" * 11, 10)


@pytest.mark.parametrize(("text", "place"), [("\ud800", 0), ("abc\udc00", 3), ("\udc00\ud800", 0)])
def test_refuses_a_lone_surrogate_and_says_where_it_is(text: str, place: int) -> None:
    with pytest.raises(TextRefused, match=f"code point {place};"):
        check(text, 10)


def test_the_refusal_holds_nothing_of_the_text() -> None:
    with pytest.raises(TextRefused) as refusal:
        check("titok" * 10, 10)
    assert "titok" not in str(refusal.value)
