"""Outcomes as pairs of a table's name and a row as JSON: how engines whose steps have one table out carry several."""

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from quoteservice.bulk.job import Job, service_of
from quoteservice.bulk.rows import outcomes
from quoteservice.bulk.schema import TABLES
from quoteservice.bulk.writing.lines import line

TABLE, ROW = "part", "row"


class IdsTwice(ValueError):
    """Ids stand more than once, and a cluster has no first one; the message is one sentence for the operator."""

    def __init__(self, count: int) -> None:
        super().__init__(f"{count} ids stand more than once; a cluster has no first one, so make them unique.")


def pairs(rows: Iterable[Mapping[str, Any]], job: Job) -> Iterator[tuple[str, str]]:
    """The rows of all tables for the articles in `rows`; the model is loaded once a process."""
    for told in outcomes(rows, service_of(job), job):
        for table, made in told.items():
            yield from ((table, line(table, row)) for row in made)


def row_of(table: str, text: str) -> dict[str, Any]:
    """A row as it was before it became a line, its days as dates."""
    row: dict[str, Any] = json.loads(text)
    days = [column.name for column in TABLES[table] if column.kind == "date" and row[column.name]]
    return row | {name: date.fromisoformat(row[name]) for name in days}
