"""The source mention of a candidate: the noun phrase in the cue's clause that names who said it.

Every phrase of the clause is weighed (`attribution.weigh`); the best one above zero is the source, none means that the
subject is not expressed.
"""

import re
from dataclasses import dataclass

from quoteservice.attribution.weigh import (
    BEHIND_ATTRIBUTES,
    NOT_SAYERS,
    PRONOUNS,
    is_document,
    is_sayer,
    is_subject,
    is_time,
    weight,
)
from quoteservice.lexicon import cues, media, roles
from quoteservice.lexicon.tables import word_set, words
from quoteservice.model import Source, SourceForm
from quoteservice.search.candidate import Candidate
from quoteservice.search.hits import Hit
from quoteservice.search.page import RELATIVES, Page
from quoteservice.search.phrases import COORDINATORS, Phrase, is_name, phrases_in, with_apposition

OBLIQUE = (*(ending for ending in words()["names"]["case_endings"] if len(ending) > 2), "t")
OWNED = re.compile(r"(?:[áé]|[ae]i)(?:t|n[ae]k|v[ae]l|r[óőae]l?|t[óő]l|b[ae]n|b[óő]l|h[oe]z)$")
"""The ending of an owned noun in a case (*követelésétől*), which a tagger may miss."""
OWNED_PLACE = ("ában", "ében", "án", "én")
"""Endings of what is someone's and where something stands: *feljegyzésében*, *oldalán*."""
WHERE_SAID = frozenset({"Ine", "Sup", "Ela"})
"""Cases of the medium; *az adó emeléséről azt mondta* tells what about, and the owner there says nothing."""
OUTSIDE_PHRASE = frozenset({"ADV", "PRON", "CCONJ", "SCONJ", "ADP", "DET", "VERB", "AUX"})
LONGEST_ASIDE = 14
UNPARTED = frozenset({"according", "pronominal", "noun"})
"""Kinds of cues that stand in a noun phrase themselves."""
ORAL = frozenset({"nyilatkozik", "mond", "elmond", "válaszol", "felel", "mesél", "elmesél"})
LIGHT = word_set("nouns", "light_verbs")
ONE_OF = frozenset({"egyik", "másik", "első", "utolsó", "további"})
STOPS = frozenset({"majd", "amikor", "miután", "hogy"})


@dataclass(frozen=True, slots=True)
class Found:
    """A source mention as tokens, and what told it: `nsubj` (the tree), `order` (the surface) or the frame itself."""

    phrase: Phrase
    link: str


def find(page: Page, candidate: Candidate) -> Found | None:
    """The source mention of a candidate, or None when the sayer is not expressed in the cue's clause."""
    if candidate.source is not None:
        first, last = candidate.source
        return Found(Phrase(first, last, _head(page, first, last)), candidate.frame.split(".")[0])
    hit = candidate.hit
    if hit is None:
        return None
    if candidate.frame == "noun":
        return _owner_of_noun(page, hit)
    low, high = candidate.zone
    low = max(low, hit.last) if candidate.after else low
    low = low if candidate.after else _before_aside(page, low)
    phrases = _phrases(page, low, _tail_end(page, hit, high) if candidate.after else high, hit)
    if not candidate.after:
        phrases = tuple(phrase for phrase in phrases if not _in_question(page, hit, low, phrase))
    weighed = [(value, phrase) for phrase in phrases if (value := weight(page, candidate, hit, phrase)) > 0]
    if not weighed and "NOM" in hit.row.frame:
        weighed = [(0.5, owner) for phrase in phrases if (owner := owner_of_medium(page, phrase)) is not None]
    if not weighed:
        return _by_position(page, candidate, hit)
    weighed = [(value, phrase) for value, phrase in weighed if not _only_prints(page, hit, phrase)]
    if not weighed:
        return None
    _, best = max(weighed, key=lambda pair: (pair[0], -abs(pair[1].head - hit.head)))
    return Found(_widened(page, candidate, hit, best), "nsubj" if is_subject(page, hit.head, best) else "order")


def _before_aside(page: Page, low: int) -> int:
    """*Az aláírók – köztük két tanár – azt kérik …*: the clause begins before what stands between its dashes."""
    first = page.sentence(low)[0] if low < len(page.tokens) else low
    closing = low if page.is_dash(low) else low - 1
    if closing <= first or not page.is_dash(closing):
        return low
    opening = next((i for i in range(closing - 1, max(first, closing - LONGEST_ASIDE), -1) if page.is_dash(i)), None)
    return low if opening is None or page.has_finite(first, closing) else first


def _phrases(page: Page, low: int, high: int, hit: Hit) -> tuple[Phrase, ...]:
    """The noun phrases of a range; none reaches over a word of the cue (*Párizs* in *Párizs így foglalt állást*)."""
    inside = [at for at in hit.tokens if low <= at < high] if hit.kind not in UNPARTED else []
    cuts = [low, *(end for at in inside for end in (at, at + 1)), high]
    return tuple(p for first, last in zip(cuts[::2], cuts[1::2], strict=True) for p in phrases_in(page, first, last))


def _in_question(page: Page, hit: Hit, low: int, phrase: Phrase) -> bool:
    """*A miniszter arra a kérdésre, hogy jön-e az adó, azt felelte*: the noun's clause holds no subject of felelte."""
    before = phrase.last <= page.clause(hit.head)[0]
    return before and any(page.word(i) in {"hogy", "miszerint"} for i in range(low, phrase.first))


def source_of(page: Page, found: Found) -> Source:
    """The source as the answer shows it."""
    return Source(page.span(found.phrase.first, found.phrase.last), form_of(page, found.phrase))


def form_of(page: Page, phrase: Phrase) -> SourceForm:
    """How a mention names its entity: by a pronoun, a proper name or a description."""
    word = page.word(phrase.head)
    if word in PRONOUNS or page.tokens[phrase.head].upos == "PRON" or word.startswith("szerint"):
        return "pronoun"
    return "name" if _name_is_core(page, phrase) else "description"


def _name_is_core(page: Page, phrase: Phrase) -> bool:
    """A name at the head, in apposition to it or at the start; *a Kreml szóvivője* only describes."""
    if is_name(page, phrase.head):
        return True
    commas = [i for i in range(phrase.first + 1, phrase.last - 1) if page.word(i) == ","]
    if any(is_name(page, i - 1) or is_name(page, i + 1) for i in commas):
        return True
    entity = page.entity_at(phrase.first)
    return entity is not None and entity.label == "PER" and entity.last < phrase.last


def _head(page: Page, first: int, last: int) -> int:
    """The head of a fixed phrase: its last word before brackets or apposition."""
    for at in range(first + 1, last):
        listed = page.word(at) == "," and page.tokens[at - 1].upos in ("ADJ", "NUM")  # két, független tanulmány
        if page.tokens[at].text in {"(", ","} and not listed and page.word(at - 1) != "egy":
            return at - 1  # but not egy, az ügyet ismerő forrás
    return last - 1


def _tail_end(page: Page, hit: Hit, high: int) -> int:
    """Where the subject of a postposed inquit must have stood: before *, majd*, *, aki*, a verb or the closing dash."""
    for at in range(hit.last, high):
        text = page.tokens[at].text
        if text in {";", ":"} or (page.is_finite(at) and at not in hit.tokens):
            return _joint_before(page, hit.last, at)
        if text == "," and (page.word(at + 1) in RELATIVES or page.word(at + 1) in STOPS):
            return at
        if text == "," and page.word(at + 1) in {"és", "de"} and page.has_finite(at + 1, high):
            return at
        if text == "." and at == high - 1:
            return at
        if text == "," and page.word(at + 1) in cues.index().converbs and page.word(at + 2) == ",":
            return at  # mondta, emlékeztetve, …
    return high


def _joint_before(page: Page, low: int, at: int) -> int:
    """The comma or conjunction that opens the clause of the verb at `at`."""
    return next((i for i in range(at - 1, low - 1, -1) if page.word(i) in {",", "és", "majd", "s", "de"}), at)


def _by_position(page: Page, candidate: Candidate, hit: Hit) -> Found | None:
    """*A terhelt tagadta, hogy …*: without a nominative from the tagger, the phrase that opens the clause."""
    if "NOM" not in hit.row.frame or candidate.frame == "converb":
        return None
    low, high = (hit.last, candidate.zone[1]) if candidate.after else (candidate.zone[0], hit.first)
    if low >= high or page.word(low) not in {"a", "az"} or page.word(low + 1) in {"a", "az"}:
        return None
    stop = next((i for i in range(low + 1, high) if not _in_phrase(page, i)), high)
    phrase = Phrase(low, stop, stop - 1)
    if stop < high and (page.tokens[stop].upos in ("NOUN", "PROPN") or page.word(stop) in BEHIND_ATTRIBUTES):
        return None
    bare = stop > low + 1 and not page.word(stop - 1).endswith(OBLIQUE) and not is_time(page, phrase)
    return Found(phrase, "position") if bare else None


def _in_phrase(page: Page, at: int) -> bool:
    """Whether the token can stand inside a simple phrase: no verb, adverb, pronoun or oblique noun."""
    token = page.tokens[at]
    oblique = page.case(at) not in ("Nom", "") and (
        token.upos == "NOUN" or (token.upos == "PROPN" and page.case(at) != "Acc")
    )
    return page.is_word(at) and token.upos not in OUTSIDE_PHRASE and not oblique


def owner_of_medium(page: Page, phrase: Phrase) -> Phrase | None:
    """*A cég levelében azt írta*: the owner of the medium is the subject of the verb."""
    if page.case(phrase.head) not in WHERE_SAID or not _is_owned(page, phrase.head):
        return None
    through = page.word(phrase.last) == "keresztül"  # a cég szóvivőjén keresztül közölte
    person = page.entity_at(phrase.first)
    if person is not None and person.label == "PER" and person.first == phrase.first and person.last <= phrase.head:
        return Phrase(person.first, person.last, person.last - 1)
    governed = next((i for i in range(phrase.first, phrase.head) if page.case(i) not in ("Nom", "")), phrase.head)
    if governed < phrase.head and page.case(governed) == "Dat" and _is_owned(page, governed):
        return None  # a kamara elnökének írt levelében, but a kamara Rétinek írt levelében
    inner = phrases_in(page, phrase.first, governed)
    owner = inner[0] if inner and inner[0].first == phrase.first and page.case(inner[0].head) == "Nom" else None
    if owner is not None and owner.last < governed == phrase.head and _is_office(page, governed - 1):
        owner = Phrase(phrase.first, governed, governed - 1)  # a leköszönő árvízvédelmi biztos tájékoztatóján
    if owner is None or page.word(owner.last) in BEHIND_ATTRIBUTES:
        return None
    role = roles.of_token(page.tokens[owner.head])
    human = role is not None and role.kind == "person"
    said = human or through or (is_document(page, phrase) and not _ceremony(page, phrase))  # not Európa más országaiban
    return owner if said and (page.tokens[owner.head].upos != "ADJ" or is_sayer(page, owner)) else None


def _is_office(page: Page, at: int) -> bool:
    role = roles.of_token(page.tokens[at])
    return role is not None and role.kind == "person" and page.case(at) == "Nom"


def _only_prints(page: Page, hit: Hit, phrase: Phrase) -> bool:
    """*A lap keddi cikkében azt nyilatkozta*: a paper writes, but who gives it an interview is someone else."""
    role = roles.of_token(page.tokens[phrase.head]) if hit.row.lemma in ORAL else None
    if role is None or not role.groups & roles.MEDIA:
        return False
    return any(page.case(i) in WHERE_SAID and _is_owned(page, i) for i in range(phrase.last, hit.first))


def _is_owned(page: Page, at: int) -> bool:
    return "Number[psor]" in page.tokens[at].feats or page.word(at).endswith(OWNED_PLACE)


def _ceremony(page: Page, phrase: Phrase) -> bool:
    """*a rendőrőrs átadásán*: an event at which someone else speaks; a press conference is its owner's."""
    found, role = media.medium_of(page.word(phrase.head)), roles.of_token(page.tokens[phrase.head])
    held = role is not None and "PRESS_EVENT" in role.groups
    return found is not None and found[0].kind == "event" and not held


def _owner_of_noun(page: Page, hit: Hit) -> Found | None:
    """Whose saying a noun tells of: *az ügyésznek az az állítása*, *a kormány álláspontja*, *megszegte az ígéretét*."""
    bare = hit.first
    while page.word(bare - 1) in ONE_OF or (page.tokens[bare - 1].upos == "ADJ" and page.case(bare - 1) == "Nom"):
        bare -= 1
    phrases = phrases_in(page, page.clause(hit.head)[0], bare)
    inner = [p for p in phrases if page.word(p.head) not in NOT_SAYERS]
    owners = [p for p in inner if page.case(p.head) == "Dat"]
    owners = owners or [p for p in inner if p.last == bare and page.case(p.head) == "Nom"]
    owned = "Number[psor]" in page.tokens[hit.head].feats or OWNED.search(page.word(hit.head)) is not None
    if not owners and page.case(hit.head) not in ("Nom", "") and owned:
        owners = [p for p in inner if page.case(p.head) == "Nom" and is_sayer(page, p)]
    if not owners and not owned and is_made(page, hit.head):
        return next((Found(p, "order") for p in inner if page.case(p.head) == "Nom" and is_sayer(page, p)), None)
    return Found(owners[-1], "owner") if owners else None


def is_made(page: Page, noun: int) -> bool:
    """*A hatóság kiadott egy figyelmeztetést, hogy …*: the noun is the object of a verb that makes it an act."""
    verb = page.tokens[page.tree.head(noun)]
    return page.case(noun) == "Acc" and verb.lemma in LIGHT and verb.feats.get("Person", "3") == "3"


def _bare_name(page: Page, phrase: Phrase) -> Phrase:
    """*Bokor Etelka pénteki, a rádiónak adott interjújában*: the attribute behind the name is the interview's."""
    person = page.entity_at(phrase.first)
    behind = person is not None and person.label == "PER" and (person.first, person.last) == (phrase.first, phrase.head)
    apart = behind and page.tokens[phrase.head].upos == "ADJ" and roles.of_token(page.tokens[phrase.head]) is None
    return Phrase(phrase.first, phrase.head, phrase.head - 1) if apart else phrase


def _with_role(page: Page, phrase: Phrase, high: int) -> Phrase:
    """*Bokor Etelka külügyi szóvivő keddi tájékoztatóján*: the bare role behind a name is no owner of what follows."""
    entity = page.entity_at(phrase.head)
    if entity is None or entity.label != "PER" or entity.last != phrase.last:
        return phrase
    end = phrase.last
    while end < high and page.tokens[end].upos == "ADJ" and page.case(end) == "Nom":
        end += 1
    role = roles.role_of(page.tokens[end].lemma) if end < high else None
    bare = role is not None and role.kind == "person" and page.case(end) == "Nom"
    return Phrase(phrase.first, end + 1, phrase.head) if bare else phrase


def _widened(page: Page, candidate: Candidate, hit: Hit, phrase: Phrase) -> Phrase:
    """The phrase with its appositions and with the second of two coordinated sayers."""
    low, high = page.sentence(hit.head)[0], max(candidate.zone[1], hit.first)
    if candidate.after:
        low, high = hit.last, candidate.zone[1]
    wide = with_apposition(page, _with_role(page, _bare_name(page, phrase), high), low, high)
    if page.word(wide.first - 1) in COORDINATORS and wide.first - 1 > low:
        before = [p for p in phrases_in(page, low, wide.first - 1) if p.last == wide.first - 1]
        if before and page.case(before[-1].head) == "Nom":
            return Phrase(before[-1].first, wide.last, wide.head)
    elif page.word(wide.last) in COORDINATORS and wide.last + 1 < high:
        behind = [p for p in phrases_in(page, wide.last + 1, high) if p.first == wide.last + 1]
        if behind and page.case(behind[0].head) == "Nom":
            return Phrase(wide.first, behind[0].last, behind[0].head)
    return wide
