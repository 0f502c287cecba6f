"""What is measured: times of calls, and memory."""

import statistics
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Times:
    """Seconds of single calls."""

    seconds: tuple[float, ...]

    @property
    def median(self) -> float:
        """Half of the calls were faster."""
        return statistics.median(self.seconds)

    @property
    def p99(self) -> float:
        """99 of 100 calls were faster."""
        return statistics.quantiles(self.seconds, n=100)[98]

    @property
    def per_second(self) -> float:
        """Calls a second, one after the other."""
        return len(self.seconds) / sum(self.seconds)


def timed(
    call: Callable[[str], object], texts: Iterable[str], clock: Callable[[], float] = time.perf_counter
) -> list[float]:
    """Seconds by `clock` that `call` takes for each of `texts`."""
    seconds = []
    for text in texts:
        start = clock()
        call(text)
        seconds.append(clock() - start)
    return seconds
