"""The part of a day and the hour on the clock that an expression of time adds to its day."""

from datetime import date, datetime, time, timedelta

from quoteservice.lexicon import times

Interval = tuple[datetime, datetime]
HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)
FRACTIONS = {"negyed": 15, "fél": 30, "háromnegyed": 45}


def narrowed(days: Interval, part: str | None, clock: str | None, published: date) -> Interval:
    """The part of the day and the time within `days`; longer intervals than a day are left as they are."""
    start, end = days
    if end - start != timedelta(days=1):
        return days
    span = times.kinds()["part"][part] if part else ""
    if span:
        days = _part(start, span, published)
    if clock and not _is_night(span) and (hit := _clock(start, clock, span)) is not None:
        return hit
    return days


def _is_night(span: str) -> bool:
    return span != "" and int(span[3:]) < int(span[:2])


def _part(day: datetime, span: str, published: date) -> Interval:
    """A part of a day; the night of the day of publication is the one that has passed."""
    first, last = (int(hour) for hour in span.split("-"))
    if _is_night(span) and day.date() == published:
        day -= timedelta(days=1)
    return day + first * HOUR, day + (last if last > first else last + 24) * HOUR


def _clock(day: datetime, clock: str, span: str) -> Interval | None:
    """The hour, or the minute when one is told; *este 8* is 20 o'clock."""
    if (match := times.CLOCK.fullmatch(clock)) is None:
        return None
    minute, exact = 0, True
    if match["digital"]:
        hour, minute = (int(figure) for figure in match["digital"].replace(".", ":").split(":"))
    else:
        hour = int(match["hour"] or times.kinds()["number"][match["word"]])
        exact = match["fraction"] is not None
        if exact:
            hour, minute = hour - 1, FRACTIONS[match["fraction"].strip()]
    if span and hour < 12 <= int(span[:2]):
        hour += 12
    if hour > 23 or minute > 59:
        return None
    at = datetime.combine(day.date(), time(hour, minute))
    return at, at + (MINUTE if exact else HOUR)
