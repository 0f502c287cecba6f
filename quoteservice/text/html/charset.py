"""Which charset the bytes of an HTML document are in."""

import codecs
import re

SUFFIXES = (".html", ".htm", ".xhtml")
"""Of files that hold HTML."""
MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
META = re.compile(rb"<meta\s[^>]{0,200}?charset\s*=\s*[\"']?\s*([a-zA-Z0-9_:.-]{1,40})", re.IGNORECASE)
LOOKED_AT = 2048
"""Bytes in which a document says its charset."""


def charset_of(raw: bytes, told: str | None = None) -> str:
    """The name of the charset: by the byte order mark, else as `told` by who sent it, else by `meta`, else UTF-8."""
    for mark, name in MARKS:
        if raw.startswith(mark):
            return name
    if told:
        return told
    found = META.search(raw[:LOOKED_AT])
    name = found[1].decode("ascii").lower() if found else "utf-8"
    # What has been read as ASCII so far cannot be in UTF-16.
    return "utf-8" if name.startswith("utf-16") else name
