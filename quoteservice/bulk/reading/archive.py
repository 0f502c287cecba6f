"""The files of an archive in a fixed order, and all of their rows."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from quoteservice.bulk.reading.files import html_file, text_file
from quoteservice.bulk.reading.found import Found, Layout, unreadable
from quoteservice.bulk.reading.tables import csv_file, jsonl_file, parquet_file
from quoteservice.text.html.charset import SUFFIXES

Reader = Callable[[Path, Layout], Iterator[Found]]
READERS: dict[str, Reader] = {
    ".txt": text_file,
    **dict.fromkeys(SUFFIXES, html_file),
    ".jsonl": jsonl_file,
    ".ndjson": jsonl_file,
    ".csv": csv_file,
    ".parquet": parquet_file,
}


class NoArchive(ValueError):
    """A path cannot be read; the message is one sentence for the operator."""


def files_of(paths: Iterable[Path], leave_out: Callable[[Path], bool] = lambda path: False) -> list[Path]:
    """The files that are read: each of `paths`, and of a folder all that have a known suffix, sorted by path.

    Hidden files and folders are left out, and what `leave_out` says. Raises NoArchive.
    """
    files: dict[Path, None] = {}
    for path in paths:
        if path.is_dir():
            files |= dict.fromkeys(file for file in _walk(path) if not leave_out(file))
        elif not path.exists():
            raise NoArchive(f"{path} does not exist.")
        elif path.suffix.lower() not in READERS:
            raise NoArchive(f"{path} is none of {', '.join(READERS)}.")
        else:
            files[path] = None
    if not files:
        raise NoArchive(f"There is no file here that ends in {', '.join(READERS)}.")
    return list(files)


def articles_of(files: Iterable[Path], layout: Layout) -> Iterator[Found]:
    """Every row of `files` in order; raises ExtraMissing."""
    for path in files:
        try:
            yield from READERS[path.suffix.lower()](path, layout)
        except OSError as error:
            yield unreadable(path.as_posix(), 400, f"The file cannot be read ({type(error).__name__}).")


def _walk(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.iterdir()):
        if path.name.startswith("."):
            continue
        if path.is_dir() and not path.is_symlink():
            yield from _walk(path)
        elif path.suffix.lower() in READERS and path.is_file():
            yield path
