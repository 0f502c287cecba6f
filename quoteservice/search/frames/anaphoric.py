"""The content in the sentence before: Q. Erről beszélt S.; „Q.” Ezt mondta S."""

from quoteservice.search.candidate import Candidate
from quoteservice.search.frames.extent import strip
from quoteservice.search.hits import Hit
from quoteservice.search.page import Page

POINTERS = frozenset({"erről", "minderről", "ezt", "mindezt", "ezekről"})
LEMMAS = frozenset({"beszél", "mond", "ír", "nyilatkozik", "közöl", "szól", "jelent", "elmond", "kiír", "posztol"})
LATEST = 5


def find(page: Page, hit: Hit) -> Candidate | None:
    """The quotation that a sentence-initial *erről* or *ezt* points back at, when the cue reports nothing else."""
    first, last = page.sentence(hit.head)
    if page.word(first) not in POINTERS or hit.first - first > LATEST or hit.row.lemma not in LEMMAS:
        return None
    if page.region_of(hit.head) is not None:
        return None
    if first == 0 or (page.paragraph(first)[0] == first and page.previous_paragraph(first) is None):
        return None
    if any(page.tokens[i].text == ":" or page.word(i) == "hogy" for i in range(hit.last, last)):
        return None
    low, high = page.sentence(first - 1)
    region = page.region_closing_at(high - 1) or page.region_closing_at(high - 2)
    if region is None and page.paragraph(first)[0] == first:
        return None  # in a paragraph of its own it may point at a picture, or at what was left out
    content = (region.first, region.last) if region is not None and region.opened else strip(page, low, high)
    if page.words_in(*content) < (3 if region is None else 2) or not page.has_finite(*content):
        return None
    return Candidate("anaphoric", (content,), hit, (first + 1, last), True, direct=region is not None)
