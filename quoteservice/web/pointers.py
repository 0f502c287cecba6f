"""marshmallow's nested messages as a flat list of JSON pointers (RFC 6901, as a URI fragment)."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

MOST = 20
LONGEST_NAME = 100
SAFE = "~!$&'()*+,;=:@-._"


def field_errors(messages: Any) -> list[dict[str, str]]:
    """At most 20 `{pointer, detail}` objects; `#` is the whole body."""
    return [{"pointer": pointer, "detail": detail} for pointer, detail in _flat(messages, "#")][:MOST]


def _flat(messages: Any, pointer: str) -> Iterator[tuple[str, str]]:
    if isinstance(messages, dict):
        for name, inner in messages.items():
            yield from _flat(inner, pointer if name == "_schema" else f"{pointer}/{_token(str(name))}")
    elif isinstance(messages, list):
        for message in messages:
            yield from _flat(message, pointer)
    else:
        yield pointer, str(messages)


def _token(name: str) -> str:
    return quote(name[:LONGEST_NAME].replace("~", "~0").replace("/", "~1"), safe=SAFE, errors="replace")
