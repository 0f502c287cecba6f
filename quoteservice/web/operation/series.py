"""The files in which workers keep their metrics, so that any of them can tell the sums: prometheus_client's own way.

prometheus_client leaves the counters of every dead worker in files of their own for ever; here they are added up in
one. All of it happens under a lock that a scrape shares.
"""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from prometheus_client import CollectorRegistry, Metric
from prometheus_client.mmap_dict import MmapedDict
from prometheus_client.multiprocess import MultiProcessCollector
from prometheus_client.registry import Collector

from quoteservice.web.operation.folder import FOLDER

SUMMED = ("counter", "histogram")
LOCK = "lock"


def bury(pid: int, folder: Path) -> None:
    """Drop the gauges of the dead process `pid`, and add its counters to those of the dead before it."""
    with _locked(folder):
        for left in folder.glob(f"*_{pid}.db"):
            kind = left.name.partition("_")[0]
            if kind in SUMMED:
                _add(left, folder / f"{kind}_dead.db")
            left.unlink()


def collected(registry: CollectorRegistry) -> CollectorRegistry:
    """A registry of what all processes counted; `registry` itself where there is but one process."""
    folder = os.environ.get(FOLDER)
    if not folder:
        return registry
    together = CollectorRegistry()
    with _locked(Path(folder)):
        metrics = list(MultiProcessCollector(None, folder).collect())
    together.register(_Told(metrics))
    return together


class _Told(Collector):
    """A collector of what was read under the lock."""

    def __init__(self, metrics: list[Metric]) -> None:
        self._metrics = metrics

    def collect(self) -> list[Metric]:
        return self._metrics


def _add(left: Path, sum_file: Path) -> None:
    total = MmapedDict(str(sum_file))
    for key, value, stamp, _ in MmapedDict.read_all_values_from_file(str(left)):
        total.write_value(key, total.read_value(key)[0] + value, stamp)
    total.close()


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    with (folder / LOCK).open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
