"""What the readers hand out, and how they are told to read."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any

from quoteservice.bulk.article import Refused, Row, value
from quoteservice.settings import Settings

UTF8_BYTES = 4
SLACK = 65_536


@dataclass(frozen=True, slots=True)
class Columns:
    """The names that the archive's own rows have for what is read of them; an empty name is not looked for."""

    id: str = "id"
    text: str = "text"
    html: str = "html"
    published_at: str = "published_at"
    outlet: str = "outlet"

    def names(self) -> dict[str, str]:
        """Our name → the archive's, without those that are not looked for."""
        return {each.name: name for each in fields(self) if (name := getattr(self, each.name))}

    def row(self, given: Mapping[str, Any], place: str) -> Row:
        """The row with our names; one without an id is called by its place."""
        row = {ours: given.get(theirs) for ours, theirs in self.names().items()}
        return row if value(row, "id") not in (None, "") else {**row, "id": place}


@dataclass(frozen=True, slots=True)
class Layout:
    """How files are read: names of columns, the delimiter of CSV, and the limits of the service."""

    columns: Columns = field(default_factory=Columns)
    delimiter: str = ","
    settings: Settings = field(default_factory=Settings)

    @property
    def longest(self) -> int:
        """The bytes beyond which a file or a line is not taken into memory."""
        return UTF8_BYTES * max(self.settings.max_text_length, self.settings.max_html_length) + SLACK


@dataclass(frozen=True, slots=True)
class Found:
    """One row and where it stands, or at that place the reason why there is none."""

    place: str
    row: Row
    refused: Refused | None = None


def unreadable(place: str, status: int, detail: str) -> Found:
    """A place of which nothing can be read."""
    return Found(place, {}, Refused(status, detail))
