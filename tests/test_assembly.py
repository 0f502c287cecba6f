import re

import pytest

from quoteservice.assembly import CannotStart, build_service, lexicon_fingerprint
from quoteservice.settings import Settings


def test_the_fingerprint_is_short_and_stays_the_same() -> None:
    assert re.fullmatch("[0-9a-f]{12}", lexicon_fingerprint())
    assert lexicon_fingerprint() == lexicon_fingerprint()


def test_the_engine_names_its_parts() -> None:
    engine = build_service(Settings()).engine.told()
    assert re.fullmatch(r"hu_quote_news_sm-\d+\.\d+\.\d+", engine["model"])
    assert engine["lexicon"] == lexicon_fingerprint()


@pytest.mark.parametrize("model", ["nincs_ilyen", "./tests"])
def test_a_model_that_is_none_is_one_clear_sentence(model: str) -> None:
    with pytest.raises(CannotStart, match=rf"^The model {model} is not installed\.$"):
        build_service(Settings(model=model))
