"""What the frames hand on: a content, the cue that governs it and where its source may stand."""

from dataclasses import dataclass

from quoteservice.search.hits import Hit

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible quotation in token ranges (half-open).

    `zone` is the stretch of the cue's own clause in which a source may stand; `after`: whether Hungarian word order
    puts it behind the cue there. `source` is set when the frame itself fixes it (*NP szerint*).
    """

    frame: str
    content: tuple[Range, ...]
    hit: Hit | None
    zone: Range = (0, 0)
    after: bool = False
    source: Range | None = None
    direct: bool = False
    """The content stands between marks and is taken to the letter, even when it is shorter than its clause."""
