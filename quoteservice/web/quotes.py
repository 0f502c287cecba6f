"""POST /quotes: an article in, its quotations and speakers out."""

import time
from typing import Any

from flask import Blueprint, Response, request
from marshmallow import ValidationError

from quoteservice.service import Service
from quoteservice.settings import Settings
from quoteservice.text.guards import TextRefused, check
from quoteservice.web.bodies import READ, read_html, read_json, read_text, require_readable
from quoteservice.web.deadline import deadline
from quoteservice.web.observation import note
from quoteservice.web.pointers import field_errors
from quoteservice.web.problems import Problem
from quoteservice.web.schemas import QuotesSchema
from quoteservice.web.writing import JSON, json_response


def quotes_routes(settings: Settings, service: Service) -> Blueprint:
    """The routes /quotes and /v1/quotes over `service`."""
    routes = Blueprint("quotes", __name__)
    schema = QuotesSchema(settings)

    def post_quotes() -> Response:
        _require_json_accepted()
        require_readable()
        with deadline(settings.deadline):
            asked = _asked(schema, settings)
            started = time.perf_counter()
            told = _told(service, asked)
            spent = round((time.perf_counter() - started) * 1000, 1)
        note(
            characters=len(asked["html"] if "html" in asked else asked["text"]),
            quotes=len(told["quotes"]),
            analysis_ms=spent,
        )
        return json_response(told)

    routes.add_url_rule("/quotes", "quotes", post_quotes, methods=["POST"])
    routes.add_url_rule("/v1/quotes", "quotes_v1", post_quotes, methods=["POST"])
    return routes


def _require_json_accepted() -> None:
    accepted = request.accept_mimetypes
    if accepted and not accepted.quality(JSON):
        raise Problem(406, f"The answer is {JSON}; the Accept header does not allow it.")


def _asked(schema: QuotesSchema, settings: Settings) -> dict[str, Any]:
    match request.mimetype:
        case "application/json":
            return _from_json(schema, read_json())
        case "text/plain":
            return {"text": _checked(read_text(), settings.max_text_length, "text")}
        case "text/html":
            return {"html": _checked(read_html(), settings.max_html_length, "HTML")}
        case _:
            raise Problem(415, f"The body must be {READ}.")


def _from_json(schema: QuotesSchema, data: Any) -> dict[str, Any]:
    try:
        loaded: dict[str, Any] = schema.load(data)
    except ValidationError as error:
        raise Problem(422, "See `errors` for the fields.", field_errors(error.messages)) from None
    return loaded


def _told(service: Service, asked: dict[str, Any]) -> dict[str, Any]:
    try:
        return service.quotes(**asked)
    except TextRefused as refusal:  # the text of an HTML that is itself not too long
        named = {"html": [str(refusal)]} if request.mimetype == "application/json" else [str(refusal)]
        raise Problem(422, "The text cannot be read.", field_errors(named)) from None


def _checked(text: str, longest: int, called: str) -> str:
    try:
        check(text, longest, called)
    except TextRefused as refusal:
        raise Problem(422, f"The {called} cannot be read.", field_errors([str(refusal)])) from None
    return text
