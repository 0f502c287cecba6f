"""Marks the stages of an analysis for whoever measures them; by default nobody does."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext

Watcher = Callable[[str], AbstractContextManager[None]]
_watchers: list[Watcher] = []


def stage(name: str) -> AbstractContextManager[None]:
    """The block of this `with` is stage `name` of an analysis."""
    return _watchers[-1](name) if _watchers else nullcontext()


@contextmanager
def watching(watcher: Watcher) -> Iterator[None]:
    """Call `watcher` with the name of every stage in the block, around that stage."""
    _watchers.append(watcher)
    try:
        yield
    finally:
        _watchers.pop()
