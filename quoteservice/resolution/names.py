"""The nominative of an inflected Hungarian name: *Kimnek* → *Kim*, *Trumppal* → *Trump*, *az MTI-vel* → *MTI*.

Only the last word of a name is inflected. A form that the article itself shows decides, then a name that is known to
look inflected, then the first stem that the rules allow; the tagger's lemma where they allow none.
"""

import re
from collections.abc import Collection
from functools import lru_cache

from quoteservice.lexicon.names import whole_names
from quoteservice.resolution.inflection import KEPT, TAILS, instrumental, stems

HYPHENATED = re.compile(
    r"^(?P<stem>.+?)[-–](?:[oeaö]?(?:[bcdfghjklmnpqrstvwxyz]{0,2}[ae]l|nak|nek|ban|ben|b[óő]l|ra|re|r[óő]l|ba|be|n[áé]l|"
    r"t[óő]l|h[oeö]z|ért|ig|ként|n|t|k|s|é|i)|je|ja)$"
)
STRONG = ("nak", "nek", "nál", "nél", "tól", "től", "ról", "ről", "ból", "ből", "hoz", "hez", "höz", "val", "vel")
TRUSTED = 5
"""Letters of a lemma that may cut what the rules do not: *Trumpon*, but *Miron*, *Nóra*."""
ACCUSATIVE = ("yt", "ót", "iát")


def nominative(
    word: str, lemma: str = "", attested: Collection[str] = (), inflected: bool = True, place: bool = False
) -> str:
    """The nominative of the last word of a name.

    `attested`: nominative forms seen in the article. `inflected`: whether the tagger saw a case ending; an attested
    form or a hyphen overrules it. `place`: the name of a place. Returns `word` itself when nothing can be cut.
    """
    if match := HYPHENATED.match(word):
        return match.group("stem")
    if word in whole_names() or (word in attested and not inflected):
        return word
    found = list(dict.fromkeys(stems(word, place)))
    shown = next((stem for stem, _ in found if stem in attested), "")
    known = next((stem for stem, _ in found if stem in whole_names()), "")
    if shown or known or not inflected:
        return shown or known or word
    trusted = len(lemma) >= TRUSTED and not word.endswith(TAILS) and any(lemma == stem for stem, _ in found)
    told = lemma if trusted else word
    return next((stem for stem, sure in found if sure), told)


def looks_inflected(word: str, sure: bool = False) -> bool:
    """Whether a word ends in a case ending that hardly any name ends in by itself (*Dzsongunnal*, *Scholzcal*).

    `sure`: so much so that even a tagger's contrary word does not count (*Kristóffal*, but *Schimmel*, *Janak*).
    """
    if word in whole_names():
        return False
    shortest = 6 if sure else 4
    stem = next((word.removesuffix(end) for end in STRONG if word.endswith(end)), "")
    accusative = word.endswith(ACCUSATIVE) and len(word) > shortest
    return len(stem) >= shortest or accusative or any(len(stem) >= shortest for stem in instrumental(word))


@lru_cache(maxsize=KEPT)
def sure_stems(word: str) -> frozenset[str]:
    """What an ending of a name may leave behind, as far as the letters alone allow to cut it."""
    return frozenset(stem for stem, sure in stems(word) if sure and stem != word and word not in whole_names())


def full_nominative(
    name: list[str], lemma: str, attested: Collection[str], inflected: bool, place: bool = False
) -> str:
    """The nominative of a name of several words: the last one is put right, the others stand as they are."""
    return " ".join([*name[:-1], nominative(name[-1], lemma, attested, inflected, place)])
