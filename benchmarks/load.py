"""`python -m benchmarks.load`: the service under load, at 80 % and three times what it can, through a stop, for long.

Everything is told as ratios of what the same run measured, since absolute times tell of the machine.
"""

import argparse
import asyncio
import signal
import statistics
import time
from collections import Counter
from itertools import cycle

from benchmarks.articles import articles
from benchmarks.client import Answer, post
from benchmarks.server import Server, serving

WORKERS = 2
PATIENCE_SECONDS = 60
"""After which an answer counts as hanging."""
MAX_WAIT_SECONDS = 3


def main() -> None:
    """Measure and print."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--seconds", type=float, default=30, help="of each load")
    asked.add_argument("--requests", type=int, default=20_000, help="of the long run")
    asked.add_argument("--minutes", type=float, default=10, help="that the long run may take")
    given = asked.parse_args()
    with serving(WORKERS, max_wait=str(MAX_WAIT_SECONDS)) as server:
        closed(server, 3)
        capacity = closed(server, given.seconds)
        print(f"capacity: {capacity:.1f} articles a second")
        told("80 %", asyncio.run(open_loop(server, 0.8 * capacity, given.seconds)))
        told("3 x", asyncio.run(open_loop(server, 3 * capacity, given.seconds)))
    stop(capacity)
    long_run(given.requests, given.minutes * 60)


def closed(server: Server, seconds: float) -> float:
    """Answers a second when there is always one request for each worker and one that waits."""
    return asyncio.run(_closed(server, seconds))


async def _closed(server: Server, seconds: float) -> float:
    texts, end, done = cycle(articles()), time.monotonic() + seconds, 0

    async def sender() -> None:
        nonlocal done
        while time.monotonic() < end:
            answer = await post(server.url, next(texts), PATIENCE_SECONDS)
            done += answer.status == 200

    await asyncio.gather(*(sender() for _ in range(2 * WORKERS)))
    return done / seconds


async def open_loop(server: Server, rate: float, seconds: float) -> list[Answer]:
    """The answers to `rate` requests a second that come whether or not the ones before are answered."""
    texts, start = cycle(articles()), time.monotonic()
    waiting: list[asyncio.Task[Answer]] = []
    for number in range(int(rate * seconds)):
        await asyncio.sleep(max(0.0, start + number / rate - time.monotonic()))
        waiting.append(asyncio.create_task(post(server.url, next(texts), PATIENCE_SECONDS)))
    return list(await asyncio.gather(*waiting))


def told(name: str, answers: list[Answer]) -> None:
    """Print how many answers of which kind there were, and how long they took."""
    kinds = Counter(answer.kind for answer in answers)
    right = sorted(answer.seconds for answer in answers if answer.status == 200)
    line = f"{name:5} {len(answers)} requests: {dict(kinds)}; slowest {max(a.seconds for a in answers):.1f} s"
    if len(right) > 100:
        half, most = statistics.median(right), statistics.quantiles(right, n=100)[98]
        line += f"; right ones p50 {half * 1000:.0f} ms, p99 {most * 1000:.0f} ms, ratio {most / half:.1f}"
    print(line, flush=True)


def stop(capacity: float) -> None:
    """Print what becomes of the requests of a service that is told to stop under twice the load that it can take."""
    with serving(WORKERS, max_wait=str(MAX_WAIT_SECONDS)) as server:
        answers = asyncio.run(_stopped(server, 2 * capacity))
        server.master.wait(60)
    sent = [answer for answer in answers if answer.connected]
    print(
        f"SIGTERM: {len(sent)} accepted: {dict(Counter(a.kind for a in sent))}; {len(answers) - len(sent)} came later"
    )


async def _stopped(server: Server, rate: float) -> list[Answer]:
    load = asyncio.create_task(open_loop(server, rate, 6))
    await asyncio.sleep(3)
    server.master.send_signal(signal.SIGTERM)
    return await load


def long_run(requests: int, seconds: float) -> None:
    """Print how the memory of the service grows over `requests`, or as many as fit in `seconds`."""
    with serving(WORKERS) as server:
        asyncio.run(_closed(server, seconds / 20))
        before, start, done = server.proportional_memory(), time.monotonic(), 0
        while done < requests and time.monotonic() < start + seconds:
            done += int(asyncio.run(_closed(server, 10)) * 10)
        grown = server.proportional_memory() / before - 1
    print(f"long run: {done} requests in {time.monotonic() - start:.0f} s, memory {100 * grown:+.1f} %")


if __name__ == "__main__":
    main()
