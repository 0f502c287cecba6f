"""Every error is a problem document with a stable type, the request's id and nothing of an exception."""

import json
import logging
from io import BytesIO
from typing import Any

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from quoteservice.service import Service
from quoteservice.settings import Settings
from quoteservice.web.app import create_app
from quoteservice.web.bodies import DISCARDED
from tests.fakes import ENGINE, FailingPipeline

JSON = "application/json"


def assert_problem(response: TestResponse, status: int, kind: str) -> dict[str, Any]:
    assert response.status_code == status
    assert response.content_type == "application/problem+json"
    body = response.json
    assert body["type"] == f"urn:quoteservice:problem:{kind}"
    assert body["status"] == status
    assert body["title"]
    assert body["detail"].endswith(".")
    assert body["request_id"] == response.headers["X-Request-ID"]
    return body


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"{",
        b'{"text": "a"',
        b"{'text': 'a'}",
        b'{"text": "a"} x',
        b'{"text": NaN}',
        b'{"text": "a", "text": "b"}',
        b'{"text": "\xff"}',
        b'{"text": "a\nb"}',
        b"\xfe\xff\x00{",
        b'{"text": ' + b"1" * 10_000 + b"}",
        b"[" * 100_000,
        b'{"a":' * 100_000,
        b"[" * 50_000 + b"]" * 50_000,
    ],
    ids=range(14),
)
def test_broken_json(client: FlaskClient, raw: bytes) -> None:
    assert_problem(client.post("/quotes", data=raw, content_type=JSON), 400, "bad-request")


@pytest.mark.parametrize(
    ("body", "pointer"),
    [
        ({}, "#/text"),
        ([], "#"),
        ("szöveg", "#"),
        (None, "#"),
        (5, "#"),
        ({"text": 5}, "#/text"),
        ({"text": None}, "#/text"),
        ({"text": ["a"]}, "#/text"),
        ({"text": "a\ud800"}, "#/text"),
        ({"text": "a" * 250_001}, "#/text"),
        ({"text": "a", "author": "b"}, "#/author"),
        ({"text": "a", "a/b~c d": 1}, "#/a~1b~0c%20d"),
        ({"text": "a", "\ud800": 1}, "#/%3F"),
        ({"text": "a", "html": "<p>a</p>"}, "#/html"),
        ({"html": 5}, "#/html"),
        ({"html": None}, "#/html"),
        ({"html": "a\ud800"}, "#/html"),
        ({"html": "a" * 1_500_001}, "#/html"),
        ({"html": "a" * 250_001}, "#/html"),
        ({"html": "a", "options": {"annotated_html": "yes"}}, "#/options/annotated_html"),
        ({"text": "a", "id": 5}, "#/id"),
        ({"text": "a", "id": "x" * 201}, "#/id"),
        ({"text": "a", "id": "\udc00"}, "#/id"),
        ({"text": "a", "published_at": "tegnap"}, "#/published_at"),
        ({"text": "a", "published_at": "2025-02-30"}, "#/published_at"),
        ({"text": "a", "published_at": "20250812"}, "#/published_at"),
        ({"text": "a", "published_at": "1800-01-01"}, "#/published_at"),
        ({"text": "a", "published_at": 20250812}, "#/published_at"),
        ({"text": "a", "options": None}, "#/options"),
        ({"text": "a", "options": []}, "#/options"),
        ({"text": "a", "options": {"offset": "utf16"}}, "#/options/offset"),
        ({"text": "a", "options": {"offsets": "utf8"}}, "#/options/offsets"),
        ({"text": "a", "options": {"explain": 1}}, "#/options/explain"),
        ({"text": "a", "options": {"explain": "true"}}, "#/options/explain"),
        ({"text": "a", "options": {"min_confidence": "0.5"}}, "#/options/min_confidence"),
        ({"text": "a", "options": {"min_confidence": 1.5}}, "#/options/min_confidence"),
        ({"text": "a", "options": {"min_confidence": 10**400}}, "#/options/min_confidence"),
        ({"text": "a", "options": {"min_confidence": True}}, "#/options/min_confidence"),
        ({"text": "a", "options": {"types": []}}, "#/options/types"),
        ({"text": "a", "options": {"types": "direct"}}, "#/options/types"),
        ({"text": "a", "options": {"types": ["direct", "free"]}}, "#/options/types/1"),
        ({"text": "a", "options": {"types": [None]}}, "#/options/types/0"),
    ],
)
def test_bad_fields_are_pointed_at(client: FlaskClient, body: object, pointer: str) -> None:
    answer = client.post("/quotes", data=json.dumps(body), content_type=JSON)
    problem = assert_problem(answer, 422, "invalid-request")
    assert [error["pointer"] for error in problem["errors"]] == [pointer]


def test_all_bad_fields_are_told_at_once_but_not_thousands(client: FlaskClient) -> None:
    answer = client.post("/quotes", json={f"f{n}": n for n in range(5000)})
    assert len(assert_problem(answer, 422, "invalid-request")["errors"]) == 20


def test_a_bare_text_that_is_too_long(client: FlaskClient) -> None:
    answer = client.post("/quotes", data=b"a" * 250_001, content_type="text/plain")
    problem = assert_problem(answer, 422, "invalid-request")
    assert problem["errors"] == [
        {"pointer": "#", "detail": "The text has 250001 code points; at most 250000 are read."}
    ]


@pytest.mark.parametrize(
    ("content_type", "raw"),
    [
        ("", b"a"),
        ("text/html; charset=klingon", b"<p>a</p>"),
        ("text/html", b"<meta charset=klingon><p>a</p>"),
        ("application/xml", b"<a/>"),
        ("application/x-www-form-urlencoded", b"text=a"),
        ("multipart/form-data; boundary=x", b"--x--"),
        ("nonsense", b"a"),
        ("application/json; charset=iso-8859-2", b"{}"),
        ("text/plain; charset=klingon", b"a"),
        ("text/plain; charset=zlib", b"a"),
        ("text/plain; charset=utf-7", b"a"),
    ],
)
def test_other_kinds_of_body(client: FlaskClient, content_type: str, raw: bytes) -> None:
    answer = client.post("/quotes", data=raw, headers={"Content-Type": content_type} if content_type else {})
    assert_problem(answer, 415, "unsupported-media-type")


def test_a_compressed_body(client: FlaskClient) -> None:
    answer = client.post("/quotes", data=b"\x1f\x8b", content_type=JSON, headers={"Content-Encoding": "gzip"})
    assert_problem(answer, 415, "unsupported-media-type")
    assert answer.headers["Accept-Encoding"] == "identity"


@pytest.mark.parametrize(
    ("charset", "raw"), [("utf-8", b"\xff"), ("utf-16", b"a"), ("utf-8", "\ud800".encode("utf-8", "surrogatepass"))]
)
def test_bytes_that_are_no_text(client: FlaskClient, charset: str, raw: bytes) -> None:
    answer = client.post("/quotes", data=raw, content_type=f"text/plain; charset={charset}")
    assert_problem(answer, 400, "bad-request")


@pytest.mark.parametrize("accept", ["text/html", "application/xml, image/*;q=0.5", "application/json;q=0", ";;;"])
def test_an_answer_that_is_not_accepted(client: FlaskClient, accept: str) -> None:
    answer = client.post("/quotes", json={"text": "a"}, headers={"Accept": accept})
    assert_problem(answer, 406, "not-acceptable")


@pytest.mark.parametrize("accept", ["", "*/*", "application/*", "text/csv, application/json;q=0.1"])
def test_an_answer_that_is_accepted(client: FlaskClient, accept: str) -> None:
    assert client.post("/quotes", json={"text": "a"}, headers={"Accept": accept}).status_code == 200


@pytest.mark.parametrize("path", ["/nothing", "/quotes/", "/static/a", "/quotes%00", "/%ff"])
def test_unknown_addresses(client: FlaskClient, path: str) -> None:
    assert_problem(client.get(path), 404, "not-found")


@pytest.mark.parametrize(("method", "path", "allowed"), [
    ("GET", "/quotes", {"POST", "OPTIONS"}),
    ("PUT", "/v1/quotes", {"POST", "OPTIONS"}),
    ("POST", "/health/live", {"GET", "HEAD", "OPTIONS"}),
    ("DELETE", "/openapi.yaml", {"GET", "HEAD", "OPTIONS"}),
])  # fmt: skip
def test_other_methods(client: FlaskClient, method: str, path: str, allowed: set[str]) -> None:
    answer = client.open(path, method=method)
    assert_problem(answer, 405, "method-not-allowed")
    assert set(answer.headers["Allow"].split(", ")) == allowed


def test_head_of_a_post_address_has_no_body(client: FlaskClient) -> None:
    answer = client.head("/quotes")
    assert (answer.status_code, answer.data) == (405, b"")


def test_options_lists_the_methods(client: FlaskClient) -> None:
    answer = client.options("/quotes")
    assert answer.status_code == 200
    assert set(answer.headers["Allow"].split(", ")) == {"POST", "OPTIONS"}


class Endless:
    """A body that never ends, and counts what is taken of it."""

    taken = 0

    def read(self, size: int) -> bytes:
        self.taken += size
        return b"a" * size


def test_an_oversized_body_is_refused_after_a_bounded_part_of_it(client: FlaskClient) -> None:
    body = Endless()
    overrides = {"wsgi.input": body, "CONTENT_LENGTH": str(2**40)}
    answer = client.post("/quotes", content_type=JSON, environ_overrides=overrides)
    assert_problem(answer, 413, "body-too-large")
    assert body.taken <= DISCARDED


def test_a_body_of_unknown_length_is_read_only_up_to_the_limit(client: FlaskClient) -> None:
    body = BytesIO(b"a" * 5_000_000)
    overrides = {"wsgi.input": body, "wsgi.input_terminated": True, "HTTP_TRANSFER_ENCODING": "chunked"}
    answer = client.post("/quotes", content_type="text/plain", environ_overrides=overrides)
    assert_problem(answer, 413, "body-too-large")
    assert body.tell() <= Settings().max_body_bytes + DISCARDED


def test_a_body_that_ends_early_is_not_taken_for_the_article(client: FlaskClient) -> None:
    overrides = {"wsgi.input": BytesIO(b"Nem"), "wsgi.input_terminated": True, "CONTENT_LENGTH": "30"}
    answer = client.post("/quotes", content_type="text/plain", environ_overrides=overrides)
    assert_problem(answer, 400, "bad-request")


def test_a_failure_tells_nothing_and_logs_no_article(caplog: pytest.LogCaptureFixture) -> None:
    app = create_app(Settings(), Service(FailingPipeline(), ENGINE, Settings()))
    with caplog.at_level(logging.INFO):
        answer = app.test_client().post("/quotes", json={"text": "Ez nagyon titkos."})
    assert_problem(answer, 500, "internal-error")
    assert "titkos" not in answer.get_data(as_text=True)
    failure = next(record for record in caplog.records if record.message == "failure")
    assert failure.fields["error"] == "RuntimeError"
    assert any("analyse" in frame for frame in failure.fields["stack"])
    assert "titkos" not in str([record.__dict__ for record in caplog.records])
