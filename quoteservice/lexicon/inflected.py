"""Takes the endings off a noun: for nouns of closed lists whose lemma or case a tagger misses (*TikTokon*, *híveinek*).

The endings are those of the Hungarian declension; what remains need not be a word, so look it up in a list.
"""

from collections.abc import Iterator
from functools import lru_cache

CASES = {
    "Dat": ("nak", "nek"),
    "Ine": ("ban", "ben"),
    "Sup": ("on", "en", "ön", "án", "én", "n"),
    "Ins": ("val", "vel"),
    "Abl": ("tól", "től"),
    "All": ("hoz", "hez", "höz"),
    "Ade": ("nál", "nél"),
    "Sbl": ("ra", "re"),
    "Acc": ("at", "et", "ot", "öt", "t"),
}
OWNERS = (
    "jaink", "jeink", "jaik", "jeik", "aink", "eink", "aik", "eik", "jai", "jei", "unk", "ünk", "juk", "jük", "nk",
    "uk", "ük", "ai", "ei", "já", "jé", "ja", "je", "ok", "ek", "ak", "ök", "á", "é", "a", "e", "i", "k", "",
)  # fmt: skip
"""Endings of number and owner that may stand before the case, longest first."""
SHORT = {"á": "a", "é": "e"}
LONGEST_WORD = 60
DOUBLED = ("al", "el")
"""The instrumental after a consonant doubles it: *lappal*, *lapunkkal*."""


@lru_cache(maxsize=20_000)
def stems(word: str) -> tuple[tuple[str, str], ...]:
    """The possible (stem, case) pairs of a word, the likelier first; a bare word is its own stem in case "Nom".

    Empty for what is too long to be a word.
    """
    return tuple(dict.fromkeys(_stems(word.lower()))) if len(word) <= LONGEST_WORD else ()


def _stems(word: str) -> Iterator[tuple[str, str]]:
    for case, endings in CASES.items():
        for ending in endings:
            if word.endswith(ending) and len(word) > len(ending):
                yield from ((stem, case) for stem in _owned(word.removesuffix(ending)))
    if word.endswith(DOUBLED) and len(word) > 4 and word[-3] == word[-4]:
        yield from ((stem, "Ins") for stem in _owned(word[:-3]))
    yield from ((stem, "Nom") for stem in _owned(word))


def _owned(form: str) -> Iterator[str]:
    """The stems of a form whose case ending is off."""
    for ending in ("", *OWNERS[:-1]):
        if form.endswith(ending) and len(form) > len(ending):
            base = form.removesuffix(ending).rstrip("-")
            yield base
            if base and base[-1] in SHORT:
                yield base[:-1] + SHORT[base[-1]]
