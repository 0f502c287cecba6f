"""Processes that work, fail, hang and are killed."""

import os
import signal
import time

import pytest

from quoteservice.bulk import worker
from quoteservice.bulk.pool import CHANCES, Pool
from quoteservice.bulk.worker import Lost


def double(n: int) -> int:
    if n == -1:
        os._exit(1)
    if n == -2:
        time.sleep(60)
    return 2 * n


def whose(n: int) -> int:
    return os.getpid()


def test_every_task_is_answered_once() -> None:
    tasks = range(1, 101)
    assert sorted(Pool(double, 3, 10).run(tasks)) == [(n, 2 * n) for n in tasks]


def test_no_tasks_are_no_answers() -> None:
    assert list(Pool(double, 2, 10).run([])) == []


def test_a_task_that_ends_its_process_every_time_is_given_up_and_no_other() -> None:
    told = dict(Pool(double, 2, 10).run([1, -1, *range(2, 20)]))
    assert isinstance(told.pop(-1), Lost)
    assert told == {n: 2 * n for n in range(1, 20)}


def test_a_task_that_hangs_is_given_up_and_no_other() -> None:
    told = dict(Pool(double, 2, 0.5).run([1, -2, *range(2, 20)]))
    assert isinstance(told.pop(-2), TimeoutError)
    assert told == {n: 2 * n for n in range(1, 20)}


def test_a_process_that_somebody_kills_is_replaced_and_its_task_done_again() -> None:
    pool, told = Pool(double, 2, 10), {}
    for n, (task, answer) in enumerate(pool.run(range(60))):
        told[task] = answer
        if n in (5, 20, 40):
            os.kill(pool.workers[0].pid, signal.SIGKILL)
    assert CHANCES > 1
    assert told == {n: 2 * n for n in range(60)}


def test_a_process_is_replaced_before_it_has_grown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "FRESH_AFTER", 10)
    told = dict(Pool(whose, 1, 10).run(range(60)))
    assert [list(told.values()).count(pid) for pid in dict.fromkeys(told.values())] == [12] * 5


def test_no_process_is_left() -> None:
    pool = Pool(double, 2, 10)
    answers = pool.run(range(100))
    next(answers)
    processes = [worker.pid for worker in pool.workers]
    answers.close()
    assert len(processes) == 2
    assert not any(os.path.exists(f"/proc/{pid}") for pid in processes)  # noqa: PTH110
