"""Asks for an API key where keys are set up."""

from collections.abc import Iterable
from hmac import compare_digest

from flask import Flask, g, request

from quoteservice.keys import digest_of
from quoteservice.web.observation import note
from quoteservice.web.operation.addresses import is_open
from quoteservice.web.problems import Problem

HEADER = "X-API-Key"
SHOWN = 8
"""Digits of a key's digest that name it in the log and count its requests."""


def register(app: Flask, digests: Iterable[str]) -> None:
    """Let only who sends a key with one of `digests` at what is not open to everyone; no digests, no keys."""
    known = tuple(digests)

    def require_key() -> None:
        given = _given_key()
        digest = digest_of(given) if given is not None else ""
        # Every digest is compared, each in constant time, so that the time tells nothing.
        matches = [compare_digest(digest, each) for each in known]
        if any(matches):
            g.key = digest[:SHOWN]
            note(key=g.key)
        elif not is_open():
            detail = "This API key is not known." if given is not None else f"Send an API key as {HEADER}."
            raise Problem(401, detail, headers={"WWW-Authenticate": 'Bearer realm="quoteservice"'})

    if known:
        app.before_request(require_key)


def _given_key() -> str | None:
    """The key in X-API-Key or, without one, in Authorization: Bearer."""
    if (key := request.headers.get(HEADER)) is not None:
        return key
    authorization = request.authorization
    bearer = authorization is not None and authorization.type == "bearer"
    return authorization.token if authorization is not None and bearer else None
