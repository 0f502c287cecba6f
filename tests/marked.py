"""Reads our marked sentences: the expected quotation stands inside the sentence.

    „<d>A híd elkészül</d>” – <cue>mondta</cue> <src>Bokor Etelka</src>. → Bokor Etelka

`<d>`, `<i>`, `<m>` hold the content of a direct, indirect or mixed quotation, `<cue>` and `<src>` its cue and source.
With several quotations in a row every tag carries its number (`<i2>…</i2>`, `<cue2>`, `<src2>`); a part that
belongs to two of them carries both (`<cue1+src2>`). A content, cue or source in pieces repeats its tag.
`<to>`, `<in>` and `<at>` hold to whom, where and when it was said.
`¶` is a paragraph break. After ` → ` stand the speakers, one a quotation, parted by ` | `; `+` joins coordinated
ones, `?` is an unknown one. A sentence without tags expects no quotation at all.
"""

import re
from dataclasses import dataclass, field

TAG = re.compile(r"<(/?)([a-z0-9+]+)>")
TYPES = {"d": "direct", "i": "indirect", "m": "mixed"}
CIRCUMSTANCES = {"to": "addressee", "in": "medium", "at": "said_at"}


@dataclass
class Expected:
    """One quotation as marked; spans are half-open code point offsets into the unmarked text."""

    type: str = ""
    content: list[tuple[int, int]] = field(default_factory=list)
    cue: list[tuple[int, int]] = field(default_factory=list)
    source: tuple[int, int] | None = None
    speakers: list[str] | None = None
    circumstances: dict[str, tuple[int, int]] = field(default_factory=dict)
    """Addressee, medium and time by their tags."""


@dataclass
class Marked:
    """An unmarked text and the quotations that were marked in it, in order of number."""

    text: str
    quotations: list[Expected]


def read(row: str) -> Marked:
    """Parse one marked sentence; raises ValueError for a tag that does not close."""
    body, _, speakers = row.partition(" → ")
    body = body.replace(" ¶ ", "\n\n")
    found: dict[str, Expected] = {}
    opened: dict[str, int] = {}
    text, at = "", 0
    for tag in TAG.finditer(body):
        text += body[at : tag.start()]
        at = tag.end()
        if not tag.group(1):
            opened[tag.group(2)] = len(text)
            continue
        if tag.group(2) not in opened:
            raise ValueError(f"{tag.group()} closes nothing in {row!r}")
        start = opened.pop(tag.group(2))
        for part in tag.group(2).split("+"):
            _add(found, part, (start, len(text)))
    if opened:
        raise ValueError(f"not closed: {sorted(opened)} in {row!r}")
    marked = Marked(text + body[at:], [found[key] for key in sorted(found, key=int)])
    if speakers:
        for quotation, names in zip(marked.quotations, speakers.split(" | "), strict=True):
            quotation.speakers = [] if names.strip() == "?" else [n.strip() for n in names.split(" + ")]
    return marked


def _add(found: dict[str, Expected], part: str, span: tuple[int, int]) -> None:
    name, number = re.fullmatch(r"([a-z]+)(\d*)", part).groups()  # type: ignore[union-attr]
    quotation = found.setdefault(number or "1", Expected())
    if name in TYPES:
        quotation.type = TYPES[name]
        quotation.content.append(span)
    elif name == "cue":
        quotation.cue.append(span)
    elif name == "src":
        quotation.source = span
    elif name in CIRCUMSTANCES:
        quotation.circumstances[name] = span
    else:
        raise ValueError(f"unknown tag {part}")
