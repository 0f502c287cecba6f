"""What the name finder sees of a word's spelling."""

import pytest

from quoteservice.document.spelling import ROWS, Speller, hashed, key, pieces, shape, stems


@pytest.mark.parametrize(
    ("form", "name"),
    [
        ("Kovácsnak", "Kovács"),
        ("Annának", "Anna"),
        ("Esztével", "Eszte"),
        ("Péterrel", "Péter"),
        ("Budapesten", "Budapest"),
        ("NATO-ban", "NATO"),
        ("Google-lel", "Google"),
    ],
)
def test_a_name_is_found_under_its_endings(form: str, name: str) -> None:
    assert name in stems(form)
    assert Speller({hashed(name): 4})(form)[1] == 4


def test_capitals_are_looked_up_in_the_usual_letters() -> None:
    assert Speller({hashed("Péter"): 1})("PÉTER")[1] == 1


def test_the_form_itself_comes_before_what_is_left_of_it() -> None:
    assert Speller({hashed("Martin"): 1, hashed("Mart"): 8})("Martin")[1] == 1


def test_a_word_without_a_capital_is_on_no_list_and_has_no_key() -> None:
    assert Speller({hashed("fekete"): 2})("fekete")[1:] == (0, 0)


@pytest.mark.parametrize("form", ["Orbán", "Orbánnak", "Orbántól", "Orbánt", "ORBÁN"])
def test_inflected_forms_share_a_key(form: str) -> None:
    assert key(form) == key("Orbán") != 0


@pytest.mark.parametrize(
    ("form", "written"), [("Kovács", "Xxx"), ("USA-ban", "XX-xx"), ("2024.", "dd."), ("McKee", "XxXxx")]
)
def test_shape(form: str, written: str) -> None:
    assert shape(form) == written


def test_every_piece_has_a_row_of_its_table() -> None:
    assert all(
        0 <= row < rows for form in ("a", "Győr", "–", "😀") for row, rows in zip(pieces(form), ROWS, strict=True)
    )
