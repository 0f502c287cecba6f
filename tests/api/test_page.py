"""The page and its files: complete, from here only, under a strict policy, kept by browsers, light."""

import json
import re
import tomllib
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from quoteservice.web.page import FOLDER, fingerprint, page_files

PARTS = page_files(FOLDER)
HEAVIEST = 300_000


def links(client: FlaskClient) -> list[str]:
    return re.findall(r'(?:src|href)="([^"#]+)"', client.get("/").get_data(as_text=True))


def test_the_page_loads_only_what_the_service_serves(client: FlaskClient) -> None:
    for each in links(client):
        assert client.get(f"/{each}").status_code == 200, each


def test_the_policy_allows_nothing_from_elsewhere_and_nothing_inline(client: FlaskClient) -> None:
    page = client.get("/")
    assert page.content_type == "text/html; charset=utf-8"
    policy = dict(each.split(" ", 1) for each in page.headers["Content-Security-Policy"].split("; "))
    assert policy["default-src"] == policy["base-uri"] == policy["form-action"] == policy["frame-ancestors"] == "'none'"
    assert {source for sources in policy.values() for source in sources.split()} == {"'none'", "'self'", "data:"}
    text = page.get_data(as_text=True)
    assert not re.search(r"<style|style=|<script>|\son\w+=|javascript:", text)


def test_every_module_and_style_is_linked_and_every_import_is_there(client: FlaskClient) -> None:
    linked = {each.partition("/")[2].partition("/")[2] for each in links(client)}
    assert {path for path in PARTS if path.endswith((".js", ".css"))} <= linked
    for path, body in PARTS.items():
        for imported in re.findall(r'from "(\.[^"]+)"', body.decode()) if path.endswith(".js") else ():
            assert _beside(path, imported) in PARTS, (path, imported)


def _beside(path: str, imported: str) -> str:
    folders = path.split("/")[:-1]
    for part in imported.split("/"):
        if part == "..":
            folders.pop()
        elif part != ".":
            folders.append(part)
    return "/".join(folders)


def test_a_file_is_kept_for_ever_under_the_fingerprint_of_all(client: FlaskClient) -> None:
    stamp = fingerprint(PARTS)
    assert f'"page/{stamp}/js/main.js"' in client.get("/").get_data(as_text=True)
    kept = client.get(f"/page/{stamp}/js/main.js")
    assert kept.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert client.get("/page/old/js/main.js").headers["Cache-Control"] == "no-cache"
    assert fingerprint({**PARTS, "js/main.js": b""}) != stamp


@pytest.mark.parametrize("path", ["/", "/page/any/js/main.js"])
def test_what_has_not_changed_is_not_sent_again(client: FlaskClient, path: str) -> None:
    first = client.get(path)
    again = client.get(path, headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")


@pytest.mark.parametrize(
    ("file", "content_type"),
    [
        ("js/main.js", "text/javascript; charset=utf-8"),
        ("css/page.css", "text/css; charset=utf-8"),
        ("strings/hu.json", "application/json"),
        ("examples/vizmu.txt", "text/plain; charset=utf-8"),
        ("icon.svg", "image/svg+xml"),
    ],
)
def test_its_files_are_served(client: FlaskClient, file: str, content_type: str) -> None:
    answer = client.get(f"/page/x/{file}")
    assert (answer.status_code, answer.content_type, answer.data) == (200, content_type, PARTS[file])
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("file", ["index.html", "../page.py", "%2e%2e/page.py", "js", "js/", "js/nothing.js", ""])
def test_nothing_else_is_served(client: FlaskClient, file: str) -> None:
    assert client.get(f"/page/x/{file}").status_code == 404


def test_an_installed_package_has_all_of_them() -> None:
    root = Path(__file__).parents[2]
    settings = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    globs = settings["tool"]["setuptools"]["package-data"]["quoteservice"]
    packed = {file for each in globs for file in (root / "quoteservice").glob(each)}
    assert {FOLDER / path for path in (*PARTS, "index.html")} <= packed


def test_it_weighs_little(client: FlaskClient) -> None:
    assert len(client.get("/").data) + sum(map(len, PARTS.values())) <= HEAVIEST


def test_both_languages_have_the_same_strings_with_the_same_parameters() -> None:
    hungarian, english = (json.loads(PARTS[f"strings/{each}.json"]) for each in ("hu", "en"))
    assert list(hungarian) == list(english)
    for key, text in hungarian.items():
        assert sorted(re.findall(r"{\w+}", text)) == sorted(re.findall(r"{\w+}", english[key])), key
