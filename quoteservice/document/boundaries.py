"""Sentence boundaries by rule, set before the parser so that no tree crosses or splits a sentence.

A sentence ends at . ! ? … with the marks that close after it, when what follows opens with a capital,
a figure, an opening mark or a dash and a capital; and at every line end. Abbreviations, initials,
ordinals and Roman numerals do not end one. „Hol van?” – kérdezte is one sentence.
"""

import re
from collections.abc import Sequence

from quoteservice.lexicon import tables

TERMINAL = {".", "!", "?", "…", "...", "?!", "!?", "!!", "..", "!!!", "??", "???"}
CLOSING = {*"”\"“»«)]’'", "''", "’’"}
OPENING = {*"„\"“”»«([‚‘'", "''", "’’"}
DASHES = {"–", "-", "—", "•", "*"}
ABBREVIATIONS = {
    "dr", "prof", "ifj", "id", "özv", "szt", "st", "pl", "ill", "kb", "ún", "u.n", "vö", "ld", "lásd", "mr", "mrs",
    "ms", "jr", "sr", "no", "nr", "vs", "szerk", "ford", "min", "max", "tel", "fszt", "em",
    "krt", "hrsz", "u", "szül", "br", "kisker", "jan", "febr", "márc", "ápr", "máj", "jún", "júl", "aug",
    "szept", "okt", "nov", "dec", "i.e", "i.sz", "kr", "bek", "évf", "sz", "old", "pp", "ker", "btk", "ptk", "hon",
    "alez", "ezr", "őrgy", "szds", "fhdgy", "hdgy", "vezds", "tbk", "col", "maj", "capt", "sen", "gov", "pf", "ui",
}  # fmt: skip
CREDITS = {"Fotó", "Forrás", "Kép", "Illusztráció", "Videó"}
CREDITED = frozenset(row["form"] for row in tables.rows("glued") if row["side"] == "agency")
ARTICLES = {"A", "Az"}
LONGEST = 300
"""Tokens in a sentence; what is longer is no sentence, and the searches within one may be quadratic."""
ROMAN = re.compile(r"(?=[IVXLC])C{0,3}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$")
INITIAL = re.compile(r"(?:[A-ZÁÉÍÓÖŐÚÜŰ]|Cs|Dz|Gy|Ly|Ny|Sz|Ty|Zs|Ch|Ph|Th|Ts|Kh)$")
ERAS = {"e", "u", "sz"}
BEFORE_ERA = {"kr", "i"}
ORDINAL = re.compile(r"\d{1,4}$")


def gaps_of(text: str, words: Sequence[str], places: Sequence[int]) -> list[str]:
    """The white space of `text` before each of its `words`."""
    ends = [0, *(at + len(word) for word, at in zip(words, places, strict=True))]
    return [text[end:at] for end, at in zip(ends, places, strict=False)]


def sentence_starts(words: Sequence[str], gaps: Sequence[str]) -> list[bool]:
    """Which of `words` start a sentence; `gaps` are the white space that stands before each."""
    starts: list[bool] = []
    latest, ended = 0, False
    for n, (word, gap) in enumerate(zip(words, gaps, strict=True)):
        start = (
            n == 0
            or (("\n" in gap or "\r" in gap) and (ended or not _runs_on(words[n - 1], word)))
            or (ended and _opens(words, gaps, n))
            or (not gap and _glued(words, gaps, n))
            or (word in ARTICLES and _behind_abbreviation(words, n))
            or n - latest >= LONGEST
        )
        starts.append(start)
        if start:
            latest = n
        ended = _ended(words, n, ended and not start)
    return starts


def _glued(words: Sequence[str], gaps: Sequence[str], n: int) -> bool:
    """Whether a sentence starts at word `n`, the space before it lost.

    *…tűzszünetet”A szóvivő*, *(Fotó: MTI)A tárgyalások*, *csökkentenékA lap*, *a híd mellettFotó: AFPAz elnök*.
    """
    word, previous = words[n], words[n - 1]
    if n == 1:
        return False
    if word in CREDITS:
        return previous[-1].isalnum() and n + 1 < len(words) and words[n + 1] == ":"
    if not word[0].isupper():
        return False
    if previous == "”":
        return not gaps[n - 1]
    return previous in CREDITED or previous == ")" or (previous.islower() and word in ARTICLES)


def _behind_abbreviation(words: Sequence[str], n: int) -> bool:
    """*Módosul a Btk. A jövő héten …*: a capital article opens a sentence even behind an abbreviation."""
    previous = words[n - 1]
    if previous[-1] != ".":
        return False
    word = previous if len(previous) > 1 or n == 1 else words[n - 2]
    return word.rstrip(".").casefold() in ABBREVIATIONS


def _runs_on(previous: str, word: str) -> bool:
    """*bejelentette, hogy* / *holnap nyitnak*: a sentence that a layout breaks over a line end goes on behind it."""
    if previous.lower() == "hogy" or previous == ",":
        return True
    return previous[-1].isalnum() and word[0].islower()


def _ended(words: Sequence[str], n: int, before: bool) -> bool:
    """Whether a sentence may be over after word `n`; `before`: whether it was over before it."""
    word = words[n]
    if word in TERMINAL:
        return not (word == "." and n > 0 and _abbreviated(words, n - 1))
    if word in CLOSING:
        return before
    return word[-1] in ".!?…" and len(word) > 1 and not _abbreviated(words, n)


def _abbreviated(words: Sequence[str], n: int) -> bool:
    bare = words[n].rstrip(".")
    if bare in ERAS and n > 0 and words[n - 1].rstrip(".").casefold() in BEFORE_ERA:
        return True
    return bool(bare.casefold() in ABBREVIATIONS or ROMAN.match(bare) or INITIAL.match(bare) or ORDINAL.match(bare))


def _opens(words: Sequence[str], gaps: Sequence[str], n: int) -> bool:
    """Whether a new sentence may open at word `n` once the last one is over."""
    last = n + 1 == len(words)
    if words[n] in CLOSING and n and not gaps[n] and (last or gaps[n + 1]):
        return False
    while n < len(words) and (words[n] in OPENING or words[n] in DASHES):
        n += 1
    return n < len(words) and (words[n][0].isupper() or words[n][0].isdigit())
