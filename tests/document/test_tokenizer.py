"""Where words and marks part, without any model: · stands between tokens that no blank parts in the text."""

import pytest
import spacy
from spacy.language import Language

from quoteservice.document.tokenizer import KeptTokenizer, split_glued_marks

ROWS = """
# marks
„·Kész·” – mondta
"·Kész·" – mondta
»·Kész·« – mondta
«·Kész·» – mondta
“·Kész·” – mondta
„·Kész·“ – mondta
,·,·Kész·” – mondta
„·Kész·.·” A mérnök
„·Kész·!·” – kiáltotta
„·Kész·?·” – kérdezte
a „·tűzszünetet·”·A szóvivő
a „·híd·”·-·at
(·a „·híd·”·)
az „·új·”·,·„·régi·” felek
a szó·„·jelentése·”
# dashes
„·Kész·”·–·mondta
„·Kész·” –·mondta Réti Nóra
„·Kész·”·-·mondta Réti Nóra
–·Kész – mondta
Kész·– mondta
Kész·–·mondta
a dél-alföldi út
a Bokor-ügy
a Budapest–Galambos vonal
az 5-6 éves
a 12-én
# full stops
Írta az MTI·.
A Leó XIV. pápa
A XIV. század
Kész·.·A híd
Kész·!·A híd
Kész·…
Kész·...
J. K. Rowling
Dr. Bokor
2024. június 19-én
18.30-kor
3,5 millió
3.5 millió
kész·(·majdnem·)
kész·.·(·Majdnem·)
(·Fotó·:·MTI·)·A híd
Fotó·:·AFP·Az
Fotó·:·MTI·A híd
# commas and colons
Réti·,·Bokor
Réti·,·bokor
azt mondta·:·kész
azt mondta·:·„·kész·”
alma·;·körte
(·itt·)·:
# what stays whole
a www.galambos.hu oldal
a https://galambos.hu/hirek?id=5 oldal
az info@galambos.hu cím
az MTI-nek mondta
a NATO-val
az EU-s pénz
a Tv2-n
a 100%-os
Réti Nóra-féle
a c. film
"""
KNOWN_FAILURES: dict[str, str] = {}
"""Row → what the engine does wrong."""


def rows() -> list[str]:
    return [row for row in ROWS.splitlines() if row and not row.startswith("# ")]


@pytest.fixture(scope="module")
def nlp() -> Language:
    blank = spacy.blank("hu")
    split_glued_marks(blank)
    return blank


@pytest.mark.parametrize(
    "row",
    [
        pytest.param(row, marks=[pytest.mark.xfail(reason=KNOWN_FAILURES[row])] if row in KNOWN_FAILURES else [])
        for row in rows()
    ],
)
def test_tokens(nlp: Language, row: str) -> None:
    found = nlp(row.replace("·", ""))
    assert [token.text for token in found] == row.replace("·", " ").split()


@pytest.mark.parametrize("row", rows())
def test_tokens_give_the_text_back(nlp: Language, row: str) -> None:
    text = row.replace("·", "")
    assert "".join(token.text_with_ws for token in nlp(text)) == text


def test_known_failures_are_rows() -> None:
    assert set(rows()) >= KNOWN_FAILURES.keys()


def test_a_pipeline_with_a_tokenizer_of_its_own_is_left_alone() -> None:
    blank = spacy.blank("hu")
    blank.tokenizer = own = lambda text: spacy.tokens.Doc(blank.vocab, [text])  # type: ignore[assignment]
    split_glued_marks(blank)
    assert blank.tokenizer is own


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "  a",
        "a ",
        "a  b",
        "a\n\n b ",
        "a\u00a0b",
        "„Jön-e?”–kérdezte a 8. :-) sz. (ún.): 3-án.",
        " :) x : ) y\t",
    ],
)
def test_what_is_kept_of_a_stretch_is_what_the_tokenizer_makes_of_it(nlp: Language, text: str) -> None:
    kept = KeptTokenizer(nlp)
    for _ in range(2):
        assert list(zip(*kept(text), strict=True)) == cut(nlp, text)


@pytest.mark.parametrize("row", rows())
def test_rows_are_kept_as_they_are_cut(nlp: Language, row: str) -> None:
    text = row.replace("·", "")
    assert list(zip(*KeptTokenizer(nlp)(text), strict=True)) == cut(nlp, text)


def cut(nlp: Language, text: str) -> list[tuple[str, int]]:
    """What the pipeline's tokenizer makes of `text`, without white space."""
    return [(token.text, token.idx) for token in nlp.make_doc(text) if not token.is_space]
