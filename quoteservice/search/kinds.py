"""Direct, indirect or mixed: the marks inside a content decide, and with them its exact span."""

from quoteservice.model import QuotationType, Span
from quoteservice.search.candidate import Candidate, Range
from quoteservice.search.frames.extent import strip
from quoteservice.search.marks import Region
from quoteservice.search.page import Page

TITLE_NOUNS = frozenset({"című", "nevű", "elnevezésű", "feliratú", "jelű", "kezdetű", "címmel", "néven", "fedőnevű"})


def settle(page: Page, candidate: Candidate) -> tuple[QuotationType, tuple[Span, ...]]:
    """The type of a candidate and its content in code points, marks excluded where the whole content stands in them."""
    if candidate.direct:
        return "direct", tuple(_inside(page, part) for part in candidate.content)
    parts = [_unwrap(page, part) for part in candidate.content]
    if all(direct for _, direct in parts):
        return "direct", tuple(_inside(page, part) for part, _ in parts)
    mixed = any(direct or _fragment(page, part) for part, direct in parts)
    return "mixed" if mixed else "indirect", tuple(page.span(*part) for part in candidate.content)


def _inside(page: Page, part: Range) -> Span:
    """The text of a part in marks; commas and dashes at its edges belong to the inquit, full stops are kept."""
    first, last = part
    while first < last and (page.word(first) in {",", ";"} or page.is_dash(first)):
        first += 1
    while last > first and (page.word(last - 1) in {",", ";"} or page.is_dash(last - 1)):
        last -= 1
    return page.span(first, last) if last > first else page.span(*part)


def _unwrap(page: Page, part: Range) -> tuple[Range, bool]:
    """The inside of the marks when they hold the whole part."""
    first, last = part
    region = page.region_opening_at(first) if page.is_mark(first) else None
    if region is not None:
        rest = strip(page, region.last + (1 if region.closed else 0), last)
        if region.last >= last - 1 or rest[1] <= rest[0] or not page.words_in(*rest):
            return (region.first, min(region.last, last) if not region.closed else region.last), True
    return part, False


def _fragment(page: Page, part: Range) -> bool:
    """Whether marks inside the part hold words of the sayer: not the name of a thing."""
    return any(r.last <= part[1] and not _title(page, r) for r in page.regions_in(*part) if r.opened or r.closed)


def _title(page: Page, region: Region) -> bool:
    behind = region.last + 1
    return page.word(behind) in TITLE_NOUNS or (
        page.tokens[region.first].text[0].isupper() and page.words_in(region.first, region.last) <= 3
        and not page.has_finite(region.first, region.last) and page.sentence(region.first)[0] < region.first - 1
    )  # fmt: skip
