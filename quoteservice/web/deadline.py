"""Ends a request that takes too long, so that the sender gets an answer and the worker lives on."""

import math
from collections.abc import Iterator
from contextlib import contextmanager

from quoteservice.deadline import Late, limited
from quoteservice.web.problems import Problem


@contextmanager
def deadline(seconds: float) -> Iterator[None]:
    """Raise Problem 503 in the block's stead after `seconds`; a sync worker's main thread only, else no limit."""
    try:
        with limited(seconds):
            yield
    except Late:
        detail = f"The article did not come in or was not read within {seconds:g} seconds."
        raise Problem(503, detail, headers={"Retry-After": str(max(1, math.ceil(seconds)))}) from None
