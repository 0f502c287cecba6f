"""Backpressure: how long a request waited for a free worker, and an honest 503 when that was too long."""

import re
import socket
import struct
import time

from flask import Flask, g, request

from quoteservice.settings import Settings
from quoteservice.web.observation import note
from quoteservice.web.operation.addresses import is_open
from quoteservice.web.problems import Problem

TCP_INFO_BYTES = 56
LAST_DATA = struct.Struct("=52xI")
"""Linux's tcp_info: 8 bytes, eleven numbers, then the milliseconds since the last data came in."""
FRONT = re.compile(r"(?:t=)?(\d{1,17}(?:\.\d{1,9})?)")
FRONT_HEADER = "X-Request-Start"


def register(app: Flask, settings: Settings) -> None:
    """Answer 503 to what waited longer than `settings.max_wait` seconds; 0 for any time."""

    def admit() -> None:
        waited = seconds_waited(settings.trusted_proxies > 0)
        if waited is None:
            return
        g.waited = waited
        note(wait_ms=round(waited * 1000))
        if 0 < settings.max_wait < waited and not is_open():
            headers = {"Retry-After": str(settings.max_wait)}
            raise Problem(503, f"More waits than can be answered within {settings.max_wait} seconds.", headers=headers)

    app.before_request(admit)


def seconds_waited(behind_proxy: bool) -> float | None:
    """Seconds from when this request came in to now; None where nothing tells.

    The kernel knows when the last byte reached the connection that waited in the backlog; a trusted proxy may tell
    when it took the request in (X-Request-Start, in seconds, milliseconds or microseconds since 1970).
    """
    measured = [_in_backlog(), _since_front() if behind_proxy else None]
    known = [each for each in measured if each is not None]
    return max(known) if known else None


def _in_backlog() -> float | None:
    connection = request.environ.get("gunicorn.socket")
    if not isinstance(connection, socket.socket) or connection.family not in (socket.AF_INET, socket.AF_INET6):
        return None
    try:
        told = connection.getsockopt(socket.IPPROTO_TCP, socket.TCP_INFO, TCP_INFO_BYTES)
    except OSError:
        return None
    return LAST_DATA.unpack(told)[-1] / 1000 if len(told) == TCP_INFO_BYTES else None


def _since_front() -> float | None:
    match = FRONT.fullmatch(request.headers.get(FRONT_HEADER, ""))
    if match is None:
        return None
    then = float(match[1])
    while then > 1e11:
        then /= 1000
    waited = time.time() - then
    return waited if 0 <= waited < 3600 else None
