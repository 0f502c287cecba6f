"""A file an article: plain text and HTML; the article's id is the path."""

from collections.abc import Iterator
from pathlib import Path

from quoteservice.bulk.reading.found import Found, Layout, unreadable
from quoteservice.text.html.charset import charset_of


def text_file(path: Path, layout: Layout) -> Iterator[Found]:
    """The article in a UTF-8 text file."""
    return _article(path, layout, "text")


def html_file(path: Path, layout: Layout) -> Iterator[Found]:
    """The article in an HTML file, in the charset that the file says."""
    return _article(path, layout, "html")


def _article(path: Path, layout: Layout, kind: str) -> Iterator[Found]:
    place = path.as_posix()
    with path.open("rb") as file:
        raw = file.read(layout.longest + 1)
    if len(raw) > layout.longest:
        yield unreadable(place, 413, f"A file has at most {layout.longest} bytes.")
        return
    charset = charset_of(raw) if kind == "html" else "utf-8"
    try:
        text = raw.decode(charset).removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        yield unreadable(place, 400, f"The file is not {charset} text; see byte {error.start}.")
    except (LookupError, ValueError):
        yield unreadable(place, 415, "The file names a charset that is not known.")
    else:
        yield Found(place, {"id": place, kind: text})
