"""Quotations that no cue governs: a further pair of marks of the same speaker, Name: Q and „Q” – Name."""

from collections import Counter
from collections.abc import Sequence

from quoteservice.lexicon import roles
from quoteservice.search.candidate import Candidate, Range
from quoteservice.search.frames.extent import strip
from quoteservice.search.held import Held
from quoteservice.search.marks import Region
from quoteservice.search.page import Page
from quoteservice.search.phrases import Phrase, left_edge, phrases_in, with_apposition

SHORTEST_ALONE = 3
"""Words in marks without a verb that can be a quotation when they are a paragraph behind a cue."""
LONG = 8
"""Words in marks that are no title."""
SENTENCE = 4
LABELS = frozenset({"fotó", "forrás", "videó", "frissítés", "kép", "grafika", "nyitókép", "csere", "vezette", "info"})


def find(page: Page, cued: Sequence[Candidate], announcing: frozenset[int] = frozenset()) -> list[Candidate]:
    """The uncued quotations of a page, given the cued ones and the sentences whose cue has no content of its own."""
    held = Held(part for c in cued for part in c.content)
    inner = {c.content[0][0] for c in cued if c.frame == "inquit.inside"}
    found: list[Candidate] = []
    for region in _outermost(page.regions):
        if region.first in inner or any(_covers(part, region) for part in held.over(region.first, region.last)):
            continue
        candidate = _named(page, region) or _signed(page, region) or _continued(page, region, held, announcing)
        candidate = candidate or _of_person(page, region)
        if candidate is not None:
            found.append(candidate)
            held.add((region.first, region.last))
    for first, last in page.document.sentences:
        candidate = _headline(page, first, last)
        if candidate is not None and not any(True for _ in held.over(first, last)):
            found.append(candidate)
    return found


def _outermost(regions: Sequence[Region]) -> list[Region]:
    """The regions that no other one holds, given in text order, those that hold others first."""
    reach, found = -1, []
    ranges = Counter((region.first, region.last) for region in regions)
    for region in regions:
        if region.last > reach and ranges[region.first, region.last] == 1:
            found.append(region)
        reach = max(reach, region.last)
    return found


def _covers(part: Range, region: Region) -> bool:
    """Whether a cued content holds most of a region; one nested inside it does not."""
    shared = min(part[1], region.last) - max(part[0], region.first)
    return shared > 0 and (
        2 * shared >= region.last - region.first or part[0] < region.first or part[1] > region.last + 1
    )


def _utters(page: Page, region: Region) -> bool:
    """Whether marks hold a clause rather than a term, a title or irony."""
    words = page.words_in(region.first, region.last)
    ends = page.tokens[region.last - 1].text in {".", "!", "?", "…"}
    return page.has_finite(region.first, region.last) and ((ends and words >= 3) or words >= 6)


def _of_person(page: Page, region: Region) -> Candidate | None:
    """*A munkájával Halmos Dezső elégedett: „Q”*: a sentence about a person and, behind its colon, a whole one."""
    colon = region.first - 2
    if not (region.opened and region.closed) or colon < 1 or page.word(colon) != ":" or not _utters(page, region):
        return None
    first, last = page.sentence(colon)
    whole = page.words_in(region.first, region.last) >= LONG and region.last + 2 >= last
    named = [e for i in range(first, colon) if (e := page.entity_at(i)) is not None and e.label == "PER"]
    if not (named and whole) or page.words_in(first, colon) < SENTENCE:
        return None
    source = (named[-1].first, named[-1].last)
    return Candidate("name.colon", ((region.first, region.last),), None, source=source, direct=True)


def _speaks(page: Page, region: Region) -> bool:
    """*Most nem dönt, „megvárom a szerdai jelentést, és akkor …”*: whoever says *I* or *we* in marks is quoted."""
    verbs = [i for i in range(region.first, region.last) if page.is_finite(i)]
    return region.closed and any(page.tokens[i].feats.get("Person") == "1" for i in verbs)


def _named(page: Page, region: Region) -> Candidate | None:
    """Name: „Q”."""
    at = region.first - 2
    if not region.opened or at < 1 or page.word(at) != ":" or page.words_in(region.first, region.last) < 2:
        return None
    first = page.sentence(at)[0]
    source = _name_phrase(page, first, at)
    if source is None:
        return None
    return Candidate("name.colon", ((region.first, region.last),), None, source=source, direct=True)


def _signed(page: Page, region: Region) -> Candidate | None:
    """„Q” – Name, „Q” – Name a vízdíjakról: a headline that ends with the sayer, or with what it is about."""
    dash = region.last + 1
    if not region.closed or not page.is_dash(dash) or not page.has_finite(region.first, region.last):
        return None
    name, last = page.entity_at(dash + 1) if dash + 1 < len(page.tokens) else None, page.paragraph(dash)[1]
    if name is None or name.label != "PER" or name.first != dash + 1 or page.has_finite(name.first, last):
        return None
    topic = [p for p in phrases_in(page, name.last, last) if page.case(p.head) == "Del" and p.last == last]
    if name.last != last and not (topic and topic[0].first == name.last):
        return None
    return Candidate("name.dash", ((region.first, region.last),), None, source=(name.first, name.last), direct=True)


def _name_phrase(page: Page, first: int, colon: int) -> Range | None:
    """The phrase from the sentence's start to the colon, when it is one noun phrase around a name."""
    head = colon - 1
    while head > first and page.tokens[head].text == ")":
        head = next((i - 1 for i in range(head, first, -1) if page.tokens[i].text == "("), first)
    if page.has_finite(first, colon) or page.case(head) not in ("Nom", "") or page.word(first) in LABELS:
        return None
    low = with_apposition(page, Phrase(left_edge(page, head, first), head + 1, head), first, colon).first
    if low != first or colon - first > 14:
        return None
    entity = page.entity_at(head) or page.entity_at(first)
    named = (entity is not None and entity.label in ("PER", "ORG")) or all(
        page.tokens[i].upos == "PROPN" for i in range(first, colon)
    )
    role = roles.role_of(page.tokens[head].lemma)
    return (
        (first, colon)
        if named or (role is not None and role.kind == "person" and page.word(first) in {"a", "az"})
        else None
    )


def _continued(page: Page, region: Region, held: Held, announcing: frozenset[int]) -> Candidate | None:
    """„Q1” – mondta X. „Q2”: a sentence in marks of its own beside a quotation; X reagált. „Q”: behind its cue."""
    opening = region.first - 1 if region.opened else region.first
    first, last = page.paragraph(opening)
    reacts = page.tokens[opening].sentence - 1 in announcing and opening == first
    if not _utters(page, region) and not (reacts and page.words_in(region.first, region.last) > SHORTEST_ALONE):
        return None
    starts = page.sentence(opening)[0] == opening or page.is_dash(opening - 1) or page.word(opening - 1) in {".", ":"}
    joined = page.word(opening - 1) == "," or page.tokens[opening - 1].upos in ("CCONJ", "SCONJ")
    starts = starts or (joined and _speaks(page, region))
    after_colon = opening == first and page.word(opening - 1) == ":"
    if not starts:
        return None
    near = any(True for _ in held.over(first, last))
    previous = page.previous_paragraph(opening)
    follows = opening == first and previous is not None and any(True for _ in held.over(*previous))
    if not (near or follows or after_colon or reacts):
        return None
    return Candidate("uncued", ((region.first, region.last),), None, direct=True)


def _headline(page: Page, first: int, last: int) -> Candidate | None:
    """Name: Q without marks, where a person's name opens the sentence and a clause follows the colon."""
    colon = next((i for i in range(first, min(last, first + 12)) if page.word(i) == ":"), None)
    if colon is None or colon == first or colon + 2 >= last:
        return None
    source = _name_phrase(page, first, colon)
    if source is None or not page.has_finite(colon + 1, last) or page.is_mark(colon + 1):
        return None
    if colon - first == 1 and page.tokens[first].text.endswith("."):
        return None  # Btk.: an abbreviation alone is no person
    entity = page.entity_at(first)
    if entity is None or entity.label not in ("PER", "ORG"):
        return None
    return Candidate("name.colon", (strip(page, colon + 1, last),), None, source=source)
