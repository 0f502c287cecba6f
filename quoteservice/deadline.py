"""Ends work that takes too long, from inside, so that the process lives on."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import NoReturn


class Late(BaseException):
    """Not an Exception, so that nothing on the way takes it for a failure of its own."""


@contextmanager
def limited(seconds: float) -> Iterator[None]:
    """Raise Late inside the block after `seconds`; in the main thread only, in another there is no limit."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGALRM, _late)
    try:
        signal.setitimer(signal.ITIMER_REAL, seconds)
        try:
            yield
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
    finally:
        signal.signal(signal.SIGALRM, before)


def _late(signum: int, frame: FrameType | None) -> NoReturn:
    raise Late
