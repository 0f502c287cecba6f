"""POST /quotes/batch: many articles in, one a line, and an answer or a problem for each, as soon as it is known."""

import time
from collections.abc import Iterator
from typing import IO, Any

from flask import Blueprint, Response, g, request

from quoteservice.response.answer import answered
from quoteservice.service import Service
from quoteservice.settings import Settings
from quoteservice.text.guards import LONE_SURROGATE
from quoteservice.web import worker
from quoteservice.web.bodies import json_of, require_readable, require_utf8
from quoteservice.web.deadline import deadline
from quoteservice.web.logs import log_event, log_failure
from quoteservice.web.negotiation import MediaType, accepted
from quoteservice.web.problems import FAILED, Problem
from quoteservice.web.quotes import from_json, reported
from quoteservice.web.schemas import QuotesSchema
from quoteservice.web.spool import lines, taken_in
from quoteservice.web.writing import json_bytes

NDJSON = "application/x-ndjson"
STREAMED = {"X-Accel-Buffering": "no"}
"""A proxy that holds answers back to send them in larger pieces is asked not to."""


class Batch:
    """The lines of the present request, answered in order; works on when Flask's context of the request has gone."""

    def __init__(self, settings: Settings, service: Service, schema: QuotesSchema, spool: IO[bytes]) -> None:
        self._settings, self._service, self._schema, self._spool = settings, service, schema, spool
        self._request_id: str = g.request_id
        self._answered = self._problems = 0

    def answers(self) -> Iterator[bytes]:
        """A line for each line that is not blank; when the client has gone, what is left is not worked on."""
        started, finished = time.perf_counter(), False
        try:
            for number, line in enumerate(lines(self._spool, self._settings.max_body_bytes), 1):
                if line is None or line.strip():
                    yield json_bytes(self._answer(number, line)) + b"\n"
                worker.THIS.beat()
            finished = True
        finally:
            self._spool.close()
            spent = round((time.perf_counter() - started) * 1000, 1)
            counts: dict[str, Any] = {
                "lines": self._answered,
                "problems": self._problems,
                "finished": finished,
                "ms": spent,
            }
            log_event("batch", **counts, request_id=self._request_id)

    def _answer(self, number: int, line: bytes | None) -> dict[str, Any]:
        self._answered += 1
        readable: dict[str, str] = {}
        try:
            return self._quotes(line, readable)
        except Problem as found:
            problem = found
        except Exception as error:
            log_failure(error, request_id=self._request_id)
            problem = Problem(500, FAILED)
        self._problems += 1
        return {**problem.document(self._request_id), "line": number, **readable}

    def _quotes(self, line: bytes | None, readable: dict[str, str]) -> dict[str, Any]:
        """The answer of POST /quotes for `line`; puts its `id` into `readable` as soon as there is one."""
        if worker.THIS.stopping():
            raise Problem(503, "The service is stopping; send this line again.")
        if line is None:
            raise Problem(413, f"A line has at most {self._settings.max_body_bytes} bytes.")
        with deadline(self._settings.batch_line_deadline):
            data = json_of(line, "line")
            given = data.get("id") if isinstance(data, dict) else None
            if isinstance(given, str) and self._proper_id(given):
                readable["id"] = given
            return answered(reported(self._service, from_json(self._schema, data), named=True))

    def _proper_id(self, given: str) -> bool:
        return len(given) <= self._settings.max_id_length and not LONE_SURROGATE.search(given)


def batch_routes(settings: Settings, service: Service) -> Blueprint:
    """The routes /quotes/batch and /v1/quotes/batch over `service`."""
    routes = Blueprint("batch", __name__)
    schema = QuotesSchema(settings)

    def post_batch() -> Response:
        accepted([MediaType(NDJSON, NDJSON)])
        require_readable(NDJSON)
        if request.mimetype != NDJSON:
            raise Problem(415, f"The body must be {NDJSON}: a JSON object a line.")
        require_utf8()
        with deadline(settings.deadline):
            spool = taken_in(settings)
        _bound_sending(settings.deadline)
        batch = Batch(settings, service, schema, spool)
        return Response(batch.answers(), headers=STREAMED, content_type=NDJSON)

    routes.add_url_rule("/quotes/batch", "batch", post_batch, methods=["POST"])
    routes.add_url_rule("/v1/quotes/batch", "batch_v1", post_batch, methods=["POST"])
    return routes


def _bound_sending(seconds: float) -> None:
    # A client that neither reads nor goes away would hold the worker until it is killed.
    connection = request.environ.get("gunicorn.socket")
    if connection is not None:
        connection.settimeout(seconds)
