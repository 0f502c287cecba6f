"""The engine of one machine: processes that read articles; one that dies or hangs takes at most its article along."""

from collections import Counter, deque
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import islice
from multiprocessing.connection import wait
from typing import Any

from quoteservice.bulk.worker import Lost, Work, Worker

AT_ONCE = 4
"""Tasks handed over in one go, so that no process waits for the next one."""
CHANCES = 3
"""A task in whose stead a process died so often is given up; fewer may have been somebody's kill."""
Ended = tuple[Any, Any]


@dataclass
class Pool:
    """`workers` processes that do `work`; one that needs more than `patience` seconds for a task is ended."""

    work: Work
    workers: int
    patience: float
    _running: list[Worker] = field(default_factory=list)
    _again: deque[Any] = field(default_factory=deque)
    _deaths: Counter[Any] = field(default_factory=Counter)

    def run(self, tasks: Iterable[Any]) -> Iterator[Ended]:
        """Each of `tasks` (hashable) with its answer, as they are finished; the answer is Lost or TimeoutError."""
        left = iter(tasks)
        try:
            self._running = [Worker(self.work) for _ in range(self.workers)]
            while busy := self._handed_out(left):
                ready = wait([worker.connection for worker in busy], timeout=1)
                for worker in busy:
                    if worker.connection in ready:
                        yield from self._taken(worker)
                    elif worker.busy_for() > self.patience:
                        yield self._replaced(worker), TimeoutError()
        finally:
            for worker in self._running:
                worker.kill()

    @property
    def processes(self) -> list[int]:
        """The ids of the processes that work now."""
        return [worker.pid for worker in self._running]

    def _handed_out(self, left: Iterator[Any]) -> list[Worker]:
        for worker in self._running:
            if not worker.todo:
                tasks = [self._again.popleft()] if self._again else list(islice(left, AT_ONCE))
                with suppress(Lost):  # which is found when its answer is waited for
                    worker.give(tasks)
        return [worker for worker in self._running if worker.todo]

    def _taken(self, worker: Worker) -> Iterator[Ended]:
        try:
            yield worker.take()
        except Lost:
            task = self._replaced(worker)
            self._deaths[task] += 1
            if self._deaths[task] < CHANCES:
                self._again.append(task)
            else:
                yield task, Lost()

    def _replaced(self, worker: Worker) -> Any:
        """The task that a process was at; a new process is there instead, and its other tasks come next."""
        worker.kill()
        self._running[self._running.index(worker)] = Worker(self.work)
        task = worker.todo.popleft()
        self._again.extend(worker.todo)
        return task
