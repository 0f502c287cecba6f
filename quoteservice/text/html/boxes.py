"""Tells the boxes around an article – related articles, newsletters, sharing, adverts – by the names they are given."""

import re
from collections.abc import Iterator
from functools import cache

from quoteservice.lexicon import tables
from quoteservice.text.html.elements import ASIDE, NEVER_READ
from quoteservice.text.html.parsing import Attributes

HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE)
ROLES = frozenset({"navigation", "complementary", "search", "banner", "contentinfo", "dialog", "menu", "toolbar"})
WHOLE = frozenset({"html", "body", "main", "article", "h1"})
"""Elements that hold an article, whatever their class says of it (WordPress puts its categories there)."""
LONGEST = 3
"""Words in the name of a box."""


def never_read(name: str) -> bool:
    """Whether the content of an element `name` is no running text."""
    return name in NEVER_READ


def beside_the_article(name: str, attributes: Attributes) -> bool:
    """Whether an element holds something else than the article: an aside, a caption, a box."""
    if name in ASIDE or name.startswith("amp-"):
        return True
    if not attributes or name in WHOLE:
        return False
    given = {key: value or "" for key, value in attributes}
    if "hidden" in given or given.get("aria-hidden") == "true" or HIDDEN.search(given.get("style", "")):
        return True
    return given.get("role", "") in ROLES or any(_is_box(given.get(key, "")) for key in ("class", "id"))


def _is_box(names: str) -> bool:
    boxes, about = _hints()
    for name in names.split():
        words = [word for word in re.split(r"[-_]+", HUMP.sub("-", name).lower()) if word]
        if "-".join(words) in boxes:
            return True
        if words and words[0] not in about and any(part in boxes for part in _ends(words)):
            return True
    return False


def _ends(words: list[str]) -> Iterator[str]:
    """The first and the last one to three words of a name."""
    for length in range(1, min(LONGEST, len(words)) + 1):
        yield "-".join(words[:length])
        yield "-".join(words[-length:])


@cache
def _hints() -> tuple[frozenset[str], frozenset[str]]:
    """The names of boxes, and the first words of names that tell of a page as a whole."""
    rows = tables.rows("boxes")
    return tuple(frozenset(row["word"] for row in rows if row["kind"] == kind) for kind in ("box", "about"))  # type: ignore[return-value]
