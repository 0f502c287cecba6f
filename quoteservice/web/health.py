"""Whether the process lives and whether it can answer."""

from flask import Blueprint, Response

from quoteservice.service import Service
from quoteservice.web.writing import json_response


def health_routes(service: Service) -> Blueprint:
    """The routes /health/live and /health/ready; a process without its model does not start, so ready follows."""
    routes = Blueprint("health", __name__, url_prefix="/health")

    @routes.get("/live")
    def live() -> Response:
        return json_response({"status": "live"})

    @routes.get("/ready")
    def ready() -> Response:
        return json_response({"status": "ready", "engine": service.engine.told()})

    return routes
