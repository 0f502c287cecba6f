"""A batch under gunicorn: it neither loses the worker nor holds it for a client that has gone."""

import http.client
import json
import signal
import socket
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import requests

from benchmarks.server import Server, serving

ARTICLE = min((Path(__file__).parents[2] / "examples").glob("*.txt")).read_text(encoding="utf-8")
NDJSON = {"Content-Type": "application/x-ndjson"}


def body(count: int, text: str = ARTICLE) -> bytes:
    return b"".join(json.dumps({"id": str(n), "text": text}).encode() + b"\n" for n in range(count))


def started(server: Server, lines: bytes) -> http.client.HTTPResponse:
    """The answer of a batch whose first line has come in."""
    connection = http.client.HTTPConnection(urlsplit(server.url).netloc, timeout=120)
    connection.request("POST", "/quotes/batch", lines, NDJSON)
    answer = connection.getresponse()
    assert json.loads(answer.readline())["id"] == "0"
    return answer


@pytest.fixture(scope="module")
def hasty() -> Iterator[Server]:
    """A service that replaces a worker after five silent seconds and waits one for a client to read."""
    with serving(workers=1, timeout="5", deadline="1", max_batch_lines="20000") as running:
        yield running


@pytest.fixture(autouse=True)
def same_worker(hasty: Server) -> Iterator[None]:
    """No batch may cost the worker its life."""
    before = [child.pid for child in hasty.master.children()]
    yield
    assert [child.pid for child in hasty.master.children()] == before


def test_a_batch_may_take_longer_than_a_worker_may_be_silent(hasty: Server) -> None:
    alone = requests.post(f"{hasty.url}/quotes", json={"text": ARTICLE}, timeout=60).json()
    answer, end = started(hasty, body(3000)), time.monotonic() + 8
    number = 0
    while time.monotonic() < end:
        number += 1
        assert json.loads(answer.readline()) == {**alone, "id": str(number)}
    answer.close()


def test_a_body_in_chunks_is_answered_line_by_line(hasty: Server) -> None:
    pieces = [body(3)[n : n + 1000] for n in range(0, len(body(3)), 1000)]
    with requests.post(f"{hasty.url}/quotes/batch", iter(pieces), headers=NDJSON, stream=True, timeout=60) as answer:
        assert answer.headers["Transfer-Encoding"] == "chunked"
        assert [json.loads(line)["id"] for line in answer.iter_lines()] == ["0", "1", "2"]


def test_a_client_that_goes_away_stops_the_work(hasty: Server) -> None:
    started(hasty, body(1500)).close()
    start = time.monotonic()
    assert requests.get(f"{hasty.url}/health/live", timeout=60).status_code == 200
    assert time.monotonic() - start < 10


def test_a_client_that_does_not_read_is_given_up(hasty: Server) -> None:
    host, port = urlsplit(hasty.url).netloc.split(":")
    # Answers that are quickly made and more than the kernel keeps for a reader.
    lines = (json.dumps({"id": "𝒞" * 200}, ensure_ascii=False).encode() + b"\n") * 20_000
    with socket.create_connection((host, int(port))) as client:
        client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        client.sendall(
            b"POST /quotes/batch HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-ndjson\r\n"
            + f"Content-Length: {len(lines)}\r\n\r\n".encode()
        )
        client.sendall(lines)
        start = time.monotonic()
        assert requests.get(f"{hasty.url}/health/live", timeout=60).status_code == 200
        assert time.monotonic() - start < 20


def test_a_service_that_stops_says_so_for_the_lines_that_are_left() -> None:
    with serving(workers=1) as short_lived:
        answer = started(short_lived, body(300))
        short_lived.master.send_signal(signal.SIGTERM)
        rest = [json.loads(line) for line in answer.read().splitlines()]
        assert len(rest) == 299
        assert [each["id"] for each in rest if "quotes" in each] == [
            str(n + 1) for n in range(len(rest)) if "quotes" in rest[n]
        ]
        assert rest[-1]["status"] == 503
        assert short_lived.master.wait(30) == 0
