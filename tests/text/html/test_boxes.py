"""The names by which boxes beside an article are known; every row has an example."""

import pytest

from quoteservice.lexicon.tables import rows
from quoteservice.text.html.reading import page_of

ROWS = rows("boxes")
BOXES = [row for row in ROWS if row["kind"] == "box"]
ABOUT = [row for row in ROWS if row["kind"] == "about"]


def read(name: str, attribute: str = "class") -> str:
    return page_of(f'<p>Marad.</p><div {attribute}="x {name}"><p>Kimarad.</p></div>').text


@pytest.mark.parametrize("row", BOXES, ids=lambda row: row["word"])
@pytest.mark.parametrize("attribute", ["class", "id"])
def test_a_box_is_left_out(row: dict[str, str], attribute: str) -> None:
    assert read(row["example"], attribute) == "Marad."


@pytest.mark.parametrize("row", ABOUT, ids=lambda row: row["word"])
def test_a_name_that_tells_of_the_page_is_no_box(row: dict[str, str]) -> None:
    assert read(row["example"]) == "Marad.\n\nKimarad."
    words = row["example"].split("-", 1)
    assert words[0] == row["word"]
    assert read(words[1]) == "Marad."


@pytest.mark.parametrize("name", ["cikk-torzs", "lead", "entry-content", "addition", "shared-values-x", "promotor"])
def test_other_names_are_no_boxes(name: str) -> None:
    assert read(name) == "Marad.\n\nKimarad."


def test_no_row_comes_twice_and_every_example_holds_its_word() -> None:
    assert len({(row["kind"], row["word"]) for row in ROWS}) == len(ROWS)
    assert {row["kind"] for row in ROWS} == {"box", "about"}
    for row in BOXES:
        assert row["word"].replace("-", "") in row["example"].lower().replace("-", "").replace("_", "")
