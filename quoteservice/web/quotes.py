"""POST /quotes: an article in, its quotations and speakers out."""

import time
from typing import Any

from flask import Blueprint, Response, request
from marshmallow import ValidationError

from quoteservice.response.report import Report
from quoteservice.service import Service
from quoteservice.settings import Settings
from quoteservice.text.guards import TextRefused, check
from quoteservice.web.bodies import READ, read_html, read_json, read_text, require_readable
from quoteservice.web.deadline import deadline
from quoteservice.web.formats import FORMATS
from quoteservice.web.negotiation import accepted
from quoteservice.web.observation import note
from quoteservice.web.pointers import field_errors
from quoteservice.web.problems import Problem
from quoteservice.web.schemas import QuotesSchema


def quotes_routes(settings: Settings, service: Service) -> Blueprint:
    """The routes /quotes and /v1/quotes over `service`."""
    routes = Blueprint("quotes", __name__)
    schema = QuotesSchema(settings)

    def post_quotes() -> Response:
        wanted = accepted(FORMATS)
        require_readable()
        with deadline(settings.deadline):
            asked = _asked(schema, settings)
            started = time.perf_counter()
            report = reported(service, asked, request.mimetype == "application/json")
            spent = round((time.perf_counter() - started) * 1000, 1)
            response = wanted.response(report)
        note(
            characters=len(asked["html"] if "html" in asked else asked["text"]),
            quotes=len(report.quotations()),
            analysis_ms=spent,
        )
        return response

    @routes.after_request
    def vary(response: Response) -> Response:
        response.vary.add("Accept")
        return response

    routes.add_url_rule("/quotes", "quotes", post_quotes, methods=["POST"])
    routes.add_url_rule("/v1/quotes", "quotes_v1", post_quotes, methods=["POST"])
    return routes


def _asked(schema: QuotesSchema, settings: Settings) -> dict[str, Any]:
    match request.mimetype:
        case "application/json":
            return from_json(schema, read_json())
        case "text/plain":
            return {"text": _checked(read_text(), settings.max_text_length, "text")}
        case "text/html":
            return {"html": _checked(read_html(), settings.max_html_length, "HTML")}
        case _:
            raise Problem(415, f"The body must be {READ}.")


def from_json(schema: QuotesSchema, data: Any) -> dict[str, Any]:
    """The keyword arguments of `Service.report` or `verify` that `data` asks for; raises Problem 422."""
    try:
        loaded: dict[str, Any] = schema.load(data)
    except ValidationError as error:
        raise Problem(422, "See `errors` for the fields.", field_errors(error.messages)) from None
    return loaded


def reported(service: Service, asked: dict[str, Any], named: bool) -> Report:
    """The report of the article that is asked for; raises Problem 422, which points at `html` if that has a name."""
    try:
        return service.report(**asked)
    except TextRefused as refusal:  # the text of an HTML that is itself not too long
        messages = {"html": [str(refusal)]} if named else [str(refusal)]
        raise Problem(422, "The text cannot be read.", field_errors(messages)) from None


def _checked(text: str, longest: int, called: str) -> str:
    try:
        check(text, longest, called)
    except TextRefused as refusal:
        raise Problem(422, f"The {called} cannot be read.", field_errors([str(refusal)])) from None
    return text
