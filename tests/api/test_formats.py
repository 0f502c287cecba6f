"""The Accept header chooses the format of POST /quotes."""

import csv
import io

import pytest
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st

from quoteservice.service import Service
from quoteservice.settings import Settings
from quoteservice.web.app import create_app
from tests.fakes import ENGINE, FakePipeline

TEXT = "„Kész a híd” – mondta Példa Anna."
JSON, CSV = "application/json", "text/csv; charset=utf-8; header=present"
ANNOTATION = 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"'
DRAFT = 'application/ld+json; profile="https://schema.org"'


@pytest.mark.parametrize(
    ("accept", "content_type"),
    [
        (None, JSON),
        ("", JSON),
        ("*/*", JSON),
        ("application/*", JSON),
        ("application/json; charset=utf-8", JSON),
        ("text/*", CSV),
        ("text/csv", CSV),
        ("TEXT/CSV", CSV),
        ("text/csv;header=present", CSV),
        ("text/csv, */*", CSV),
        ("*/*, text/csv", CSV),
        ("text/csv;q=0.5, application/json;q=0.6", JSON),
        ("text/csv;q=0.6, application/json;q=0.5", CSV),
        ("application/json;q=0, */*", ANNOTATION),
        ("application/*;q=0.1, */*", CSV),
        ("application/ld+json", ANNOTATION),
        (ANNOTATION, ANNOTATION),
        (ANNOTATION + ", application/json;q=0.9", ANNOTATION),
        (DRAFT, DRAFT),
        ('application/ld+json; profile="http://schema.org/"', DRAFT),
        ('application/ld+json; profile="https://other.example https://schema.org/"', DRAFT),
        ("application/ld+json;q=0.2, " + DRAFT, DRAFT),
        ("text/html, application/xhtml+xml, */*;q=0.8", JSON),
    ],
)
def test_the_best_liked_format_is_told(client: FlaskClient, accept: str | None, content_type: str) -> None:
    answer = client.post("/quotes", json={"text": TEXT}, headers={} if accept is None else {"Accept": accept})
    assert (answer.status_code, answer.content_type) == (200, content_type)
    assert answer.vary.to_header() == "Accept"
    assert "Kész a híd" in answer.get_data(as_text=True)


@pytest.mark.parametrize(
    "accept",
    [
        "text/html",
        "application/json;q=0",
        "application/json;version=2",
        "text/csv;header=absent",
        "text/csv;charset=iso-8859-2",
        'application/ld+json; profile="https://other.example"',
        "text/csv;q=0, text/*;q=0",
        "*/*;q=0",
    ],
)
def test_nothing_that_is_accepted_is_a_406_that_lists_what_there_is(client: FlaskClient, accept: str) -> None:
    answer = client.post("/v1/quotes", json={"text": TEXT}, headers={"Accept": accept})
    assert answer.status_code == 406
    assert answer.content_type == "application/problem+json"
    assert all(each in answer.json["detail"] for each in (JSON, ANNOTATION, DRAFT, CSV))
    assert answer.vary.to_header() == "Accept"


def test_csv_is_a_table_of_the_quotations(client: FlaskClient) -> None:
    answer = client.post("/quotes", json={"text": TEXT, "id": "=1"}, headers={"Accept": "text/csv"})
    (row,) = csv.DictReader(io.StringIO(answer.get_data(as_text=True), newline=""))
    assert (row["article_id"], row["content"], row["speakers"], row["spans"]) == (
        "'=1",
        TEXT[1:11],
        "Példa Anna",
        "1..11",
    )


def test_csv_tells_the_places_in_the_html(client: FlaskClient) -> None:
    html = "<p>„Kész <em>a</em> híd” – mondta Példa Anna.</p>"
    answer = client.post("/quotes", json={"html": html}, headers={"Accept": "text/csv"})
    (row,) = csv.DictReader(io.StringIO(answer.get_data(as_text=True), newline=""))
    ranges = [tuple(map(int, each.split(".."))) for each in row["html_spans"].split()]
    assert "".join(html[start:end] for start, end in ranges) == row["content"] == "Kész a híd"


def test_json_ld_is_json(client: FlaskClient) -> None:
    answer = client.post("/quotes", json={"text": TEXT}, headers={"Accept": "application/ld+json"})
    assert answer.json["first"]["items"][0]["target"][0]["selector"][0]["suffix"] == "” – mondta Példa Anna."


@pytest.mark.parametrize("accept", ["text/csv", "application/ld+json", DRAFT])
def test_options_hold_in_every_format(client: FlaskClient, accept: str) -> None:
    body = {"text": TEXT, "options": {"types": ["indirect"]}}
    answer = client.post("/quotes", json=body, headers={"Accept": accept})
    assert "Kész" not in answer.get_data(as_text=True)


def test_an_error_is_a_problem_whatever_is_accepted(client: FlaskClient) -> None:
    answer = client.post("/quotes", json={}, headers={"Accept": "text/csv"})
    assert (answer.status_code, answer.content_type) == (422, "application/problem+json")


CLIENT = create_app(Settings(), Service(FakePipeline(), ENGINE, Settings())).test_client()
PIECES = ["text/csv", "application/json", "application/ld+json", "*/*", "text/*", ";q=", "0.5", "1", "0", ",", ";", " "]
PIECES += ["profile=", '"', "https://schema.org", "=", "\\", "charset=utf-8", "é"]


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_any_accept_header_gets_an_answer_or_a_406(accept: str) -> None:
    answer = CLIENT.post("/quotes", json={"text": TEXT}, headers={"Accept": accept})
    assert answer.status_code in {200, 406}
    assert answer.vary.to_header() == "Accept"
