"""Reads a request's body: bare text or HTML in a known charset, or strict JSON."""

import codecs
from typing import Any

from flask import request
from werkzeug.exceptions import RequestEntityTooLarge

from quoteservice.text.html.charset import charset_of
from quoteservice.text.strict_json import NotJson, strict_json
from quoteservice.web.problems import Problem

CHARSETS = {"utf-8", "ascii", "iso8859-1", "iso8859-2", "cp1250", "cp1252", "utf-16", "utf-16-le", "utf-16-be"}
DISCARDED = 16 * 2**20
"""Bytes of a body that is too large which are taken in and thrown away before the answer."""
READ = "application/json, text/plain or text/html"


def require_readable(read: str = READ) -> None:
    """Raise Problem 415 when the body is compressed or no media type is given; `read` says which ones are."""
    if request.headers.get("Content-Encoding", "identity").strip().lower() != "identity":
        raise Problem(415, "A compressed body is not read; send it as it is.", headers={"Accept-Encoding": "identity"})
    if not request.mimetype:
        raise Problem(415, f"Say with Content-Type what the body is: {read}.")


def read_text() -> str:
    """The body as text in the charset that Content-Type names (UTF-8 by default); raises Problem 400, 413, 415."""
    charset = _known_charset(CHARSETS, _told_charset() or "utf-8")
    return _decoded(_raw(), charset)


def read_html() -> str:
    """The body as HTML in the charset of its byte order mark, of Content-Type, or of its `meta`; Problems as above.

    A charset that Content-Type names has to be known even where a byte order mark tells another one.
    """
    told = _told_charset()
    if told is not None:
        _known_charset(CHARSETS, told)
    raw = _raw()
    return _decoded(raw, _known_charset(CHARSETS, charset_of(raw, told)))


def read_json() -> Any:
    """The body as JSON (RFC 8259; no NaN, no name twice in an object); raises Problem 400, 413, 415."""
    require_utf8()
    return json_of(_raw(), "body")


def json_of(raw: bytes, name: str) -> Any:
    """`raw` as JSON (RFC 8259; no NaN, no name twice in an object); raises Problem 400, which calls it `name`."""
    try:
        return strict_json(raw, name)
    except NotJson as error:
        raise Problem(400, str(error)) from None


def require_utf8() -> None:
    """Raise Problem 415 when Content-Type names another charset than UTF-8."""
    _known_charset({"utf-8"}, _told_charset() or "utf-8")


def _raw() -> bytes:
    # Werkzeug hands out the beginning of a body that is cut off or, in chunks, too long, as if it were all.
    try:
        raw = request.stream.read()
        if request.content_length is None and len(raw) == request.max_content_length:
            raise RequestEntityTooLarge
    except RequestEntityTooLarge:
        discard()
        raise
    if request.content_length is not None and len(raw) < request.content_length:
        raise Problem(400, "The body ended before its Content-Length.")
    return raw


def discard() -> None:
    """Take in and throw away what is left of a body that is refused, up to a bound."""
    # A sender in the middle of its body would see a broken connection and not the answer.
    left = DISCARDED
    while left > 0 and (piece := request.environ["wsgi.input"].read(min(left, 65_536))):
        left -= len(piece)


def _decoded(raw: bytes, charset: str) -> str:
    try:
        return raw.decode(charset).removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        raise Problem(400, f"The body is not {charset} text; see byte {error.start}.") from None


def _told_charset() -> str | None:
    return request.mimetype_params.get("charset")


def _known_charset(known: set[str], name: str) -> str:
    try:
        charset = codecs.lookup(name).name
    except (LookupError, ValueError):
        charset = ""
    if charset not in known:
        raise Problem(415, f"The charset is none of {', '.join(sorted(known))}.")
    return charset
