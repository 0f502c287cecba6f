"""What an expression of time means on the calendar, for a reader of news: dates look back from the day of publication.

A weekday or a date without a year is the last such day at or before publication; nothing reaches beyond that day. Times
are local and naive, intervals half-open. Parts of the day are those of the `part` rows of times.tsv (*este* 18–24).
"""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

from quoteservice.attribution.clock import Interval, narrowed
from quoteservice.lexicon import times

Groups = dict[str, str]
DAY = timedelta(days=1)
THIRDS_OF_WEEK = ((0, 2), (2, 4), (4, 7))
THIRDS_OF_MONTH = ((0, 10), (10, 20), (20, 31))


def interval(expression: str, published: date) -> Interval | None:
    """The interval that `expression` (*kedd este*, *2021 májusában*) means in an article of the day `published`.

    None for what is no expression of time, is too vague to resolve (*nemrég*) or lies after publication.
    """
    found = times.EXPRESSION.fullmatch(expression.lower())
    if found is None or found["vague"]:
        return None
    named = found["day"]
    days = _days(named, published) if named else _day(published)
    if days is None:
        return None
    start, end = narrowed(days, found["part"], found["clock"], published)
    end = min(end, midnight(published) + DAY)
    return (start, end) if start < end else None


def _days(named: str, published: date) -> Interval | None:
    for name, pattern in times.DAY_PATTERNS.items():
        if (match := pattern.fullmatch(named)) is not None:
            try:
                return READINGS[name]({k: v for k, v in match.groupdict().items() if v}, published)
            except (ValueError, OverflowError):
                return None
    return None


def midnight(day: date) -> datetime:
    """The first moment of a day."""
    return datetime.combine(day, time())


def _day(day: date) -> Interval:
    return midnight(day), midnight(day) + DAY


def _months(year: int, first: int, count: int) -> Interval:
    """`count` months from month `first` of `year` on; months beyond December run into the next year."""
    year, first = year + (first - 1) // 12, (first - 1) % 12 + 1
    beyond = first + count - 1
    return datetime(year, first, 1), datetime(year + beyond // 12, beyond % 12 + 1, 1)


def _week(day: date) -> Interval:
    monday = midnight(day - timedelta(days=day.weekday()))
    return monday, monday + 7 * DAY


def _unit(unit: str, published: date, back: int) -> Interval:
    """The calendar week, month or year (or the day) `back` units before that of publication."""
    match _value("unit", unit):
        case "day":
            return _day(published - back * DAY)
        case "week":
            return _week(published - 7 * back * DAY)
        case "month":
            return _months(published.year, published.month - back, 1)
        case _:
            return _months(published.year - back, 1, 12)


def _third(whole: Interval, third: str, bounds: tuple[tuple[int, int], ...]) -> Interval:
    """The beginning, middle or end of a week or month, by days from its start."""
    first, last = bounds[int(_value("third", third))]
    return whole[0] + first * DAY, min(whole[0] + last * DAY, whole[1])


def _value(kind: str, form: str) -> str:
    return times.kinds()[kind][" ".join(form.split())]


def _year(groups: Groups, published: date) -> int | None:
    if "year" in groups:
        return int(groups["year"])
    return published.year + int(_value("year", groups["rel"])) if "rel" in groups else None


def _of_year(groups: Groups, published: date, make: Callable[[int], Interval]) -> Interval:
    """`make` of the year that the groups name, or of the last year in which it has begun by publication."""
    year = _year(groups, published)
    if year is not None:
        return make(year)
    for year in range(published.year, published.year - 9, -1):
        try:
            made = make(year)
        except ValueError:  # 29 February of a common year
            continue
        if made[0] <= midnight(published):
            return made
    raise ValueError(groups)


def _date(groups: Groups, published: date) -> Interval:
    month = int(groups["figure"]) if "figure" in groups else int(_value("month", groups["month"]))
    return _of_year(groups, published, lambda year: _day(date(year, month, int(groups.get("day", 1)))))


def _in_month(groups: Groups, published: date) -> Interval:
    month = int(_value("in_month", groups["in_month"]))
    return _of_year(groups, published, lambda year: _months(year, month, 1))


def _month_third(groups: Groups, published: date) -> Interval:
    month = int(_value("month", groups["month"]))
    return _of_year(groups, published, lambda year: _third(_months(year, month, 1), groups["third"], THIRDS_OF_MONTH))


def _season(groups: Groups, published: date) -> Interval | None:
    first, last = (int(month) for month in _value("season", groups["season"]).split("-"))
    if last < first and ("year" in groups or "rel" in groups):
        return None  # the winter of a year may be either of two
    return _of_year(groups, published, lambda year: _months(year, first, 3))


def _year_third(groups: Groups, published: date) -> Interval:
    first = 4 * int(_value("third", groups["third"])) + 1
    return _of_year(groups, published, lambda year: _months(year, first, 4))


def _unit_third(groups: Groups, published: date) -> Interval | None:
    bounds = THIRDS_OF_WEEK if _value("unit", groups["unit"]) == "week" else THIRDS_OF_MONTH
    return _third(_unit(groups["unit"], published, 0), groups["third"], bounds)


def _weekday(groups: Groups, published: date) -> Interval:
    """The last such day; with *múlt* that of the calendar week before."""
    kinds = times.kinds()
    wanted = int(kinds["weekday"].get(groups["weekday"]) or kinds["bare"][groups["weekday"]])
    if "last" in groups and _value("last", groups["last"]) == "last":
        return _day(published - (published.weekday() + 7 - wanted) * DAY)
    return _day(published - (published.weekday() - wanted) % 7 * DAY)


def _weekend(groups: Groups, published: date) -> Interval:
    """Saturday and Sunday: those of the week before, or those under way."""
    on_weekend = published.weekday() >= 5 and groups.get("last") is None
    saturday = midnight(published - (published.weekday() - 5 + (0 if on_weekend else 7)) * DAY)
    return saturday, saturday + 2 * DAY


def _last_unit(groups: Groups, published: date) -> Interval:
    """*múlt héten*: the calendar week before; *elmúlt héten*: from its beginning to the day of publication."""
    start, end = _unit(groups["unit"], published, 1)
    return (start, end) if _value("last", groups["last"]) == "last" else (start, midnight(published) + DAY)


def _ago(groups: Groups, published: date) -> Interval:
    """*két hete*: the calendar day, week, month or year that lies so many back, as the words are no more exact."""
    count = int(groups.get("count") or _value("number", groups["number"]))
    return _unit(groups.get("since") or groups["unit"], published, count)


def _onto(groups: Groups, published: date) -> Interval:
    """*szerdára virradóra*: the night that ended on the last Wednesday."""
    wanted = int(_value("onto", groups["onto"]))
    morning = midnight(published - (published.weekday() - wanted) % 7 * DAY)
    return morning - timedelta(hours=2), morning + timedelta(hours=6)


def _day_of_month(groups: Groups, published: date) -> Interval:
    """*12-én*: in the month of publication or the last one before that has had such a day."""
    for back in range(12):
        start, end = _unit("hónapban", published, back)
        day = start + (int(groups["day"]) - 1) * DAY
        if start <= day < end and day <= midnight(published):
            return day, day + DAY
    raise ValueError(groups)


READINGS: dict[str, Callable[[Groups, date], Interval | None]] = {
    "date": _date,
    "figures": _date,
    "in_month": _in_month,
    "month_third": _month_third,
    "season": _season,
    "year_third": _year_third,
    "unit_third": _unit_third,
    "year": lambda groups, _: _months(int(groups["year"]), 1, 12),
    "weekday": _weekday,
    "weekend": _weekend,
    "last_unit": _last_unit,
    "this_unit": lambda groups, published: _unit(groups["unit"], published, 0),
    "ago": _ago,
    "onto": _onto,
    "relative_year": lambda groups, published: _months(published.year + int(_value("year", groups["rel"])), 1, 12),
    "relative_day": lambda groups, published: _day(published + int(_value("day", groups["near"])) * DAY),
    "day_of_month": _day_of_month,
}
