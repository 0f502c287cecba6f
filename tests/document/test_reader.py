"""What the embedded pipeline hands out: plain data and the sentences of the rules; nothing is kept between reads."""

from pathlib import Path

import pytest

from quoteservice.document.reader import ModelMissing, Reader, load
from quoteservice.model import Token

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


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\u00a0", "\t\r\n"])
def test_text_without_words_has_no_tokens(reader: Reader, text: str) -> None:
    document = reader.read(text)
    assert (document.text, document.tokens, document.sentences, document.paragraphs) == (text, (), (), ())


@pytest.mark.parametrize("gap", [" ", "\u00a0", "  ", " \u00a0 ", "\t"])
def test_white_space_is_no_token(reader: Reader, gap: str) -> None:
    text = gap.join(["Réti", "Nóra", "azt", "mondta", ",", "hogy", "kész", "a", "híd", "."])
    document = reader.read(text)
    assert [token.text for token in document.tokens] == text.split()
    assert all(token.span.of(text) == token.text for token in document.tokens)
    assert [token.index for token in document.tokens] == list(range(10))


def test_paragraphs_are_the_lines_with_words(reader: Reader) -> None:
    document = reader.read("\nKész a híd. Esik.\n\n \nVége van\n")
    assert document.paragraphs == ((0, 6), (6, 8))
    assert document.sentences == ((0, 4), (4, 6), (6, 8))


def test_every_token_is_plain_data_and_hangs_in_its_own_sentence(reader: Reader) -> None:
    document = reader.read("Réti Nóra azt mondta, hogy kész a híd.\n\n„Esik” – tette hozzá.")
    for token in document.tokens:
        first, last = document.sentences[token.sentence]
        assert first <= token.index < last
        head, label = document.arcs(token.sentence)[token.index - first]
        assert first <= head < last
        assert type(token) is Token
        assert type(token.feats) is dict
        assert all(type(value) is str for value in (token.text, token.lemma, token.upos, label))
    assert [(entity.first, entity.last, entity.label) for entity in document.entities] == [(0, 2, "PER")]


@pytest.mark.parametrize("model", ["hu_core_news_md", "nincs_ilyen"])
def test_missing_model_is_told_in_one_sentence(model: str) -> None:
    with pytest.raises(ModelMissing) as caught:
        load(model)
    told = str(caught.value)
    assert model in told
    assert told.endswith(".") and "\n" not in told
    assert ("quoteservice model install" in told) == model.startswith("hu_core_news_")


def test_folder_that_holds_no_model_is_missing(tmp_path: Path) -> None:
    with pytest.raises(ModelMissing):
        load(str(tmp_path))


def test_two_blanks_inside_a_name_leave_it_one_name(reader: Reader) -> None:
    document = reader.read("A hidat lezárták – közölte Bokor  Etelka polgármester.")
    assert [(e.first, e.last, e.label) for e in document.entities] == [(5, 7, "PER")]
