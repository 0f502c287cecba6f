"""Mint S elmondta, Q; Q, ahogy azt S bejelentette: the report is a clause of comparison beside what was said."""

from quoteservice.lexicon.tables import word_set
from quoteservice.search.candidate import Candidate
from quoteservice.search.frames.extent import Cuts, report_end, strip
from quoteservice.search.frames.joint import object_filled
from quoteservice.search.hits import Hit
from quoteservice.search.page import RELATIVES, Page
from quoteservice.search.phrases import nominatives

OPENERS = frozenset({"mint", "ahogy", "ahogyan", "amint"})
OPENING = word_set("clause", "subordinators") | RELATIVES | {"ezért", "így", "tehát", "de"}
"""Open a clause of their own, in which no *mint* is."""
SO = frozenset({"olyan", "ugyanolyan", "akkora", "annyi", "annyira", "olyannyira", "úgy"})
"""*nem nyújt olyan hatékony védelmet, mint remélték*."""
AMOUNTS = ("amenny", "amekkor", "ahány")
"""*kevesebb, mint amennyivel számoltak*."""
REACH = 14


def find(page: Page, hit: Hit, cuts: Cuts) -> Candidate | None:
    """The quotation of a *mint* clause, or None when the cue stands in none."""
    if hit.row.indirect == "N" and hit.row.direct != "Y":
        return None
    first, end = page.sentence(hit.head)
    opener = next(
        (i for i in range(hit.first - 1, max(first, hit.first - REACH) - 1, -1) if page.word(i) in OPENERS), None
    )
    if opener is None or any(_ends_clause(page, i) for i in range(opener + 1, hit.first)):
        return None
    if _compares(page, hit, opener, first) or (hit.row.category == "think" and object_filled(page, hit)):
        return None  # ahogyan a valóságot látja
    if not (
        opener == first
        or page.word(opener - 1) in {",", "(", "–", "-", "—", "és", "de", ":"}
        or page.is_mark(opener - 1)
    ):
        return None
    close = next((i for i in range(hit.last, end) if page.word(i) in {",", ":"} or page.is_dash(i)), end)
    if opener == first and close < end and page.has_finite(hit.last, close):
        close = hit.last - 1  # mint közölték több gyerek megfázott, de …: the comma is forgotten
    zone = (opener + 1, max(close, hit.last))
    left = strip(page, _left_start(page, opener, first), opener)
    start = close + 1
    if page.word(start) == "hogy":
        start += 1
    right = strip(page, start, report_end(page, start, hit, cuts)) if start < end else (start, start)
    if opener > first and page.words_in(*left) >= 2 and not page.has_finite(*left) and page.words_in(*right):
        return Candidate("mint", (left, right), hit, zone)
    if opener > first and page.words_in(*left) >= 2 and (close >= end or not page.has_finite(*right)):
        return Candidate("mint", (left,), hit, zone)
    if page.words_in(*right) < 2 or not (page.has_finite(*right) or page.words_in(*right) > 3):
        return None
    return Candidate("mint", (right,), hit, zone)


def _compares(page: Page, hit: Hit, opener: int, first: int) -> bool:
    """*Q, mint Európa más országaiban, írják*; *erősebb, mint a tavalyi, mondta S*: the comparison is part of Q."""
    beside = page.word(hit.first - 1) == "," and not any(True for _ in nominatives(page, opener + 1, hit.first - 1))
    low = page.clause(opener - 2)[0] if hit.row.category == "think" else opener - 2  # nagyobb fát emelt, mint gondolta
    compared = (page.tokens[i].feats.get("Degree") == "Cmp" for i in range(max(first, low), opener))
    likened = hit.row.category in ("think", "hope") and any(page.word(i) in SO for i in range(first, opener))
    amount = page.word(opener + 1).startswith(AMOUNTS)
    return beside or (page.word(opener) == "mint" and (amount or likened or any(compared)))


def _ends_clause(page: Page, at: int) -> bool:
    """Whether a word cannot stand between *mint* and the verb of its clause: *mint tavaly, mert azt hitték, hogy …*."""
    if page.word(at) in {":", ";", ".", "?", "!"} or page.is_dash(at) or page.is_finite(at):
        return True
    closes = page.region_closing_at(at)
    behind = at + 2 if page.is_mark(at + 1) else at + 1  # mint külföldön, „de várnak rájuk”
    return (page.word(at) == "," and page.word(behind) in OPENING) or (closes is not None and not closes.opened)


def _left_start(page: Page, opener: int, first: int) -> int:
    """What was said before the clause reaches back to the sentence's start, or to a colon."""
    return next((i + 1 for i in range(opener - 1, first - 1, -1) if page.word(i) == ":"), first)
