"""POST /verify: an article and claimed quotations in, a verdict on each claim out."""

import time
from typing import Any

from flask import Blueprint, Response, request
from marshmallow import ValidationError

from quoteservice.service import Service
from quoteservice.settings import Settings
from quoteservice.web.bodies import read_json, require_readable
from quoteservice.web.claim_schemas import VerifySchema
from quoteservice.web.deadline import deadline
from quoteservice.web.observation import note
from quoteservice.web.pointers import field_errors
from quoteservice.web.problems import Problem
from quoteservice.web.writing import JSON, json_response


def verify_routes(settings: Settings, service: Service) -> Blueprint:
    """The routes /verify and /v1/verify over `service`."""
    routes = Blueprint("verify", __name__)
    schema = VerifySchema(settings)

    def post_verify() -> Response:
        _require_json()
        with deadline(settings.deadline):
            asked = _asked(schema, read_json())
            started = time.perf_counter()
            told = service.verify(**asked)
            spent = round((time.perf_counter() - started) * 1000, 1)
        note(characters=len(asked["text"]), claims=len(told["claims"]), analysis_ms=spent)
        return json_response(told)

    routes.add_url_rule("/verify", "verify", post_verify, methods=["POST"])
    routes.add_url_rule("/v1/verify", "verify_v1", post_verify, methods=["POST"])
    return routes


def _require_json() -> None:
    if request.accept_mimetypes and not request.accept_mimetypes.quality(JSON):
        raise Problem(406, f"The answer is {JSON}; the Accept header does not allow it.")
    require_readable()
    if request.mimetype != JSON:
        raise Problem(415, f"The body must be {JSON}.")


def _asked(schema: VerifySchema, data: Any) -> dict[str, Any]:
    try:
        loaded: dict[str, Any] = schema.load(data)
    except ValidationError as error:
        raise Problem(422, "See `errors` for the fields.", field_errors(error.messages)) from None
    return loaded
