"""`quoteservice report`: a table of quotations as a page."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from quoteservice.cli.common import app, fail


@app.command()
def report(
    quotes: Annotated[Path, typer.Argument(help="quotes.parquet or quotes.jsonl, or a folder of such files.")],
    out: Annotated[Path | None, typer.Option(help="The page; beside the table if not said.")] = None,
    language: Annotated[Literal["hu", "en"], typer.Option(help="Of the page.")] = "hu",
) -> None:
    """Write one HTML page about a table that `extract` wrote: who is quoted, when, how, and with whom."""
    from quoteservice.bulk.extras import ExtraMissing  # noqa: PLC0415
    from quoteservice.bulk.report.page import page  # noqa: PLC0415
    from quoteservice.bulk.report.quotes import NoQuotes, quotes_in  # noqa: PLC0415

    target = out or quotes.with_suffix(".html")
    try:
        target.write_text(page(quotes_in(quotes), language), encoding="utf-8")
    except (ExtraMissing, NoQuotes) as error:
        fail(str(error))
    except (OSError, UnicodeDecodeError) as error:
        fail(f"{quotes} cannot be read, or {target} not be written ({type(error).__name__}).")
    typer.echo(f"{target} is written.")
