"""Whether the speaker whom a claim names is one of an article's: names in any case form, family names, roles."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from quoteservice.lexicon import roles
from quoteservice.lexicon.inflected import stems as noun_stems
from quoteservice.model import Analysis, Speaker
from quoteservice.resolution.inflection import stems as name_stems
from quoteservice.resolution.names import nominative
from quoteservice.text.reading import Reading
from quoteservice.verification.words import Word, key_of, words_of

ARTICLES = frozenset(("a", "az", "egy"))
TITLES = frozenset(("dr", "ifj", "id", "özv", "prof", "gróf", "báró", "sir", "lord", "úr", "asszony", "kisasszony"))
STRANGERS = 2
OWNED = re.compile(r"j?[aáeé](?!rt$)(?:[^tk]|[tk].|$)")
"""How the ending of an owned noun begins."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A speaker as a claim names them: words without article and title, and the forms that each may be a form of."""

    words: tuple[Word, ...]
    forms: tuple[frozenset[str], ...]

    def all_among(self, known: frozenset[str]) -> bool:
        """Whether each word is one of `known` (lower case) in some case form."""
        return bool(self.words) and all(forms & known for forms in self.forms)

    def is_somebodys(self) -> bool:
        """Whether the last word is a role with an owner, whose the names before it are (*a Duna szóvivője*)."""
        key = self.words[-1].key if len(self.words) > 1 else ""
        if not key or roles.role_of(key) is not None or self.words[-1].written[0].isupper():
            return False
        known = (stem for stem in self.forms[-1] if key.startswith(stem) and roles.role_of(stem) is not None)
        return any(OWNED.match(key.removeprefix(stem)) for stem in known)

    def has_name(self) -> bool:
        """Whether a word has a capital, so that a name is meant."""
        return any(word.written[0].isupper() for word in self.words)


def asked(reading: Reading, lemmas: Mapping[str, str]) -> Asked:
    """The speaker that a claim names, taken apart; `reading` is that of the name, `lemmas` know its words."""
    words = tuple(word for word in words_of(reading) if word.key not in ARTICLES | TITLES)
    return Asked(words, tuple(_forms(word, lemmas.get(word.written, "")) for word in words))


@dataclass(frozen=True, slots=True)
class Meant:
    """The speakers (ids) whom a claim may mean, and how they were known; empty when the article has none such."""

    ids: tuple[str, ...]
    by: Literal["name", "description", "synonym", "nothing"]


def speakers_like(analysis: Analysis, who: Asked) -> Meant:
    """The speakers of `analysis` whom `who` may mean: by name, else by description, else by a synonym of it."""
    for by, agrees in WAYS:
        if found := tuple(speaker.id for speaker in analysis.speakers if agrees(analysis, speaker, who)):
            return Meant(found, by)
    return Meant((), "name" if who.has_name() else "nothing")


def _forms(word: Word, lemma: str) -> frozenset[str]:
    """The forms that a word may have without its endings, lower case."""
    found = {word.key, lemma.casefold() or word.key, nominative(word.written, lemma).casefold()}
    found |= {stem.text.casefold() for stem in name_stems(word.written) if len(stem.text) > 2}
    if not word.written[0].isupper():
        found |= {stem for stem, _ in noun_stems(word.key) if len(stem) > 2}
    return frozenset(found)


def _named(analysis: Analysis, speaker: Speaker, who: Asked) -> bool:
    """Whether the names agree: all words of the shorter one are in the longer one, what is left over describes."""
    name = _keys(speaker.name)
    if who.is_somebodys():
        return False
    told = tuple(word for word in speaker.name.split() if word[0].isupper() or word[0].isdecimal())
    if not told:
        return False
    capital = [forms for word, forms in zip(who.words, who.forms, strict=True) if word.written[0].isupper()]
    shared = [forms for forms in capital if forms & name]
    if not shared:
        return False
    if len(shared) == len(capital):
        return _family(speaker, told, shared)
    return sum(1 for key in name if any(key in forms for forms in who.forms)) == len(name)


def _family(speaker: Speaker, told: Sequence[str], shared: Sequence[frozenset[str]]) -> bool:
    """A name alone is a family name, not a given one; of a body it is the whole name or its first word."""
    if len(shared) >= min(STRANGERS, len(told)):
        return True
    ends = {key_of(told[0])} if speaker.kind != "person" else {key_of(told[0]), key_of(told[-1])}
    return any(forms & ends for forms in shared)


def _described(analysis: Analysis, speaker: Speaker, who: Asked) -> bool:
    """Whether all words are among those that the article calls the speaker by."""
    return who.all_among(_known(analysis, speaker))


def _synonymous(analysis: Analysis, speaker: Speaker, who: Asked) -> bool:
    """Whether the last word is a synonym of a noun for the speaker, and the others are known of them."""
    known = _known(analysis, speaker)
    if not who.words or who.has_name() or not all(forms & known for forms in who.forms[:-1]):
        return False
    heads = [words_in(text)[-1].key for text in (speaker.name, *speaker.descriptions) if words_in(text)]
    meant = [role for role in map(roles.role_of, sorted(who.forms[-1])) if role is not None]
    theirs = [role for role in map(roles.role_of, heads) if role is not None]
    return any(one.kind == other.kind and one.groups & other.groups for one in meant for other in theirs)


def _known(analysis: Analysis, speaker: Speaker) -> frozenset[str]:
    """Every word that the article calls the speaker by, with its stems."""
    texts = [speaker.name, *speaker.descriptions, *(span.of(analysis.text) for span in speaker.mentions)]
    keys = frozenset().union(*map(_keys, texts))
    return keys | {stem for key in keys for stem, _ in noun_stems(key) if len(stem) > 2}


def _keys(text: str) -> frozenset[str]:
    return frozenset(word.key for word in words_in(text))


def words_in(text: str) -> tuple[Word, ...]:
    """The words of a piece of the article."""
    return words_of(Reading(text, range(len(text)), len(text)))


WAYS: tuple[tuple[Literal["name", "description", "synonym"], Callable[[Analysis, Speaker, Asked], bool]], ...] = (
    ("name", _named),
    ("description", _described),
    ("synonym", _synonymous),
)
