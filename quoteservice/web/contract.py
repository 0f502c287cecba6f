"""Serves openapi.yaml with the limits of this process."""

import re
from pathlib import Path

from flask import Blueprint, Response

from quoteservice.settings import Settings

FILE = Path(__file__).parents[2] / "openapi.yaml"
LIMIT = re.compile(r"(?P<before>: )\d+(?P<mark> +# QUOTESERVICE_(?P<name>[A-Z_]+))")


def contract_routes(settings: Settings) -> Blueprint:
    """The route /openapi.yaml."""
    routes = Blueprint("contract", __name__)
    body = with_limits(FILE.read_text(encoding="utf-8"), settings)

    @routes.get("/openapi.yaml")
    def openapi() -> Response:
        return Response(body, content_type="application/yaml; charset=utf-8", headers={"Cache-Control": "no-cache"})

    return routes


def with_limits(contract: str, settings: Settings) -> str:
    """`contract` with every number that is marked with a setting's variable replaced by that setting's value."""
    return LIMIT.sub(lambda m: f"{m['before']}{getattr(settings, m['name'].lower())}{m['mark']}", contract)
