"""POST /quotes/batch: an answer or a problem a line, in order, and no line harms another."""

import io
import json
import logging
import time
import tracemalloc
from datetime import date
from itertools import islice
from typing import Any

import pytest
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st
from werkzeug.test import TestResponse

from quoteservice.model import Analysis
from quoteservice.service import Service
from quoteservice.settings import Settings
from quoteservice.web import worker
from quoteservice.web.app import create_app
from quoteservice.web.batch import NDJSON
from quoteservice.web.spool import lines
from tests.fakes import ENGINE, FakePipeline

TEXT = "„Kész a híd” – mondta Példa Anna."
GOOD = json.dumps({"text": TEXT, "id": "jó"}).encode()


def client_with(pipeline: Any = None, **settings: Any) -> FlaskClient:
    limits = Settings(**settings)
    return create_app(limits, Service(pipeline or FakePipeline(), ENGINE, limits)).test_client()


def post(client: FlaskClient, body: bytes, **headers: str) -> TestResponse:
    return client.post("/quotes/batch", data=body, headers={"Content-Type": NDJSON, **headers})


def told(response: TestResponse) -> list[dict[str, Any]]:
    assert (response.status_code, response.content_type) == (200, NDJSON)
    body = response.get_data()
    assert body == b"" or body.endswith(b"\n")
    return [json.loads(line) for line in body.splitlines()]


@pytest.mark.parametrize("path", ["/quotes/batch", "/v1/quotes/batch"])
def test_each_line_gets_the_answer_that_it_would_get_alone(client: FlaskClient, path: str) -> None:
    bodies = [{"text": TEXT, "id": "1"}, {"text": "Esik."}, {"text": TEXT, "options": {"offsets": "utf16"}}]
    raw = "\n".join(json.dumps(body) for body in bodies).encode()
    answers = told(client.post(path, data=raw, content_type=NDJSON))
    assert answers == [client.post("/quotes", json=body).json for body in bodies]


@pytest.mark.parametrize(
    ("line", "status"),
    [
        (b"{", 400),
        (b"hello", 400),
        (b"\xff\xfe", 400),
        (b"\x00", 400),
        (b'{"text": NaN}', 400),
        (b'{"text": "a", "text": "b"}', 400),
        (b"[" * 100_000, 400),
        (b'{"a":' * 100_000, 400),
        (b"1" * 10_000, 400),
        (b"5", 422),
        (b"[]", 422),
        (b"null", 422),
        (b"{}", 422),
        (b'{"text": 5}', 422),
        (b'{"text": "\\ud800"}', 422),
        (b'{"text": "a", "x": 1}', 422),
        (b'{"text": "a", "id": "\\udc00"}', 422),
        (b'{"text": "' + b"a" * 250_001 + b'"}', 422),
        (b'{"text": "' + b"a" * 5_000_000 + b'"}', 413),
    ],
    ids=range(19),
)
def test_a_bad_line_is_a_problem_and_the_next_line_is_answered(client: FlaskClient, line: bytes, status: int) -> None:
    response = post(client, b"\n".join([GOOD, line, GOOD]))
    first, problem, last = told(response)
    assert first == last
    assert first["quotes"][0]["content"]["text"] == "Kész a híd"
    assert (problem["status"], problem["line"]) == (status, 2)
    assert problem["type"].startswith("urn:quoteservice:problem:")
    assert problem["request_id"] == response.headers["X-Request-ID"]
    assert problem["detail"].endswith(".")
    assert "id" not in problem


def test_a_line_may_hold_html(client: FlaskClient) -> None:
    page = {"html": "<p>„Kész a híd” – mondta Példa Anna.</p>"}
    (answer,) = told(post(client, json.dumps(page).encode()))
    assert answer == client.post("/quotes", json=page).json


def test_html_whose_text_is_too_long_is_that_lines_problem() -> None:
    client = client_with(max_text_length=10)
    page = json.dumps({"html": "<p>„Kész a híd” – mondta Példa Anna.</p>"}).encode()
    (problem,) = told(post(client, page))
    assert (problem["status"], problem["errors"][0]["pointer"]) == (422, "#/html")


def test_a_problem_names_the_article_and_its_fields(client: FlaskClient) -> None:
    (problem,) = told(post(client, b'{"id": "c1", "text": 5}'))
    assert (problem["id"], problem["line"], problem["errors"][0]["pointer"]) == ("c1", 1, "#/text")


@pytest.mark.parametrize("given", ["x" * 201, "\ud800", 5])
def test_an_id_that_is_none_is_not_told(client: FlaskClient, given: object) -> None:
    (problem,) = told(post(client, json.dumps({"id": given}).encode()))
    assert "id" not in problem


def test_blank_lines_are_skipped_and_counted(client: FlaskClient) -> None:
    answers = told(post(client, b"\n  \r\n" + GOOD + b"\r\n\t\n{\r\n"))
    assert [each.get("line") for each in answers] == [None, 5]


@pytest.mark.parametrize("body", [b"", b"\n", b"\r\n\r\n"])
def test_no_lines_are_no_answers(client: FlaskClient, body: bytes) -> None:
    assert told(post(client, body)) == []


@given(st.lists(st.binary(max_size=40).map(lambda raw: raw.replace(b"\n", b"")) | st.just(GOOD), max_size=8))
def test_there_is_an_answer_for_every_line_that_is_not_blank(raw: list[bytes]) -> None:
    answers = told(post(CLIENT, b"\n".join(raw)))
    asked = [(number, line) for number, line in enumerate(raw, 1) if line.strip()]
    assert len(answers) == len(asked)
    for answer, (number, line) in zip(answers, asked, strict=True):
        assert answer.get("id") == "jó" if line == GOOD else answer["line"] == number


CLIENT = client_with()


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Content-Type": "application/json"}, 415),
        ({"Content-Type": ""}, 415),
        ({"Content-Type": NDJSON + "; charset=iso-8859-2"}, 415),
        ({"Content-Encoding": "gzip"}, 415),
        ({"Accept": "application/json"}, 406),
        ({"Accept": "text/csv"}, 406),
        ({"Accept": "application/*"}, 200),
        ({"Accept": NDJSON}, 200),
        ({"Content-Type": NDJSON + "; charset=utf-8"}, 200),
    ],
)
def test_what_the_whole_request_must_be(client: FlaskClient, headers: dict[str, str], status: int) -> None:
    response = post(client, GOOD, **headers)
    if status == 200:
        assert len(told(response)) == 1
    else:
        assert response.status_code == status
        assert response.content_type == "application/problem+json"


def chunked(client: FlaskClient, body: Any) -> TestResponse:
    overrides = {"wsgi.input": body, "wsgi.input_terminated": True, "HTTP_TRANSFER_ENCODING": "chunked"}
    return client.post("/quotes/batch", content_type=NDJSON, environ_overrides=overrides)


def test_a_body_in_chunks_is_read(client: FlaskClient) -> None:
    assert len(told(chunked(client, io.BytesIO(GOOD + b"\n" + GOOD)))) == 2


@pytest.mark.parametrize("size", [1000, 1001])
def test_a_body_that_is_too_large_is_refused_before_the_first_answer(size: int) -> None:
    body = GOOD + b"\n" * (size - len(GOOD))
    for response in (
        post(client_with(max_batch_bytes=1000), body),
        chunked(client_with(max_batch_bytes=1000), io.BytesIO(body)),
    ):
        if size == 1000:
            assert len(told(response)) == 1
        else:
            assert (response.status_code, response.json["detail"]) == (413, "A batch has at most 1000 bytes.")


def test_the_limit_of_a_single_body_is_that_of_a_line_and_not_of_the_batch() -> None:
    client = client_with(max_body_bytes=200)
    assert [each.get("status", 200) for each in told(post(client, b"\n".join([GOOD] * 10)))] == [200] * 10
    long = json.dumps({"text": TEXT, "id": "x" * 160}).encode()
    assert [each.get("status", 200) for each in told(post(client, long + b"\n" + GOOD))] == [413, 200]


@pytest.mark.parametrize(("body", "status"), [
    (b"\n" * 3, 200),
    (b"\n" * 4, 413),
    (b"{\n{\n{", 200),
    (b"{\n{\n{\n", 200),
    (b"{\n{\n{\n{", 413),
])  # fmt: skip
def test_too_many_lines_are_refused_before_the_first_answer(body: bytes, status: int) -> None:
    response = post(client_with(max_batch_lines=3), body)
    if status == 200:
        assert all(each["status"] == 400 for each in told(response))
    else:
        assert (response.status_code, response.json["detail"]) == (413, "A batch has at most 3 lines.")


def test_a_body_that_ends_early_is_refused(client: FlaskClient) -> None:
    overrides = {"wsgi.input": io.BytesIO(GOOD), "wsgi.input_terminated": True, "CONTENT_LENGTH": "3000"}
    response = client.post("/quotes/batch", content_type=NDJSON, environ_overrides=overrides)
    assert response.status_code == 400


class Moody:
    """Takes a minute over a text that says so, and fails over another."""

    def analyse(self, text: str, published_at: date | None = None) -> Analysis:
        if "lassú" in text:
            time.sleep(60)
        if "hibás" in text:
            raise RuntimeError(text)
        return Analysis(text, (), ())


def test_neither_a_slow_nor_a_failing_article_harms_the_next(caplog: pytest.LogCaptureFixture) -> None:
    body = "\n".join(json.dumps({"text": text, "id": text}) for text in ("Ez lassú.", "Ez hibás.", "Ez jó."))
    with caplog.at_level(logging.INFO):
        slow, failed, good = told(post(client_with(Moody(), batch_line_deadline=1), body.encode()))
    assert (slow["status"], slow["line"], slow["id"]) == (503, 1, "Ez lassú.")
    assert (failed["status"], failed["line"], failed["id"]) == (500, 2, "Ez hibás.")
    assert (good["id"], good["quotes"]) == ("Ez jó.", [])
    assert "hibás" not in str([record.__dict__ for record in caplog.records])
    done = next(record for record in caplog.records if record.message == "batch")
    assert (done.fields["lines"], done.fields["problems"], done.fields["finished"]) == (3, 2, True)


def test_answers_come_one_by_one_and_a_client_that_goes_stops_the_work(caplog: pytest.LogCaptureFixture) -> None:
    pipeline = FakePipeline()
    response = client_with(pipeline).post("/quotes/batch", data=(GOOD + b"\n") * 50, content_type=NDJSON)
    pieces = list(islice(response.response, 2))
    assert [piece.count(b"\n") for piece in pieces] == [1, 1]
    assert len(pipeline.seen) == 2
    with caplog.at_level(logging.INFO):
        response.close()
    assert len(pipeline.seen) == 2
    done = next(record for record in caplog.records if record.message == "batch")
    assert (done.fields["lines"], done.fields["finished"]) == (2, False)


def test_a_stopping_worker_says_so_for_the_lines_that_are_left(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    beats: list[int] = []
    monkeypatch.setattr(worker.THIS, "beat", lambda: beats.append(1))
    monkeypatch.setattr(worker.THIS, "stopping", lambda: len(beats) >= 2)
    answers = told(post(client, b"\n".join([GOOD] * 4)))
    assert [each.get("status") for each in answers] == [None, None, 503, 503]
    assert len(beats) == 4


def test_a_long_line_is_passed_over_and_not_kept() -> None:
    spool = io.BytesIO(b"a" * 10 + b"\n" + b"b" * 11 + b"\n" + b"c" * 10 + b"\r\n" + b"d" * 3_000_000 + b"\ne")
    assert list(lines(spool, 10)) == [b"a" * 10 + b"\n", None, b"c" * 10 + b"\r\n", None, b"e"]


def test_memory_does_not_grow_with_the_number_of_lines() -> None:
    client = client_with(Moody())

    def peak(count: int) -> int:
        body = io.BytesIO((json.dumps({"text": TEXT + "a" * 20_000}).encode() + b"\n") * count)
        tracemalloc.start()
        response = chunked(client, body)
        for _ in response.response:
            pass
        highest = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return highest

    assert peak(300) < peak(60) + 500_000
