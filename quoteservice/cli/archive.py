"""`quoteservice extract`: the quotations of a whole archive."""

import signal
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from quoteservice.cli.common import app, fail, settings
from quoteservice.cli.progress import Advance, cores
from quoteservice.model import QuotationType
from quoteservice.response.options import QUOTATION_TYPES, Options

if TYPE_CHECKING:
    from quoteservice.bulk.run import Run

INTERRUPTED = 130
COLUMN = "Column of {}; '' for none."


@app.command()
def extract(  # noqa: PLR0913, RUF100 - every option of the command is an argument
    paths: Annotated[list[Path], typer.Argument(help="Files or folders: .txt, .html, .jsonl, .csv, .parquet.")],
    out: Annotated[Path, typer.Option(help="Folder, or .parquet or .jsonl file for the quotations.")],
    output_format: Annotated[Literal["parquet", "jsonl"], typer.Option("--format", help="Of the tables.")] = "parquet",
    workers: Annotated[int | None, typer.Option(min=1, help="Processes; as many as there are cores.")] = None,
    id_column: Annotated[str, typer.Option(help=COLUMN.format("ids"))] = "id",
    text_column: Annotated[str, typer.Option(help=COLUMN.format("texts"))] = "text",
    html_column: Annotated[str, typer.Option(help=COLUMN.format("HTML"))] = "html",
    date_column: Annotated[str, typer.Option(help=COLUMN.format("days of publication"))] = "published_at",
    outlet_column: Annotated[str, typer.Option(help=COLUMN.format("outlets"))] = "outlet",
    delimiter: Annotated[str, typer.Option(help="Between the cells of CSV.")] = ",",
    min_confidence: Annotated[float, typer.Option(min=0, max=1, help="Least confidence of a quotation.")] = 0.0,
    types: Annotated[list[str], typer.Option("--type", help="Types of quotations.")] = list(QUOTATION_TYPES),  # noqa: B006
    deadline: Annotated[int | None, typer.Option(min=1, help="Seconds for an article.")] = None,
    retry: Annotated[bool, typer.Option("--retry", help="Read again what failed in an earlier run.")] = False,
) -> None:
    """Write the quotations, speakers and articles of an archive as tables; a run that was stopped goes on."""
    # spaCy takes a second to load; the other commands need not wait for it.
    from quoteservice.bulk.job import Job  # noqa: PLC0415
    from quoteservice.bulk.reading.archive import NoArchive, files_of  # noqa: PLC0415
    from quoteservice.bulk.reading.found import Columns, Layout  # noqa: PLC0415
    from quoteservice.bulk.run import Run  # noqa: PLC0415
    from quoteservice.bulk.writing.target import Target  # noqa: PLC0415

    limits = settings()
    if len(delimiter) != 1:
        fail("A delimiter is one character.")
    layout = Layout(Columns(id_column, text_column, html_column, date_column, outlet_column), delimiter, limits)
    job = Job(limits, Options(min_confidence=min_confidence, types=_types(types)), deadline or limits.deadline)
    target = Target.at(out, output_format)
    try:
        files = files_of(paths, target.holds)
    except (NoArchive, OSError) as error:
        fail(str(error))
    _execute(Run(files, layout, job, target, workers or cores(), retry))


def _types(asked: list[str]) -> tuple[QuotationType, ...]:
    unknown = set(asked) - set(QUOTATION_TYPES)
    if unknown:
        fail(f"{', '.join(sorted(unknown))} is none of {', '.join(QUOTATION_TYPES)}.")
    return tuple(each for each in QUOTATION_TYPES if each in asked)


def _execute(run: "Run") -> None:
    from quoteservice.assembly import CannotStart  # noqa: PLC0415
    from quoteservice.bulk.extras import ExtraMissing  # noqa: PLC0415
    from quoteservice.bulk.journal import JournalRefused  # noqa: PLC0415
    from quoteservice.bulk.run import InputChanged  # noqa: PLC0415

    signal.signal(signal.SIGTERM, _interrupt)
    with Advance() as advance:
        try:
            counts = run.execute(advance.begin, advance)
        except (CannotStart, ExtraMissing, JournalRefused, InputChanged) as error:
            fail(str(error))
        except OSError as error:
            fail(f"{run.target.journal.parent} cannot be written ({type(error).__name__}).")
        except KeyboardInterrupt:
            fail(f"Stopped; {advance.done} of {advance.total or '?'} articles are finished. "
                 "The same command goes on from there.", INTERRUPTED)  # fmt: skip
    typer.echo(
        f"{counts['articles']} articles with {counts['quotes']} quotations by {counts['speakers']} speakers; "
        f"{counts['rejects']} rejected{', see ' + str(run.target.tables['rejects']) if counts['rejects'] else ''}."
    )


def _interrupt(signum: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt
