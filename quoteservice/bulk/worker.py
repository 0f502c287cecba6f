"""One process that reads articles, seen from the one that hands them out."""

import ctypes
import os
import signal
import sys
import time
from collections import deque
from collections.abc import Callable, Sequence
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import Any

FORK = get_context("fork")
"""The model is loaded before the fork, so that all share its memory and none is sent one."""
PR_SET_PDEATHSIG = 1
AT_ONCE = 4
"""Tasks to be handed over in one go, so that no process waits for the next one."""
FRESH_AFTER = 500
"""Tasks after which a process is replaced: what it has learnt of words, and no longer shares with others, is much."""

Work = Callable[[Any], Any]


class Lost(Exception):
    """The process has died."""


class Worker:
    """A process that does `work` with one task after the other; tasks and answers go through a pipe."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self.todo: deque[Any] = deque()
        self._start()

    def _start(self) -> None:
        self.connection, theirs = FORK.Pipe()
        self._process = FORK.Process(target=_serve, args=(theirs, self._work, os.getpid()), daemon=True)
        self._process.start()
        theirs.close()
        self.pid = self._process.pid or 0
        self._since = time.monotonic()
        self._given = 0

    def give(self, tasks: Sequence[Any]) -> None:
        """Hand tasks, if any, to an idle process; one that has died is found when its answer is taken."""
        if self._given >= FRESH_AFTER:
            self.restart()
        self._given += len(tasks)
        self.todo.extend(tasks)
        self._since = time.monotonic()
        with suppress(OSError):
            if tasks:
                self.connection.send(list(tasks))

    def take(self) -> tuple[Any, Any]:
        """The task that is finished, and its answer; waits for it. Raises Lost."""
        try:
            answer = self.connection.recv()
        except (EOFError, OSError):
            raise Lost from None
        self._since = time.monotonic()
        return self.todo.popleft(), answer

    def busy_for(self) -> float:
        """Seconds since the process got something to do or last answered."""
        return time.monotonic() - self._since

    def kill(self) -> None:
        """End the process, whatever it does."""
        self._process.kill()
        self._process.join()
        self.connection.close()

    def restart(self) -> list[Any]:
        """Put a new process in the place of this one; the tasks that were not finished, first the one in work."""
        self.kill()
        unfinished = list(self.todo)
        self.todo.clear()
        self._start()
        return unfinished


def _serve(connection: Connection, work: Work, parent: int) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent gets it as well, and decides
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    _die_with(parent)
    while True:
        for task in connection.recv():
            connection.send(work(task))


def _die_with(parent: int) -> None:
    """Have the kernel end this process with its parent, however that ends; elsewhere than on Linux, do nothing."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
        if os.getppid() != parent:
            os._exit(1)
