"""The quoted predicate: X „felháborítónak” nevezte a javaslatot."""

from quoteservice.search.candidate import Candidate
from quoteservice.search.hits import Hit
from quoteservice.search.page import Page

LEMMAS = frozenset(
    {"nevez", "tart", "minősít", "titulál", "aposztrofál", "bélyegez", "ítél", "nyilvánít", "jellemez", "illet"}
)


def find(page: Page, hit: Hit) -> Candidate | None:
    """The quotation of a marked predicate in the clause of a verb of naming; nicknames and terms have no such verb."""
    if hit.row.lemma not in LEMMAS:
        return None
    first, last = page.sentence(hit.head)
    for region in page.regions_in(first, last):
        if not (region.last < last and region.opened and region.closed):
            continue
        near = region.last < hit.first and hit.first - region.last <= 3
        behind = hit.last <= region.first and region.first - hit.last <= 3
        if (near or behind) and page.word(region.last - 1).endswith(("nak", "nek", "ként")):
            low = next((i + 1 for i in range(region.first - 2, first - 1, -1) if page.word(i) == ","), first)
            opens = near and low >= region.first - 1
            zone = (hit.last, last) if opens else (low, region.first - 1 if near else hit.first)
            return Candidate("predicate", ((region.first, region.last),), hit, zone, after=opens, direct=True)
    return None
