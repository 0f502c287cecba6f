"""The real application under gunicorn with the embedded model: right answers, and nothing kills or hangs a worker."""

import http.client
import json
import signal
import time
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import psutil
import pytest
import requests

from benchmarks.server import Server, serving

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.txt"))
ARTICLE = EXAMPLES[0].read_text(encoding="utf-8")
JSON, TEXT = {"Content-Type": "application/json"}, {"Content-Type": "text/plain"}


def post(server: Server, body: Any, headers: dict[str, str]) -> tuple[int, dict[str, Any]]:
    answer = requests.post(f"{server.url}/quotes", body, headers=headers, timeout=120)
    return answer.status_code, answer.json()


@pytest.fixture(autouse=True)
def same_worker(server: Server) -> Any:
    """No test may cost a worker its life."""
    before = [child.pid for child in server.master.children()]
    yield
    assert [child.pid for child in server.master.children()] == before


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.stem)
def test_every_range_is_its_text_and_every_id_leads_somewhere(server: Server, file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    status, told = post(server, text.encode(), TEXT)
    assert (status, told["warnings"]) == (200, [])
    speakers = {speaker["id"]: speaker for speaker in told["speakers"]}
    assert len(told["quotes"]) >= 5
    for quote in told["quotes"]:
        spans = [text[s["start"] : s["end"]] for s in quote["content"]["spans"]]
        assert " ".join(spans) == quote["content"]["text"]
        if quote["source"]:
            assert text[quote["source"]["start"] : quote["source"]["end"]] == quote["source"]["text"]
        assert all(quote["id"] in speakers[each]["quote_ids"] for each in quote["speaker_ids"])


def test_the_same_article_gets_the_same_answer(server: Server) -> None:
    assert post(server, ARTICLE.encode(), TEXT) == post(server, json.dumps({"text": ARTICLE}), JSON)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n" * 100_000,
        "Tegnap esett az eső.",
        "„" * 50_000,
        "\"'„”»«" * 10_000,
        "a" * 200_000,
        "a" + "\u0301" * 100_000,
        "\x00" * 100_000,
        "„Igen” – mondta Kő Pál. " * 400,
        "azt mondta, hogy " * 1_000,
        "szerint " * 2_000,
        "👩‍👧 𝒞 az és „א” " * 1_000,
    ],
    ids=range(12),
)
def test_odd_texts_are_read_in_time(server: Server, text: str) -> None:
    start = time.monotonic()
    status, _ = post(server, json.dumps({"text": text}), JSON)
    assert status == 200
    assert time.monotonic() - start < 40


@pytest.mark.parametrize(
    "html",
    [
        "<div>" * 100_000,
        "<p " + "a=1 " * 250_000 + ">Kész.",
        "<" * 200_000,
        "<!--" * 100_000,
        "<q>" * 100_000 + "a",
        '<a b=">" ' * 100_000,
        "&#" + "1" * 1_000_000,
        "<![x[" * 1_000,
    ],
    ids=range(8),
)
def test_odd_pages_are_read_in_time(server: Server, html: str) -> None:
    start = time.monotonic()
    status, _ = post(server, html.encode(), {"Content-Type": "text/html"})
    assert status in {200, 422}
    assert time.monotonic() - start < 40


def test_two_hundred_thousand_characters_are_read(server: Server) -> None:
    text = (ARTICLE + "\n\n") * (200_000 // len(ARTICLE))
    status, told = post(server, text.encode(), TEXT)
    assert status == 200
    assert len(told["quotes"]) > 500


@pytest.mark.parametrize(
    ("body", "headers", "expected"),
    [
        (b"{", JSON, 400),
        (b"[" * 1_000_000, JSON, 400),
        (b'{"text": "\\ud800"}', JSON, 422),
        (b'{"text": "a", "x": 1}', JSON, 422),
        (b"<p>a</p>", {"Content-Type": "application/xml"}, 415),
        (b"a", {"Content-Type": "text/plain", "Accept": "text/html"}, 406),
        (b"a" * 10_000_000, TEXT, 413),
    ],
    ids=range(7),
)
def test_bad_requests_are_problems(server: Server, body: bytes, headers: dict[str, str], expected: int) -> None:
    status, problem = post(server, body, headers)
    assert (status, problem["status"]) == (expected, expected)


def test_a_body_in_chunks_is_refused_when_it_grows_too_large(server: Server) -> None:
    status, _ = post(server, (b"a" * 65_536 for _ in range(100)), TEXT)
    assert status == 413


def test_a_simple_client_sees_the_refusal_of_a_large_body(server: Server) -> None:
    connection = http.client.HTTPConnection(urlsplit(server.url).netloc, timeout=60)
    connection.request("POST", "/quotes", b"a" * 10_000_000, TEXT)
    assert connection.getresponse().status == 413


def test_a_worker_is_one_thread(server: Server) -> None:
    post(server, ARTICLE.encode(), TEXT)
    assert [worker.num_threads() for worker in server.master.children()] == [1]


def test_many_requests_do_not_grow_the_memory(server: Server) -> None:
    def answer(times: int) -> int:
        for n in range(times):
            post(server, f"{ARTICLE}\n\nMa ez a(z) {n}. változat{n} szó{n}.".encode(), TEXT)
        return server.proportional_memory()

    before = answer(60)
    assert answer(120) < before * 1.05


def test_sigterm_ends_the_request_in_work_and_then_the_service() -> None:
    with serving(workers=1) as short_lived:
        connection = http.client.HTTPConnection(urlsplit(short_lived.url).netloc, timeout=60)
        connection.request("POST", "/quotes", (ARTICLE * 10).encode(), TEXT)
        time.sleep(0.3)
        short_lived.master.send_signal(signal.SIGTERM)
        assert connection.getresponse().status == 200
        assert short_lived.master.wait(30) == 0


def test_an_article_that_takes_too_long_costs_neither_the_worker_nor_the_next_answer() -> None:
    with serving(workers=1, deadline="1") as short_lived:
        (worker,) = short_lived.master.children()
        before = post(short_lived, ARTICLE.encode(), TEXT)
        assert post(short_lived, (ARTICLE * 100).encode(), TEXT)[0] == 503
        assert post(short_lived, ARTICLE.encode(), TEXT) == before
        assert short_lived.master.children() == [worker]


def test_a_killed_worker_is_replaced() -> None:
    with serving(workers=1) as short_lived:
        (worker,) = short_lived.master.children()
        worker.kill()
        psutil.wait_procs([worker], timeout=5)
        assert post(short_lived, b"Igen.", TEXT)[0] == 200
