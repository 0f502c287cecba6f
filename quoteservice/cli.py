"""The command line: serve, quotes of a file, install a model."""

import os
import socket
import sys
from pathlib import Path
from typing import Annotated, Any, NoReturn

import typer
from rich.console import Console
from rich.table import Table

from quoteservice.keys import new_key
from quoteservice.settings import SettingInvalid, Settings
from quoteservice.text.guards import TextRefused
from quoteservice.text.html.charset import charset_of

HTML_SUFFIXES = frozenset({".html", ".htm", ".xhtml"})

app = typer.Typer(help="Who said what in a Hungarian news article.", no_args_is_help=True, add_completion=False)
model_app = typer.Typer(help="Models beside the embedded one.", no_args_is_help=True)
key_app = typer.Typer(help="API keys.", no_args_is_help=True)
app.add_typer(model_app, name="model")
app.add_typer(key_app, name="key")


@app.command()
def serve() -> None:
    """Serve POST /quotes; every setting is read from QUOTESERVICE_*."""
    _require_free(_settings().bind)
    command = [sys.executable, "-m", "gunicorn", "--config", "python:quoteservice.web.gunicorn_conf"]
    os.execv(sys.executable, command)  # noqa: S606


@app.command()
def quotes(
    file: Annotated[Path, typer.Argument(help="A UTF-8 text file or an HTML page; - for text on standard input.")],
) -> None:
    """Print the quotations of FILE as a table: speaker, type, cue, content."""
    # spaCy takes a second to load; the other commands need not wait for it.
    from quoteservice.assembly import CannotStart, build_service  # noqa: PLC0415

    try:
        text, html = _article(file)
        told = build_service(_settings()).quotes(text, html=html)
    except (OSError, UnicodeDecodeError, LookupError) as error:
        _fail(f"{file} cannot be read as {'HTML' if _is_html(file) else 'UTF-8 text'} ({type(error).__name__}).")
    except (CannotStart, TextRefused) as error:
        _fail(str(error))
    show(told, Console(markup=False, emoji=False, highlight=False))


@key_app.command()
def new() -> None:
    """Make an API key: the key is for the sender, its SHA-256 digest for QUOTESERVICE_API_KEYS."""
    key, digest = new_key()
    typer.echo(f"key {key}\nsha256 {digest}")


@model_app.command()
def install(name: Annotated[str, typer.Argument(help="hu_core_news_lg, hu_core_news_md or hu_core_news_trf.")]) -> None:
    """Fetch a HuSpaCy model; QUOTESERVICE_MODEL=NAME then loads it."""
    from quoteservice import installation  # noqa: PLC0415

    try:
        installation.install(name)
    except installation.NotInstalled as error:
        _fail(str(error))
    typer.echo(f"{name} is installed; QUOTESERVICE_MODEL={name} loads it.")


def show(told: dict[str, Any], console: Console) -> None:
    """Print an answer of POST /quotes as a table on `console`."""
    names = {speaker["id"]: speaker["name"] for speaker in told["speakers"]}
    table = Table(show_lines=True)
    for title, ratio in (("speaker", 2), ("type", 1), ("cue", 2), ("content", 6)):
        table.add_column(title, ratio=ratio, overflow="fold")
    for quote in told["quotes"]:
        speaker = ", ".join(names[i] for i in quote["speaker_ids"]) or (quote["source"] or {}).get("text") or "?"
        cue = quote["cue"]["text"] if quote["cue"] else ""
        table.add_row(speaker, quote["type"], cue, quote["content"]["text"])
    console.print(table)
    for warning in told["warnings"]:
        console.print(f"Note: {warning}")


def _is_html(file: Path) -> bool:
    return file.suffix.lower() in HTML_SUFFIXES


def _article(file: Path) -> tuple[str | None, str | None]:
    """The text or else the HTML in a file; raises OSError, UnicodeDecodeError, and LookupError for a charset."""
    if str(file) == "-":
        return sys.stdin.read(), None
    if _is_html(file):
        raw = file.read_bytes()
        return None, raw.decode(charset_of(raw))
    return file.read_text(encoding="utf-8"), None


def _settings() -> Settings:
    try:
        return Settings.from_environment(os.environ)
    except SettingInvalid as error:
        _fail(str(error))


def _require_free(bind: str) -> None:
    host, _, port = bind.rpartition(":")
    if not port.isdecimal() or host.startswith("["):
        return  # gunicorn knows further kinds of address, and says itself what is wrong with them
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, int(port)))
        except (OSError, OverflowError) as error:
            reason = getattr(error, "strerror", None) or "no such port"
            _fail(f"{bind} cannot be listened on ({reason}); QUOTESERVICE_BIND names another address.")


def _fail(sentence: str) -> NoReturn:
    typer.echo(sentence, err=True)
    raise typer.Exit(1)
