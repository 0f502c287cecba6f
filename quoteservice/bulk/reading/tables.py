"""Files of many rows: JSON lines, CSV and Parquet; a bad row harms no other."""

import csv
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

from quoteservice.bulk.article import Refused
from quoteservice.bulk.extras import extra
from quoteservice.bulk.reading.found import Found, Layout, unreadable
from quoteservice.text.strict_json import NotJson, strict_json

PIECE = 65_536
ROWS_AT_ONCE = 64


def jsonl_file(path: Path, layout: Layout) -> Iterator[Found]:
    """An object a line; blank lines are skipped, but counted."""
    with path.open("rb") as file:
        for number in count(1):
            line = file.readline(layout.longest + 2)
            place = f"{path.as_posix()}#{number}"
            if not line:
                return
            if len(line.rstrip(b"\r\n")) > layout.longest:
                while line and not line.endswith(b"\n"):
                    line = file.readline(PIECE)
                yield unreadable(place, 413, f"A line has at most {layout.longest} bytes.")
            elif line.strip():
                yield _of_line(line, place, layout)


def _of_line(line: bytes, place: str, layout: Layout) -> Found:
    try:
        given = strict_json(line, "line")
    except NotJson as error:
        return Found(place, {}, Refused(400, str(error)))
    if not isinstance(given, dict):
        return unreadable(place, 422, "The line is no JSON object.")
    return Found(place, layout.columns.row(given, place))


def csv_file(path: Path, layout: Layout) -> Iterator[Found]:
    """A row an article, under a header; an empty cell is as good as missing."""
    csv.field_size_limit(layout.longest)
    # Bytes that are no UTF-8 become lone surrogates, which the row's article is then refused for.
    with path.open(encoding="utf-8-sig", errors="surrogateescape", newline="") as file:
        rows = csv.DictReader(file, delimiter=layout.delimiter, strict=True)
        number = 0
        try:
            names = rows.fieldnames or ()
            if missing := _without_article(path, names, layout):
                yield missing
                return
            for number, row in enumerate(rows, 1):
                place = f"{path.as_posix()}#{number}"
                if None in row or None in row.values():
                    yield unreadable(place, 422, "The row has another number of cells than the header.")
                else:
                    yield Found(place, layout.columns.row({name: cell or None for name, cell in row.items()}, place))
        except csv.Error:
            place = f"{path.as_posix()}#{number + 1}"
            yield unreadable(place, 400, "From here on this is no CSV, or a cell is too long; the rest is not read.")


def parquet_file(path: Path, layout: Layout) -> Iterator[Found]:
    """A row an article; raises ExtraMissing without pyarrow."""
    arrow, parquet = (extra(name, "bulk", "Parquet") for name in ("pyarrow", "pyarrow.parquet"))
    number = 0
    try:
        with parquet.ParquetFile(path) as file:
            names = file.schema_arrow.names
            if missing := _without_article(path, names, layout):
                yield missing
                return
            wanted = [name for name in layout.columns.names().values() if name in names]
            for number, row in enumerate(_rows(file, wanted), 1):
                place = f"{path.as_posix()}#{number}"
                yield Found(place, layout.columns.row(row, place))
    except (arrow.ArrowException, UnicodeDecodeError):
        place = f"{path.as_posix()}#{number + 1}"
        yield unreadable(place, 400, "From here on the file is no Parquet; the rest is not read.")


def _rows(file: Any, columns: list[str]) -> Iterator[dict[str, Any]]:
    # Without threads, because processes are forked beside this.
    for batch in file.iter_batches(ROWS_AT_ONCE, columns=columns, use_threads=False):
        yield from batch.to_pylist()


def _without_article(path: Path, names: Any, layout: Layout) -> Found | None:
    wanted = {layout.columns.text, layout.columns.html} - {""}
    if wanted & set(names):
        return None
    detail = "The file has no column of articles; --text-column or --html-column names it."
    return unreadable(path.as_posix(), 422, detail)
