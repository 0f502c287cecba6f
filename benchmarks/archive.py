"""`python -m benchmarks.archive [scaling|memory]`: a whole archive by the pool: one process and two, and its memory."""

import argparse
import json
import os
import resource
import statistics
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

import psutil

from benchmarks.articles import many
from quoteservice.bulk.job import Job, service_of
from quoteservice.bulk.reading.found import Layout
from quoteservice.bulk.run import Run
from quoteservice.bulk.writing.target import Target

MEBIBYTE = 2**20
FIRST = 1_000


@dataclass
class Watch:
    """When the reading began and ended, and the memory of the run and its workers at every `every`-th article."""

    every: int = 0
    began: float = 0.0
    ended: float = 0.0
    done: int = 0
    memory: dict[int, list[float]] = field(default_factory=dict)

    def planned(self, total: int, done: int) -> None:
        self.began = time.monotonic()

    def advanced(self) -> None:
        self.ended, self.done = time.monotonic(), self.done + 1
        if self.every and self.done % self.every == 0:
            told = self.memory[self.done] = [each / MEBIBYTE for each in proportional_memory()]
            parts = " + ".join(f"{each:.1f}" for each in told)
            print(f"after {self.done} articles: {sum(told):.1f} MiB ({parts})", flush=True)


def proportional_memory() -> list[float]:
    """Bytes of this process and of each worker, shared pages shared out (PSS)."""
    here = psutil.Process()
    return [process.memory_full_info().pss for process in (here, *here.children())]


def archive(folder: Path, number: int, words: int) -> Path:
    path = folder / f"archive{number}.jsonl"
    rows = ({"id": n, "text": text} for n, text in enumerate(many(number, words)))
    path.write_text("".join(f"{json.dumps(row)}\n" for row in rows), encoding="utf-8")
    return path


def run(path: Path, workers: int, watch: Watch) -> Watch:
    with tempfile.TemporaryDirectory() as out:
        target = Target.at(Path(out), "jsonl")
        Run([path], Layout(), Job(), target, workers).execute(watch.planned, watch.advanced)
    return watch


def scaling(folder: Path, number: int, words: int, rounds: int) -> None:
    """One process and two in turns, so that both meet the machine in the same state."""
    path = archive(folder, number, words)
    rates: dict[int, list[float]] = {1: [], 2: []}
    print(f"{number} articles of about {words} words, {rounds} rounds; {'articles/s':>10} {'CPU ms each':>12} load")
    for _ in range(rounds):
        for workers, told in rates.items():
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            watch = run(path, workers, Watch())
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
            told.append(number / (watch.ended - watch.began))
            each = 1000 * spent / number
            print(f"{workers} process(es): {told[-1]:10.2f} {each:12.1f} {os.getloadavg()[0]:.1f}", flush=True)
    medians, best = ({w: of(told) for w, told in rates.items()} for of in (statistics.median, max))
    print(f"median {medians[1]:.2f} and {medians[2]:.2f} articles/s, ratio {medians[2] / medians[1]:.2f}")
    print(f"best   {best[1]:.2f} and {best[2]:.2f} articles/s, ratio {best[2] / best[1]:.2f}")
    print(f"best ratio of a round {max(b / a for a, b in zip(rates[1], rates[2], strict=True)):.2f}")


def memory(folder: Path, number: int, words: int) -> None:
    """The memory of a long run by two workers."""
    watch = run(archive(folder, number, words), 2, Watch(every=FIRST // 2))
    first = max(sum(told) for done, told in watch.memory.items() if done <= FIRST)
    last = max(sum(told) for done, told in watch.memory.items() if done > FIRST)
    rate = number / (watch.ended - watch.began)
    print(f"{rate:.1f} articles/s; growth after {FIRST}, peak to peak: {100 * (last / first - 1):+.1f} %")


def main() -> None:
    """Measure and print."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("what", choices=["scaling", "memory"])
    asked.add_argument("--articles", type=int, default=0, help="200, or 20,000 for memory")
    asked.add_argument("--words", type=int, default=400)
    asked.add_argument("--rounds", type=int, default=5)
    given = asked.parse_args()
    service_of(Job()).quotes("Esik.")
    with tempfile.TemporaryDirectory() as folder:
        if given.what == "scaling":
            scaling(Path(folder), given.articles or 200, given.words, given.rounds)
        else:
            memory(Path(folder), given.articles or 20_000, given.words)


if __name__ == "__main__":
    main()
