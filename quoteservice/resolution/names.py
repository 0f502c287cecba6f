"""The nominative of an inflected Hungarian name: *Kimnek* → *Kim*, *Trumppal* → *Trump*, *az MTI-vel* → *MTI*.

Only the last word of a name is inflected. Every stem that a case ending can leave, by vowel harmony and by the rules
for -val/-vel and -t, is a candidate. A form that the article itself shows decides, then the tagger's lemma, then the
first stem that the rules allow.
"""

import re
from collections.abc import Collection, Iterator

from quoteservice.lexicon.tables import word_set, words

HYPHENATED = re.compile(
    r"^(?P<stem>.+?)[-–](?:[oeaö]?(?:[bcdfghjklmnpqrstvwxyz]{0,2}[ae]l|nak|nek|ban|ben|b[óő]l|ra|re|r[óő]l|ba|be|n[áé]l|"
    r"t[óő]l|h[oeö]z|ért|ig|ként|n|t|k|s|é|i)|je|ja)$"
)
BACK, FRONT, MIDDLE = "aáoóuú", "öőüű", "eéií"
VOWELS = BACK + FRONT + MIDDLE
NATIVE = set("abcdefghijklmnopqrstuvwxyzáéíóöőúüű-.0123456789")
BACK_ENDINGS = tuple(words()["names"]["back_endings"])
FRONT_ENDINGS = tuple(words()["names"]["front_endings"])
LOOK_INFLECTED = word_set("names", "look_inflected")
FOREIGN_O = tuple(words()["names"]["foreign_o"])
DIGRAPHS = ("cs", "dz", "gy", "ly", "ny", "sz", "ty", "zs")
SILENT = {"ch": "h", "gh": "g", "sh": "s", "th": "t", "tz": "c", "z": "c", "ć": "cs", "č": "cs", "x": "sz"}
BEFORE_BARE_T = ("l", "r", "n", "j", "s", "sz", "z", "zs", "ly", "ny", "y", "sh")
STRONG = ("nak", "nek", "nál", "nél", "tól", "től", "ról", "ről", "ból", "ből", "hoz", "hez", "höz", "val", "vel")
LINKING = ("cs", "gy", "ty", "lz", "rs", "ts")
DOUBTFUL = frozenset({"on", "en", "ön", "n", "ért", "ig", "ra", "re", "ba", "be", "ban", "ben", "ként"})


def nominative(word: str, lemma: str = "", attested: Collection[str] = (), inflected: bool = True) -> str:
    """The nominative of the last word of a name.

    `attested`: nominative forms seen in the article. `inflected`: whether the tagger saw a case ending; an attested
    form or a hyphen overrules it. Returns `word` itself when nothing can be cut.
    """
    if word in LOOK_INFLECTED or (word in attested and not inflected):
        return word
    if match := HYPHENATED.match(word):
        return match.group("stem")
    stems = list(dict.fromkeys(stem for stem, _ in _stems(word)))
    for stem in stems:
        if stem in attested or stem in LOOK_INFLECTED:
            return stem
    if not inflected:
        return word
    if lemma != word and lemma[:1].isupper() and lemma in stems:
        return lemma
    return next((stem for stem, ending in _stems(word) if ending not in DOUBTFUL), word)


def looks_inflected(word: str) -> bool:
    """Whether a word ends in a case ending that hardly any name ends in by itself (*Dzsongunnal*, *Scholzcal*)."""
    stem = next((word.removesuffix(end) for end in STRONG if word.endswith(end)), "")
    melted = word.endswith(("al", "el")) and len(word) > 5 and word[-3] == word[-4] and word[-3] not in VOWELS + "l"
    return word not in LOOK_INFLECTED and (len(stem) > 3 or melted)


def full_nominative(name: list[str], lemma: str, attested: Collection[str], inflected: bool) -> str:
    """The nominative of a name of several words: the last one is put right, the others stand as they are."""
    return " ".join([*name[:-1], nominative(name[-1], lemma, attested, inflected)])


def _stems(word: str) -> Iterator[tuple[str, str]]:
    """Every stem with the ending that it takes, likeliest first."""
    for endings, back in ((BACK_ENDINGS, True), (FRONT_ENDINGS, False)):
        for ending in endings:
            stem = word.removesuffix(ending)
            if stem != word and len(stem) > 1 and _harmony(stem, back):
                yield from ((short, ending) for short in _shortened(stem))
                if ending[0] == "t" and stem.endswith("t"):
                    yield stem + "t", "n"
    yield from ((stem, "val") for stem in _instrumental(word))
    yield from ((stem, "t") for stem in _accusative(word))
    for ending in ("n", "ig", "ért", "ként"):
        stem = word.removesuffix(ending)
        if stem != word and len(stem) > 2:
            yield from ((short, ending) for short in _shortened(stem))


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
    foreign = bool(set(stem.lower()) - NATIVE)
    short = {"á": "a", "é": "e"}.get(stem[-1])
    wife = stem.endswith("né")
    if short and not foreign and not wife:
        yield stem[:-1] + short
    if stem.endswith(FOREIGN_O):
        yield stem[:-1] + "o"
    yield stem
    if short and (foreign or wife):
        yield stem[:-1] + short
    if stem[-1] == "ó" and not stem.endswith(FOREIGN_O):
        yield stem[:-1] + "o"


def _instrumental(word: str) -> Iterator[str]:
    """-val and -vel: whole behind a vowel or y (*Hadházyval*), else melted into the last consonant (*Trumppal*)."""
    if not word.endswith(("al", "el")) or len(word) < 5:
        return
    stem = word[:-2]
    if stem[-1] == "v" and (stem[-2] in VOWELS + "y"):
        yield from _shortened(stem[:-1])
        return
    digraph = next((d for d in DIGRAPHS if stem.endswith(d[0] + d)), None)
    if digraph is not None:
        yield stem[: -len(digraph) - 1] + digraph
        yield stem.removesuffix("sz")
        return
    yield from (stem.removesuffix(spoken) for written, spoken in SILENT.items() if stem.endswith(written + spoken))
    if stem[-1] == stem[-2]:
        yield stem[:-1]
        yield stem
    yield from (stem[: -len(d)] for d in DIGRAPHS if stem.endswith(d + d))


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
