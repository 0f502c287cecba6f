"""Errors as RFC 9457 problem documents; none of them carries the text of an exception."""

from dataclasses import dataclass, field

from flask import Flask, Response, g, request
from werkzeug.exceptions import HTTPException, InternalServerError

from quoteservice.response.problems import KINDS, TYPE
from quoteservice.web.logs import log_failure
from quoteservice.web.writing import json_response

FAILED = "The request could not be answered; the request id finds the failure in the log."
MEDIA_TYPE = "application/problem+json"


@dataclass
class Problem(Exception):
    """An error for the sender: HTTP status, one sentence, and a JSON pointer with a sentence for each bad field."""

    status: int
    detail: str
    errors: list[dict[str, str]] = field(default_factory=list)
    headers: dict[str, str] = field(default_factory=dict)

    def document(self, request_id: str) -> dict[str, object]:
        """The problem as data; its `type` is stable for a status."""
        kind, title = KINDS[self.status]
        body: dict[str, object] = {"type": TYPE + kind, "title": title, "status": self.status, "detail": self.detail}
        if self.errors:
            body["errors"] = self.errors
        body["request_id"] = request_id
        return body

    def response(self) -> Response:
        """The problem document with its status and headers."""
        g.problem = KINDS[self.status][0]
        return json_response(self.document(g.request_id), self.status, MEDIA_TYPE, self.headers)


def register(app: Flask) -> None:
    """Answer every error of `app` with a problem document."""
    app.register_error_handler(Problem, Problem.response)
    app.register_error_handler(HTTPException, _http_error)
    app.register_error_handler(Exception, _failure)


def _http_error(error: HTTPException) -> Response:
    if error.code not in KINDS:
        return _failure(error)
    headers = {name: value for name, value in error.get_headers() if name in {"Allow", "Retry-After"}}
    return Problem(error.code, _detail(error.code), headers=headers).response()


def _detail(status: int) -> str:
    match status:
        case 405:
            return f"{request.method} is not for this address; the Allow header lists what is."
        case 404:
            return "See /openapi.yaml for the addresses that there are."
        case 413:
            return f"A body has at most {request.max_content_length} bytes."
        case _:
            return KINDS[status][1] + "."


def _failure(error: Exception) -> Response:
    log_failure(
        error.original_exception if isinstance(error, InternalServerError) and error.original_exception else error
    )
    return Problem(500, FAILED).response()
