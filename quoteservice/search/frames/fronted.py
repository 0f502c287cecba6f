"""The content before its cue: Hogy Q, azt S bejelentette; Azt, hogy Q, S cáfolta."""

from quoteservice.lexicon.tables import word_set
from quoteservice.search.candidate import Candidate
from quoteservice.search.frames.extent import strip
from quoteservice.search.hits import Hit
from quoteservice.search.page import Page

CORRELATIVES = word_set("clause", "correlatives")


def find(page: Page, hit: Hit) -> Candidate | None:
    """The quotation of a fronted *hogy* clause, or None when the sentence does not open with one."""
    first, last = page.sentence(hit.head)
    hogy = next((i for i in range(first, min(last, first + 3)) if page.word(i) == "hogy"), None)
    if hogy is None or hit.row.indirect == "N" or hit.row.category == "decide":
        return None
    pointed = hogy > first and page.word(first) in CORRELATIVES and page.word(hogy - 1) == ","
    if hogy != first and not pointed:
        return None
    comma = next((i for i in range(hit.first - 1, hogy, -1) if page.word(i) == ","), None)
    if comma is None or not (pointed or {page.word(i) for i in range(comma + 1, hit.last)} & CORRELATIVES):
        return None
    content = strip(page, hogy + 1, comma)
    if not page.words_in(*content) or any(page.word(i) == "hogy" for i in range(comma, hit.first)):
        return None
    return Candidate("complement.fronted", (content,), hit, (comma + 1, last))
