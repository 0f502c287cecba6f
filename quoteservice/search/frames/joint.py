"""How a cue is joined to what it announces: by *hogy*, a colon or a bare comma."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from quoteservice.lexicon import cues
from quoteservice.lexicon.tables import word_set
from quoteservice.search.hits import Hit
from quoteservice.search.page import RELATIVES, Page
from quoteservice.search.phrases import left_edge

CORRELATIVES = word_set("clause", "correlatives")
ELSEWHERE = frozenset({"úgy", "arra", "arról", "azzal", "így", "annyit"})
"""Point at a clause that is no object: their verbs need not be definite."""
ANNOUNCING = word_set("clause", "announcing")
ADVERBIAL = word_set("clause", "adverbial")
QUESTIONS = word_set("clause", "questions")
LONGEST_GAP = 30
FILLING = frozenset({"valamit", "semmit", "mindent", "sokat", "keveset"})
"""*sokat írt, …*: the verb has its object already."""
SUBORDINATE = frozenset(
    {"ha", "amikor", "bár", "amennyiben", "mivel", "miután", "noha", "míg", "amíg", "mihelyt", "ahogy"}
)

COMMENTING = frozenset({"amit", "amiről", "mint", "ahogy", "ahogyan", "amint", "amikor", "miután"})
GOVERNING = frozenset({"követően", "megelőzően", "illetően", "követő", "megelőző", "illető"})
"""What takes an accusative to itself: *a műtétet követően*."""

CIRCUMSTANCES = frozenset(
    {"azután", "azelőtt", "ahelyett", "anélkül", "követően", "megelőzően", "alapján", "érdekében", "céljából", "végett"}
)
"""*ez azután hangzott el, hogy …*, *azt követően, hogy …*: the clause tells when, how or what for, not what."""
PREDICATES = frozenset({"tudni", "látni", "hallani"})

Joint = Literal["hogy", "colon", "comma"]


@dataclass(frozen=True, slots=True)
class Complement:
    """How a complement is joined to its cue: the token of the joint and the first token behind it."""

    joint: Joint
    at: int
    start: int


def locate(page: Page, hit: Hit) -> Complement | None:
    """Where the complement of a cue begins, or None when it has none behind it."""
    _, end = page.sentence(hit.head)
    if hit.kind == "verb" and page.word(hit.first - 1) in {"azt", "úgy"} and _unparted(page, hit, end):
        return Complement("comma", hit.last, hit.last)
    comma = next(
        (i for i in _open_clause(page, hit.last, end) if page.word(i) in {",", ":", "hogy"} or _opens(page, i)), None
    )
    if comma is None or page.is_mark(comma):
        return None
    if page.word(comma) == ",":
        return _comma(page, hit, comma, end) or _beyond(page, hit, comma + 1, end)
    return Complement("hogy" if page.word(comma) == "hogy" else "colon", comma, comma + 1)


def _open_clause(page: Page, at: int, end: int) -> Iterator[int]:
    """The tokens of the cue's clause behind it; brackets are stepped over, a dash or a converb ends it."""
    first = at
    while at < end and at - first <= LONGEST_GAP:
        if page.is_dash(at) or (at > first and page.word(at) in cues.index().converbs):
            return
        if page.word(at) == "(":
            at = next((i for i in range(at, end) if page.tokens[i].text == ")"), end)
        else:
            yield at
        at += 1


def _comments(page: Page, first: int, last: int) -> bool:
    """*elhangzott, amit megírtunk: …*: a clause between cue and colon that speaks of the report itself."""
    return any(page.word(i) in COMMENTING for i in range(first, last))


def _opens(page: Page, at: int) -> bool:
    return page.is_mark(at) and page.region_opening_at(at) is not None


def _beyond(page: Page, hit: Hit, start: int, end: int) -> Complement | None:
    """The joint behind a clause or apposition that only interrupts: *úgy fogalmazott, amikor elbúcsúzott, hogy …*."""
    points, passed = correlative(page, hit), False
    for at in _open_clause(page, start, end):
        if page.tokens[at].feats.get("VerbForm") == "Conv":
            return None
        if page.is_finite(at):
            passed = not points
            if not _hangs(page, at, hit.last) or (passed and not _comments(page, hit.last, at)):
                return None
        if page.word(at) == "hogy" and page.word(at - 1) == ",":
            if passed or _tells_when(page, hit, at) or _known(page, at):
                return None
            return Complement("hogy", at, at + 1)
        if page.word(at) == ":":
            other = page.has_finite(hit.last, at) and not any(page.word(i) in RELATIVES for i in range(hit.last, at))
            return None if other else Complement("colon", at, at + 1)
    return None


def _comma(page: Page, hit: Hit, at: int, end: int) -> Complement | None:
    """What stands behind the first comma: *hogy* with a connective, a clause without *hogy*, or nothing reported."""
    if _opens(page, at + 1):
        return Complement("comma", at, at + 1)
    after = at + 1
    while after < end and page.word(after) in {"illetve", "és", "s", "valamint", "miszerint"} and after - at < 3:
        if page.word(after) == "miszerint":
            return Complement("hogy", after, after + 1)
        after += 1
    if page.word(after) == "hogy":
        if _tells_when(page, hit, after):
            return None
        beside = after > at + 1 and page.word(page.clause(hit.head)[0]) == "hogy"  # kiderült, hogy …, és hogy …
        return None if beside else Complement("hogy", after, after + 1)
    if (colon := _behind_question(page, at + 1, end)) is not None:
        return Complement("colon", colon, colon + 1)
    if _bare_clause(page, hit, at + 1, end):
        return Complement("comma", at, at + 1)
    return None


def _behind_question(page: Page, start: int, end: int) -> int | None:
    """The colon of *elmesélte, hogyan történt: „Q”*: the question is the topic, the quotation the answer."""
    if page.word(start) not in QUESTIONS:
        return None
    return next((i for i in range(start, end) if page.word(i) == ":" and _opens(page, i + 1)), None)


def _bare_clause(page: Page, hit: Hit, start: int, end: int) -> bool:
    """Whether a clause without *hogy* that the cue can report begins at `start`."""
    word, announced = page.word(start), correlative(page, hit, ANNOUNCING)
    if start < end and word in QUESTIONS and hit.row.indirect == "Y" and page.has_finite(start, end):
        return announced or not _lists_questions(page, hit)
    if start < end and hit.row.stance == "directive" and page.tokens[start].feats.get("Mood") == "Imp":
        return True
    if start >= end or (not announced and (hit.row.paratactic == "N" or object_filled(page, hit) or _told(page, hit))):
        return False
    pointed_back = "mindezt" in map(page.word, range(page.sentence(hit.head)[0], hit.first))
    if pointed_back or ((word in RELATIVES or word in ADVERBIAL) and word not in SUBORDINATE | {"nem"}):
        return False
    if hit.row.paratactic != "Y" and not announced:
        return False
    reports = hit.row.paratactic == hit.row.indirect == "Y" and page.word(hit.first - 1) != ","
    if word in SUBORDINATE and not announced and not (reports and _goes_on(page, start, end)):
        return False
    later = next((i for i in range(start, min(end, start + LONGEST_GAP)) if page.word(i) == "hogy"), None)
    interrupts = later is not None and page.word(later - 1) == "," and page.word(later - 2) != "az"
    if interrupts and later is not None and not (page.has_finite(start, later) or _known(page, later)):
        return False
    if hit.kind == "verb" and (_apposition_ahead(page, hit, start, end) or _object_ahead(page, start, end)):
        return False
    if page.has_finite(start, end) or (announced and page.words_in(start, end) >= 2 and not _is_name(page, start, end)):
        return True
    return start - 1 == hit.last and hit.first == page.sentence(hit.head)[0] and page.words_in(start, end) >= 2


def _tells_when(page: Page, hit: Hit, hogy: int) -> bool:
    """*azután, hogy …*, *azután írták, hogy …*."""
    pointed = page.word(hit.first - 1) in CIRCUMSTANCES and hogy - 1 == hit.last
    return pointed or page.word(hogy - 2) in CIRCUMSTANCES


def _known(page: Page, hogy: int) -> bool:
    """*közölte, egyelőre azt sem tudni, hogy jön-e*: an infinitive as the predicate before *hogy*."""
    return page.word(hogy - 2) in PREDICATES


def _is_name(page: Page, start: int, end: int) -> bool:
    """*azt elmondta az igazgató, Bokor Etelka*, *ezt mondta Bokor Etelka, a lap írója*: only who the source is."""
    entity, before = page.entity_at(start), page.entity_at(start - 2)
    alone = entity is not None and entity.label == "PER" and not page.words_in(entity.last, end)
    return alone or (before is not None and before.label == "PER" and page.word(start) in {"a", "az"})


def _goes_on(page: Page, start: int, end: int) -> bool:
    """*elmondta, amikor odaért, már nem volt ott senki*, but not *nyilatkozott, miután látta, hogy beoltják*."""
    commas = [i for i in range(start, end) if page.word(i) == ","]
    openers = SUBORDINATE | RELATIVES | {"hogy"}
    return any(page.word(i + 1) not in openers and page.has_finite(*page.clause(i + 1)) for i in commas)


def _lists_questions(page: Page, hit: Hit) -> bool:
    """*hányan fordultak orvoshoz, hányan nem*, *azt kérdezte, miért hazudik, miért titkolózik*."""
    return hit.row.lemma in {"fordul", "lát"} or page.word(page.clause(hit.head)[0]) in QUESTIONS


def object_filled(page: Page, hit: Hit) -> bool:
    """*jelentette a hibát, …*: the verb has its object already; an addressee in the accusative is none."""
    if "ACC" in hit.row.addressee:
        return False
    first, last = page.clause(hit.head)
    return any(
        page.tokens[i].upos in ("NOUN", "PROPN") and page.case(i) == "Acc" and page.word(i + 1) not in GOVERNING
        for i in range(max(first, hit.first - 8), last)
        if i not in hit.tokens
    )


def _told(page: Page, hit: Hit) -> bool:
    """*tájékoztatta a lakókat a díjról, …*, *sokat írt, …*: nothing is left open for a clause to fill."""
    if not FILLING.isdisjoint(map(page.word, range(*page.clause(hit.head)))):
        return True
    feats, pointers = page.tokens[hit.head].feats, hit.row.correlatives
    if "azt" in pointers:
        return feats.get("Definite") == "Ind" and feats.get("Person") == "3" and not pointers & ELSEWHERE
    first, last = page.clause(hit.head)
    return "arról" in pointers and any(
        page.tokens[i].upos in ("NOUN", "PROPN") and page.case(i) == "Del"
        for i in range(max(first, hit.first - 8), last)
    )


def _apposition_ahead(page: Page, hit: Hit, start: int, end: int) -> bool:
    """*mondta Kovács Anna, a tárca szóvivője, hogy …*: what follows the comma describes the source."""
    comma = next((i for i in range(start, end) if page.word(i) in {",", ":"}), None)
    if hit.last == start - 1 or comma is None or page.has_finite(start, comma):
        return False
    if page.case(comma - 1) != "Nom" or left_edge(page, comma - 1, start) != start:
        return False
    return page.word(comma) == ":" or page.word(comma + 1) in {"hogy"} | RELATIVES


def _object_ahead(page: Page, start: int, end: int) -> bool:
    """*Felidézte a bátyja régi, a rádiónak adott interjúját, ahol …*: the rest of the object, no clause."""
    comma = next((i for i in range(start, end) if page.word(i) == ","), None)
    if comma is None or page.word(comma + 1) not in RELATIVES | {"ahol"} or page.has_finite(start, comma - 2):
        return False  # the word before the noun, adott, may well be taken for a verb
    return page.case(comma - 1) == "Acc" and page.tokens[comma - 1].upos == "NOUN"


def correlative(page: Page, hit: Hit, words: frozenset[str] = CORRELATIVES) -> bool:
    """Whether *azt, úgy, arra* … (one of `words`) in the cue's clause points at a clause to come."""
    first, last = page.clause(hit.head)
    window = [i for i in range(max(first, hit.first - 12), min(last, hit.last + 6)) if page.word(i) in words]
    return any(_points(page, i) for i in window)


def _points(page: Page, at: int) -> bool:
    """A demonstrative that is no article: *az* and *azt az* before a noun are one."""
    return page.word(at) != "az" and page.word(at + 1) not in {"a", "az"}


def _hangs(page: Page, at: int, first: int) -> bool:
    """Whether the finite verb at `at` stands in a clause that hangs on the cue's: *úgy fogalmazott, amikor …, hogy*."""
    words = {page.word(i) for i in range(first, at)}
    return bool(words & (RELATIVES | SUBORDINATE | {"miután", "mielőtt", "miközben", "amint"}))


def _unparted(page: Page, hit: Hit, end: int) -> bool:
    """*azt mondta nem lát okot erre*: the clause follows without its comma."""
    comma = next(
        (i for i in range(hit.last, end) if page.tokens[i].text in {",", ":", "(", "."} or page.is_dash(i)), end
    )
    behind = [i for i in range(hit.last, comma) if page.is_word(i)]
    if len(behind) < 3 or page.word(behind[0]) in {"hogy", "a", "az", "is"}:
        return False
    return page.has_finite(hit.last, comma) and not any(
        page.is_mark(i) or page.word(i) == "hogy" for i in range(hit.last, comma)
    )
