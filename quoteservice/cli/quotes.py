"""`quoteservice quotes`: one article as a table."""

import sys
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.table import Table

from quoteservice.cli.common import app, fail, settings
from quoteservice.text.guards import TextRefused
from quoteservice.text.html.charset import SUFFIXES, charset_of


@app.command()
def quotes(
    file: Annotated[Path, typer.Argument(help="A UTF-8 text file or an HTML page; - for text on standard input.")],
) -> None:
    """Print the quotations of FILE as a table: speaker, type, cue, content."""
    # spaCy takes a second to load; the other commands need not wait for it.
    from quoteservice.assembly import CannotStart, build_service  # noqa: PLC0415

    try:
        text, html = _article(file)
        told = build_service(settings()).quotes(text, html=html)
    except (OSError, UnicodeDecodeError, LookupError) as error:
        fail(f"{file} cannot be read as {'HTML' if _is_html(file) else 'UTF-8 text'} ({type(error).__name__}).")
    except (CannotStart, TextRefused) as error:
        fail(str(error))
    show(told, Console(markup=False, emoji=False, highlight=False))


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
    return file.suffix.lower() in SUFFIXES


def _article(file: Path) -> tuple[str | None, str | None]:
    """The text or else the HTML in a file; raises OSError, UnicodeDecodeError, and LookupError for a charset."""
    if str(file) == "-":
        return sys.stdin.read(), None
    if _is_html(file):
        raw = file.read_bytes()
        return None, raw.decode(charset_of(raw))
    return file.read_text(encoding="utf-8"), None
