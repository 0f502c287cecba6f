"""Rows in, rows out: the schema, the offsets, and what becomes of a row that cannot be read."""

import time
from datetime import date

import pytest

from quoteservice.bulk.job import Job, service_of
from quoteservice.bulk.rows import Outcome, outcome, outcomes
from quoteservice.bulk.schema import TABLES, Kind
from quoteservice.model import Analysis
from quoteservice.response.options import Options
from quoteservice.service import Service
from quoteservice.settings import Settings
from tests.bulk.builds import failing, fake, row
from tests.fakes import ENGINE, FakePipeline
from tests.whole import engine

PYTHON: dict[Kind, type] = {"string": str, "date": str, "int": int, "float": float, "bool": bool}
ARTICLE = (
    "„Kész a híd” – mondta hétfőn Bokor Etelka, a város főmérnöke az Állomás Rádióban. Hozzátette, hogy drága volt."
)


def read(given: dict[str, object], job: Job) -> Outcome:
    return outcome(given, service_of(job), job)


def real(given: dict[str, object]) -> Outcome:
    return outcome(given, Service(engine(), ENGINE, Settings()), Job())


def assert_fits(table: str, told: dict[str, object]) -> None:
    assert set(told) == {column.name for column in TABLES[table]}
    for column in TABLES[table]:
        cell, kind = told[column.name], column.kind
        if kind in ("strings", "ints", "bools"):
            assert {type(each) for each in cell} <= {PYTHON[kind[:-1]]}, column.name
        else:
            assert cell is None or type(cell) is PYTHON[kind], column.name


@pytest.mark.parametrize(
    "given", [{"text": ARTICLE}, {"html": f"<p>{ARTICLE}"}, {"text": "The mayor said that it is it."}]
)
def test_every_row_fits_its_table(given: dict[str, str]) -> None:
    told = real({"id": "1", "published_at": date(2024, 5, 6), **given})
    assert set(told) == {"quotes", "speakers", "articles"}
    for table, rows in told.items():
        for each in rows:
            assert_fits(table, each)


def test_offsets_are_code_points_of_the_text() -> None:
    text = "😀 " + ARTICLE
    quote = real({"id": "1", "text": text})["quotes"][0]
    for name in ("content", "cue", "source", "medium", "said_at"):
        assert text[quote[f"{name}_start"] : quote[f"{name}_end"]] == quote[name], name
    assert (quote["speakers"], quote["speaker_named"]) == (["Bokor Etelka"], [True])


def test_html_offsets_are_code_points_of_the_html() -> None:
    html = "<p>😀 „Kész a <b>híd</b>” – mondta Bokor Etelka."
    quote = real({"id": "1", "html": html})["quotes"][0]
    pieces = [html[a:b] for a, b in zip(quote["html_starts"], quote["html_ends"], strict=True)]
    assert " ".join("".join(pieces).split()) == "Kész a híd"


def test_the_day_of_the_article_dates_what_was_said() -> None:
    told = real({"id": "1", "text": ARTICLE, "published_at": "2024-05-08"})
    assert (told["quotes"][0]["published_at"], told["quotes"][0]["said_from"]) == ("2024-05-08", "2024-05-06T00:00")


def test_options_are_kept_to() -> None:
    told = read(row(1), Job(build=fake, options=Options(types=("indirect",))))
    assert (told["quotes"], told["speakers"], told["articles"][0]["quotes"]) == ([], [], 0)


@pytest.mark.parametrize(
    ("given", "status", "name"),
    [
        ({"id": "1"}, 422, "1"),
        ({"text": "a"}, 422, None),
        ({"id": "1", "text": "a" * 250_001}, 422, "1"),
        ({"id": "1", "text": "titok \ud800"}, 422, "1"),
        ({"id": "1", "html": "titok" * 300_001}, 422, "1"),
    ],
)
def test_what_cannot_be_read_is_rejected_as_the_service_would(given: dict[str, object], status: int, name: str) -> None:
    told = read(given, Job(build=fake))
    (reject,) = told.pop("rejects")
    assert told == {}
    assert_fits("rejects", reject)
    assert (reject["status"], reject["article_id"]) == (status, name)
    assert reject["type"] == "urn:quoteservice:problem:invalid-request"
    assert "titok" not in str(reject)


def test_a_failure_is_told_by_kind_and_place_alone() -> None:
    (reject,) = read({"id": "1", "text": "titok"}, Job(build=failing))["rejects"]
    assert reject["status"] == 500
    assert reject["detail"].startswith("Reading it failed (RuntimeError in fakes.py:")
    assert "titok" not in str(reject)


class Sleepy(FakePipeline):
    def analyse(self, text: str, published_at: date | None = None) -> Analysis:
        time.sleep(10)
        return super().analyse(text, published_at)


def test_what_takes_too_long_is_ended() -> None:
    (told,) = outcomes([row(1)], Service(Sleepy(), ENGINE, Settings()), Job(deadline=0.05))
    assert (told["rejects"][0]["status"], told["rejects"][0]["detail"]) == (503, "It was not read within 0.05 seconds.")
