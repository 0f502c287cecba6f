"""A gunicorn of our own on a free port, for as long as a block lasts."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from urllib.error import URLError
from urllib.request import urlopen

import psutil

START_SECONDS = 120


@dataclass(frozen=True)
class Server:
    """A running service: its address and its master process."""

    url: str
    master: psutil.Process

    def proportional_memory(self) -> int:
        """Bytes of all processes, a page that n of them share counted 1/n in each (PSS)."""
        return sum(process.memory_full_info().pss for process in self._processes())

    def resident_memory(self) -> int:
        """Bytes of all processes, shared pages counted in each (RSS)."""
        return sum(process.memory_info().rss for process in self._processes())

    def _processes(self) -> list[psutil.Process]:
        return [self.master, *self.master.children(recursive=True)]


@contextmanager
def serving(workers: int = 1, **settings: str) -> Iterator[Server]:
    """Serve with `workers` and other QUOTESERVICE_* settings; raises RuntimeError when it does not start."""
    bind = f"127.0.0.1:{free_port()}"
    environment = {**os.environ, "QUOTESERVICE_BIND": bind, "QUOTESERVICE_WORKERS": str(workers)}
    environment |= {f"QUOTESERVICE_{name.upper()}": value for name, value in settings.items()}
    command = [sys.executable, "-m", "quoteservice", "serve"]
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait(f"http://{bind}/health/ready", process)
        yield Server(f"http://{bind}", psutil.Process(process.pid))
    finally:
        process.terminate()
        process.wait(60)


def free_port() -> int:
    """A port of the loopback address that nobody listens on at the moment."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port


def _wait(url: str, process: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end and process.poll() is None:
        try:
            with urlopen(url):
                return
        except (URLError, ConnectionError):
            time.sleep(0.1)
    raise RuntimeError("The service did not start.")
