"""What the embedded pipeline hands out as a whole: sentences are those of the rules, whatever the model brings."""

import pytest

from quoteservice.document.reader import Reader, load

RUNS_ON = [
    "A polgármester bejelentette, hogy\n\nholnap kinyit a piac.",
    "A polgármester bejelentette, hogy\n\na Fő utcai piac holnap kinyit.",
]


@pytest.fixture(scope="module")
def reader() -> Reader:
    """The embedded pipeline."""
    return load()


@pytest.mark.parametrize("text", RUNS_ON)
def test_a_sentence_runs_on_over_a_line_end(reader: Reader, text: str) -> None:
    assert len(reader.read(text).sentences) == 1


@pytest.mark.parametrize("text", ["Kinyit a piac\nA város örül", "Kinyit a piac.\n\nA város örül."])
def test_a_headline_is_a_sentence(reader: Reader, text: str) -> None:
    assert len(reader.read(text).sentences) == 2
