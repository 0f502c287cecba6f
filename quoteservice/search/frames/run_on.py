"""An inquit whose dash or comma was lost on the way: *A híd nem készül el időre mondta a polgármester.*

It counts as one with a comma, because all else of it is the same.
"""

from quoteservice.search.candidate import Candidate
from quoteservice.search.frames.extent import sentence_end, strip
from quoteservice.search.frames.inquit import LONGEST_TAIL
from quoteservice.search.frames.joint import object_filled
from quoteservice.search.hits import Hit
from quoteservice.search.page import Page
from quoteservice.search.phrases import ARTICLES, COORDINATORS, TIME, is_name, phrases_in

FEWEST = 4
"""Words of what was said."""


def find(page: Page, hit: Hit) -> Candidate | None:
    """The quotation that runs into its inquit, or None where the clause may as well be one."""
    first, end = page.sentence(hit.head)[0], sentence_end(page, hit.last)
    before = hit.first - 1
    if {hit.row.direct, hit.row.indirect, hit.row.paratactic} != {"Y"} or not page.is_word(before):
        return None
    if page.words_in(first, hit.first) < FEWEST or not _said_by(page, hit, end):
        return None
    if not _whole_before(page, hit):
        return None
    return Candidate("inquit.comma", (strip(page, first, hit.first),), hit, (hit.first, end), True)


def _said_by(page: Page, hit: Hit, end: int) -> bool:
    """Whether one sayer stands behind the verb and nothing but obliques follow."""
    if end - hit.last > LONGEST_TAIL or page.has_finite(hit.last, end):
        return False
    sayers = [phrase for phrase in phrases_in(page, hit.last, end) if _names_someone(page, phrase.head)]
    if len(sayers) != 1 or page.word(sayers[0].last) == "szerint":
        return False
    opens = page.word(sayers[0].first) in ARTICLES or is_name(page, sayers[0].first)
    return opens and all(page.is_word(i) for i in range(hit.last, sayers[0].first))


def _names_someone(page: Page, head: int) -> bool:
    noun = page.tokens[head].upos in ("NOUN", "PROPN")
    return noun and page.case(head) == "Nom" and page.word(head) not in TIME


def _whole_before(page: Page, hit: Hit) -> bool:
    """Whether the words before the cue are a clause of their own: with another verb, or a subject of its own."""
    low = page.clause(hit.head)[0]
    verbs = [i for i in range(low, hit.first) if page.is_finite(i) and i not in hit.tokens]
    if verbs:
        return not any(page.word(i) in COORDINATORS for i in range(verbs[-1], hit.first))
    if object_filled(page, hit):
        return False  # a felét a kormány állja
    subjects = [i for i in range(low, hit.first) if page.case(i) == "Nom" and page.tree.dep(i).startswith("nsubj")]
    governors = [page.tree.head(i) for i in subjects]
    own = any(governor != hit.head and governor < hit.first for governor in governors)
    return own or governors.count(hit.head) > 1  # felesége karanténköteles mondta: a predicate taken for a subject
