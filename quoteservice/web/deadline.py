"""Ends work that takes too long, from inside, so that the sender gets an answer and the worker lives on."""

import math
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import NoReturn

from quoteservice.web.problems import Problem


class _Late(BaseException):
    """Not an Exception, so that nothing on the way takes it for a failure of its own."""


@contextmanager
def deadline(seconds: float) -> Iterator[None]:
    """Raise Problem 503 in the block's stead after `seconds`; a sync worker's main thread only, else no limit."""
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
    except _Late:
        detail = f"The article did not come in or was not read within {seconds:g} seconds."
        raise Problem(503, detail, headers={"Retry-After": str(max(1, math.ceil(seconds)))}) from None
    finally:
        signal.signal(signal.SIGALRM, before)


def _late(signum: int, frame: FrameType | None) -> NoReturn:
    raise _Late
