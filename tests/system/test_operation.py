"""The real application under gunicorn in bad times: overload, dead workers, a stop in the middle of the work."""

import asyncio
import signal
import time
from collections.abc import Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import psutil
import pytest
import requests
from prometheus_client.parser import text_string_to_metric_families

from benchmarks.articles import articles
from benchmarks.client import Answer, post
from benchmarks.server import Server, serving

ARTICLE = articles()[0]
PATIENCE = 60


async def together(server: Server, senders: int, meanwhile: signal.Signals | None = None) -> list[Answer]:
    """The answers to requests that come at once, with a signal to the master when all are in."""
    waiting = [asyncio.create_task(post(server.url, ARTICLE, PATIENCE)) for _ in range(senders)]
    if meanwhile is not None:
        await asyncio.sleep(0.5)
        server.master.send_signal(meanwhile)
    return list(await asyncio.gather(*waiting))


def answers_of(senders: Coroutine[Any, Any, list[Answer]]) -> list[Answer]:
    """Run the senders in a thread of their own: a browser that tests drive may hold this one's event loop."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, senders).result()


def metric(server: Server, name: str) -> float:
    families = text_string_to_metric_families(requests.get(f"{server.url}/metrics", timeout=60).text)
    return sum(
        sample.value for family in families for sample in family.samples if sample.name == f"quoteservice_{name}"
    )


@pytest.fixture(scope="module")
def hurried() -> Iterator[Server]:
    """Two workers for whom no request waits longer than a second, and who are soon replaced."""
    with serving(workers=2, max_wait="1", max_requests="12", max_requests_jitter="3") as running:
        yield running


def test_what_would_wait_too_long_is_told_so_and_the_rest_is_answered(hurried: Server) -> None:
    answers = answers_of(together(hurried, 80))
    assert {answer.kind for answer in answers} == {"right", "503 told when"}
    assert max(answer.seconds for answer in answers) < 15


def test_the_counters_outlive_the_workers(hurried: Server) -> None:
    before, workers = metric(hurried, "requests_total"), {child.pid for child in hurried.master.children()}
    sent = 0
    # The kernel chooses who gets a connection, so one worker may live long beside the other.
    while not {child.pid for child in hurried.master.children()}.isdisjoint(workers):
        assert sent < 2000
        requests.post(f"{hurried.url}/quotes", b"Igen.", headers={"Content-Type": "text/plain"}, timeout=PATIENCE)
        sent += 1
    assert metric(hurried, "requests_total") == before + sent + 1
    assert metric(hurried, "requests_in_flight") == 1


def test_a_killed_worker_is_back_within_two_seconds(hurried: Server) -> None:
    time.sleep(0.5)
    killed = hurried.master.children()[0]
    killed.kill()
    psutil.wait_procs([killed], timeout=2)
    start = time.monotonic()
    while len([c for c in hurried.master.children() if c.pid != killed.pid and c.status() != "zombie"]) < 2:
        assert time.monotonic() - start < 2
        time.sleep(0.02)
    assert answers_of(together(hurried, 1))[0].kind == "right"


def test_a_stop_loses_no_request_that_was_let_in() -> None:
    with serving(workers=2) as short_lived:
        answers = answers_of(together(short_lived, 24, signal.SIGTERM))
        assert short_lived.master.wait(60) == 0
    assert {answer.kind for answer in answers} <= {"right", "503 told when"}
    assert "right" in {answer.kind for answer in answers}


def test_a_reload_goes_on_answering() -> None:
    with serving(workers=1) as reloaded:
        (worker,) = reloaded.master.children()
        assert {a.kind for a in answers_of(together(reloaded, 6, signal.SIGHUP))} == {"right"}
        psutil.wait_procs([worker], timeout=10)
        assert answers_of(together(reloaded, 1))[0].kind == "right"


def test_the_folder_of_the_metrics_goes_with_the_service() -> None:
    def folders() -> set[Path]:
        return set(Path("/dev/shm").glob("quoteservice-metrics-*"))

    before = folders()
    with serving(workers=1):
        assert len(folders() - before) == 1
    assert folders() <= before
