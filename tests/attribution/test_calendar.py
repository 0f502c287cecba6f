"""What expressions of time mean on the calendar: pure, no parsing.

Unless told otherwise the article is of Thursday, 14 August 2025.
"""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoteservice.attribution.calendar import interval, midnight
from quoteservice.lexicon import times

PUBLISHED = date(2025, 8, 14)
MEANT = [
    # days
    ("ma", "2025-08-14", "2025-08-15"),
    ("mai", "2025-08-14", "2025-08-15"),
    ("tegnap", "2025-08-13", "2025-08-14"),
    ("tegnapi", "2025-08-13", "2025-08-14"),
    ("tegnapelőtt", "2025-08-12", "2025-08-13"),
    ("hétfőn", "2025-08-11", "2025-08-12"),
    ("kedden", "2025-08-12", "2025-08-13"),
    ("Kedden", "2025-08-12", "2025-08-13"),
    ("szerdai", "2025-08-13", "2025-08-14"),
    ("csütörtökön", "2025-08-14", "2025-08-15"),
    ("csütörtöki", "2025-08-14", "2025-08-15"),
    ("pénteken", "2025-08-08", "2025-08-09"),
    ("szombaton", "2025-08-09", "2025-08-10"),
    ("vasárnap", "2025-08-10", "2025-08-11"),
    ("múlt hétfőn", "2025-08-04", "2025-08-05"),
    ("a múlt pénteki", "2025-08-08", "2025-08-09"),
    ("múlt héten kedden", "2025-08-05", "2025-08-06"),
    ("elmúlt vasárnap", "2025-08-10", "2025-08-11"),
    ("a hétvégén", "2025-08-09", "2025-08-11"),
    ("hétvégi", "2025-08-09", "2025-08-11"),
    # parts of the day
    ("kedd este", "2025-08-12T18", "2025-08-13T00"),
    ("kedden este", "2025-08-12T18", "2025-08-13T00"),
    ("kedd késő este", "2025-08-12T18", "2025-08-13T00"),
    ("vasárnap esti", "2025-08-10T18", "2025-08-11T00"),
    ("hétfőn délután", "2025-08-11T12", "2025-08-11T18"),
    ("szerda délelőtt", "2025-08-13T09", "2025-08-13T12"),
    ("péntek délben", "2025-08-08T12", "2025-08-08T13"),
    ("ma reggel", "2025-08-14T06", "2025-08-14T09"),
    ("kora reggel", "2025-08-14T06", "2025-08-14T09"),
    ("szombat hajnalban", "2025-08-09T03", "2025-08-09T06"),
    ("szombat éjjel", "2025-08-09T22", "2025-08-10T06"),
    ("ma éjjel", "2025-08-13T22", "2025-08-14T06"),
    ("éjszaka", "2025-08-13T22", "2025-08-14T06"),
    ("szerdára virradóra", "2025-08-12T22", "2025-08-13T06"),
    ("délután", "2025-08-14T12", "2025-08-14T18"),
    ("március 15-én délután", "2025-03-15T12", "2025-03-15T18"),
    ("múlt kedd este", "2025-08-05T18", "2025-08-06T00"),
    # the clock
    ("hétfő reggel 8 órakor", "2025-08-11T08", "2025-08-11T09"),
    ("délután háromkor", "2025-08-14T15", "2025-08-14T16"),
    ("pénteken este 7-kor", "2025-08-08T19", "2025-08-08T20"),
    ("este fél kilenckor", "2025-08-14T20:30", "2025-08-14T20:31"),
    ("kedden 19:30-kor", "2025-08-12T19:30", "2025-08-12T19:31"),
    ("kedden 10.15-kor", "2025-08-12T10:15", "2025-08-12T10:16"),
    ("0:15-kor", "2025-08-14T00:15", "2025-08-14T00:16"),
    ("éjjel 2 órakor", "2025-08-13T22", "2025-08-14T06"),
    # dates
    ("március 12-én", "2025-03-12", "2025-03-13"),
    ("december 12-én", "2024-12-12", "2024-12-13"),
    ("augusztus 14-én", "2025-08-14", "2025-08-15"),
    ("augusztus 20-án", "2024-08-20", "2024-08-21"),
    ("szeptember 1-jén", "2024-09-01", "2024-09-02"),
    ("dec. 12-én", "2024-12-12", "2024-12-13"),
    ("aug. 20-án", "2024-08-20", "2024-08-21"),
    ("január 5-i", "2025-01-05", "2025-01-06"),
    ("augusztus elsején", "2025-08-01", "2025-08-02"),
    ("2021. május 3-án", "2021-05-03", "2021-05-04"),
    ("2011. december 3-i", "2011-12-03", "2011-12-04"),
    ("tavaly május 3-án", "2024-05-03", "2024-05-04"),
    ("2025. 08. 12-én", "2025-08-12", "2025-08-13"),
    ("2025.08.12-én", "2025-08-12", "2025-08-13"),
    ("augusztus 12-én, kedden", "2025-08-12", "2025-08-13"),
    ("kedden, augusztus 12-én", "2025-08-12", "2025-08-13"),
    ("február 29-én", "2024-02-29", "2024-03-01"),
    ("12-én", "2025-08-12", "2025-08-13"),
    ("25-én", "2025-07-25", "2025-07-26"),
    # months, seasons, years
    ("augusztusban", "2025-08-01", "2025-08-15"),
    ("szeptemberben", "2024-09-01", "2024-10-01"),
    ("2021 májusában", "2021-05-01", "2021-06-01"),
    ("2023 decemberében", "2023-12-01", "2024-01-01"),
    ("tavaly novemberben", "2024-11-01", "2024-12-01"),
    ("idén januárban", "2025-01-01", "2025-02-01"),
    ("májusi", "2025-05-01", "2025-06-01"),
    ("május elején", "2025-05-01", "2025-05-11"),
    ("május közepén", "2025-05-11", "2025-05-21"),
    ("február végén", "2025-02-21", "2025-03-01"),
    ("2019. október végén", "2019-10-21", "2019-11-01"),
    ("tavaszi", "2025-03-01", "2025-06-01"),
    ("ősszel", "2024-09-01", "2024-12-01"),
    ("2024 őszén", "2024-09-01", "2024-12-01"),
    ("télen", "2024-12-01", "2025-03-01"),
    ("idén", "2025-01-01", "2025-08-15"),
    ("tavaly", "2024-01-01", "2025-01-01"),
    ("tavalyelőtt", "2023-01-01", "2024-01-01"),
    ("2019-ben", "2019-01-01", "2020-01-01"),
    ("2021-es", "2021-01-01", "2022-01-01"),
    ("2020 elején", "2020-01-01", "2020-05-01"),
    ("az év elején", "2025-01-01", "2025-05-01"),
    ("tavaly év végén", "2024-09-01", "2025-01-01"),
    # spans that look back
    ("a múlt héten", "2025-08-04", "2025-08-11"),
    ("az elmúlt héten", "2025-08-04", "2025-08-15"),
    ("múlt heti", "2025-08-04", "2025-08-11"),
    ("a héten", "2025-08-11", "2025-08-15"),
    ("a hét elején", "2025-08-11", "2025-08-13"),
    ("a múlt hónapban", "2025-07-01", "2025-08-01"),
    ("múlt évben", "2024-01-01", "2025-01-01"),
    ("a hónap elején", "2025-08-01", "2025-08-11"),
    ("két napja", "2025-08-12", "2025-08-13"),
    ("három nappal ezelőtt", "2025-08-11", "2025-08-12"),
    ("10 nappal ezelőtt", "2025-08-04", "2025-08-05"),
    ("két hete", "2025-07-28", "2025-08-04"),
    ("két hónappal ezelőtt", "2025-06-01", "2025-07-01"),
    ("öt évvel ezelőtt", "2020-01-01", "2021-01-01"),
]
NOT_TOLD = [
    "pár napja", "néhány hete", "nemrég", "nemrégiben", "korábban", "a napokban", "az elmúlt hetekben", "másnap",
    "évekkel ezelőtt", "két nappal korábban", "február 30-án", "2030. május 3-án", "2030 májusában", "tavaly télen",
    "a hónap végén", "400-án", "kedd", "egykor", "a jövő héten", "holnap", "keddig", "tegnapra", "", "Kovács",
    "hétszer",
]  # fmt: skip
OTHER_DAYS = [
    ("március 5-én", date(2025, 3, 4), "2024-03-05", "2024-03-06"),
    ("csütörtök éjjel", date(2025, 8, 14), "2025-08-13T22", "2025-08-14T06"),
    ("a hétvégén", date(2025, 8, 16), "2025-08-16", "2025-08-17"),
    ("a hétvégén", date(2025, 8, 17), "2025-08-16", "2025-08-18"),
    ("múlt hétvégén", date(2025, 8, 17), "2025-08-09", "2025-08-11"),
    ("múlt vasárnap", date(2025, 8, 11), "2025-08-10", "2025-08-11"),
    ("tegnap", date(2025, 1, 1), "2024-12-31", "2025-01-01"),
    ("múlt hónapban", date(2025, 1, 15), "2024-12-01", "2025-01-01"),
    ("két hónapja", date(2025, 1, 15), "2024-11-01", "2024-12-01"),
    ("31-én", date(2025, 3, 2), "2025-01-31", "2025-02-01"),
    ("február 29-én", date(2028, 2, 29), "2028-02-29", "2028-03-01"),
    ("decemberben", date(2025, 12, 31), "2025-12-01", "2026-01-01"),
    ("télen", date(2025, 1, 10), "2024-12-01", "2025-01-11"),
    ("hétfőn", date(2024, 3, 1), "2024-02-26", "2024-02-27"),
]


def moments(start: str, end: str) -> tuple[datetime, datetime]:
    return datetime.fromisoformat(start), datetime.fromisoformat(end)


@pytest.mark.parametrize(("expression", "start", "end"), MEANT)
def test_interval(expression: str, start: str, end: str) -> None:
    assert interval(expression, PUBLISHED) == moments(start, end)


@pytest.mark.parametrize("expression", NOT_TOLD)
def test_no_interval(expression: str) -> None:
    assert interval(expression, PUBLISHED) is None


@pytest.mark.parametrize(("expression", "published", "start", "end"), OTHER_DAYS)
def test_interval_of_another_day(expression: str, published: date, start: str, end: str) -> None:
    assert interval(expression, published) == moments(start, end)


def test_white_space_of_any_kind_parts_the_words() -> None:
    assert interval("kedd\u00a0este", PUBLISHED) == interval("kedd este", PUBLISHED)
    assert interval("a  múlt\nhéten", PUBLISHED) == interval("a múlt héten", PUBLISHED)


DAYS = st.dates(date(1990, 1, 1), date(2099, 12, 31))
WEEKDAYS = [form for form in times.kinds()["weekday"] if form.endswith("i")]
EXPRESSIONS = st.one_of(
    st.sampled_from([row[0] for row in MEANT]),
    st.builds("{} {}-én".format, st.sampled_from(list(times.kinds()["month"])), st.integers(1, 31)),
    st.builds(
        "{} {}".format, st.sampled_from(list(times.kinds()["bare"])), st.sampled_from(list(times.kinds()["part"]))
    ),
    st.builds("{} {}".format, st.integers(1990, 2030), st.sampled_from(list(times.kinds()["in_month"]))),
    st.builds("{} {} ezelőtt".format, st.integers(1, 60), st.sampled_from(["nappal", "héttel", "hónappal", "évvel"])),
    st.builds("{}-én".format, st.integers(1, 31)),
    st.sampled_from(
        [form for kind in ("weekday", "day", "year", "season", "in_month") for form in times.kinds()[kind]]
    ),
)


@given(EXPRESSIONS, DAYS)
def test_an_interval_begins_before_it_ends_and_ends_with_the_day_of_publication(
    expression: str, published: date
) -> None:
    meant = interval(expression, published)
    if meant is not None:
        start, end = meant
        assert start < end <= midnight(published) + timedelta(days=1)


@given(st.sampled_from(WEEKDAYS), DAYS)
def test_a_weekday_is_that_day_of_the_last_seven(form: str, published: date) -> None:
    start, end = interval(form, published) or (None, None)
    assert start is not None and end is not None
    assert start.weekday() == int(times.kinds()["weekday"][form])
    assert timedelta() <= midnight(published) - start <= timedelta(days=6)
    assert end - start == timedelta(days=1)


@given(DAYS, DAYS)
def test_a_date_without_a_year_is_the_last_such_day(day: date, published: date) -> None:
    month = list(times.kinds()["month"])[[int(v) for v in times.kinds()["month"].values()].index(day.month)]
    meant = interval(f"{month} {day.day}-én", published)
    assert meant is not None
    start = meant[0]
    assert (start.month, start.day) == (day.month, day.day)
    assert start <= midnight(published)
    assert (published - start.date()).days <= (366 if (day.month, day.day) != (2, 29) else 8 * 366)


@given(st.text(max_size=30), DAYS)
def test_any_text_is_answered(text: str, published: date) -> None:
    meant = interval(text, published)
    assert meant is None or meant[0] < meant[1]
