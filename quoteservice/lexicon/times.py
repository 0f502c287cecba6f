"""The time lexicon: the words of dates, day parts and spans of time, and the patterns that they form.

`EXPRESSION` finds an expression in running text (lower case) by three parts: `day` (*március 12-én*, *a múlt héten*),
`part` (*délután*) and `clock` (*3 órakor*); `vague` ones (*nemrég*, *pár napja*) tell no interval.
`DAY_PATTERNS` takes a day apart: the name of the pattern says what it is, its groups what it is made of.
"""

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from quoteservice.lexicon import tables


@cache
def kinds() -> dict[str, dict[str, str]]:
    """Kind of word → form → value, as times.tsv has them; forms are lower case."""
    out: dict[str, dict[str, str]] = {}
    for cells in tables.rows("times"):
        out.setdefault(cells["kind"], {}).update(dict.fromkeys(cells["forms"].split("|"), cells["value"]))
    return out


def any_of(*names: str) -> str:
    """A regular expression for one form of the named kinds, longest first."""
    forms = {form for name in names for form in kinds()[name]}
    return "(?:" + "|".join(re.escape(f).replace(r"\ ", r"\s+") for f in sorted(forms, key=len, reverse=True)) + ")"


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern.replace(" ", r"\s+"))


YEAR4 = r"(?:1[89]|20)\d\d"
YEAR = rf"(?:(?P<year>{YEAR4})\.? |(?P<rel>{any_of('year')}) )"
DAY_END = r"-?(?:j?[áé]n|j?[ae]?i)"
WEEKDAY = any_of("weekday")
PART = rf"(?:(?:kora|késő) )?(?P<part>{any_of('part')})"
_HOUR = rf"(?:(?P<hour>\d{{1,2}})|(?P<fraction>fél |negyed |háromnegyed )?(?!egykor)(?P<word>{any_of('number')}))"
_CLOCK = rf"(?:(?P<digital>\d{{1,2}}[.:]\d\d)-kor|{_HOUR}(?:-?kor| órakor))"

_DAYS = {
    "date": rf"(?:{WEEKDAY},? )?{YEAR}?(?P<month>{any_of('month')}) "
    rf"(?:(?P<day>\d{{1,2}}){DAY_END}|elsej(?:én|ei))(?:,? {WEEKDAY})?",
    "figures": rf"(?P<year>{YEAR4})\.\s?(?P<figure>\d{{1,2}})\.\s?(?P<day>\d{{1,2}})\.?{DAY_END}",
    "in_month": rf"{YEAR}?(?P<in_month>{any_of('in_month')})",
    "month_third": rf"{YEAR}?(?P<month>{any_of('month')}) (?P<third>{any_of('third')})",
    "season": rf"{YEAR}?(?P<season>{any_of('season')})",
    "year_third": rf"(?:(?P<year>{YEAR4}) |(?P<rel>{any_of('year')}) (?:az )?év |az év )(?P<third>{any_of('third')})",
    "unit_third": rf"a (?P<unit>hét|hónap) (?P<third>{any_of('third')})",
    "year": rf"(?P<year>{YEAR4})-(?:[bB]an|[bB]en|[aeoö]s)",
    "weekday": rf"(?:(?:az? )?(?P<last>{any_of('last')}) (?:héten,? )?)?(?P<weekday>{any_of('weekday', 'bare')})",
    "weekend": rf"(?:az? )?(?:(?P<last>{any_of('last')}) )?{any_of('weekend')}",
    "last_unit": rf"(?:az? )?(?P<last>{any_of('last')}) (?P<unit>héten|heti|hónapban|havi|évben|évi)",
    "this_unit": r"(?:a|e|ezen a|ebben az?) (?P<unit>héten|hónapban|évben)",
    "ago": rf"(?:(?P<count>\d{{1,3}})|(?P<number>{any_of('number')})) "
    r"(?:(?P<since>napja|hete|hónapja|éve)|(?P<unit>nappal|héttel|hónappal|évvel) ezelőtt)",
    "onto": rf"(?P<onto>{any_of('onto')}) virradó(?:ra|an| éjjel| éjszaka)",
    "relative_year": rf"(?P<rel>{any_of('year')})",
    "relative_day": rf"(?P<near>{any_of('day')})",
    "day_of_month": r"(?P<day>\d{1,2})-j?[áé]n",
}
_SPANS = "(?:nappal|héttel|hónappal|évvel)"
_VAGUE = (
    rf"{any_of('vague')}|{any_of('few')} (?:napja|hete|hónapja|éve|{_SPANS} (?:ezelőtt|korábban))"
    rf"|(?:\d{{1,3}}|{any_of('number')}) {_SPANS} korábban"
)


def _unnamed(pattern: str) -> str:
    """A pattern without the names of its groups, which may stand only once."""
    return re.sub(r"\?P<\w+>", "?:", pattern)


def _expression() -> str:
    """All patterns as one; a bare *kedd* counts only before a part of the day (*kedd este*)."""
    days = "|".join(_unnamed(p).replace(any_of("weekday", "bare"), WEEKDAY) for p in _DAYS.values())
    days += rf"|(?:(?:az? )?{any_of('last')} )?{any_of('bare')}(?= {_unnamed(PART)})"
    part, clock = _unnamed(PART), _unnamed(_CLOCK)
    # a blank joins the parts; the first one has none before it
    joint = r"(?: |(?<!\w))"
    timed = rf"(?:(?P<day>{days})|(?={part}|{clock}))(?:{joint}{PART})?(?:{joint}(?P<clock>{clock}))?"
    return rf"(?<![\w-])(?:(?P<vague>{_VAGUE})|{timed})(?![\w-])"


UNTELLING = frozenset({"number", "few", "not_before", "not_behind"})
"""Kinds of words that make no expression without one of another kind or one of UNITS."""
UNITS = frozenset({
    "héten", "heti", "hónapban", "havi", "évben", "évi", "napja", "hete", "hónapja", "éve", "ezelőtt", "korábban",
    "órakor",
})  # fmt: skip
DAY_PATTERNS = {name: _compiled(pattern) for name, pattern in _DAYS.items()}
CLOCK = _compiled(_CLOCK)
EXPRESSION = _compiled(_expression())


@cache
def _telling() -> frozenset[str]:
    """The words of which every expression without a figure holds one."""
    forms = (form for kind, words in kinds().items() if kind not in UNTELLING for form in words)
    hours = (f"{number}kor" for number in kinds()["number"])
    return frozenset({*(form.split()[-1] for form in forms), *hours, *UNITS})


def may_hold(words: Iterable[str]) -> bool:
    """A quick look whether an expression of time may stand in `words` (lower case); most clauses hold none."""
    telling = _telling()
    return any(word in telling or word[:1].isdigit() for word in words)


@lru_cache(maxsize=20_000)
def is_expression(words: str) -> bool:
    """Whether `words` (lower case) are an expression of time."""
    return EXPRESSION.fullmatch(words) is not None
