"""POST /verify: an article and claimed quotations in, a verdict on each claim out."""

import time
from typing import Any

from flask import Blueprint, Response, request

from quoteservice.service import Service
from quoteservice.settings import Settings
from quoteservice.text.guards import TextRefused
from quoteservice.web.bodies import read_json, require_readable
from quoteservice.web.claim_schemas import VerifySchema
from quoteservice.web.deadline import deadline
from quoteservice.web.negotiation import MediaType, accepted
from quoteservice.web.observation import note
from quoteservice.web.pointers import field_errors
from quoteservice.web.problems import Problem
from quoteservice.web.quotes import from_json
from quoteservice.web.writing import JSON, json_response

ANSWERS = (MediaType(JSON, JSON),)


def verify_routes(settings: Settings, service: Service) -> Blueprint:
    """The routes /verify and /v1/verify over `service`."""
    routes = Blueprint("verify", __name__)
    schema = VerifySchema(settings)

    def post_verify() -> Response:
        accepted(ANSWERS)
        require_readable()
        if request.mimetype != JSON:
            raise Problem(415, f"The body must be {JSON}.")
        with deadline(settings.deadline):
            asked = from_json(schema, read_json())
            started = time.perf_counter()
            told = _verified(service, asked)
            spent = round((time.perf_counter() - started) * 1000, 1)
        note(
            characters=len(asked["html"] if "html" in asked else asked["text"]),
            claims=len(told["claims"]),
            analysis_ms=spent,
        )
        return json_response(told)

    routes.add_url_rule("/verify", "verify", post_verify, methods=["POST"])
    routes.add_url_rule("/v1/verify", "verify_v1", post_verify, methods=["POST"])
    return routes


def _verified(service: Service, asked: dict[str, Any]) -> dict[str, Any]:
    """The verdicts that are asked for; raises Problem 422 where the text of an HTML is too long."""
    try:
        return service.verify(**asked)
    except TextRefused as refusal:
        raise Problem(422, "The text cannot be read.", field_errors({"html": [str(refusal)]})) from None
