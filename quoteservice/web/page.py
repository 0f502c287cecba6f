"""The page at / for readers of articles: plain files of this folder's page/, asking nobody else."""

from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable

from flask import Blueprint, Response, request
from werkzeug.exceptions import NotFound

from quoteservice.web.docs import CSP, JAVASCRIPT

FOLDER = files("quoteservice.web") / "page"
TYPES = {
    "css": "text/css; charset=utf-8",
    "js": JAVASCRIPT,
    "json": "application/json",
    "svg": "image/svg+xml",
    "txt": "text/plain; charset=utf-8",
}
FOR_EVER = "public, max-age=31536000, immutable"


def page_routes() -> Blueprint:
    """The page / and its files below /page/, where a fingerprint of all of them lets browsers keep each for ever."""
    routes = Blueprint("page", __name__)
    parts = page_files(FOLDER)
    current = fingerprint(parts)
    page = _page(parts, current)

    @routes.get("/")
    def index() -> Response:
        headers = {"Content-Security-Policy": CSP, "Referrer-Policy": "no-referrer", "Cache-Control": "no-cache"}
        return _revalidated(Response(page, headers=headers, content_type="text/html; charset=utf-8"))

    @routes.get("/page/<stamp>/<path:file>")
    def page_file(stamp: str, file: str) -> Response:
        if file not in parts:
            raise NotFound
        kept = FOR_EVER if stamp == current else "no-cache"  # a page that was open before an update
        response = Response(parts[file], content_type=TYPES[file.rpartition(".")[2]])
        response.headers |= {"Cache-Control": kept, "X-Content-Type-Options": "nosniff"}
        return _revalidated(response)

    return routes


def page_files(folder: Traversable, below: str = "") -> dict[str, bytes]:
    """The files in `folder` that browsers may ask for, each under its path, in order of the paths."""
    found: dict[str, bytes] = {}
    for each in sorted(folder.iterdir(), key=lambda file: file.name):
        if each.is_dir():
            found |= page_files(each, f"{below}{each.name}/")
        elif each.name.rpartition(".")[2] in TYPES:
            found[below + each.name] = each.read_bytes()
    return found


def fingerprint(parts: dict[str, bytes]) -> str:
    """A short name for exactly these files."""
    digest = sha256()
    for path, body in parts.items():
        digest.update(f"{path} {len(body)}\n".encode() + body)
    return digest.hexdigest()[:12]


def _page(parts: dict[str, bytes], stamp: str) -> bytes:
    """index.html with links to the files as they are now: all modules at once, as each import costs a round trip."""
    at = f"page/{stamp}/"
    links = [f'<link rel="stylesheet" href="{at}{path}">' for path in parts if path.endswith(".css")]
    links += [f'<link rel="modulepreload" href="{at}{path}">' for path in parts if path.endswith(".js")]
    text = (FOLDER / "index.html").read_text(encoding="utf-8")
    return text.replace("<!-- links -->", "\n".join(links)).replace("{at}", at).encode()


def _revalidated(response: Response) -> Response:
    response.add_etag()
    response.make_conditional(request)
    return response
