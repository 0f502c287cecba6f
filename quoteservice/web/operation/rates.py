"""How many requests a client may make: Flask-Limiter over the key of a request or, without one, its address."""

import math
import time

from flask import Flask, Response, g, request
from flask_limiter import Limiter
from limits import parse_many

from quoteservice.settings import SettingInvalid, Settings, variable
from quoteservice.web.operation.addresses import METRICS, is_open

STORAGE_SECONDS = 1
"""How long a storage elsewhere may take; then the limit is counted in the worker."""


def register(app: Flask, settings: Settings) -> None:
    """Refuse with 429 what goes beyond `settings.rate_limit`; raises SettingInvalid for a limit that is none."""
    if not settings.rate_limit:
        return
    limiter = _limiter(settings)
    limiter.request_filter(lambda: is_open() or request.path == METRICS)
    # Registered first to run last: Flask-Limiter's own hook must have counted the request by then.
    app.after_request(lambda response: _with_headers(limiter, response))
    limiter.init_app(app)


def _limiter(settings: Settings) -> Limiter:
    try:
        parse_many(settings.rate_limit)
    except ValueError:
        raise SettingInvalid(f"{variable('rate_limit')} must be like 60/minute or 10/second;1000/day.") from None
    remote = not settings.rate_storage.startswith("memory:")
    options: dict[str, str | int] = {}
    if settings.rate_storage.startswith("redis"):
        options = {"socket_connect_timeout": STORAGE_SECONDS, "socket_timeout": STORAGE_SECONDS}
    return Limiter(
        _client,
        application_limits=[settings.rate_limit],
        storage_uri=settings.rate_storage,
        storage_options=options,
        in_memory_fallback_enabled=remote,
        key_prefix="quoteservice",
    )


def _client() -> str:
    """Who asks: the key, else the client's address as the trusted proxies tell it."""
    key: str | None = g.get("key")
    return f"key:{key}" if key else f"address:{request.remote_addr or 'unknown'}"


def _with_headers(limiter: Limiter, response: Response) -> Response:
    """The response with RateLimit-Limit, -Remaining and -Reset (seconds), and Retry-After (seconds) on a 429."""
    limit = limiter.current_limit
    if limit is not None:
        seconds = max(1, math.ceil(limit.window[0] - time.time()))
        response.headers["RateLimit-Limit"] = str(limit.limit.amount)
        response.headers["RateLimit-Remaining"] = str(limit.remaining)
        response.headers["RateLimit-Reset"] = str(seconds)
        if response.status_code == 429:
            response.headers["Retry-After"] = str(seconds)
    return response
