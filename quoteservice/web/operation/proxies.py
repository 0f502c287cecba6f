"""Who asks, when proxies stand in front: only as many of them are believed as the operator says there are."""

from flask import Flask
from werkzeug.middleware.proxy_fix import ProxyFix


def register(app: Flask, trusted: int) -> None:
    """Take the client's address and scheme from the last `trusted` proxies; 0 believes no header."""
    if trusted:
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=trusted, x_proto=trusted)  # type: ignore[method-assign]
