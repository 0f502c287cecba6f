"""A whole archive on one machine: plan, read what is not finished, put the tables together.

Outcomes go to the journal in the order in which they are finished, the tables are made of it in the order of the
input: so a run that was killed ends, when it is called again, with the bytes of one that was not.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Any

from quoteservice.bulk.article import Refused, article_of, id_of
from quoteservice.bulk.job import Job, service_of
from quoteservice.bulk.journal import Journal, Planned, packed, unpacked
from quoteservice.bulk.pool import CHANCES, Pool
from quoteservice.bulk.reading.archive import articles_of
from quoteservice.bulk.reading.found import Found, Layout
from quoteservice.bulk.rows import Outcome, late, outcome, rejected
from quoteservice.bulk.worker import Lost
from quoteservice.bulk.writing.target import Target
from quoteservice.collector import settle

Written = tuple[bytes, bool]
TWICE = "An article before this one has the same `id`."
GRACE = 1.5
"""An article that cannot be ended from inside is ended from outside after its deadline times this."""


class InputChanged(RuntimeError):
    """A file was changed while it was read; the message is one sentence for the operator."""


@dataclass(frozen=True, eq=False, slots=True)
class Task:
    """An article that has to be read; two of them are never equal."""

    key: bytes
    found: Found


@dataclass(frozen=True, slots=True)
class Run:
    """Files, how to read them, what to ask of them, where to put the tables, and how many processes work."""

    files: Sequence[Path]
    layout: Layout
    job: Job
    target: Target
    workers: int
    retry: bool = False
    """Whether articles whose reading failed in an earlier run (status 500 and 503) are read again."""

    def execute(self, planned: Callable[[int, int], None], advanced: Callable[[], None]) -> dict[str, int]:
        """How many rows each table has in the end.

        Calls `planned` with the number of articles and of finished ones, then `advanced` after each further one.
        Raises CannotStart, ExtraMissing, InputChanged, JournalRefused, OSError.
        """
        self.target.prepare()
        with Journal(self.target.journal) as journal:
            service_of(self.job)
            settle()
            if self.retry:
                journal.forget_failed()
            with journal.planning():
                for found in articles_of(self.files, self.layout):
                    self._plan(journal, found)
            planned(*journal.counts())
            for key, (told, failed) in self._read(journal):
                journal.put(key, told, failed)
                advanced()
            return self._assemble(journal)

    def _plan(self, journal: Journal, found: Found) -> None:
        key, name, refused = self._key(found)
        if refused is None and not journal.plan(Planned(key, found.place, name)):
            refused = Refused(422, TWICE)
        if refused is not None:
            key = digest(["refused", found.place, name, refused.status, refused.detail])
            journal.plan(Planned(key, found.place, None))
            journal.put(key, *written(rejected(name, refused.status, refused.detail)))

    def _key(self, found: Found) -> tuple[bytes, str | None, Refused | None]:
        """Key and id of what stands there, or why it cannot be read; the same key means the same outcome."""
        if found.refused is not None:
            return b"", None, found.refused
        name = None
        try:
            name = id_of(found.row, self.layout.settings)
            article = article_of(found.row, self.layout.settings)
        except Refused as refused:
            return b"", name, refused
        engine = service_of(self.job).engine.told()
        text = article.text if article.text is not None else article.html or ""
        kind = "html" if article.text is None else "text"
        told = [article.id, str(article.published_at), article.outlet, kind, len(text)]
        return digest([engine, self.job.told(), told], text), name, None

    def _read(self, journal: Journal) -> Iterator[tuple[bytes, Written]]:
        pool = Pool(self._work, self.workers, self.job.deadline * GRACE + 1)
        for task, told in pool.run(self._tasks(journal)):
            yield task.key, told if isinstance(told, tuple) else self._failed(task, told)

    def _tasks(self, journal: Journal) -> Iterator[Task]:
        for found in articles_of(self.files, self.layout):
            key, name, refused = self._key(found)
            if refused is None and journal.open(Planned(key, found.place, name)):
                yield Task(key, found)

    def _work(self, task: Task) -> Written:
        return written(outcome(task.found.row, service_of(self.job), self.job))

    def _failed(self, task: Task, error: Exception) -> Written:
        name = id_of(task.found.row, self.layout.settings)
        if isinstance(error, Lost):
            return written(rejected(name, 500, f"The process that read it ended {CHANCES} times."))
        return written(rejected(name, 503, late(self.job)))

    def _assemble(self, journal: Journal) -> dict[str, int]:
        total, finished = journal.counts()
        if finished < total:
            raise InputChanged(f"{total - finished} articles changed while they were read; run the same again.")
        counts = dict.fromkeys(self.target.tables, 0)
        with self.target.writers() as writers:
            for place, told in journal.outcomes():
                for table, rows in json.loads(unpacked(told)).items():
                    placed = [{**row, "place": place} for row in rows] if table == "rejects" else rows
                    writers[table].write(placed)
                    counts[table] += len(rows)
        return counts


def digest(told: Any, text: str = "") -> bytes:
    """128 bits for what an outcome depends on."""
    head = json.dumps(told, ensure_ascii=False, sort_keys=True)
    return blake2b(f"{head}\n{text}".encode("utf-8", "surrogatepass"), digest_size=16).digest()


def written(told: Outcome) -> Written:
    """An outcome as the journal keeps it, and whether another try may do better."""
    failed = any(row["status"] >= 500 for row in told.get("rejects", ()))
    return packed(json.dumps(told, ensure_ascii=False, separators=(",", ":"))), failed
