"""Sentence boundaries by rule, set before the parser so that no tree crosses or splits a sentence.

A sentence ends at . ! ? … with the marks that close after it, when what follows opens with a capital,
a figure, an opening mark or a dash and a capital; and at every line end. Abbreviations, initials,
ordinals and Roman numerals do not end one. „Hol van?” – kérdezte is one sentence.
"""

import re

import numpy as np
from spacy.tokens import Doc, Token

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
START, NO_START = 1, 2**64 - 1
"""spaCy's 1 and -1 as it keeps them, unsigned."""
ROMAN = re.compile(r"(?=[IVXLC])C{0,3}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$")
INITIAL = re.compile(r"(?:[A-ZÁÉÍÓÖŐÚÜŰ]|Cs|Dz|Gy|Ly|Ny|Sz|Ty|Zs|Ch|Ph|Th|Ts|Kh)$")
ERAS = {"e", "u", "sz"}
BEFORE_ERA = {"kr", "i"}
ORDINAL = re.compile(r"\d{1,4}$")


def news_boundaries(doc: Doc) -> Doc:
    """Set the sentence starts of `doc`, which has its white space as tokens."""
    starts = [False] * len(doc)
    latest = 0
    after_line_end = True
    ended = False
    previous = None
    for token in doc:
        if token.is_space:
            after_line_end = after_line_end or "\n" in token.text or "\r" in token.text
            continue
        line = after_line_end and not (previous is not None and not ended and _runs_on(previous, token))
        apart = _glued(previous, token) or _behind_abbreviation(previous, token)
        start = line or (ended and _opens(token)) or apart or token.i - latest >= LONGEST
        if start:
            starts[token.i] = True
            latest = token.i
        after_line_end, previous = False, token
        ended = _ended(token, ended and not start)
    return set_starts(doc, starts)


def set_starts(doc: Doc, starts: list[bool]) -> Doc:
    """Set all sentence starts of `doc` at one go, because spaCy looks through the whole Doc at each single one."""
    column = np.where(np.array(starts, dtype=bool), np.uint64(START), np.uint64(NO_START)).reshape(-1, 1)
    column[:1] = START
    return doc.from_array(["SENT_START"], column)  # type: ignore[arg-type]


def _glued(previous: Token | None, token: Token) -> bool:
    """Whether a sentence starts at `token`, the space before it lost.

    *…tűzszünetet”A szóvivő*, *(Fotó: MTI)A tárgyalások*, *csökkentenékA lap*, *a híd mellettFotó: AFPAz elnök*.
    """
    if previous is None or previous.whitespace_ or previous.i == 0 or previous.i + 1 != token.i:
        return False
    if token.text in CREDITS:
        return previous.text[-1].isalnum() and token.i + 1 < len(token.doc) and token.nbor(1).text == ":"
    if not token.text[0].isupper():
        return False
    if previous.text == "”":
        return not previous.nbor(-1).whitespace_
    return previous.text in CREDITED or previous.text == ")" or (previous.text.islower() and token.text in ARTICLES)


def _behind_abbreviation(previous: Token | None, token: Token) -> bool:
    """*Módosul a Btk. A jövő héten …*: a capital article opens a sentence even behind an abbreviation."""
    if previous is None or token.text not in ARTICLES or previous.text[-1] != ".":
        return False
    word = previous.text if len(previous.text) > 1 or previous.i == 0 else previous.nbor(-1).text
    return word.rstrip(".").casefold() in ABBREVIATIONS


def _runs_on(previous: Token, token: Token) -> bool:
    """*bejelentette, hogy* / *holnap nyitnak*: a sentence that a layout breaks over a line end goes on behind it."""
    if previous.text.lower() == "hogy" or previous.text == ",":
        return True
    return previous.text[-1].isalnum() and token.text[0].islower()


def _ended(token: Token, before: bool) -> bool:
    """Whether a sentence may be over after `token`; `before`: whether it was over before it."""
    text = token.text
    if text in TERMINAL:
        return not (text == "." and token.i > 0 and _abbreviated(token.nbor(-1)))
    if text in CLOSING:
        return before
    if len(text) > 1 and text[-1] in ".!?…" and not text[-2].isspace():
        return not _abbreviated(token)
    return False


def _abbreviated(token: Token) -> bool:
    bare = token.text.rstrip(".")
    if bare in ERAS and token.i > 0 and token.nbor(-1).text.rstrip(".").casefold() in BEFORE_ERA:
        return True
    return bool(bare.casefold() in ABBREVIATIONS or ROMAN.match(bare) or INITIAL.match(bare) or ORDINAL.match(bare))


def _opens(token: Token) -> bool:
    """Whether a new sentence may open at `token` once the last one is over."""
    doc, at = token.doc, token.i
    if token.text in CLOSING and at and not doc[at - 1].whitespace_ and (token.whitespace_ or at + 1 == len(doc)):
        return False
    while at < len(doc) and (doc[at].text in OPENING or doc[at].text in DASHES or doc[at].is_space):
        at += 1
    if at == len(doc):
        return False
    first = doc[at].text[0]
    return first.isupper() or first.isdigit()
