"""NP szerint Q and its kin: szerinte, aki szerint, véleménye szerint."""

from quoteservice.lexicon import cues, roles
from quoteservice.lexicon.tables import word_set
from quoteservice.search.attributes import may_say, over_brackets
from quoteservice.search.candidate import Candidate, Range
from quoteservice.search.frames.extent import Cuts, report_end, strip
from quoteservice.search.hits import Hit
from quoteservice.search.holders import holds_view
from quoteservice.search.page import CONNECTIVES, RELATIVES, Page
from quoteservice.search.phrases import ARTICLES, COORDINATORS, TIME, Phrase, left_edge, phrases_in, with_apposition

OWN = word_set("inquit", "own_outlet")
REACH = 12
LONGEST_PART = 150
"""Words between a comma and the phrase that may still be one clause; a bad text has no say in the time it takes."""
REASONS = frozenset({"így", "ezért", "tehát"})
LIMITING = frozenset({"legalábbis"})
"""Stands between content and phrase and belongs to neither: *Q, legalábbis a cég szerint*."""
EDGES = frozenset({",", ":", ";", "(", ")"})
ISSUED = frozenset({"közlemény", "jelentés"})
BARE_ACTS = frozenset({"közlés", "elmondás", "állítás", "vélemény", "elmondottak", "elhangzottak"})
POSSESSED = ("ása", "ése", "ai", "ei")


def find(page: Page, hit: Hit, cuts: Cuts) -> Candidate | None:
    """The quotation of a *szerint* phrase, or None when its noun holds no view."""
    if hit.kind == "pronominal":
        return _build(page, hit, cuts, (hit.first, hit.last), hit.first)
    head = hit.first - 1
    if head < page.sentence(hit.first)[0] or (
        not page.is_word(head) and not page.is_mark(head) and page.word(head) != ")"
    ):
        return None
    phrase = _phrase(page, head)
    if phrase is None:
        return None
    lemma = page.tokens[phrase.head].lemma.lower()
    saying = _saying(lemma, page.word(phrase.head))
    feats = page.tokens[phrase.head].feats
    owned = "Number[psor]" in feats or page.word(phrase.head).endswith(POSSESSED)
    if saying is not None and (owned or {lemma, page.word(phrase.head)} & BARE_ACTS):
        return _act_of_saying(page, Hit(saying, "according", (phrase.head, *hit.tokens), hit.head), cuts, phrase)
    if not holds_view(page, phrase):
        return None
    return _build(page, hit, cuts, (phrase.first, phrase.last), phrase.first)


def _saying(lemma: str, word: str) -> cues.CueRow | None:
    """The row of an act of saying before *szerint*; what is issued is a document."""
    table = cues.index().saying
    return None if lemma in ISSUED else table.get(lemma) or table.get(word)


def _phrase(page: Page, head: int) -> Phrase | None:
    """The noun phrase right before *szerint*, with its apposition."""
    first, _ = page.sentence(head)
    last = head + 1
    if page.word(head) == ")" or page.is_mark(head):
        opening = next(
            (i for i in range(head - 1, first - 1, -1) if page.tokens[i].text == "(" or page.region_opening_at(i)), None
        )
        if opening is None:
            return None
        if page.is_mark(head):
            return Phrase(left_edge(page, opening, first), last, head - 1)
        head = opening - 1
    if head < first:
        return None
    low = left_edge(page, head, first)
    alone = low == head and "Number[psor]" in page.tokens[head].feats  # mondta X, elmondása szerint …
    if page.tokens[head].upos == "PRON" or alone:
        return Phrase(low, last, head)
    phrase = with_apposition(page, Phrase(_owner_before(page, low, head, first), last, head), first, last)
    return Phrase(_joined_before(page, phrase, first), last, head)


def _owner_before(page: Page, low: int, head: int, first: int) -> int:
    """The start of *a megye kórházának* before *a jelentése szerint*."""
    owned = low > first and page.word(low) in ARTICLES and "Number[psor]" in page.tokens[head].feats
    noun = low - 1
    is_owner = owned and page.case(noun) == "Dat" and page.tokens[noun].upos in ("NOUN", "PROPN")
    return left_edge(page, noun, first) if is_owner else low


def _joined_before(page: Page, phrase: Phrase, first: int) -> int:
    """The start of *a mérnök és* before *a kőműves szerint*, when the tree joins the two."""
    if phrase.first - 2 < first or page.word(phrase.first - 1) not in COORDINATORS:
        return phrase.first
    if not page.tree.dep(phrase.head).startswith("conj"):
        return phrase.first
    other = Phrase(left_edge(page, phrase.first - 2, first), phrase.first - 1, phrase.first - 2)
    joined = page.tree.head(phrase.head) == other.head and page.case(other.head) == "Nom" and holds_view(page, other)
    return other.first if joined else phrase.first


def _act_of_saying(page: Page, hit: Hit, cuts: Cuts, phrase: Phrase) -> Candidate | None:
    """*a miniszter véleménye szerint*: the cue is noun and postposition, the source the owner when there is one."""
    owner_last = phrase.head - (page.word(phrase.head - 1) == "által")
    while owner_last > phrase.first and (
        page.word(owner_last - 1) == "saját"
        or (page.tokens[owner_last - 1].upos in ("ADJ", "DET") and _describes(page, owner_last - 1))
    ):
        owner_last -= 1
    owner = _far_owner(page, phrase)
    noun = over_brackets(page, owner_last - 1, phrase.first) if page.word(owner_last - 1) == ")" else owner_last - 1
    near = noun >= phrase.first and page.is_word(noun) and page.word(noun) not in {"a", "az"} and _owns(page, noun)
    if owner is None and near:
        if page.word(noun) in OWN or page.tokens[noun].feats.get("Person[psor]") == "1":
            return None
        owner = (phrase.first, owner_last)
    if page.tokens[phrase.head].feats.get("Person[psor]", "3") != "3":
        return None
    return _build(page, hit, cuts, owner, phrase.first)


def _describes(page: Page, at: int) -> bool:
    """Whether an adjective or article is an attribute of the act, no owner (*a nyomozó sejtése*)."""
    return page.case(at) in ("", "Nom") and page.word(at) not in roles.index()


def _far_owner(page: Page, phrase: Phrase) -> Range | None:
    """*a hivatal (VH) kedden közölt becslése szerint*: what opens the phrase, before what its participle governs."""
    inside = range(phrase.first + 1, phrase.head)
    end = next((i for i in inside if page.word(i) in TIME or page.case(i) not in ("Nom", "")), phrase.first)
    last = over_brackets(page, end - 1, phrase.first) + 1 if page.word(end - 1) == ")" else end
    last -= page.word(last - 1) in ARTICLES
    opening = [p for p in phrases_in(page, phrase.first, last) if (p.first, p.last) == (phrase.first, last)]
    end -= page.word(end - 1) in ARTICLES
    return (phrase.first, end) if opening and may_say(page, opening[0].head) else None


def _owns(page: Page, at: int) -> bool:
    """Whether a noun can own what follows it: bare or in the dative."""
    return page.case(at) in ("Nom", "Dat", "") and page.tokens[at].upos in ("NOUN", "PROPN", "ADJ", "X", "NUM")


def _build(page: Page, hit: Hit, cuts: Cuts, source: Range | None, first: int) -> Candidate | None:
    """Join what stands left of the phrase in its clause with what stands right of it."""
    start = hit.last
    left = _left(page, hit, first) if not _joins(page, hit, first) else (first, first)
    while start < len(page.tokens) and page.word(start) in {",", "is"}:
        start += 1
    sentence_last = page.sentence(hit.head)[1]
    right: Range = (start, start)
    told = any(True for _ in cuts.starts.between(hit.last - 1, start + 1))  # Q X szerint, írja az MTI
    if not page.words_in(*left) and start + (page.word(start) == ":") == page.paragraph(hit.head)[1]:
        right = _own_paragraph(page, hit) or right
    elif start < sentence_last and not told and (page.word(start) not in RELATIVES or start == hit.last):
        right = strip(page, start, report_end(page, start, hit, cuts))
    if (closing := _parenthesis(page, first, right)) is not None:
        left, right = (first, first), (right[0], closing)
    if page.words_in(*left) and page.word(right[0]) == "(" and page.word(right[1] - 1) == ")":
        right = (start, start)  # Q az elemzők szerint (alsó vonal).
    parts = tuple(part for part in (left, right) if part[1] > part[0] and page.words_in(*part))
    words = sum(page.words_in(*part) for part in parts)
    elliptic = words == 1 and page.word(first - 1) == "," and page.tokens[parts[0][0]].upos == "ADJ"
    if not parts or (words < 2 and not elliptic and not any(page.has_finite(*part) for part in parts)):
        return None
    return Candidate(_frame(hit), parts, hit, source=source, zone=(first, hit.last))


def _joins(page: Page, hit: Hit, first: int) -> bool:
    """*Az intézet elemzi a vizeket és a jelentésük szerint tiszták*: what is told before *és* is another clause."""
    start, end = page.clause(hit.head)
    return page.word(first - 1) in {"és", "s"} and page.has_finite(start, first) and page.words_in(hit.last, end) > 1


def _own_paragraph(page: Page, hit: Hit) -> Range | None:
    """The first sentence of the next paragraph, where the one of the cue ends with *szerint* or *szerint:*."""
    following = page.next_paragraph(hit.head)
    return strip(page, following[0], page.sentence(following[0])[1]) if following else None


def _parenthesis(page: Page, first: int, right: Range) -> int | None:
    """*amikor – a hatóságok szerint köd miatt – felborult*: the dash that closes what the phrase's own dash opens."""
    if first - 1 <= page.sentence(first)[0] or not page.is_dash(first - 1):
        return None
    closing = next((i for i in range(*right) if page.is_dash(i)), None)
    verbs = cues.index().verbs
    return None if closing is None or page.tokens[closing + 1].lemma in verbs else closing


def _closes_sentence(page: Page, hit: Hit) -> bool:
    """Whether no word of the sentence follows: *A tó menthetetlen a kutatók szerint.*"""
    last = page.sentence(hit.head)[1]
    if page.word(hit.last) == "," and page.word(hit.last + 1) in RELATIVES:
        return True
    return not any(page.is_word(i) for i in range(hit.last, last))


def _behind_inquit(page: Page, first: int) -> bool:
    """*Q – közölte az MTI tudósítása szerint X*: the phrase reports the whole report."""
    low = page.sentence(first)[0]
    dash = next((i for i in range(first - 2, max(low, first - REACH), -1) if page.is_dash(i)), None)
    if dash is None or not page.is_finite(dash + 1):
        return False
    return not any(page.word(i) in {",", "miután"} for i in range(dash, first))


def _left(page: Page, hit: Hit, first: int) -> Range:
    """What stands before the phrase and belongs to the content; nothing before *aki szerint*."""
    if page.word(first) in RELATIVES:
        return (first, first)
    if _closes_sentence(page, hit) or _behind_inquit(page, first):
        return _whole_left(page, first)
    return _left_part(page, first)


def _whole_left(page: Page, first: int) -> Range:
    """Everything of the sentence before the phrase; from the opening mark on when a quotation stands there."""
    low = page.sentence(first)[0]
    region = next((r for r in page.regions if r.opened and r.first - 1 <= low < r.last < first), None)
    if region is not None:
        low = region.first - 1
    while low < first and page.word(low) in CONNECTIVES - REASONS:
        low += 1
    first -= page.word(first - 1) in LIMITING
    return strip(page, low, first)


def _frame(hit: Hit) -> str:
    if hit.kind == "pronominal":
        return "according.pronoun"
    return "according.saying" if len(hit.tokens) > 1 else "according.phrase"


def _left_part(page: Page, first: int) -> Range:
    """The piece of the clause before the phrase; lone connectives stay out, a relative pronoun stays in."""
    sentence_first, _ = page.sentence(first)
    holder = page.region_of(first)
    low, farthest = first, max(sentence_first, first - LONGEST_PART)
    while low > farthest and not _edge(page, low - 1) and (holder is None or low > holder.first):
        low -= 1
    end = first
    words = [page.word(i) for i in range(low, end) if page.is_word(i)]
    if low == end and low > sentence_first and page.word(low - 1) == ",":
        return _before_comma(page, low - 1, sentence_first)
    if not words or all(word in CONNECTIVES - REASONS | LIMITING for word in words):
        return (first, first)
    while low < end and page.word(low) in CONNECTIVES - REASONS and low + 1 < end:
        low += 1
    return strip(page, low, end)


def _before_comma(page: Page, comma: int, first: int) -> Range:
    """*A vád, az ügyvéd szerint, megalapozatlan*: a stretch without a verb of its own goes with what follows."""
    low = comma
    while low > first and not _edge(page, low - 1):
        low -= 1
    words = [page.word(i) for i in range(low, comma) if page.is_word(i)]
    if page.has_finite(low, comma) or not words or words[0] in RELATIVES or low != first or "szerint" in words:
        return (comma, comma)
    return (comma, comma) if all(word in CONNECTIVES for word in words) else strip(page, low, comma)


def _edge(page: Page, at: int) -> bool:
    return page.tokens[at].text in EDGES or page.is_dash(at) or page.word(at) in {"hogy", "miután"}
