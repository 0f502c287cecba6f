"""Every role noun and given name is a source before and behind its cue, whatever a tagger makes of its ending."""

import pytest

from quoteservice.lexicon import roles
from quoteservice.lexicon.tables import word_set
from tests.test_sentences import engine

VOWELS = "aáeéiíoóöőuúüű"
FAMILY = "Bokor"
BEFORE = "{sayer} azt mondta, hogy esik az eső."
BEHIND = "„Esik az eső” – mondta {sayer}."
ACCORDING = "{sayer} szerint esik az eső."


def nouns() -> list[str]:
    return [noun for noun, role in roles.index().items() if role.kind in roles.SAYERS]


def sources(sentence: str, sayer: str) -> list[str]:
    """The sources found in a sentence, without the case of their first letters, and the names of the speakers."""
    text = sentence.format(sayer=sayer)
    found = engine().analyse(text[0].upper() + text[1:])
    told = [q.source.span.of(found.text) if q.source is not None else "" for q in found.quotations]
    return [source[:1].lower() + source[1:] for source in told] + [speaker.name for speaker in found.speakers]


@pytest.mark.parametrize("sentence", [BEFORE, BEHIND])
def test_each_role_noun_is_a_source(sentence: str) -> None:
    phrases = [f"a{'z' * (noun[0] in VOWELS)} {noun}" for noun in nouns()]
    assert [phrase for phrase in phrases if sources(sentence, phrase)[:1] != [phrase]] == []


@pytest.mark.parametrize("sentence", [BEFORE, BEHIND, ACCORDING])
def test_each_given_name_is_a_persons(sentence: str) -> None:
    names = [f"{FAMILY} {given}" for given in sorted(word_set("names", "given"))]
    assert [name for name in names if sources(sentence, name) != [name[0].lower() + name[1:], name]] == []
