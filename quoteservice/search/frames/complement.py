"""The cue before what it reports: S azt mondta, hogy Q; S közölte: Q; S azt mondta, Q."""

from quoteservice.lexicon import cues
from quoteservice.lexicon.tables import word_set
from quoteservice.search.attributes import over_brackets
from quoteservice.search.candidate import Candidate
from quoteservice.search.frames.extent import Cuts, report_end, strip
from quoteservice.search.frames.joint import CORRELATIVES, QUESTIONS, Complement, correlative, object_filled
from quoteservice.search.hits import Hit
from quoteservice.search.marks import Region
from quoteservice.search.page import CONNECTIVES, PLACE_RELATIVES, RELATIVES, SUBJECT_RELATIVES, Page
from quoteservice.search.phrases import nominatives

COORDINATORS = word_set("clause", "coordinators")
NOT_SPEECH = frozenset({"hope", "fear", "expect", "decide", "learn"})
MENTAL = frozenset({"hisz", "tud", "elvár", "gondolkodik"})
"""Tell what is in someone's head, not what is said (*tudja, hogy …*)."""
SPEECH_DOCUMENTS = frozenset({"kiderül", "kitűnik", "megtud", "elhangzik", "értesül", "kiderít"})
WEAK = frozenset(
    {"think", "learn", "conclude", "begin", "end", "continue", "rule", "greet", "manner", "hint", "document"}
)
OBJECT_RELATIVES = frozenset({"amit", "amiket", "amelyet", "amelyeket", "melyet", "melyeket", "akit", "akiket"})
"""What was said is the relative itself: *amit mondott*."""
IMPERSONAL = frozenset({"kell", "kellene", "kellett", "lehet", "muszáj"})
ONLY_WHEN = frozenset({"amint", "mihelyt", "ha", "amikor", "mikor"})


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
    if place.joint == "comma" and start >= page.paragraph(hit.head)[1] and _reports_itself(page, cuts, start):
        return None
    first, last = strip(page, start, report_end(page, start, hit, cuts))
    if place.joint == "comma" and (_other_cue_opens(page, hit, cuts, (first, last)) or _converb_opens(page, first)):
        return None
    if page.words_in(first, last) < (1 if place.joint == "hogy" else 2) and not page.has_finite(first, last):
        return None
    if last - first == 1 and page.word(first) in {"a", "az"}:
        return None  # the text breaks off
    return Candidate(f"complement.{place.joint}", ((first, last),), hit, zone)


def speaks(hit: Hit) -> bool:
    """Whether the cue tells what is said, not what is hoped, decided or known."""
    return hit.row.category not in NOT_SPEECH and hit.row.lemma not in MENTAL


def _may_report(page: Page, hit: Hit, place: Complement) -> bool:
    row = hit.row
    opens = _opener(page, hit)
    barred = RELATIVES - SUBJECT_RELATIVES if place.joint != "colon" else OBJECT_RELATIVES
    in_paper = opens in PLACE_RELATIVES and "INEdoc" in row.frame
    if opens in barred and not in_paper and not correlative(page, hit):
        return False
    if _of_modal(page, hit, place) or (place.joint == "comma" and _only_when(page, hit, opens)):
        return False
    if row.category in NOT_SPEECH and row.lemma not in SPEECH_DOCUMENTS:
        return False
    if row.lemma == "tart" and place.joint == "hogy" and not correlative(page, hit) and not _judges(page, hit):
        return False
    if row.indirect == "R" and row.category in WEAK and place.joint == "hogy" and not correlative(page, hit):
        return False
    if "INEdoc" in row.frame and "NOM" not in row.frame and (place.joint == "comma" or not _located(page, hit, place)):
        return False
    if place.joint == "hogy" and row.stance != "directive" and _of_purpose(page, hit, place):
        return False
    if row.indirect == "N" and place.joint in ("hogy", "comma"):
        return row.direct == "Y" and page.region_opening_at(place.start) is not None
    if place.joint in ("hogy", "comma") and row.category in ("demand", "propose") and not correlative(page, hit):
        return not _has_object(page, hit, place)
    return True


def _of_modal(page: Page, hit: Hit, place: Complement) -> bool:
    """*mindenkinek biztosított kell, hogy legyen*: the clause hangs on the modal right behind the verb."""
    return place.joint == "hogy" and page.word(place.at - 2) in IMPERSONAL and place.at - 3 == hit.head


def _only_when(page: Page, hit: Hit, opens: str) -> bool:
    """*Ha válaszol, közöljük*, *Amint megtudjuk, hogy válaszolt, közöljük*: what follows is the sentence's own."""
    of_hogy = page.word(page.clause(hit.head)[0]) == "hogy"
    return opens in ONLY_WHEN or (of_hogy and page.word(page.sentence(hit.head)[0]) in ONLY_WHEN)


def _opener(page: Page, hit: Hit) -> str:
    """The word that opens the cue's clause, behind a connective (*de amit mond*, *ám amikor kértek*)."""
    low = page.clause(hit.head)[0]
    while low < hit.first and page.word(low) in CONNECTIVES - ONLY_WHEN:
        low += 1
    return page.word(low)


def _located(page: Page, hit: Hit, place: Complement) -> bool:
    """*áll a levélben, hogy*: without a place or a pointer the verb only stands."""
    cases = {page.case(i) for i in range(clause_left(page, hit), place.at)}
    return bool(cases & {"Ine", "Sup", "Ela", "Del"}) or correlative(page, hit)


def _judges(page: Page, hit: Hit) -> bool:
    """*fontosnak tartja*: without a predicate the verb holds or lasts."""
    first, last = page.clause(hit.head)
    return any(page.case(i) == "Dat" or page.word(i).endswith(("nak", "nek")) for i in range(first, last))


def _of_purpose(page: Page, hit: Hit, place: Complement) -> bool:
    """*kikötött a szigeten, hogy vizet vegyen fel*: no correlative, but an object or the subjunctive of a purpose.

    A verb that often reports (*kizárta a gépeket, hogy lassítson*) needs both.
    """
    if correlative(page, hit):
        return False
    filled = object_filled(page, hit)
    _, last = page.sentence(hit.head)
    verb = next((i for i in range(place.start, last) if page.is_finite(i)), None)
    aimed_at = verb is not None and page.tokens[verb].feats.get("Mood") == "Imp"
    return filled or aimed_at if hit.row.indirect == "R" else filled and aimed_at


def _has_object(page: Page, hit: Hit, place: Complement) -> bool:
    """*segítséget kért, hogy …*, *imát mondanak: …*: a common noun in the accusative is what was asked for or said."""
    first, _ = page.clause(hit.head)
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
        if region is not None and _lists(page, region):
            return None
        if region is not None:
            stop = min(max(report_end(page, start, hit, cuts), region.last + 1), max(sentence_last, region.last + 1))
            if _closes(page, region.last + 1, stop):
                return Candidate("complement.colon", ((region.first, region.last),), hit, zone, direct=True)
            return Candidate("complement.colon", (strip(page, region.first - 1, stop),), hit, zone)
        content = strip(page, start, report_end(page, start, hit, cuts))
        spoken = hit.row.category == "say" and _has_object(page, hit, place)
        spoken = spoken or _names_things(page, hit, content)
        spoken = spoken or (hit.row.category == "ask" and not _asks(page, content, sentence_last))
        if not page.words_in(*content) or spoken or _other_cue_opens(page, hit, cuts, content):
            return None
        return Candidate("complement.colon", (content,), hit, zone)
    return _block(page, hit, cuts, zone)


def _block(page: Page, hit: Hit, cuts: Cuts, zone: tuple[int, int]) -> Candidate | None:
    """The paragraph behind a colon that ends its own."""
    following = page.next_paragraph(hit.head)
    if following is None or page.paragraph(hit.head)[1] > page.sentence(hit.head)[1]:
        return None
    if _reports_itself(page, cuts, following[0]):
        return None
    region = page.region_opening_at(following[0])
    if region is not None:
        return Candidate("complement.block", ((region.first, region.last),), hit, zone, direct=True)
    content = strip(page, *following)
    return Candidate("complement.block", (content,), hit, zone) if page.words_in(*content) else None


def _reports_itself(page: Page, cuts: Cuts, first: int) -> bool:
    """Whether the sentence at `first` has a sayer of its own, who opens it or follows its inquit.

    What the colon announced, a picture or a post, was left out.
    """
    low, high = first, page.sentence(first)[1]
    verbs = cues.index().verbs
    inquits = [i for i in range(low, high - 1) if page.is_dash(i) and page.tokens[i + 1].lemma in verbs]
    people = [page.entity_at(i) for i in range(inquits[-1], high)] if inquits else []
    if page.region_opening_at(low) is None and any(who is not None and who.label == "PER" for who in people):
        return True
    opening = [page.entity_at(i) for i in range(low, min(low + 2, high))]
    named = any(entity is not None and entity.label == "PER" for entity in opening)
    verb = next((i for i in range(low, high) if page.is_finite(i)), high)
    return named and (verb in cuts.heads or any(page.word(i) == "szerint" for i in range(low, verb)))


def _names_things(page: Page, hit: Hit, content: tuple[int, int]) -> bool:
    """*három sérültet jelentettek: két nőt és egy gyereket*, *Közzétette: Bokor Etelka*: what follows names a thing."""
    first, last = content
    if page.has_finite(first, last):
        return False
    entity = page.entity_at(first)
    named = entity is not None and entity.label == "PER" and (entity.last >= last or page.is_dash(entity.last))
    return named or (page.case(last - 1) == "Acc" and object_filled(page, hit))


def _other_cue_opens(page: Page, hit: Hit, cuts: Cuts, content: tuple[int, int]) -> bool:
    """*az oltásról is beszélt: azt mondta, …*: the report behind the colon has a cue of its own and the same sayer."""
    first, last = content
    opens = next((i for i in range(first, min(last, first + 4)) if i in cuts.heads and i != hit.head), None)
    if opens is None or any(True for _ in nominatives(page, first, opens)):
        return False
    row = cues.index().verbs.get(page.tokens[opens].lemma)
    others = page.tokens[opens].feats.get("Number") != page.tokens[hit.head].feats.get("Number")
    if others and row is not None and row.category == "think":
        return False  # elmondta: korábban azt hitték, …
    return opens == first or any(page.word(i) in CORRELATIVES for i in range(first, opens))


def _converb_opens(page: Page, first: int) -> bool:
    """*hasonlóan nyilatkozott, mondván, …*: the converb is the cue of what follows."""
    return page.word(first) in cues.index().converbs and page.word(first + 1) in {",", ":", "hogy"}


def _closes(page: Page, at: int, last: int) -> bool:
    """Whether nothing of the sentence follows the closing mark but its own end."""
    while at < last and (page.is_mark(at) or page.tokens[at].text in {".", ","}):
        at += 1
    return not any(page.is_word(i) for i in range(at, last)) or page.is_dash(at)


def clause_left(page: Page, hit: Hit) -> int:
    """Where the cue's clause begins to the left, over a relative clause or brackets that only interrupt it."""
    first, _ = page.sentence(hit.head)
    low = page.clause(hit.head)[0]
    if page.word(low) in RELATIVES and page.has_finite(low, hit.first) and low > first:
        return _previous_clause(page, low - 1, first)
    while low > first and page.word(low - 1) in {",", ")"}:
        previous = _previous_clause(page, low - 1, first)
        words = [page.word(i) for i in range(previous, low - 1)]
        if words and words[0] in {"hogy", "miszerint"} and _of_noun(page, previous - 2):
            low = _previous_clause(page, previous - 1, first)
            break
        if words and words[0] in RELATIVES:
            bracketed = page.word(previous - 1) == "("
            low = _previous_clause(page, previous - 1, first) if bracketed else previous
            continue
        break
    while low > first and page.word(low - 1) == ")":
        opening = over_brackets(page, low - 1, first) + 1
        if opening == low - 1 or page.has_finite(opening, low):
            break
        low = _previous_clause(page, opening, first)
    while low > first and page.word(low - 1) == "," and page.word(low) not in COORDINATORS:
        before = _previous_clause(page, low - 1, first)
        if page.has_finite(before, low - 1):
            break
        low = before
    return low


def _asks(page: Page, content: tuple[int, int], last: int) -> bool:
    """Whether a content is a question: by its mark, a question word or *-e*."""
    return page.tokens[last - 1].text == "?" or any(
        page.word(i) in QUESTIONS or page.word(i) == "-e" for i in range(*content)
    )


def _lists(page: Page, region: Region) -> bool:
    """*három címet említett: „Egy nap”, „Két éj”*: names in marks, one after the other."""
    behind = region.last + 1
    listed = page.word(behind) == "," and page.region_opening_at(behind + 1) is not None
    return listed and not page.has_finite(region.first, region.last)


def _of_noun(page: Page, at: int) -> bool:
    """*A miniszter arra a kérdésre, hogy Q1, azt felelte, …*: the clause hangs on a noun of saying at `at`."""
    return at > 0 and page.tokens[at].lemma.lower() in cues.index().nouns and page.case(at) == "Sbl"


def _previous_clause(page: Page, edge: int, first: int) -> int:
    return next(
        (i + 1 for i in range(edge - 1, first - 1, -1) if page.word(i) in {",", ":", ";", "("} or page.is_dash(i)),
        first,
    )
