import pytest

from quoteservice.text.reading import reading_of
from quoteservice.verification.claims import Claim, parsed
from quoteservice.verification.sentences import ends_sentence
from quoteservice.verification.words import Word, words_of


def words(text: str) -> tuple[Word, ...]:
    return words_of(reading_of(text, 8, 300))


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("„Kész – a híd!”", "kész a híd"),
        ("KÉSZ a\u00a0híd", "kész a híd"),
        ("a\u0301prilis", "április"),
        ("köz\u00adlemény", "közlemény"),
        ("12\u00a0500 és 12.500 és 12500", "12500 és 12500 és 12500"),
        ("2,5 vagy 25", "2,5 vagy 25"),
        ("-5 fok, nem 5", "-5 fok nem 5"),
        ("1990–95", "1990 95"),
        ("MTI-nek 18-án", "mti nek 18 án"),
        ("10% és 10 ‰", "10 % és 10 ‰"),
        ("…!?", ""),
    ],
)
def test_typography_is_no_part_of_a_word(text: str, keys: str) -> None:
    assert [word.key for word in words(text)] == keys.split()


def test_a_word_has_its_place_in_the_original() -> None:
    text = "𝒞 „köz\u00adlemény”"
    assert [word.span.of(text) for word in words(text)] == ["𝒞", "köz\u00adlemény"]


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("kész. Jövő", True),
        ("kész! – Jövő", True),
        ("kész.” „Jövő", True),
        ("kész\nJövő", True),
        ("kész, Jövő", False),
        ("kész… jövő", False),
        ("dr. Kovács", False),
        ("pl. Vácott", False),
        ("12. 15", False),
        ("kész. 15", True),
    ],
)
def test_where_a_sentence_ends(text: str, ends: bool) -> None:
    before, after = words(text)
    assert ends_sentence(before, text[before.span.end : after.span.start], after) is ends


@pytest.mark.parametrize(
    ("quote", "parted", "starts"),
    [
        ("Kész a híd", set(), (0,)),
        ("Kész. A híd áll.", set(), (0, 1)),
        ("Kész … híd", {1}, (0, 1)),
        ("Kész [...] híd", {1}, (0, 1)),
        ("Kész (…) híd", {1}, (0, 1)),
        ("…kész a híd", {0}, (0,)),
        ("Kész a híd…", set(), (0,)),
        ("Kész a híd […]", {3}, (0,)),
        ("Kész a híd.", set(), (0,)),
        ("…", set(), ()),
    ],
)
def test_a_claim_says_where_words_are_left_out(quote: str, parted: set[int], starts: tuple[int, ...]) -> None:
    claim = parsed(Claim(quote), reading_of(quote, 8, 300))
    assert (claim.parted, claim.starts) == (parted, starts)
