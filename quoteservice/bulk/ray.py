"""Ray Data as the engine; needs the extra `ray`, and quoteservice on every machine of the cluster."""

from typing import Any

from quoteservice.bulk.extras import extra
from quoteservice.bulk.job import Job, service_of
from quoteservice.bulk.lines import ROW, TABLE, IdsTwice, pairs, row_of
from quoteservice.bulk.reading.found import Columns
from quoteservice.bulk.schema import TABLES
from quoteservice.bulk.writing.parquet import arrow_schema

AT_ONCE = 16
"""Articles that an actor gets in one go."""


def extract(articles: Any, job: Job, columns: Columns, actors: int) -> dict[str, Any]:
    """A dataset for each table, made of the dataset `articles` by so many actors; raises IdsTwice and ExtraMissing."""
    data = extra("ray.data", "ray", "Ray")
    there = set(articles.schema().names)
    names = {theirs: ours for ours, theirs in columns.names().items() if theirs in there}
    named = articles.select_columns(list(names)).rename_columns(names)
    if "id" in names.values():
        counts = named.select_columns(["id"]).groupby("id", num_partitions=actors).count()
        if twice := counts.filter(lambda row: row["id"] is not None and row["count()"] > 1).count():
            raise IdsTwice(twice)
    lines = named.map_batches(
        _Reader, fn_constructor_args=(job,), batch_size=AT_ONCE, batch_format="pyarrow",
        compute=data.ActorPoolStrategy(min_size=1, max_size=actors),
    ).materialize()  # fmt: skip
    return {table: lines.map_batches(_of, fn_args=(table,), batch_format="pyarrow") for table in TABLES}


class _Reader:
    """An actor; it loads the model once, and is never sent one."""

    def __init__(self, job: Job) -> None:
        service_of(job)
        self.job = job
        self.arrow = extra("pyarrow", "ray", "Ray")

    def __call__(self, articles: Any) -> Any:
        made = [{TABLE: table, ROW: line} for table, line in pairs(articles.to_pylist(), self.job)]
        return self.arrow.Table.from_pylist(made, self.arrow.schema([(TABLE, "string"), (ROW, "string")]))


def _of(lines: Any, table: str) -> Any:
    rows = [row_of(table, each[ROW]) for each in lines.to_pylist() if each[TABLE] == table]
    return extra("pyarrow", "ray", "Ray").Table.from_pylist(rows, arrow_schema(table))
