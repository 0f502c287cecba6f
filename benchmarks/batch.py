"""POST /quotes/batch beside the same articles one request at a time, and the memory of a long batch."""

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.request import Request, urlopen

from benchmarks.server import Server, serving

MEBIBYTE = 2**20
ROUNDS = 8
FEW, MANY = 200, 2000
PAUSE = 1.0
"""Seconds between two looks at the memory, each of which costs the service some time."""


def batch(texts: list[str]) -> None:
    """Print speed and processor time of articles alone and in a batch, and the memory of few and of many lines."""
    with serving() as server:
        for text in texts * 4:
            _alone(server, [text])
        _speed(server, texts * 3)
        few, many = (_peak(server, [texts[n % len(texts)] for n in range(count)]) for count in (FEW, MANY))
    print(f"highest memory (PSS): {few:.0f} MiB over {FEW} lines, {many:.0f} MiB over {MANY} lines")


def _speed(server: Server, texts: list[str]) -> None:
    """Both ways in turns, so that both meet the same state of the machine."""
    for name, seconds, spent in zip(("one request an article", "one batch"), *_spent(server, texts), strict=True):
        count = ROUNDS * len(texts)
        print(f"{name:24}{count / seconds:8.1f} articles/s{1000 * spent / count:10.1f} ms of processor time an article")


def _spent(server: Server, texts: list[str]) -> tuple[list[float], list[float]]:
    """Seconds, and seconds of the workers' processor time, of the two ways."""
    seconds, processor = [0.0, 0.0], [0.0, 0.0]
    for _ in range(ROUNDS):
        for way, call in enumerate((_alone, _together)):
            before, start = _processor_time(server), time.perf_counter()
            call(server, texts)
            seconds[way] += time.perf_counter() - start
            processor[way] += _processor_time(server) - before
    return seconds, processor


def _processor_time(server: Server) -> float:
    times = [worker.cpu_times() for worker in server.master.children()]
    return sum(each.user + each.system for each in times)


def _alone(server: Server, texts: list[str]) -> None:
    for text in texts:
        body = json.dumps({"text": text}).encode()
        with urlopen(Request(f"{server.url}/quotes", body, {"Content-Type": "application/json"})) as answer:
            answer.read()


def _together(server: Server, texts: list[str]) -> None:
    body = "\n".join(json.dumps({"text": text}) for text in texts).encode()
    request = Request(f"{server.url}/quotes/batch", body, {"Content-Type": "application/x-ndjson"})
    with urlopen(request) as answer:
        answered = sum(b'"quotes"' in line for line in answer)
    if answered != len(texts):
        raise RuntimeError(f"Only {answered} of {len(texts)} lines were answered.")


def _peak(server: Server, texts: list[str]) -> float:
    with _watched(server) as seen:
        _together(server, texts)
    return max(seen)


@contextmanager
def _watched(server: Server) -> Iterator[list[float]]:
    """The memory of `server` in MiB, looked at again and again while the block lasts."""
    seen, over = [server.proportional_memory() / MEBIBYTE], threading.Event()

    def watch() -> None:
        while not over.wait(PAUSE):
            seen.append(server.proportional_memory() / MEBIBYTE)

    watcher = threading.Thread(target=watch)
    watcher.start()
    try:
        yield seen
    finally:
        over.set()
        watcher.join()
