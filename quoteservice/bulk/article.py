"""One row of an archive as an article, or the reason why it is none; never with a word of it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from quoteservice.settings import Settings
from quoteservice.text.guards import LONE_SURROGATE

Row = Mapping[str, Any]
"""`id`, `text` or `html`, maybe `published_at` and `outlet`; other names are ignored, null is as good as missing."""
DAY = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[T ].*)?", re.DOTALL)
NO_DAY = "`published_at` is no date as YYYY-MM-DD, from 1900 to 2099."
LONGEST_OUTLET = 200


class Refused(ValueError):
    """The row is no article that can be read: the HTTP status the service would answer with, and one sentence."""

    def __init__(self, status: int, detail: str) -> None:
        super().__init__(detail)
        self.status = status
        self.detail = detail


@dataclass(frozen=True, slots=True)
class Article:
    """A checked row; exactly one of `text` and `html` is there."""

    id: str
    text: str | None
    html: str | None
    published_at: date | None
    outlet: str | None


def article_of(row: Row, settings: Settings) -> Article:
    """The article of `row`; raises Refused."""
    name = id_of(row, settings)
    text, html = _string(row, "text"), _string(row, "html")
    if (text is None) == (html is None):
        both = "Give it either as `text` or as `html`, not as both."
        raise Refused(422, both if text is not None else "The row has neither `text` nor `html`.")
    outlet = _string(row, "outlet")
    if outlet and (len(outlet) > LONGEST_OUTLET or LONE_SURROGATE.search(outlet)):
        raise Refused(422, f"`outlet` is longer than {LONGEST_OUTLET} code points or no Unicode text.")
    return Article(name, text, html, _day(row), outlet)


def id_of(row: Row, settings: Settings) -> str:
    """The id of `row`; raises Refused."""
    given = value(row, "id")
    name = str(given) if isinstance(given, int) and not isinstance(given, bool) else given
    if not isinstance(name, str) or not name:
        raise Refused(422, "An article needs an `id`, a string or a whole number.")
    if len(name) > settings.max_id_length:
        raise Refused(422, f"`id` has more than {settings.max_id_length} code points.")
    if LONE_SURROGATE.search(name):
        raise Refused(422, "`id` has a lone surrogate; this is no Unicode text.")
    return name


def value(row: Row, name: str) -> Any:
    """The cell `name` of `row`; None where it is missing, null or what pandas has for null."""
    given = row.get(name)
    return None if isinstance(given, float | datetime) and given != given else given


def _string(row: Row, name: str) -> str | None:
    given = value(row, name)
    if given is not None and not isinstance(given, str):
        raise Refused(422, f"`{name}` is not a string.")
    return given


def _day(row: Row) -> date | None:
    """The day in a date, a time stamp, or a string that starts with YYYY-MM-DD; the day is as written, in no zone."""
    given = value(row, "published_at")
    if given is None or given == "":
        return None
    if isinstance(given, str) and (match := DAY.fullmatch(given.strip())):
        try:
            given = date.fromisoformat(match[1])
        except ValueError:
            raise Refused(422, NO_DAY) from None
    if isinstance(given, datetime):
        given = given.date()
    if not isinstance(given, date) or not 1900 <= given.year <= 2099:
        raise Refused(422, NO_DAY)
    return given
