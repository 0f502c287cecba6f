"""What of an archive is finished, in an SQLite file that outlives whoever writes it; sizes do not meet in memory."""

import sqlite3
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

TABLES = """
CREATE TABLE IF NOT EXISTS done (key BLOB PRIMARY KEY, outcome BLOB NOT NULL, failed INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS planned (n INTEGER PRIMARY KEY, key BLOB NOT NULL, place TEXT NOT NULL, id TEXT UNIQUE);
"""
FORMAT = 1


class JournalRefused(RuntimeError):
    """The journal cannot be used; the message is one sentence for the operator."""


@dataclass(frozen=True, slots=True)
class Planned:
    """An article of the present input: the key of its outcome, its place, and its id unless it is refused."""

    key: bytes
    place: str
    id: str | None


class Journal:
    """Outcomes by key, and the order of the present input; one process at a time."""

    def __init__(self, path: Path) -> None:
        """Open or make the journal at `path`; raises JournalRefused."""
        try:
            self._base = sqlite3.connect(path, isolation_level=None, timeout=0)
            self._open(path)
        except sqlite3.OperationalError:
            raise JournalRefused(f"{path} is in use by another run, or cannot be written.") from None
        except sqlite3.DatabaseError:
            raise JournalRefused(f"{path} is no journal of quoteservice; remove it to start anew.") from None

    def _open(self, path: Path) -> None:
        run = self._base.execute
        run("PRAGMA locking_mode = EXCLUSIVE")  # a second run is refused, and no shared memory is needed
        run("PRAGMA journal_mode = WAL")
        run("PRAGMA synchronous = NORMAL")  # safe against any kill; after a power cut the last outcomes are made again
        (found,) = run("PRAGMA user_version").fetchone()
        if found not in (0, FORMAT):
            raise JournalRefused(f"{path} is a journal of another version of quoteservice; remove it to start anew.")
        self._base.executescript(TABLES)
        run(f"PRAGMA user_version = {FORMAT}")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._base.close()

    @contextmanager
    def planning(self) -> Iterator[None]:
        """Forget the order of an earlier input, and take the new one in at once."""
        self._base.execute("BEGIN")
        try:
            self._base.execute("DELETE FROM planned")
            yield
        except BaseException:
            self._base.execute("ROLLBACK")
            raise
        self._base.execute("COMMIT")

    def plan(self, planned: Planned) -> bool:
        """Put an article at the end of the order; False when its id is there already."""
        insert = "INSERT OR IGNORE INTO planned (key, place, id) VALUES (?, ?, ?)"
        return self._base.execute(insert, (planned.key, planned.place, planned.id)).rowcount == 1

    def open(self, planned: Planned) -> bool:
        """Whether this article is in the order and not finished."""
        query = """SELECT 1 FROM planned WHERE id = ? AND place = ? AND key = ?
            AND NOT EXISTS (SELECT 1 FROM done WHERE done.key = planned.key)"""
        return self._base.execute(query, (planned.id, planned.place, planned.key)).fetchone() is not None

    def put(self, key: bytes, outcome: bytes, failed: bool = False) -> None:
        """Keep an outcome (see `packed`), `failed` where another try may do better; from here on no kill loses it."""
        self._base.execute("INSERT OR REPLACE INTO done VALUES (?, ?, ?)", (key, outcome, failed))

    def forget_failed(self) -> None:
        """Have all that failed read again."""
        self._base.execute("DELETE FROM done WHERE failed")

    def counts(self) -> tuple[int, int]:
        """How many articles the order has, and how many of them are finished."""
        query = "SELECT count(*), count(done.key) FROM planned LEFT JOIN done USING (key)"
        total, finished = self._base.execute(query).fetchone()
        return total, finished

    def outcomes(self) -> Iterable[tuple[str, bytes]]:
        """Place and outcome of every finished article in the order of the input."""
        return self._base.execute("SELECT place, outcome FROM planned JOIN done USING (key) ORDER BY n")


def packed(outcome: str) -> bytes:
    """An outcome as the journal keeps it."""
    return zlib.compress(outcome.encode("utf-8"), 1)


def unpacked(outcome: bytes) -> str:
    """An outcome as it was before `packed`."""
    return zlib.decompress(outcome).decode("utf-8")
