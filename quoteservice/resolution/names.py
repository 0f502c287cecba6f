"""The nominative of an inflected Hungarian name: *Kimnek* → *Kim*, *Trumppal* → *Trump*, *az MTI-vel* → *MTI*.

Only the last word of a name is inflected. Every stem that a case ending can leave is a candidate; a form that the
article itself shows decides, then the tagger's lemma, then the plainest stem.
"""

import re
from collections.abc import Collection, Iterator

from quoteservice.lexicon import tables

CASE = tuple(tables.words()["names"]["case_endings"])
HYPHENATED = re.compile(
    r"^(?P<stem>.+?)[-–](?:o|e|a|ö)?(?:[bcdfghjklmnpqrstvwxyz]?[ae]l|nak|nek|ban|ben|b[óő]l|ra|re|r[óő]l|ba|be|n[áé]l|t[óő]l|"
    r"h[oeö]z|ért|ig|ként|n|t|[oeaö]t|[oeaö]n|k|[oeaö]k|[oeaö]?s|é|je|ja|é|i)$"
)
DOUBTFUL = frozenset({"en", "on", "ön", "ért", "ig", "é", "i", "n", "at", "et", "ot", "öt", "ra", "re", "ba", "be"})
LENGTHENED = {"á": "a", "é": "e", "ó": "o", "ő": "ö", "í": "i", "ú": "u"}
DIGRAPHS = ("cs", "dz", "gy", "ly", "ny", "sz", "ty", "zs", "ch", "tz")
VOWELS = "aáeéiíoóöőuúüű"


def nominative(word: str, lemma: str = "", attested: Collection[str] = (), inflected: bool = True) -> str:
    """The nominative of the last word of a name.

    `attested`: nominative forms seen in the article. `inflected`: whether the tagger saw a case ending; an attested
    form or a hyphen overrules it. Returns `word` itself when nothing can be cut.
    """
    if word in attested and not inflected:
        return word
    if match := HYPHENATED.match(word):
        return match.group("stem")
    stems = list(dict.fromkeys(_stems(word)))
    for stem in stems:
        if stem in attested:
            return stem
    if not inflected:
        return word
    if lemma and lemma[:1].isupper() and (lemma in stems or lemma == word):
        return lemma
    certain = [stem for stem in stems if word.removeprefix(stem) not in DOUBTFUL]
    return certain[0] if certain else word


def _stems(word: str) -> Iterator[str]:
    for ending in CASE:
        stem = word.removesuffix(ending)
        if stem == word or len(stem) < 2:
            continue
        yield from _repaired(stem, ending)
    yield from _instrumental(word)


def _repaired(stem: str, ending: str) -> Iterator[str]:
    """The stem as it stands, and with a lengthened last vowel made short again."""
    if ending in ("val", "vel") and stem[-1] not in VOWELS:
        return
    if ending in ("t", "n") and stem[-1] not in VOWELS + "nlrjsyz":
        return
    short = LENGTHENED.get(stem[-1])
    if short is not None and stem[-1] in "áé":
        yield stem[:-1] + short
    yield stem
    if short is not None and stem[-1] in "óő":
        yield stem[:-1] + short


def _instrumental(word: str) -> Iterator[str]:
    """-val and -vel melt into the last consonant: *Trumppal*, *Kimmel*, *Kováccsal*, *Scholzcal*."""
    if not word.endswith(("al", "el")) or len(word) < 5:
        return
    stem = word[:-2]
    for digraph in DIGRAPHS:
        if stem.endswith(digraph[0] + digraph):
            yield stem[: -len(digraph) - 1] + digraph
            return
    if len(stem) > 2 and stem[-1] == stem[-2]:
        yield stem[:-1]


def full_nominative(words: list[str], lemma: str, attested: Collection[str], inflected: bool) -> str:
    """The nominative of a name of several words: the last one is put right, the others stand as they are."""
    return " ".join([*words[:-1], nominative(words[-1], lemma, attested, inflected)])
