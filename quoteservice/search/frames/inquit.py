"""The inquit behind or inside what was said: „Q” – mondta X; Q – közölte X; Q1 – mondta X –, Q2; Q, írja X."""

from dataclasses import replace

from quoteservice.lexicon.tables import word_set
from quoteservice.search.candidate import Candidate, Range
from quoteservice.search.frames.extent import Cuts, relays, sentence_end, strip
from quoteservice.search.frames.joint import ANNOUNCING
from quoteservice.search.hits import Hit
from quoteservice.search.marks import Region
from quoteservice.search.page import RELATIVES, Page
from quoteservice.search.phrases import nominatives

LEADS = word_set("inquit", "leads")
COORDINATORS = word_set("clause", "coordinators")
LONGEST_TAIL = 30
THIS = frozenset({"ez", "az"})
"""Take up what stands before: *Q, ez derül ki a jelentésből*."""
FILLING = frozenset({":", "valamit", "semmit", "mindent", "sokat"})
"""*Kipróbáltuk, jelez is valamit*: the verb has another object, or more to come."""
POINTERS = frozenset({"ezt", "mindezt"})
SHORT_LEAD = 2
LONGEST_LEAD = 4
LEAVING = word_set("clause", "subordinators") - {"hogy", "mint"} | {"holott", "hozzátéve", "utalva", "mondván"}
"""Open a clause that only adds to an inquit."""
VERBLESS, VERBLESS_INSIDE = 2, 4
"""How many words without a verb can be reported before *, mondta X*: at the end of the sentence, and inside it."""


def find(page: Page, hit: Hit, cuts: Cuts) -> Candidate | None:
    """The quotation whose inquit `hit` is, or None when it stands in no inquit."""
    if (pointer := _pointer(page, hit)) is not None:
        pointed = _after_dash(page, hit, pointer - 1, cuts)
        return None if pointed is None else replace(pointed, zone=(pointer + 1, pointed.zone[1]), after=False)
    start = _clause_start(page, hit)
    before = start - 1
    if before < 0:
        return None
    opened = page.paragraph(hit.first)[0]
    if page.is_dash(before) and start - opened <= 2 and not page.words_in(opened, before):
        block = _block(page, hit, start)
        if block is not None:
            return block
    if page.is_dash(before):
        return _after_dash(page, hit, before, cuts)
    if cuts.complement and start == page.sentence(start)[0] and page.tokens[start].text[:1].isupper():
        return None  # „Q.” Elmondta azt is, hogy …
    if (region := _closed_before(page, before)) is not None:
        return _after_mark(page, hit, region, before)
    if cuts.complement:
        return None
    if page.word(before) == "," and not _announced(page, hit, before, cuts) and not _only_marked(page, hit):
        return _after_comma(page, hit, before)
    return None


def _only_marked(page: Page, hit: Hit) -> bool:
    """*a miniszter „hazudik itt, hazudik ott”*: the verb stands in marks that open after its sentence began."""
    region = page.region_of(hit.head)
    return region is not None and page.sentence(hit.head)[0] < region.first


def _clause_start(page: Page, hit: Hit) -> int:
    """The first token of the inquit: the verb, or the few words that may lead it (*erről*, *így*; *ez derül ki*)."""
    at = start = hit.first
    first, _ = page.sentence(at)
    leads = LEADS | THIS if "doc" in hit.row.frame else LEADS
    while start - 1 >= first and at - start < LONGEST_LEAD and page.word(start - 1) in leads:
        start -= 1
    return start if start > first or start == page.paragraph(at)[0] else at


def _pointer(page: Page, hit: Hit) -> int | None:
    """Where an inquit begins whose sayer stands before its verb: *Q – ezt az igazgató ígérte meg*."""
    first = page.sentence(hit.head)[0]
    dash = next((i for i in range(hit.first - 1, first, -1) if page.is_dash(i)), None)
    if dash is None or page.word(dash + 1) not in POINTERS or dash + 2 >= hit.first or hit.row.stance == "denies":
        return None
    if page.has_finite(dash + 1, hit.first):
        return None
    between = range(dash + 2, hit.first)
    named = any(page.tokens[i].upos in ("NOUN", "PROPN") and page.case(i) == "Nom" for i in between)
    filled = any(page.tokens[i].upos == "NOUN" and page.case(i) == "Acc" for i in between)  # ezt a választ adta
    return dash + 1 if named and not filled else None


def _announced(page: Page, hit: Hit, comma: int, cuts: Cuts) -> bool:
    """*megkérdezte a tanútól, látta-e …*: the cue stands in a clause that the one before announces."""
    if page.word(comma - 2) in {"úgy", "azt"} and page.is_finite(comma - 1):
        return True  # úgy döntött, folytatja
    if page.word(comma - 1) in ANNOUNCING:
        return True  # biztosította arról, fenntartja
    asked = page.word(hit.last) == "-e"
    return asked and any(at in cuts.heads for at in range(page.clause(comma - 1)[0], comma) if at != hit.head)


def _closed_before(page: Page, at: int) -> Region | None:
    """The region that closes right before the inquit, a comma between them allowed."""
    if page.word(at) == "," and page.is_mark(at - 1):
        at -= 1
    return page.region_closing_at(at)


def _tail(page: Page, hit: Hit, limit: int) -> int:
    """Where the inquit ends: at the next lone dash, or with its sentence."""
    for at in range(hit.last, limit):
        if page.is_dash(at) and at - hit.last <= LONGEST_TAIL:
            return at
        if page.is_mark(at) and page.region_opening_at(at) is None and not _inner(page, at, hit.last):
            return at
    return limit


def _inner(page: Page, mark: int, first: int) -> bool:
    """*a „Tiszta Víz” mozgalom*: whether the mark closes what was opened inside the inquit."""
    region = page.region_closing_at(mark)
    return region is not None and region.opened and region.first > first


def _block(page: Page, hit: Hit, start: int) -> Candidate | None:
    """A paragraph that opens with an inquit takes the whole paragraph before it."""
    previous = page.previous_paragraph(hit.first)
    if previous is None or page.words_in(*previous) < 3:
        return None
    first, last = previous
    if not (page.has_finite(first, last) or page.is_mark(last - 1)):
        return None
    end = sentence_end(page, hit.last)
    tail = _tail(page, hit, end)
    region = page.region_closing_at(last - 1)
    marked = region is not None and region.first - 1 <= first + 1
    content = (region.first, region.last) if region is not None and marked else strip(page, first, last)
    second = _second_part(page, tail, end)
    return Candidate("inquit.block", (content, *second), hit, (start, tail), True, direct=marked and not second)


def _after_dash(page: Page, hit: Hit, dash: int, cuts: Cuts) -> Candidate | None:
    """Q – cue S, marked or not, with what may follow behind a second dash."""
    region = page.region_closing_at(dash - 1)
    if region is None and page.word(dash - 1) in {",", "."} and dash >= 2:
        region = page.region_closing_at(dash - 2)
    holder = page.region_of(dash)
    end = sentence_end(page, hit.last) if holder is None else max(sentence_end(page, hit.last), holder.last)
    tail = _tail(page, hit, sentence_end(page, hit.last))
    if region is not None and region is not holder:
        first = _marked_start(page, region)
        content: tuple[Range, ...] = ((first, region.last if first == region.first else region.last + 1),)
        marked = first == region.first
    elif holder is not None and holder.first < dash:
        content, marked = ((holder.first, dash),), True
        return Candidate(
            "inquit.inside", content + _rest_of_region(page, holder, tail), hit, (hit.first, tail), True, direct=True
        )
    elif hit.row.indirect == hit.row.paratactic == "N":
        return None
    else:
        content, marked = (_unmarked(page, dash),), False
        if _is_aside(page, hit, content[0], tail):
            return None
    if content[0][1] - content[0][0] < 1 or page.words_in(*content[0]) < 1:
        return None
    second = _second_part(page, tail, end) or _behind_stop(page, end, cuts)
    direct = marked and all(page.is_mark(first - 1) for first, _ in second)
    return Candidate("inquit.dash", content + second, hit, (hit.first, tail), True, direct=direct)


def _is_aside(page: Page, hit: Hit, content: Range, tail: int) -> bool:
    """*A vendégeket – köztük a csapatot – várják*: the dashes hold an aside of the verb's own clause."""
    between = sum(map(page.is_dash, range(*content))) == 1 and not page.is_dash(tail)
    return (hit.row.category == "expect" or between) and not page.has_finite(*content)


def _marked_start(page: Page, region: Region) -> int:
    """The region's first token; the start of its sentence when the words before the mark belong to what was said."""
    opening = region.first - 1
    first = page.sentence(opening)[0] if region.opened else region.first
    lead = [i for i in range(first, opening) if page.is_word(i)]
    for i in range(opening - 1, first - 1, -1):
        if page.tokens[i].text == ":" or page.is_dash(i):
            lead = [j for j in lead if j > i]
            break
    if page.word(opening - 1) == "," and page.has_finite(region.first, region.last):
        return region.first
    if len(lead) <= SHORT_LEAD and all(page.tokens[i].upos in ("CCONJ", "SCONJ", "ADV", "INTJ") for i in lead):
        return region.first
    return lead[0]


def _unmarked(page: Page, dash: int) -> Range:
    """The clause complex of the sentence before the dash; from a quotation dash on when one opens the paragraph."""
    paragraph = page.paragraph(dash)[0]
    first = page.sentence(dash - 1)[0]
    led = page.is_dash(paragraph) and not page.is_finite(paragraph + 1)
    if led and paragraph < dash and not any(page.is_dash(i) for i in range(paragraph + 1, dash)):
        first = paragraph + 1
    for i in range(dash - 1, first - 1, -1):
        if page.is_dash(i) and _opens_clause(page, i, first):
            first = i + 1
            break
    return strip(page, first, dash)


def _opens_clause(page: Page, dash: int, first: int) -> bool:
    """Whether a dash before the content parts it from what went before: at a sentence start or behind a full stop."""
    return dash <= first or page.tokens[dash - 1].text in {".", "!", "?"}


def _second_part(page: Page, tail: int, end: int) -> tuple[Range, ...]:
    """What goes on behind the closing dash of an inquit in the same sentence."""
    if tail >= end or not page.is_dash(tail):
        return ()
    start = tail + 1
    if start < end and page.word(start) == ",":
        start += 1
    if relays(page, start):
        return ()
    region = page.region_opening_at(start) if start < len(page.tokens) else None
    if region is not None:
        return ((region.first, region.last),)
    if start >= end or (not page.has_finite(start, end) and page.words_in(start, end) < 2):
        return ()
    return (strip(page, start, end),)


def _behind_stop(page: Page, end: int, cuts: Cuts) -> tuple[Range, ...]:
    """*– Q1 – mondta S. – Q2.*: what a quotation dash opens again in a paragraph that one has opened."""
    first, last = page.paragraph(end - 1)
    if end >= last or not page.is_dash(first) or not page.is_dash(end) or page.is_mark(end + 1):
        return ()
    if any(True for _ in cuts.starts.between(end, last)):
        return ()
    return (strip(page, end + 1, last),)


def _rest_of_region(page: Page, holder: Region, tail: int) -> tuple[Range, ...]:
    start = tail
    while start < holder.last and (page.is_dash(start) or page.word(start) in {",", "."}):
        start += 1
    return ((start, holder.last),) if start < holder.last and page.words_in(start, holder.last) else ()


def _after_mark(page: Page, hit: Hit, region: Region, before: int) -> Candidate | None:
    """„Q”, cue S or „Q” cue S: without a dash, so the marks must hold a clause."""
    words = page.words_in(region.first, region.last)
    long = words >= 4 or page.has_finite(region.first, region.last) or (words > 1 and _all_said(page, hit, region))
    closed = page.tokens[region.last - 1].text in {"!", "?", ","} or page.word(before) == ","
    if not (long or closed) or hit.row.direct == "N" or hit.first != before + 1:
        return None
    first = _marked_start(page, region)
    if first != region.first and page.word(before) != ",":
        return None
    content = (first, region.last if first == region.first else region.last + 1)
    tail = _tail(page, hit, sentence_end(page, hit.last))
    return Candidate("inquit.mark", (content,), hit, (hit.first, tail), True, direct=first == region.first)


def _all_said(page: Page, hit: Hit, region: Region) -> bool:
    """*„Jó ember” mondta róla a szomszédja.*: two words that open the sentence, and a sayer behind the verb."""
    first, end = page.sentence(hit.head)
    return region.first - 1 == first and any(True for _ in nominatives(page, hit.last, end))


def _after_comma(page: Page, hit: Hit, comma: int) -> Candidate | None:
    """Q, cue S at the end of a sentence."""
    led = hit.first == comma + 2 and page.word(comma + 1) in THIS
    if hit.row.paratactic == "N" or not (led or hit.first == comma + 1):
        return None
    first, end = page.sentence(comma)[0], sentence_end(page, hit.last)
    tail = next((i for i in range(hit.last, end) if page.word(i) == "," and _leaves(page, i + 1)), end)
    if page.has_finite(hit.last, tail) or any(page.word(i) in FILLING for i in range(hit.last, tail)):
        return None
    least = VERBLESS if tail == end and hit.row.paratactic == "Y" else VERBLESS_INSIDE
    if not (page.has_finite(first, comma) or page.words_in(first, comma) >= least) or page.word(first) in {
        "mint",
        "ahogy",
        "ahogyan",
    }:
        return None
    if any(page.word(i) in RELATIVES for i in clause_words(page, hit)):
        return None
    start = first
    for i in range(comma - 1, first - 1, -1):
        if page.is_dash(i) and i <= first + 1:
            start = i + 1
    return Candidate("inquit.comma", (strip(page, start, comma),), hit, (hit.first, tail), True)


def _leaves(page: Page, at: int) -> bool:
    """Whether the clause that begins at `at` only adds to the inquit: *, aki …*, *, majd …*, *, amikor …*."""
    return page.word(at) in RELATIVES or page.word(at) in COORDINATORS or page.word(at) in LEAVING


def clause_words(page: Page, hit: Hit) -> range:
    """The tokens of the cue's own clause before it."""
    return range(page.clause(hit.head)[0], hit.first)
