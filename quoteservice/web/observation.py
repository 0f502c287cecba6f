"""A request's id in and out, and one log line for each request."""

import re
import time
import uuid

from flask import Flask, Response, g, request

from quoteservice.web.logs import log_event

HEADER = "X-Request-ID"
TRUSTED_ID = re.compile(r"[A-Za-z0-9._:-]{1,64}")
QUIET = {"/health/live", "/health/ready"}


def register(app: Flask) -> None:
    """Give every request of `app` an id and a log line."""
    app.before_request(_begin)
    app.after_request(_end)


def note(**fields: int | float | str) -> None:
    """Add `fields` (lengths, counts, timings) to the log line of this request."""
    g.noted.update(fields)


def _begin() -> None:
    given = request.headers.get(HEADER, "")
    g.request_id = given if TRUSTED_ID.fullmatch(given) else uuid.uuid4().hex
    g.started = time.perf_counter()
    g.noted = {}


def _end(response: Response) -> Response:
    response.headers[HEADER] = g.request_id
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers.setdefault("Cache-Control", "no-store")
    route = request.url_rule.rule if request.url_rule else None
    if route not in QUIET:
        spent = round((time.perf_counter() - g.started) * 1000, 1)
        log_event("request", method=request.method, route=route, status=response.status_code, ms=spent, **g.noted)
    return response
