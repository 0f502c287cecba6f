"""A table as JSON lines, with every column in every row."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from quoteservice.bulk.schema import TABLES


def line(table: str, row: dict[str, Any]) -> str:
    """A row as JSON, its columns in the order of the schema."""
    told = {column.name: row[column.name] for column in TABLES[table]}
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"))


class LinesWriter:
    """Writes a table to a new file at `path`."""

    def __init__(self, path: Path, table: str) -> None:
        self._file = path.open("w", encoding="utf-8", newline="\n")
        self._table = table

    def write(self, rows: Sequence[dict[str, Any]]) -> None:
        """Add rows."""
        self._file.writelines(line(self._table, row) + "\n" for row in rows)

    def close(self) -> None:
        """Finish the file."""
        self._file.close()
