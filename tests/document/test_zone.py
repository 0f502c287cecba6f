"""What texts teach a vocabulary is kept up to a bound, and forgotten where a text ends early."""

import pytest
import spacy
from spacy.language import Language

from quoteservice.document.zone import Zone

KEPT = 100


@pytest.fixture
def nlp() -> Language:
    return spacy.blank("hu")


def test_what_is_learnt_is_bounded(nlp: Language) -> None:
    zone, before, seen = Zone(nlp, KEPT), len(nlp.vocab.strings), []
    for number in range(200):
        with zone.text():
            nlp(f"A {number}. számú zsg{number}ó híd kész.")
        seen.append(len(nlp.vocab.strings) - before)
    assert max(seen) > KEPT
    assert max(seen) < KEPT + 20  # what one text may add
    assert min(seen[10:]) < KEPT / 2  # and then all of it goes


def test_a_text_that_ends_early_leaves_nothing(nlp: Language) -> None:
    zone, before = Zone(nlp, KEPT), (sum(1 for _ in nlp.vocab), len(nlp.vocab.strings))
    with pytest.raises(TimeoutError), zone.text():
        nlp("A zsgó híd kész.")
        raise TimeoutError
    assert (sum(1 for _ in nlp.vocab), len(nlp.vocab.strings)) == before
    with zone.text():
        assert [token.text for token in nlp("A zsgó híd")] == ["A", "zsgó", "híd"]
