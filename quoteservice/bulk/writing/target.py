"""Where the tables of a run go, and the journal beside them."""

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, Protocol

from quoteservice.bulk.schema import TABLES
from quoteservice.bulk.writing.lines import LinesWriter
from quoteservice.bulk.writing.parquet import ParquetWriter, arrow_schema

Format = Literal["parquet", "jsonl"]
WRITERS: dict[str, Callable[[Path, str], "Writer"]] = {"parquet": ParquetWriter, "jsonl": LinesWriter}
ALWAYS_LINES = "rejects"


class Writer(Protocol):
    """Whatever takes the rows of one table."""

    def write(self, rows: Sequence[dict[str, Any]]) -> None:
        """Add rows."""

    def close(self) -> None:
        """Finish."""


@dataclass(frozen=True, slots=True)
class Target:
    """The files of a run, by table; `journal` remembers what is finished."""

    tables: dict[str, Path]
    journal: Path
    format: Format

    @classmethod
    def at(cls, out: Path, asked: Format | None = None) -> "Target":
        """The files in the folder `out`, or beside the file of quotations `out`, whose suffix says its format."""
        if out.suffix in {".parquet", ".jsonl"} and not out.is_dir():
            form: Format = "parquet" if out.suffix == ".parquet" else "jsonl"
            tables = {name: out.with_name(f"{out.stem}.{name}.{_suffix(name, form)}") for name in TABLES}
            return cls({**tables, "quotes": out}, out.with_name(f"{out.stem}.journal.sqlite"), form)
        form = asked or "parquet"
        return cls({name: out / f"{name}.{_suffix(name, form)}" for name in TABLES}, out / "journal.sqlite", form)

    def prepare(self) -> None:
        """Make the folder, and find out now whether the tables can be written; raises OSError and ExtraMissing."""
        self.journal.parent.mkdir(parents=True, exist_ok=True)
        if self.format == "parquet":
            arrow_schema("quotes")

    def holds(self, path: Path) -> bool:
        """Whether `path` is one of these files, which no archive is read from."""
        return path.absolute() in {each.absolute() for each in self.tables.values()}

    @contextmanager
    def writers(self) -> Iterator[dict[str, Writer]]:
        """A writer for each table; the files appear under their names when all are whole, or not at all."""
        temporary = {name: path.with_name(path.name + ".part") for name, path in self.tables.items()}
        writers: dict[str, Writer] = {
            name: WRITERS["jsonl" if name == ALWAYS_LINES else self.format](path, name)
            for name, path in temporary.items()
        }
        try:
            yield writers
        finally:
            for writer in writers.values():
                writer.close()
        for name, path in temporary.items():
            with path.open("rb") as file:
                os.fsync(file.fileno())
            path.replace(self.tables[name])


def _suffix(name: str, form: Format) -> str:
    return "jsonl" if name == ALWAYS_LINES else form
