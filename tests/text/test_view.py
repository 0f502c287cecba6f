import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoteservice.text.view import has_control_characters, parser_view

TEXTS = st.text(st.one_of(st.characters(exclude_categories=["Cs"]), st.sampled_from("„”»«\"'\r\n \x00\xa0a.-")))


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("„Jó” – mondta.", "„Jó” – mondta."),
        ("a„„„„„„b", "a„„„„  b"),
        ("......", "....  "),
        ("„„„„ „„„„", "„„„„     "),
        ("- - - -\n- -", "- - - -\n   "),
        ("________", "____    "),
        ("- a - - -", "- a - - -"),
        ("a\x00b\ufeffc", "a b c"),
        ("két\xa0szó\u2009itt", "két szó itt"),
        ("a\rb\r\nc\u2028d", "a\nb\r\nc\nd"),
        ("vezetője.\\ A szóvivő", "vezetője.  A szóvivő"),
        (r"C:\\x", r"C:\\x"),
        ("a" * 25, "aaaaaaaaa aaaaaaaaa aaaaa"),
    ],
)
def test_shows_the_parser_a_harmless_text(text: str, seen: str) -> None:
    assert parser_view(text, longest_run=4, longest_word=10) == seen


@given(TEXTS, st.integers(1, 5), st.integers(2, 9))
def test_every_code_point_is_the_original_or_white_space(text: str, run: int, word: int) -> None:
    seen = parser_view(text, run, word)
    assert len(seen) == len(text)
    assert all(now == was or now in " \n" for was, now in zip(text, seen, strict=True))


@given(TEXTS, st.integers(1, 5), st.integers(2, 9))
def test_no_run_and_no_word_is_longer_than_allowed(text: str, run: int, word: int) -> None:
    seen = parser_view(text, run, word)
    assert not re.search(rf"[^\w\s]{{{run + 1}}}", seen)
    assert not re.search(rf"\S{{{word}}}", seen)


@given(TEXTS)
def test_seeing_twice_changes_nothing(text: str) -> None:
    seen = parser_view(text, 4, 10)
    assert parser_view(seen, 4, 10) == seen


def test_knows_control_characters() -> None:
    assert has_control_characters("a\x00b")
    assert not has_control_characters("a\tb\r\nc\xa0d")
