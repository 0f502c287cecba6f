"""Apache Spark as the engine; needs the extra `spark`, and quoteservice on every machine of the cluster."""

from collections.abc import Iterator
from typing import Any

from quoteservice.bulk.extras import extra
from quoteservice.bulk.job import Job
from quoteservice.bulk.lines import ROW, TABLE, IdsTwice, pairs
from quoteservice.bulk.reading.found import Columns
from quoteservice.bulk.schema import TABLES, Kind

TYPES: dict[Kind, str] = {
    "string": "string", "date": "date", "int": "bigint", "float": "double", "bool": "boolean",
    "strings": "array<string>", "ints": "array<bigint>", "bools": "array<boolean>",
}  # fmt: skip
AS_STRINGS = ("id", "published_at")


def extract(articles: Any, job: Job, columns: Columns) -> dict[str, Any]:
    """A frame for each table, made of the frame `articles`; raises IdsTwice and ExtraMissing.

    The articles are read once, when the first of the frames is asked for, and again where a machine is lost.
    """
    functions = extra("pyspark.sql.functions", "spark", "Spark")
    named = articles.select(*(
        functions.col(theirs).cast("string").alias(ours) if ours in AS_STRINGS else functions.col(theirs).alias(ours)
        for ours, theirs in columns.names().items() if theirs in articles.columns
    ))  # fmt: skip
    if twice := named.where("id is not null").groupBy("id").count().where("count > 1").count():
        raise IdsTwice(twice)
    lines = named.mapInPandas(_Read(job), f"{TABLE} string, {ROW} string")
    lines = lines.persist(extra("pyspark", "spark", "Spark").StorageLevel.DISK_ONLY)
    return {table: _frame(lines, table, functions) for table in TABLES}


class _Read:
    """Reads the articles of a partition; is sent to the machines without a model."""

    def __init__(self, job: Job) -> None:
        self.job = job

    def __call__(self, batches: Iterator[Any]) -> Iterator[Any]:
        frame = extra("pandas", "spark", "Spark").DataFrame
        for batch in batches:
            yield frame(list(pairs(batch.to_dict("records"), self.job)), columns=[TABLE, ROW])


def _frame(lines: Any, table: str, functions: Any) -> Any:
    schema = ", ".join(f"{column.name} {TYPES[column.kind]}" for column in TABLES[table])
    rows = lines.where(functions.col(TABLE) == table)
    return rows.select(functions.from_json(ROW, schema, {"mode": "FAILFAST"}).alias("r")).select("r.*")
