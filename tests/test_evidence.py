"""Every reason that the engine can give has words for a reader."""

import re
from pathlib import Path

import pytest

import quoteservice
from quoteservice.lexicon.categories import STANCES
from quoteservice.lexicon.evidence import known, words
from tests.marked import read
from tests.test_sentences import ROWS, engine

PACKAGE = Path(quoteservice.__file__).parent
LITERAL = re.compile(r'Candidate\(\s*f?"([a-z._]+)(?:\{[^}]*\})?"')


def test_reasons_of_all_marked_sentences_have_words() -> None:
    seen = {
        (kind, value)
        for _, row in ROWS[::3]
        for quotation in engine().analyse(read(row).text).quotations
        for kind, value in quotation.evidence.items()
    }
    assert seen <= known()
    assert len(seen) > 30


def test_every_pattern_named_in_the_code_has_words() -> None:
    patterns = {value for kind, value in known() if kind == "pattern"}
    named = {
        match.group(1)
        for path in (PACKAGE / "search").rglob("*.py")
        for match in LITERAL.finditer(path.read_text(encoding="utf-8"))
    }
    assert {name for name in named if not name.endswith(".")} <= patterns
    assert len(named) > 12


def test_every_type_and_stance_has_words() -> None:
    assert {value for kind, value in known() if kind == "stance"} == STANCES.keys() - {"neutral"}
    assert {value for kind, value in known() if kind == "type"} == {"direct", "indirect", "mixed"}


@pytest.mark.parametrize("kind", ["pattern", "link", "resolution", "type", "stance"])
def test_words_are_clauses_in_both_languages(kind: str) -> None:
    for found, value in known():
        if found == kind:
            for language in ("hungarian", "english"):
                told = words(kind, value, language)  # type: ignore[arg-type]
                assert told
                assert not told.endswith(".")


def test_unknown_reason_has_no_words() -> None:
    with pytest.raises(KeyError):
        words("pattern", "no.such", "hungarian")
