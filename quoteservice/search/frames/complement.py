"""The cue before what it reports: S azt mondta, hogy Q; S közölte: Q; S azt mondta, Q; S „Q”-nak nevezte."""

from dataclasses import dataclass
from typing import Literal

from quoteservice.lexicon import cues
from quoteservice.lexicon.tables import word_set
from quoteservice.search.candidate import Candidate
from quoteservice.search.frames.extent import Cuts, report_end, strip
from quoteservice.search.hits import Hit, clause
from quoteservice.search.page import RELATIVES, Page
from quoteservice.search.phrases import left_edge

CORRELATIVES = word_set("clause", "correlatives")
ADVERBIAL = word_set("clause", "adverbial")
CONNECTIVES = word_set("clause", "connectives")
QUESTIONS = word_set("clause", "questions")
NOT_SPEECH = frozenset({"hope", "fear", "expect", "decide", "learn"})
SPEECH_DOCUMENTS = frozenset({"kiderül", "kitűnik", "megtud", "elhangzik"})
LONGEST_GAP = 30
SUBJECT_RELATIVES = frozenset({"aki", "akik", "amely", "amelyek", "ami", "amik", "mely"})
SUBORDINATE = frozenset({"ha", "amikor", "bár", "amennyiben", "mivel", "miután", "noha", "míg", "amíg", "mihelyt", "ahogy"})

Joint = Literal["hogy", "colon", "comma", "mark"]


@dataclass(frozen=True, slots=True)
class Complement:
    """How a complement is joined to its cue: the token of the joint and the first token behind it."""

    joint: Joint
    at: int
    start: int


def locate(page: Page, hit: Hit) -> Complement | None:
    """Where the complement of a cue begins, or None when it has none behind it."""
    _, end = page.sentence(hit.head)
    at = hit.last
    points = correlative(page, hit)
    if hit.kind == "verb" and page.word(hit.first - 1) in {"azt", "úgy"} and _unparted(page, hit, end):
        return Complement("comma", hit.last, hit.last)
    skipping = False
    while at < end and at - hit.last <= LONGEST_GAP:
        word = page.word(at)
        if at > hit.last and (word in cues.index().converbs or page.tokens[at].feats.get("VerbForm") == "Conv" and skipping):
            return None
        if word == "hogy" and not (skipping and page.word(at - 1) != ","):
            return Complement("hogy", at, at + 1)
        if word == ":":
            return None if skipping and _other_cue_between(page, hit, at) else Complement("colon", at, at + 1)
        if page.is_mark(at) and page.region_opening_at(at) is not None and not skipping:
            return _marked(page, hit, at)
        if page.is_dash(at):
            return None
        if word == "(":
            at = next((i for i in range(at, end) if page.tokens[i].text == ")"), end)
        elif word == "," and not skipping:
            joint = _comma(page, hit, at, end)
            if joint is not None:
                return joint
            skipping = True
        elif skipping and page.is_finite(at) and not (points and _hangs(page, at, hit.last)):
            return None
        at += 1
    return None


def _comma(page: Page, hit: Hit, at: int, end: int) -> Complement | None:
    """What stands behind the first comma: *hogy* with a connective, a clause without *hogy*, or nothing reported."""
    after = at + 1
    while after < end and page.word(after) in {"illetve", "és", "s", "valamint", "miszerint"} and after - at < 3:
        if page.word(after) == "miszerint":
            return Complement("hogy", after, after + 1)
        after += 1
    if page.word(after) == "hogy":
        return Complement("hogy", after, after + 1)
    if _bare_clause(page, hit, at + 1, end):
        return Complement("comma", at, at + 1)
    return None


def _bare_clause(page: Page, hit: Hit, start: int, end: int) -> bool:
    """Whether a clause without *hogy* that the cue can report begins at `start`."""
    word = page.word(start)
    if start < end and word in QUESTIONS and hit.row.indirect == "Y" and page.has_finite(start, end):
        return True
    if start >= end or not correlative(page, hit) and (hit.row.paratactic == "N" or _object_filled(page, hit)):
        return False
    if (word in RELATIVES or word in ADVERBIAL) and word not in SUBORDINATE | {"nem"}:
        return False
    if hit.row.paratactic != "Y" and not correlative(page, hit):
        return False
    if word in SUBORDINATE and not correlative(page, hit) and hit.row.paratactic != "Y":
        return False
    later = next((i for i in range(start, min(end, start + LONGEST_GAP)) if page.word(i) == "hogy"), None)
    if later is not None and page.word(later - 1) == "," and not page.has_finite(start, later):
        return False
    if hit.kind == "verb" and _apposition_ahead(page, hit, start, end):
        return False
    if page.has_finite(start, end) or correlative(page, hit) and page.words_in(start, end) >= 2:
        return True
    return start - 1 == hit.last and hit.first == page.sentence(hit.head)[0] and page.words_in(start, end) >= 2


def _object_filled(page: Page, hit: Hit) -> bool:
    """*jelentette a hibát, …*: the verb has its object already; an addressee in the accusative is none."""
    if "ACC" in hit.row.addressee:
        return False
    first, last = clause(page, hit.head)
    return any(page.tokens[i].upos in ("NOUN", "PROPN") and page.case(i) == "Acc" for i in range(max(first, hit.first - 8), last))


def _apposition_ahead(page: Page, hit: Hit, start: int, end: int) -> bool:
    """*mondta Kovács Anna, a tárca szóvivője, hogy …*: what follows the comma describes the source."""
    comma = next((i for i in range(start, end) if page.word(i) in {",", ":"}), None)
    if hit.last == start - 1 or comma is None or page.has_finite(start, comma):
        return False
    if page.case(comma - 1) != "Nom" or left_edge(page, comma - 1, start) != start:
        return False
    return page.word(comma) == ":" or page.word(comma + 1) in {"hogy"} | RELATIVES


def correlative(page: Page, hit: Hit) -> bool:
    """Whether *azt, úgy, arra* … in the cue's clause points at a clause to come."""
    first, last = clause(page, hit.head)
    window = [i for i in range(max(first, hit.first - 12), min(last, hit.last + 6)) if page.word(i) in CORRELATIVES]
    return any(_points(page, i) for i in window)


def _points(page: Page, at: int) -> bool:
    """A demonstrative that is no article: *az* and *azt az* before a noun are one."""
    return page.word(at) != "az" and page.word(at + 1) not in {"a", "az"}


def _marked(page: Page, hit: Hit, at: int) -> Complement | None:
    """An opening mark right in the cue's clause: a quotation without comma, or only a quoted term."""
    region = page.region_opening_at(at)
    assert region is not None
    long = page.has_finite(region.first, region.last) or page.words_in(region.first, region.last) >= 5
    return Complement("mark", at, at) if long and (correlative(page, hit) or at == hit.last) else None


def _other_cue_between(page: Page, hit: Hit, at: int) -> bool:
    return any(page.is_finite(i) for i in range(hit.last, at)) and not _relative_between(page, hit.last, at)


def _relative_between(page: Page, first: int, last: int) -> bool:
    return any(page.word(i) in RELATIVES for i in range(first, last))


def _hangs(page: Page, at: int, first: int) -> bool:
    """Whether the finite verb at `at` stands in a clause that hangs on the cue's: *úgy fogalmazott, amikor …, hogy*."""
    words = {page.word(i) for i in range(first, at)}
    return bool(words & (RELATIVES | SUBORDINATE | {"miután", "mielőtt", "miközben", "amint"}))


def _unparted(page: Page, hit: Hit, end: int) -> bool:
    """*azt mondta nem lát okot erre*: the clause follows without its comma."""
    comma = next((i for i in range(hit.last, end) if page.tokens[i].text in {",", ":", "(", "."} or page.is_dash(i)), end)
    behind = [i for i in range(hit.last, comma) if page.is_word(i)]
    if len(behind) < 3 or page.word(behind[0]) in {"hogy", "a", "az", "is"}:
        return False
    return page.has_finite(hit.last, comma) and not any(page.is_mark(i) or page.word(i) == "hogy" for i in range(hit.last, comma))


def find(page: Page, hit: Hit, cuts: Cuts, place: Complement) -> Candidate | None:
    """The quotation that a cue announces."""
    if not _may_report(page, hit, place):
        return None
    zone = (clause_left(page, hit), place.at)
    start = place.start
    if place.joint == "colon":
        return _after_colon(page, hit, cuts, place, zone)
    while start < len(page.tokens) and page.word(start) in {",", ":"}:
        start += 1
    if start >= page.sentence(hit.head)[1]:
        return None
    first, last = strip(page, start, report_end(page, start, hit, cuts))
    if page.words_in(first, last) < (1 if place.joint == "hogy" else 2) and not page.has_finite(first, last):
        return None
    return Candidate(f"complement.{place.joint}", ((first, last),), hit, zone)


def _may_report(page: Page, hit: Hit, place: Complement) -> bool:
    row = hit.row
    low = clause(page, hit.head)[0]
    if page.word(low) in RELATIVES - SUBJECT_RELATIVES and not correlative(page, hit):
        return False
    if row.category in NOT_SPEECH and row.lemma not in SPEECH_DOCUMENTS:
        return False
    if row.indirect == "R" and place.joint == "hogy" and not correlative(page, hit):
        return False
    if "INEdoc" in row.frame and "NOM" not in row.frame and place.joint == "comma":
        return False
    if row.indirect == "N" and place.joint in ("hogy", "comma"):
        return row.direct == "Y" and page.region_opening_at(place.start) is not None
    if place.joint == "hogy" and row.category in ("demand", "propose") and not correlative(page, hit):
        return not _has_object(page, hit, place)
    return True


def _has_object(page: Page, hit: Hit, place: Complement) -> bool:
    """*segítséget kért, hogy …*: a common noun in the accusative is what was asked for."""
    first, _ = clause(page, hit.head)
    return any(
        page.tokens[i].upos == "NOUN" and page.case(i) == "Acc" and page.tokens[hit.head].feats.get("Definite") != "Def"
        for i in range(first, place.at)
    )


def _after_colon(page: Page, hit: Hit, cuts: Cuts, place: Complement, zone: tuple[int, int]) -> Candidate | None:
    start, (_, sentence_last) = place.start, page.sentence(hit.head)
    if page.word(start) == "," and page.region_opening_at(start + 1) is not None:
        start += 1
    if start < sentence_last and any(page.is_word(i) or page.is_mark(i) for i in range(start, sentence_last)):
        if page.is_dash(start):
            start += 1
        region = page.region_opening_at(start)
        if region is not None:
            stop = min(max(report_end(page, start, hit, cuts), region.last + 1), max(sentence_last, region.last + 1))
            last = region.last if _closes(page, region.last + 1, stop) else stop
            return Candidate("complement.colon", ((region.first, last),), hit, zone, direct=last == region.last)
        content = strip(page, start, report_end(page, start, hit, cuts))
        if not page.words_in(*content) or _other_cue_opens(page, hit, cuts, content):
            return None
        return Candidate("complement.colon", (content,), hit, zone)
    following = page.next_paragraph(hit.head)
    if following is None or page.paragraph(hit.head)[1] > sentence_last:
        return None
    region = page.region_opening_at(following[0])
    if region is not None:
        return Candidate("complement.block", ((region.first, region.last),), hit, zone, direct=True)
    content = strip(page, *following)
    return Candidate("complement.block", (content,), hit, zone) if page.words_in(*content) else None


def _other_cue_opens(page: Page, hit: Hit, cuts: Cuts, content: tuple[int, int]) -> bool:
    """*az oltásról is beszélt: azt mondta, …*: the report behind the colon has a cue of its own and the same sayer."""
    first, last = content
    opens = next((i for i in range(first, min(last, first + 4)) if i in cuts.heads), None)
    return opens is not None and hit.row.lemma in {"beszél", "szól", "kitér", "nyilatkozik"}


def _closes(page: Page, at: int, last: int) -> bool:
    """Whether nothing of the sentence follows the closing mark but its own end."""
    while at < last and (page.is_mark(at) or page.tokens[at].text in {".", ","}):
        at += 1
    return not any(page.is_word(i) for i in range(at, last)) or page.is_dash(at)


def clause_left(page: Page, hit: Hit) -> int:
    """Where the cue's clause begins to the left; a relative clause that only interrupts it is stepped over."""
    first, _ = page.sentence(hit.head)
    low = clause(page, hit.head)[0]
    if page.word(low) in RELATIVES and page.has_finite(low, hit.first) and low > first:
        return _previous_clause(page, low - 1, first)
    while low > first and page.word(low - 1) in {",", ")"}:
        previous = _previous_clause(page, low - 1, first)
        words = [page.word(i) for i in range(previous, low - 1)]
        if words and words[0] in RELATIVES:
            low = previous
            continue
        break
    if low > first and page.word(low - 1) == ",":
        before = _previous_clause(page, low - 1, first)
        if not page.has_finite(before, low - 1):
            low = before
    return low


def _previous_clause(page: Page, edge: int, first: int) -> int:
    return next((i + 1 for i in range(edge - 1, first - 1, -1) if page.word(i) in {",", ":", ";", "("} or page.is_dash(i)), first)
