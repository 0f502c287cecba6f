"""Nouns and converbs that report: azzal az indokkal, hogy Q; …, hozzátéve: Q; mondván, Q."""

from quoteservice.lexicon.tables import word_set
from quoteservice.search.candidate import Candidate, Range
from quoteservice.search.frames.extent import Cuts, report_end, strip
from quoteservice.search.frames.joint import QUESTIONS, Complement, locate
from quoteservice.search.hits import Hit
from quoteservice.search.page import RELATIVES, Page
from quoteservice.search.phrases import left_edge, phrases_in

REACH = 6
VERBS_OWN = frozenset({"úgy", "azzal", "azt", "annyit", "arra", "arról"})
POINTING = frozenset({
    "az", "azt", "azzal", "arra", "arról", "annak", "azon", "abban", "attól", "ahhoz", "olyan", "ezt", "azok", "azokra",
})  # fmt: skip
GOING_ON = QUESTIONS | {"hogy", "ha", "és", "s", "illetve", "valamint", "aki", "amely", "ami", "miként"}
"""Open clauses that go on with the question or the claim that a noun announces."""
ADVERSATIVE = frozenset({"de", "ám", "pedig", "azonban"})
NEWS = frozenset({"hír", "információ", "értesülés", "pletyka"})
"""Nouns of saying that need no owner: *elterjedt a hír, hogy Q*."""
WELCOME = frozenset({"jó", "rossz", "remek", "nagyszerű", "kiváló", "örömteli", "szomorú", "legjobb", "legrosszabb"})
"""What the article thinks of a piece of news: *jó hír, hogy …*."""
REPORTING_NOUNS = word_set("nouns", "reporting")


def converb(page: Page, hit: Hit, cuts: Cuts) -> Candidate | None:
    """The quotation behind a converb; its sayer is that of the sentence's own report."""
    if len(hit.tokens) > 1:
        return _in_words_of(page, hit)
    if hit.row.category == "decide":
        return None
    place = _place(page, hit)
    if place is None:
        return None
    bare = place.joint == "comma" and page.region_opening_at(place.start) is None
    if bare and not _leaves_open(page, hit, place):
        return None
    start = place.start
    while page.word(start) in {",", ":"}:
        start += 1
    region = page.region_opening_at(start)
    first, last = strip(page, start, report_end(page, start, hit, cuts))
    if page.word(first) in RELATIVES or (page.word(first) in VERBS_OWN and first + 1 in cuts.heads):
        return None  # jóváhagyásra várva, amelyet …; kérdésre válaszolva, azt mondta: …
    whole = region is not None and region.last + 1 >= last
    if region is not None and whole:
        first, last = region.first, region.last
    enough = page.words_in(first, last) > 1 and (hit.row.lemma == "mondván" or not bare)
    if not (enough or page.has_finite(first, last)) or (place.joint != "hogy" and page.words_in(first, last) < 2):
        return None
    source = _quoted_person(page, hit) if hit.row.lemma == "idézve" else None
    return Candidate("converb", ((first, last),), hit, (hit.first, hit.first), source=source, direct=whole)


def _place(page: Page, hit: Hit) -> Complement | None:
    """Where what a converb tells begins, in its own clause."""
    place = locate(page, hit)
    if place is None and page.word(hit.last) == ",":
        place = Complement("comma", hit.last, hit.last + 1)
    if place is not None and place.joint == "comma" and hit.row.lemma == "mondván":
        place = Complement("comma", hit.last, hit.last)  # mondván ez egy régi ház, jár az engedmény
    return None if place is None or page.has_finite(hit.last, place.at) else place


def _leaves_open(page: Page, hit: Hit, place: Complement) -> bool:
    """Whether a clause behind a bare comma can be what a converb tells.

    Not in *a háborúra hivatkozva, de …* nor in *együttérzésüket kifejezve, …*.
    """
    if page.word(place.start) in ADVERSATIVE or (page.case(hit.first - 1) == "Acc" and hit.row.lemma != "idézve"):
        return False
    return hit.row.category != "manner" and place.at == hit.last


def _quoted_person(page: Page, hit: Hit) -> Range | None:
    """*a püspököt idézve*: the accusative right before the converb is who said it."""
    low = left_edge(page, hit.first - 1, page.clause(hit.first)[0]) if hit.first else 0
    return (low, hit.first) if page.case(hit.first - 1) == "Acc" and low < hit.first else None


def _in_words_of(page: Page, hit: Hit) -> Candidate | None:
    """*az író szavaival élve „Q”*: the owner of the words is the source."""
    start = hit.last + (page.word(hit.last) in {",", ":"})
    region = page.region_opening_at(start)
    owners = [p for p in phrases_in(page, page.clause(hit.first)[0], hit.first) if p.last == hit.first]
    if region is None or not owners:
        return None
    source = (owners[0].first, owners[0].last)
    return Candidate("converb", ((region.first, region.last),), hit, (hit.first, hit.first), source=source, direct=True)


def noun(page: Page, hit: Hit, cuts: Cuts) -> Candidate | None:
    """The quotation of a noun of saying with a *hogy* clause: *arra a kérdésre, hogy Q*."""
    if (quoted := _quoted(page, hit)) is not None:
        return quoted
    if hit.row.lemma not in REPORTING_NOUNS or page.word(hit.head - 1) in WELCOME:
        return None
    place = _hogy(page, hit)
    if place is None:
        return None
    low = left_edge(page, hit.head, page.clause(hit.head)[0])
    subject = page.case(hit.head) in ("Nom", "")  # with a valótlan állítással szemben az, hogy … something else is az
    between = {page.word(i) for i in range(hit.last, place.at)} if subject else set()
    led = {page.word(low), page.word(low - 1)} | (set() if page.is_finite(low - 1) else {page.word(low - 2)})
    pointed = led & POINTING or between & {"az"}
    if not (pointed or place.at == hit.last + 1):
        return None
    if not pointed and _verb_points(page, cuts, page.clause(hit.head)[0], hit.head):
        return None
    owned = "Number[psor]" in page.tokens[hit.head].feats
    if _tells_nothing(page, hit):
        return None
    ownerless = subject and hit.row.lemma not in NEWS
    if not owned and (ownerless or hit.row.category == "think"):
        return None
    end = report_end(page, place.start, hit, cuts)
    if low <= page.sentence(hit.head)[0] + 2 and page.case(hit.head) not in ("Nom", ""):
        end = min(end, _main_clause(page, place.start, end))
    answers = (i for i in range(place.start + 1, end - 1) if page.word(i) in VERBS_OWN and i + 1 in cuts.heads)
    end = next(answers, end)  # arra a kérdésre, hogy eljön-e azt felelte, hogy …
    first, last = strip(page, place.start, end)
    if not page.words_in(first, last):
        return None
    return Candidate("noun", ((first, last),), hit, (low, hit.first))


def _tells_nothing(page: Page, hit: Hit) -> bool:
    """*abban a kérdésben, hogy …*: a topic; *az a véleményem*: the author's; *feltennék a kérdést*: not asked yet."""
    topic = page.case(hit.head) == "Ine" and hit.row.lemma == "kérdés"
    mine = page.tokens[hit.head].feats.get("Person[psor]", "3") != "3"
    verbs = (page.tokens[i] for i in range(*page.clause(hit.head)) if page.is_finite(i))
    return topic or mine or any("Cnd" in verb.feats.get("Mood", "") for verb in verbs)


def _verb_points(page: Page, cuts: Cuts, first: int, last: int) -> bool:
    """*úgy értékelte a választ, hogy …*, *azzal reagált a hírre, hogy …*: what follows belongs to the verb."""
    alone = (i for i in range(first, last) if page.word(i) in VERBS_OWN and page.word(i + 1) not in {"a", "az"})
    return any(True for _ in alone) and any(i in cuts.heads for i in range(first, last))


def _quoted(page: Page, hit: Hit) -> Candidate | None:
    """*az öregasszony szavai: „Q”*: an owned noun of saying and a colon before a quotation."""
    region = page.region_opening_at(hit.last + 1) if page.word(hit.last) == ":" else None
    if region is None or "Number[psor]" not in page.tokens[hit.head].feats:
        return None
    low = left_edge(page, hit.head, page.clause(hit.head)[0])
    return Candidate("noun", ((region.first, region.last),), hit, (low, hit.first), direct=True)


def _main_clause(page: Page, start: int, end: int) -> int:
    """*Arra a kérdésre, hogy Q, S azt válaszolta …*: the comma behind which the sentence's own clause begins."""
    for at in range(start, end):
        if page.word(at) == "," and page.has_finite(start, at) and page.word(at + 1) not in GOING_ON:
            following = next((i for i in range(at + 1, end) if page.word(i) in {",", ":"}), end)
            if page.has_finite(at, following):  # not az első, határon túli híd
                return at
    return end


def _hogy(page: Page, hit: Hit) -> Complement | None:
    """The *hogy* clause right behind the noun: no verb of another clause may stand between."""
    _, end = page.sentence(hit.head)
    for at in range(hit.last, min(end, hit.last + REACH)):
        if page.word(at) in {"hogy", "miszerint"}:
            return Complement("hogy", at, at + 1)
        if page.word(at) in {":", ";"} or page.is_dash(at):
            return None
    return None
