"""How far a long run is, on a terminal."""

import os
import time
from types import TracebackType
from typing import Self

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, Task, TimeRemainingColumn
from rich.text import Text

EVERY = 0.2


class _Rate(ProgressColumn):
    """Articles a second."""

    def render(self, task: Task) -> Text:
        """The rate of late, or nothing yet."""
        return Text(f"{task.speed:.1f} articles/s" if task.speed else "")


class Advance:
    """Counts finished articles and shows them on stderr, if that is a terminal."""

    def __init__(self) -> None:
        console = Console(stderr=True)
        columns = (BarColumn(), MofNCompleteColumn(), _Rate(), TimeRemainingColumn())
        # Without a thread of its own, because processes are forked beside it.
        self._progress = Progress(*columns, console=console, auto_refresh=False, disable=not console.is_terminal)
        self._task = self._progress.add_task("", total=None)
        self._shown = 0.0
        self.total = self.done = 0

    def begin(self, total: int, done: int) -> None:
        """So many articles there are, and so many are finished already."""
        self.total, self.done = total, done
        self._progress.reset(self._task, total=total, completed=done)
        self._progress.refresh()

    def __call__(self) -> None:
        """One more is finished."""
        self.done += 1
        self._progress.advance(self._task)
        if time.monotonic() - self._shown > EVERY or self.done == self.total:
            self._shown = time.monotonic()
            self._progress.refresh()

    def __enter__(self) -> Self:
        self._progress.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._progress.stop()


def cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
