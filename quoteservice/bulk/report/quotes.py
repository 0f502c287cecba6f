"""Reads a table of quotations back, a few columns of it."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from quoteservice.bulk.extras import extra

COLUMNS = ("article_id", "published_at", "outlet", "type", "cue_stance", "speakers", "speaker_kinds", "speaker_named")
ROWS_AT_ONCE = 10_000
Row = dict[str, Any]


class NoQuotes(ValueError):
    """The file is no table of quotations; the message is one sentence for the operator."""


def quotes_in(path: Path) -> Iterator[Row]:
    """The rows of a Parquet or JSONL file, or of all those in a folder; raises NoQuotes, ExtraMissing, OSError."""
    if not path.is_dir():
        return _rows(path)
    files = [file for file in sorted(path.iterdir()) if file.suffix in {".parquet", ".jsonl", ".json"}]
    if not files:
        raise NoQuotes(f"{path} holds no .parquet or .jsonl file.")
    return (row for file in files for row in _rows(file))


def _rows(path: Path) -> Iterator[Row]:
    return _of_parquet(path) if path.suffix == ".parquet" else _of_lines(path)


def _of_parquet(path: Path) -> Iterator[Row]:
    arrow, parquet = (extra(name, "bulk", "Parquet") for name in ("pyarrow", "pyarrow.parquet"))
    try:
        with parquet.ParquetFile(path) as file:
            if not set(COLUMNS) <= set(file.schema_arrow.names):
                raise _none(path)
            for batch in file.iter_batches(ROWS_AT_ONCE, columns=list(COLUMNS)):
                for row in batch.to_pylist():
                    yield {**row, "published_at": row["published_at"] and row["published_at"].isoformat()}
    except (arrow.ArrowException, AttributeError):
        raise _none(path) from None


def _of_lines(path: Path) -> Iterator[Row]:
    with path.open(encoding="utf-8") as file:
        try:
            for line in file:
                row = json.loads(line)
                yield {name: row[name] for name in COLUMNS}
        except (ValueError, KeyError, TypeError):
            raise _none(path) from None


def _none(path: Path) -> NoQuotes:
    return NoQuotes(f"{path} is no table of quotations that `quoteservice extract` wrote.")
