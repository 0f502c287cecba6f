"""The source mention of a candidate: the noun phrase in the cue's clause that names who said it.

Every phrase of the clause is weighed: what the tree calls the subject, the case that the cue asks for, the side on which
Hungarian word order puts it. The best one above zero is the source; none means an unexpressed subject.
"""

from dataclasses import dataclass

from quoteservice.lexicon import roles
from quoteservice.lexicon.tables import word_set
from quoteservice.model import Source, SourceForm
from quoteservice.search.hits import clause
from quoteservice.search.candidate import Candidate, Range
from quoteservice.search.page import RELATIVES, Page
from quoteservice.search.phrases import TIME, Phrase, is_name, phrases_in, with_apposition

COORDINATORS = frozenset({"és", "s", "illetve", "valamint"})
LOCATIVES = frozenset({"Ine", "Sup", "Ela", "Del", "Abl"})
NOT_SAYERS = frozenset({
    "az", "ez", "ami", "amit", "azt", "ezt", "mi", "én", "te", "ti", "ön", "minden", "semmi", "annyi", "ennyi", "azok", "ezek",
    "azonban", "is", "így", "úgy", "ekkor", "akkor",
})  # fmt: skip
PRONOUNS = frozenset({"ő", "ők", "utóbbi", "előbbi", "utóbbiak", "előbbiek", "mindketten", "mindkettő"}) | RELATIVES
DOCUMENT_ONLY = ("INEdoc", "DELdoc", "SUP/INE")
OWN = word_set("inquit", "own_outlet")


@dataclass(frozen=True, slots=True)
class Found:
    """A source mention as tokens, its head, and what told it: `nsubj` (the tree), `order` (the surface) or both."""

    phrase: Phrase
    link: str


def find(page: Page, candidate: Candidate) -> Found | None:
    """The source mention of a candidate, or None when the sayer is not expressed in the cue's clause."""
    if candidate.source is not None:
        first, last = candidate.source
        return Found(Phrase(first, last, _head(page, first, last)), candidate.frame.split(".")[0])
    if candidate.hit is None:
        return None
    if candidate.frame == "noun":
        return _owner(page, candidate)
    low, high = candidate.zone
    if candidate.after:
        high = _tail_end(page, candidate)
    phrases = phrases_in(page, low, high)
    weighed = [(weight, phrase) for phrase in phrases if (weight := _weight(page, candidate, phrase)) > 0]
    if not weighed and "NOM" in candidate.hit.row.frame and not candidate.after:
        weighed = [(0.5, owner) for phrase in phrases if (owner := _owner_of_medium(page, phrase)) is not None]
    if not weighed:
        return None
    _, best = max(weighed, key=lambda pair: (pair[0], -abs(pair[1].head - candidate.hit.head)))
    link = "nsubj" if _is_subject(page, candidate.hit.head, best) else "order"
    return Found(_widened(page, candidate, best), link)


def form_of(page: Page, phrase: Phrase) -> SourceForm:
    """How a mention names its entity: by a pronoun, a proper name or a description."""
    if page.word(phrase.head) in PRONOUNS or page.tokens[phrase.head].upos == "PRON" or page.word(phrase.head).startswith("szerint"):
        return "pronoun"
    named = any(page.tokens[i].upos == "PROPN" for i in range(phrase.first, phrase.last))
    entity = any((e := page.entity_at(i)) is not None and e.label in ("PER", "ORG") for i in range(phrase.first, phrase.last))
    return "name" if (named or entity) and _name_is_core(page, phrase) else "description"


def _name_is_core(page: Page, phrase: Phrase) -> bool:
    """A name at the head, or in apposition to it; *a Kreml szóvivője* only describes."""
    return is_name(page, phrase.head) or any(
        page.word(i) == "," and (is_name(page, i - 1) or is_name(page, i + 1)) for i in range(phrase.first + 1, phrase.last - 1)
    ) or ((e := page.entity_at(phrase.first)) is not None and e.label == "PER" and e.last < phrase.last)


def source_of(page: Page, found: Found) -> Source:
    """The source as the answer shows it."""
    return Source(page.span(found.phrase.first, found.phrase.last), form_of(page, found.phrase))


def _head(page: Page, first: int, last: int) -> int:
    """The head of a fixed phrase: its last word before brackets or apposition."""
    for at in range(first, last):
        if at > first and (page.tokens[at].text == "(" or page.word(at) == ","):
            return at - 1
    return last - 1


def _tail_end(page: Page, candidate: Candidate) -> int:
    """Where the subject of a postposed inquit must have stood: before *, majd*, *, aki*, a verb or the closing dash."""
    low, high = candidate.zone
    assert candidate.hit is not None
    for at in range(candidate.hit.last, high):
        text = page.tokens[at].text
        if text in {";", ":"} or (page.is_finite(at) and at not in candidate.hit.tokens):
            return _back_to_joint(page, candidate.hit.last, at)
        if text == "," and (page.word(at + 1) in RELATIVES or page.word(at + 1) in {"majd", "amikor", "miután", "hogy"}):
            return at
        if text == "," and page.word(at + 1) in {"és", "de"} and page.has_finite(at + 1, high):
            return at
        if text == "." and at == high - 1:
            return at
    return high


def _back_to_joint(page: Page, low: int, at: int) -> int:
    """The comma or conjunction that opens the clause of the verb at `at`."""
    for i in range(at - 1, low - 1, -1):
        if page.word(i) in {",", "és", "majd", "s", "de"}:
            return i
    return at


def _weight(page: Page, candidate: Candidate, phrase: Phrase) -> float:
    hit = candidate.hit
    assert hit is not None
    word, case = page.word(phrase.head), page.case(phrase.head)
    if word in NOT_SAYERS or any(i in hit.tokens for i in range(phrase.first, phrase.last)) or _is_time(page, phrase):
        return -1
    if page.word(phrase.last) == "szerint" or (page.word(phrase.last) in {"után", "előtt", "mellett", "között", "által", "kapcsán", "szóló", "révén", "óta", "alatt", "során", "felé", "ellen", "miatt", "nélkül", "helyett", "részéről", "számára", "iránt", "alapján", "nyomán"}):
        return -1
    frame = hit.row.frame
    behind = phrase.first >= hit.last
    weight = 1.0 if behind == candidate.after else 0.0
    if _is_subject(page, hit.head, phrase):
        weight += 1.5
    if any(mark in frame for mark in DOCUMENT_ONLY) and "NOM" not in frame:
        said_in = case in LOCATIVES and (_document(page, phrase) or case in ("Ela", "Del"))
        return weight + 1.0 if said_in else (-1 if case != "Nom" else weight - 1.5)
    if "INEdoc" in frame and case in ("Ine", "Sup") and page.tokens[hit.head].feats.get("Number") == "Plur" and _document(page, phrase):
        return weight + 0.8
    if frame.startswith("ABL") and case == "Abl":
        return weight + 2.0
    if frame.startswith("NOM = medium") and case == "Acc" and (is_name(page, phrase.head) or _sayer(page, phrase)):
        return weight + 3.0
    if case != "Nom":
        return -1
    if _mismatch(page, hit.head, phrase):
        weight -= 1.0
    return weight + (0.5 if _sayer(page, phrase) else 0.0)


def _mismatch(page: Page, verb: int, phrase: Phrase) -> bool:
    """A plural subject asks for a plural verb."""
    plural = page.tokens[phrase.head].feats.get("Number") == "Plur"
    return plural and page.tokens[verb].feats.get("Number") == "Sing"


def _is_time(page: Page, phrase: Phrase) -> bool:
    return page.word(phrase.head) in TIME or page.tokens[phrase.head].lemma.lower() in TIME


def _document(page: Page, phrase: Phrase) -> bool:
    token = page.tokens[phrase.head]
    role = roles.role_of(token.lemma) or roles.role_of(token.text)
    return role is not None and (role.kind in ("document", "organization") or role.event) or is_name(page, phrase.head)


def _sayer(page: Page, phrase: Phrase) -> bool:
    """A name of a person or body, or a noun of the role lexicon."""
    entity = page.entity_at(phrase.head)
    if entity is not None and entity.label in ("PER", "ORG"):
        return True
    token = page.tokens[phrase.head]
    return (roles.role_of(token.lemma) or roles.role_of(token.text)) is not None or page.word(phrase.head) in PRONOUNS


def _is_subject(page: Page, verb: int, phrase: Phrase) -> bool:
    return any(
        page.tokens[i].dep.startswith("nsubj") and page.tokens[i].head == verb for i in range(phrase.first, phrase.last)
    )


def _owner_of_medium(page: Page, phrase: Phrase) -> Phrase | None:
    """*A cég levelében azt írta*: the owner of the medium is the subject of the verb."""
    if page.case(phrase.head) not in LOCATIVES or "Number[psor]" not in page.tokens[phrase.head].feats:
        return None
    inner = phrases_in(page, phrase.first, phrase.head)
    return inner[0] if inner and inner[0].first == phrase.first and page.case(inner[0].head) == "Nom" else None


def _owner(page: Page, candidate: Candidate) -> Found | None:
    """The possessor of a noun of saying: *az ügyész állítására, hogy …*."""
    hit = candidate.hit
    assert hit is not None
    low = clause(page, hit.head)[0]
    inner = [p for p in phrases_in(page, low, hit.first) if page.word(p.head) not in NOT_SAYERS]
    owners = [p for p in inner if page.case(p.head) == "Dat"] or [p for p in inner if p.last == hit.first and page.case(p.head) == "Nom"]
    if not owners and page.case(hit.head) not in ("Nom", ""):
        owners = [p for p in inner if page.case(p.head) == "Nom" and _sayer(page, p)]
    return Found(owners[-1], "owner") if owners else None


def _widened(page: Page, candidate: Candidate, phrase: Phrase) -> Phrase:
    """The phrase with its appositions and with the second of two coordinated sayers."""
    low, high = _bounds(page, candidate)
    wide = with_apposition(page, phrase, low, high)
    if page.word(wide.first - 1) in COORDINATORS and not candidate.after:
        before = [p for p in phrases_in(page, low, wide.first - 1) if p.last == wide.first - 1 and page.case(p.head) == "Nom"]
        wide = Phrase(before[-1].first, wide.last, wide.head) if before else wide
    elif page.word(wide.last) in COORDINATORS and candidate.after:
        behind = [p for p in phrases_in(page, wide.last + 1, high) if p.first == wide.last + 1 and page.case(p.head) == "Nom"]
        wide = Phrase(wide.first, behind[0].last, behind[0].head) if behind else wide
    return wide


def _bounds(page: Page, candidate: Candidate) -> Range:
    hit = candidate.hit
    assert hit is not None
    if candidate.after:
        return hit.last, candidate.zone[1]
    return page.sentence(hit.head)[0], max(candidate.zone[1], hit.first)
