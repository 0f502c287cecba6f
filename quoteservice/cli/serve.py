"""`quoteservice serve`, and what an operator needs beside it: API keys and further models."""

import os
import socket
import sys
from typing import Annotated

import typer

from quoteservice.cli.common import app, fail, settings
from quoteservice.keys import new_key

model_app = typer.Typer(help="Models beside the embedded one.", no_args_is_help=True)
key_app = typer.Typer(help="API keys.", no_args_is_help=True)
app.add_typer(model_app, name="model")
app.add_typer(key_app, name="key")


@app.command()
def serve() -> None:
    """Serve the page and the API; every setting is read from QUOTESERVICE_*."""
    _require_free(settings().bind)
    command = [sys.executable, "-m", "gunicorn", "--config", "python:quoteservice.web.gunicorn_conf"]
    os.execv(sys.executable, command)  # noqa: S606


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
        fail(str(error))
    typer.echo(f"{name} is installed; QUOTESERVICE_MODEL={name} loads it.")


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
            fail(f"{bind} cannot be listened on ({reason}); QUOTESERVICE_BIND names another address.")
