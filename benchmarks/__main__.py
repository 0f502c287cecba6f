"""`python -m benchmarks`: POST /quotes beside the bare parse, memory, growth, batches."""

import os
from collections.abc import Callable
from urllib.request import Request, urlopen

from benchmarks.articles import articles
from benchmarks.batch import batch
from benchmarks.measures import Times, timed
from benchmarks.server import Server, serving
from quoteservice.document.reader import load

ROUNDS = 25
GROWTH_REQUESTS = 600
MEBIBYTE = 2**20


def main() -> None:
    """Measure and print."""
    texts = articles()
    words = sum(len(text.split()) for text in texts) / len(texts)
    print(f"{len(texts)} articles of {words:.0f} words on average, {ROUNDS} rounds, one request at a time")
    speed(texts)
    memory(texts, 1)
    memory(texts, 4)
    growth(texts)
    batch(texts)


def speed(texts: list[str]) -> None:
    """Time POST /quotes and the bare parse in turns, so that both meet the same state of the machine."""
    reader = load(os.environ.get("QUOTESERVICE_MODEL", ""))
    parsed: list[float] = []
    answered: list[float] = []
    with serving() as server:
        for call in (reader.read, server_call(server)):
            timed(call, texts)
        for _ in range(ROUNDS):
            parsed += timed(reader.read, texts)
            answered += timed(server_call(server), texts)
    parse, answer = Times(tuple(parsed)), Times(tuple(answered))
    print(f"{'':22}{'p50 ms':>10}{'p99 ms':>10}{'articles/s':>12}")
    for name, times in (("bare parse", parse), ("POST /quotes", answer)):
        print(f"{name:22}{times.median * 1000:10.1f}{times.p99 * 1000:10.1f}{times.per_second:12.1f}")
    print(f"{'ratio':22}{answer.median / parse.median:10.2f}{answer.p99 / parse.p99:10.2f}")


def memory(texts: list[str], workers: int) -> None:
    """Print the memory of a service with `workers` after every one of them has answered."""
    with serving(workers) as server:
        timed(server_call(server), texts * workers * 4)
        shared, naive = server.proportional_memory() / MEBIBYTE, server.resident_memory() / MEBIBYTE
    print(f"memory with {workers} worker(s): {shared:.0f} MiB (PSS), {naive:.0f} MiB (RSS, shared pages counted again)")


def growth(texts: list[str]) -> None:
    """Print how the memory of one worker grows over many requests."""
    with serving(max_requests="0") as server:
        call = server_call(server)
        timed(call, texts * 10)
        before = server.proportional_memory()
        timed(call, texts * (GROWTH_REQUESTS // len(texts)))
        after = server.proportional_memory()
    print(f"growth over {GROWTH_REQUESTS} requests: {100 * (after / before - 1):+.1f} %")


def server_call(server: Server) -> Callable[[str], object]:
    """A call that posts a text to `server`."""

    def post(text: str) -> bytes:
        headers = {"Content-Type": "text/plain; charset=utf-8"}
        with urlopen(Request(f"{server.url}/quotes", text.encode(), headers)) as answer:
            body: bytes = answer.read()
            return body

    return post


if __name__ == "__main__":
    main()
