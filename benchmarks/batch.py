"""POST /quotes/batch beside the same articles one request at a time, and the memory of a long batch."""

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.request import Request, urlopen

from benchmarks.server import Server, serving

MEBIBYTE = 2**20
FEW, MANY = 200, 2000
PAUSE = 0.2


def batch(texts: list[str]) -> None:
    """Print articles a second alone and in a batch, and the highest memory over few and over many lines."""
    with serving() as server:
        lines = [texts[n % len(texts)] for n in range(MANY)]
        for text in texts * 4:
            _post(server, "quotes", {"text": text})
        alone = _seconds_alone(server, lines[:FEW])
        few, few_peak = _seconds_and_peak(server, lines[:FEW])
        many, many_peak = _seconds_and_peak(server, lines)
    print(f"one request an article: {FEW / alone:.1f} articles/s; a batch of {FEW}: {FEW / few:.1f} articles/s")
    print(f"a batch of {MANY}: {MANY / many:.1f} articles/s")
    print(f"highest memory (PSS): {few_peak:.0f} MiB over {FEW} lines, {many_peak:.0f} MiB over {MANY} lines")


def _seconds_alone(server: Server, texts: list[str]) -> float:
    start = time.perf_counter()
    for text in texts:
        _post(server, "quotes", {"text": text})
    return time.perf_counter() - start


def _seconds_and_peak(server: Server, texts: list[str]) -> tuple[float, float]:
    body = "\n".join(json.dumps({"text": text}) for text in texts).encode()
    request = Request(f"{server.url}/quotes/batch", body, {"Content-Type": "application/x-ndjson"})
    start, answered = time.perf_counter(), 0
    with _watched(server) as seen, urlopen(request) as answer:
        for line in answer:
            answered += b'"quotes"' in line
    if answered != len(texts):
        raise RuntimeError(f"Only {answered} of {len(texts)} lines were answered.")
    return time.perf_counter() - start, max(seen)


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


def _post(server: Server, path: str, data: dict[str, str]) -> bytes:
    headers = {"Content-Type": "application/json"}
    with urlopen(Request(f"{server.url}/{path}", json.dumps(data).encode(), headers)) as answer:
        body: bytes = answer.read()
        return body
