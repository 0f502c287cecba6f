"""Every noun that can say something is the source before and behind its cue, whatever a tagger makes of its ending."""

import pytest

from quoteservice.lexicon import roles
from quoteservice.model import Source
from tests.test_sentences import engine

VOWELS = "aáeéiíoóöőuúüű"
BEFORE = "A{z} {noun} azt mondta, hogy esik az eső."
BEHIND = "„Esik az eső” – mondta a{z} {noun}."


def nouns() -> list[str]:
    return [noun for noun, role in roles.index().items() if role.kind in roles.SAYERS]


@pytest.mark.parametrize("sentence", [BEFORE, BEHIND])
def test_each_noun_of_the_lexicon_is_a_source(sentence: str) -> None:
    lost = []
    for noun in nouns():
        text = sentence.format(noun=noun, z="z" * (noun[0] in VOWELS))
        found = [quotation.source for quotation in engine().analyse(text).quotations]
        if [_words(text, source) for source in found] not in ([f"az {noun}"], [f"a {noun}"]):
            lost.append(noun)
    assert lost == []


def _words(text: str, source: Source | None) -> str:
    return source.span.of(text).lower() if source is not None else ""
