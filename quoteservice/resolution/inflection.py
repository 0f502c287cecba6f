"""The stems that a Hungarian case ending may have left behind: by vowel harmony, -val/-vel and the rules of -t.

A stem is *sure* when the letters alone allow to cut it; the others count only when the article shows them.
"""

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from quoteservice.lexicon.names import letters, spoken
from quoteservice.lexicon.tables import words

BACK, FRONT, MIDDLE = "aáoóuú", "öőüű", "eéií"
VOWELS = BACK + FRONT + MIDDLE
NATIVE = set("abcdefghijklmnopqrstuvwxyzáéíóöőúüű-.0123456789")
BACK_ENDINGS = tuple(words()["names"]["back_endings"])
FRONT_ENDINGS = tuple(words()["names"]["front_endings"])
DIGRAPHS = ("cs", "dz", "gy", "ly", "ny", "sz", "ty", "zs", "cz")
BEFORE_BARE_T = ("l", "r", "n", "j", "s", "sz", "z", "zs", "ly", "ny", "y", "sh", "sch")
LINKING = ("cs", "gy", "ty", "lz", "rs", "ts")
KEPT = 20_000
"""Words whose stems are kept."""
SHORTEST = 3
"""Letters of a name that is surely left of a longer one: *Pavel* and *Sunak* are no *Pa* and *Su*."""
TAILS, DOUBLES = letters("tail"), letters("double")
SHORT_O, LONG_O, LONG_A = letters("short_o"), letters("long_o"), letters("long_a")


class Stem(NamedTuple):
    """What is left of a word without its ending."""

    text: str
    sure: bool


@lru_cache(maxsize=KEPT)
def stems(word: str, place: bool = False) -> tuple[Stem, ...]:
    """Every stem of `word`, likeliest first; `place`: the name of a place, which also takes -on, -en, -ön, -n."""
    return tuple(_stems(word, place))


def _stems(word: str, place: bool) -> Iterator[Stem]:
    yield from _plain(word, place, harmonic=True)
    yield from (Stem(stem, len(stem) >= SHORTEST) for stem in instrumental(word))
    yield from _late(word, place)
    yield from (Stem(stem, not word.endswith(TAILS)) for stem in _accusative(word))
    yield from _plain(word, place, harmonic=False)


def _plain(word: str, place: bool, harmonic: bool) -> Iterator[Stem]:
    """Stems before an ending that begins with a consonant, and before -on, -en, -ön."""
    for endings, back in ((BACK_ENDINGS, True), (FRONT_ENDINGS, False)):
        for ending in endings:
            stem = word.removesuffix(ending)
            if stem == word or len(stem) < 2 or _harmony(stem, back) != harmonic:
                continue
            sure = _certain(stem, ending, place and harmonic)
            yield from (Stem(short, sure) for short in _shortened(stem))
            if ending[0] == "t" and stem.endswith("t"):
                yield Stem(stem + "t", False)


def _late(word: str, place: bool) -> Iterator[Stem]:
    """Stems before the endings that know no harmony, and before the old -ett and -ott (*Pécsett*)."""
    for ending in ("ként", "ért", "ig", "n", "ett", "ott", "ött"):
        stem = word.removesuffix(ending)
        if stem != word and len(stem) > 2:
            sure = _certain(stem, ending, place)
            yield from (Stem(short, sure) for short in _shortened(stem))


def _certain(stem: str, ending: str, place: bool) -> bool:
    """Whether hardly any name ends in these letters by itself (*Brüsszelben*, but *Ruben*, *Alexandra*)."""
    lengthened = stem[-1] not in "ae"
    if len(stem) < SHORTEST:
        return False
    if ending in ("ban", "ben"):
        return len(stem) > 3 and lengthened
    if ending in ("ba", "be", "ra", "re"):
        return len(stem) > 4 and lengthened and (stem[-1] in VOWELS or stem[-2] in VOWELS)
    if ending in ("on", "en", "ön"):
        return place and len(stem) > 2 and stem[-1] not in VOWELS
    if ending == "n":
        return place and stem[-1] in "áéóőúű"
    if ending == "ért":
        return len(stem) > 4 and lengthened and stem[-1] != "k"
    if ending == "ig":
        return len(stem) > 5 or stem[-1] in "áé"
    return ending not in ("ett", "ott", "ött")


def _harmony(stem: str, back: bool) -> bool:
    """Whether a stem may take a back (or front) ending; words with only e, é, i, í may take either."""
    vowels = [char for char in stem.lower() if char in VOWELS]
    last = vowels[-1] if vowels else "e"
    if last in BACK:
        return back
    if last in FRONT:
        return not back
    return not back or any(v in BACK for v in vowels) or last in "éi"


def _shortened(stem: str) -> Iterator[str]:
    """A lengthened last vowel made short again (*Annával*, *Bencével*, *Rubióval*), and the stem as it stands."""
    short = {"á": "a", "é": "e"}.get(stem[-1])
    foreign = bool(set(stem.lower()) - NATIVE)
    keeps = stem.endswith("né") or (foreign and stem.endswith(("é", *LONG_A)))
    latin = stem.endswith(("ó",) if foreign else SHORT_O) and not stem.endswith(LONG_O)
    if short and not keeps:
        yield stem[:-1] + short
    if latin:
        yield stem[:-1] + "o"
    yield stem
    if short and keeps:
        yield stem[:-1] + short
    if stem[-1] == "ó" and not latin:
        yield stem[:-1] + "o"


def instrumental(word: str) -> Iterator[str]:
    """-val and -vel: whole behind a vowel or y (*Hadházyval*), else melted into the last consonant (*Trumppal*)."""
    if not word.endswith(("al", "el")) or len(word) < 5:
        return
    stem = word[:-2]
    if stem[-1] == "v" and (stem[-2] in VOWELS + "yýh"):
        yield from _shortened(stem[:-1])
        return
    digraph = next((d for d in DIGRAPHS if stem.endswith(d[0] + d)), None)
    if digraph is not None:
        bare = stem[: -len(digraph) - 1]
        yield from (bare + "s", bare + digraph) if _western(stem, bare) else (bare + digraph, bare + digraph[0])
        yield bare + 2 * digraph[0]
        return
    yield from (stem.removesuffix(heard) for written, heard in spoken() if stem.endswith(written + heard))
    if stem[-1] == stem[-2]:
        keeps = stem.endswith(DOUBLES) and _harmony(stem, back=word.endswith("al"))
        yield from (stem, stem[:-1]) if keeps else (stem[:-1], stem)
    yield from (stem[: -len(d)] for d in DIGRAPHS if stem.endswith(d + d))


def _western(stem: str, bare: str) -> bool:
    """*Harrisszel*, *Wildersszel*: a name in *-s* that is spoken sz, not one in *-sz* (*Juhásszal*, *Abbásszal*)."""
    if not stem.endswith("ssz"):
        return False
    if set(bare.lower()) - NATIVE:
        return True
    if set(bare) & set("áéíóúöőüű") or bare.endswith("pulo") or any(d in bare for d in DIGRAPHS):
        return False
    if any(a == b and a not in VOWELS for a, b in pairwise(bare)) or set(bare.lower()) & set("wxq"):
        return True
    return (bare[-1] not in "ao" and not bare.endswith("au")) or bare.endswith(("zo", "mo", "co", "nto"))


def _accusative(word: str) -> Iterator[str]:
    """-t: bare behind a vowel and behind l, r, n, s, z …, else with a linking vowel (*Trumpot*, *Ferencet*)."""
    if not word.endswith("t") or len(word) < 4:
        return
    stem = word[:-1]
    link, rest = stem[-1], stem[:-1]
    if link in "oeaö" and rest[-1] not in VOWELS and (rest.endswith(LINKING) or not rest.endswith(BEFORE_BARE_T)):
        yield rest
    if stem[-1] in VOWELS and stem[-1] not in "ae":
        yield from _shortened(stem)
    elif stem.endswith(BEFORE_BARE_T):
        yield stem
    if link in "oeaö" and rest.endswith(BEFORE_BARE_T):
        yield rest
