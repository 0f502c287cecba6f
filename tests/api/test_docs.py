"""The contract as a page: complete, from here only, under a strict policy."""

import re

import pytest
from flask.testing import FlaskClient


def test_the_page_loads_only_what_the_service_serves(client: FlaskClient) -> None:
    page = client.get("/docs")
    assert (page.status_code, page.content_type) == (200, "text/html; charset=utf-8")
    text = page.get_data(as_text=True)
    loaded = re.findall(r'(?:src|href)="([^"]*)"', text)
    assert {each for each in loaded if each != "data:,"} == {
        "docs/swagger-ui.css",
        "docs/swagger-ui-bundle.js",
        "docs/start.js",
        "openapi.yaml",
    }
    for each in loaded:
        assert each == "data:," or client.get(f"/{each}").status_code == 200


def test_the_policy_allows_nothing_from_elsewhere_and_nothing_inline(client: FlaskClient) -> None:
    page = client.get("/docs")
    policy = dict(each.split(" ", 1) for each in page.headers["Content-Security-Policy"].split("; "))
    assert policy["default-src"] == "'none'"
    allowed = {source for sources in policy.values() for source in sources.split()}
    assert allowed == {"'none'", "'self'", "data:"}
    assert policy["script-src"] == policy["style-src"] == "'self'"
    text = page.get_data(as_text=True)
    assert not re.search(r"<style|style=|<script>|\son\w+=|javascript:", text)


@pytest.mark.parametrize(
    ("file", "content_type", "piece"),
    [
        ("start.js", "text/javascript; charset=utf-8", "openapi.yaml"),
        ("swagger-ui-bundle.js", "text/javascript; charset=utf-8", "SwaggerUIBundle"),
        ("swagger-ui.css", "text/css; charset=utf-8", ".swagger-ui"),
    ],
)
def test_its_files_are_served(client: FlaskClient, file: str, content_type: str, piece: str) -> None:
    answer = client.get(f"/docs/{file}")
    assert (answer.status_code, answer.content_type) == (200, content_type)
    assert piece in answer.get_data(as_text=True)
    assert answer.headers["Cache-Control"] == "public, max-age=86400"


@pytest.mark.parametrize("file", ["index.html", "..", "%2e%2e/docs.py", "__init__.py", "swagger-ui.js"])
def test_nothing_else_is_served(client: FlaskClient, file: str) -> None:
    assert client.get(f"/docs/{file}").status_code == 404
