"""The contract as a page at /docs: Swagger UI from an installed package, served from here and asking nobody else."""

from importlib.resources import files

from flask import Blueprint, Response
from werkzeug.exceptions import NotFound

CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
OWN, SWAGGER = files("quoteservice.web") / "docs_page", files("flask_swagger_ui") / "dist"
JAVASCRIPT = "text/javascript; charset=utf-8"
FILES = {
    "start.js": (OWN, JAVASCRIPT),
    "swagger-ui-bundle.js": (SWAGGER, JAVASCRIPT),
    "swagger-ui.css": (SWAGGER, "text/css; charset=utf-8"),
}


def docs_routes() -> Blueprint:
    """The page /docs and its files below it."""
    routes = Blueprint("docs", __name__)
    page = (OWN / "index.html").read_bytes()

    @routes.get("/docs")
    def docs() -> Response:
        headers = {"Content-Security-Policy": CSP, "Referrer-Policy": "no-referrer", "Cache-Control": "no-cache"}
        return Response(page, headers=headers, content_type="text/html; charset=utf-8")

    @routes.get("/docs/<file>")
    def docs_file(file: str) -> Response:
        if file not in FILES:
            raise NotFound
        folder, content_type = FILES[file]
        body = (folder / file).read_bytes()
        return Response(body, headers={"Cache-Control": "public, max-age=86400"}, content_type=content_type)

    return routes
