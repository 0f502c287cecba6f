"""JSON bodies as UTF-8 with the letters as they are."""

import json
from collections.abc import Mapping
from typing import Any

from flask import Response

JSON = "application/json"


def json_response(
    data: Any, status: int = 200, media_type: str = JSON, headers: Mapping[str, str] | None = None
) -> Response:
    """`data` as a response; a lone surrogate that a caller sent is escaped as JSON allows, and so never fails."""
    return Response(json_bytes(data), status, headers, content_type=media_type)


def json_bytes(data: Any) -> bytes:
    """`data` as JSON on one line; see `json_response`."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "backslashreplace")
