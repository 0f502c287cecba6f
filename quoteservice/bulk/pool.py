"""The engine of one machine: processes that read articles; one that dies or hangs takes at most its article along."""

from collections import Counter, deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from multiprocessing.connection import wait
from typing import Any

from quoteservice.bulk.worker import AT_ONCE, Lost, Work, Worker

CHANCES = 3  # a task over which a process died so often is given up; fewer may have been somebody's kill


@dataclass
class Pool:
    """`size` processes that do `work`; one that needs more than `patience` seconds for a task is ended."""

    work: Work
    size: int
    patience: float
    workers: list[Worker] = field(default_factory=list)
    _again: deque[Any] = field(default_factory=deque)
    _deaths: Counter[Any] = field(default_factory=Counter)

    def run(self, tasks: Iterable[Any]) -> Iterator[tuple[Any, Any]]:
        """Each of `tasks` (hashable) with its answer, as they are finished; the answer is Lost or TimeoutError."""
        left = iter(tasks)
        try:
            self.workers = [Worker(self.work) for _ in range(self.size)]
            while busy := self._handed_out(left):
                ready = wait([worker.connection for worker in busy], timeout=1)
                for worker in busy:
                    yield from self._taken(worker, worker.connection in ready)
        finally:
            for worker in self.workers:
                worker.kill()

    def _handed_out(self, left: Iterator[Any]) -> list[Worker]:
        for worker in self.workers:
            if not worker.todo:
                worker.give([self._again.popleft()] if self._again else list(islice(left, AT_ONCE)))
        return [worker for worker in self.workers if worker.todo]

    def _taken(self, worker: Worker, ready: bool) -> Iterator[tuple[Any, Any]]:
        error: Exception = TimeoutError()
        try:
            if ready:
                yield worker.take()
            if ready or worker.busy_for() <= self.patience:
                return
        except Lost as lost:
            error = lost
        task, *others = worker.restart()
        self._again.extend(others)
        self._deaths[task] += 1
        if isinstance(error, Lost) and self._deaths[task] < CHANCES:
            self._again.append(task)
        else:
            yield task, error
