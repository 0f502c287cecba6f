"""What the parser reads, and that every letter keeps its place in the text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoteservice.model import Span, moved
from quoteservice.text.reading import reading_of

ROWS = [
    ("A tárca köz\u00adlemé\u00adnye", "A tárca közleménye"),
    ("Kövesdi\u200b Ármin", "Kövesdi Ármin"),
    ("mondta K ö v e s d i Á r m i n (párt)", "mondta Kövesdi Ármin (párt)"),
    ("mondta R é k a és más", "mondta Réka és más"),
    ("mondta Á r m i n a tárca nevében", "mondta Ármin a tárca nevében"),
    ("H Í R E K itt", "HÍREK itt"),
    ("A Köves-di család, Kövesdi Ármin", "A Kövesdi család, Kövesdi Ármin"),
    ("a köz-\nlemény, a közlemény", "a közlemény, a közlemény"),
    # what stays as it is
    ("ő a s a b", "ő a s a b"),
    ("A magyar-osztrák határ", "A magyar-osztrák határ"),
    ("Dél-Korea", "Dél-Korea"),
    ("az A, B, C és D terv", "az A, B, C és D terv"),
    ("két\xa0szó", "két szó"),
]
TEXTS = st.text(st.one_of(st.characters(exclude_categories=["Cs"]), st.sampled_from("aáÁbK -\n\u00ad\u200b")))


@pytest.mark.parametrize(("text", "read"), ROWS)
def test_leaves_out_what_only_shapes_the_print(text: str, read: str) -> None:
    assert reading_of(text, 4, 40).text == read


@given(TEXTS)
def test_every_letter_stands_in_its_place(text: str) -> None:
    reading = reading_of(text, 4, 40)
    assert len(reading.places) == len(reading.text)
    assert all(one < other for one, other in zip(reading.places, reading.places[1:], strict=False))
    assert all(now == text[at] or now in " \n" for now, at in zip(reading.text, reading.places, strict=True))


def test_spans_are_put_back_into_the_text() -> None:
    text = "mondta K ö v e s d i tegnap"
    reading = reading_of(text, 4, 40)
    name = Span(reading.text.index("Kövesdi"), reading.text.index("Kövesdi") + len("Kövesdi"))
    assert moved(name, reading.places).of(text) == "K ö v e s d i"
