"""A table as Parquet; needs the extra `bulk`."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from quoteservice.bulk.extras import extra
from quoteservice.bulk.schema import TABLES

GROUP = 10_000
"""Rows that are written in one go; more would only cost memory."""


def arrow_schema(table: str) -> Any:
    """The table's columns as pyarrow has them; raises ExtraMissing."""
    arrow = extra("pyarrow", "bulk", "Parquet")
    kinds = {
        "string": arrow.string(), "date": arrow.date32(), "int": arrow.int64(), "float": arrow.float64(),
        "bool": arrow.bool_(), "strings": arrow.list_(arrow.string()), "ints": arrow.list_(arrow.int64()),
        "bools": arrow.list_(arrow.bool_()),
    }  # fmt: skip
    return arrow.schema([(column.name, kinds[column.kind]) for column in TABLES[table]])


class ParquetWriter:
    """Writes a table to a new file at `path`; raises ExtraMissing."""

    def __init__(self, path: Path, table: str) -> None:
        self._arrow = extra("pyarrow", "bulk", "Parquet")
        self._schema = arrow_schema(table)
        self._dates = [column.name for column in TABLES[table] if column.kind == "date"]
        self._rows: list[dict[str, Any]] = []
        parquet = extra("pyarrow.parquet", "bulk", "Parquet")
        self._file = parquet.ParquetWriter(path, self._schema, compression="zstd")

    def write(self, rows: Sequence[dict[str, Any]]) -> None:
        """Add rows."""
        self._rows += [self._dated(row) for row in rows]
        while len(self._rows) >= GROUP:
            self._flush()

    def close(self) -> None:
        """Finish the file."""
        if self._rows:
            self._flush()
        self._file.close()

    def _flush(self) -> None:
        group, self._rows = self._rows[:GROUP], self._rows[GROUP:]
        self._file.write_table(self._arrow.Table.from_pylist(group, self._schema), row_group_size=GROUP)

    def _dated(self, row: dict[str, Any]) -> dict[str, Any]:
        return row | {name: date.fromisoformat(row[name]) for name in self._dates if row[name]}
