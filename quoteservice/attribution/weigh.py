"""How well a noun phrase of the cue's clause serves as the subject of saying."""

from collections.abc import Mapping

from quoteservice.lexicon import media, roles
from quoteservice.lexicon.names import whole_names
from quoteservice.lexicon.tables import word_set, words
from quoteservice.search.candidate import Candidate
from quoteservice.search.hits import Hit
from quoteservice.search.page import PLACE_RELATIVES, SUBJECT_RELATIVES, Page
from quoteservice.search.phrases import TIME, Phrase, is_name

LOCATIVES = frozenset({"Ine", "Sup", "Ela", "Del", "Abl"})
LONG_ENDINGS = tuple(ending for ending in words()["names"]["case_endings"] if len(ending) >= 3)
DOCUMENTS = word_set("according", "documents")
NOT_SAYERS = word_set("source", "not_sayers")
PRONOUNS = word_set("source", "pronouns") | SUBJECT_RELATIVES
BEHIND_ATTRIBUTES = word_set("source", "postpositions") | word_set("names", "calling")
DOCUMENT_ONLY = ("INEdoc", "DELdoc", "SUP/INE")
STANDING = frozenset({"áll", "szerepel"})
THEIRS = ("ukban", "ükben", "ukon", "ükön")
"""*Közleményükben azt írták*: they did, the subject is not expressed."""
THUS = "így"
"""„Q” – így Réti Nóra: a cue of itself, behind which only the sayer stands."""
OWNERS = frozenset({"ő", "ők"})
"""*az ő meglátásai alapján*: whose they are, not who writes."""
POINTERS = frozenset({"ez", "az", "ennyi", "annyi"})
OF_THEM = ("ükről", "ukról")
"""*döntő részükről kiderült*: of whom it is told."""
COPULAS = frozenset({"volt", "voltak", "lett", "lettek", "lesz"})
OURS = ("unk", "ünk", "ónk", "őnk", "ánk", "énk")
NO = -1.0


def weight(page: Page, candidate: Candidate, hit: Hit, phrase: Phrase) -> float:
    """The weight of `phrase` as the source of `candidate`; above zero it may be one.

    Word order and the parser's subject weigh most, then the class of the noun; a case that the cue's frame does not ask
    for, a time or a phrase before a postposition rules it out.
    """
    if _excluded(page, hit, phrase):
        return NO
    frame, case = hit.row.frame, _case(page, hit.head, phrase)
    placed = (phrase.first >= hit.last) == candidate.after and not _of_clause_before(page, candidate, hit, phrase)
    value = 1.0 if placed else 0.0
    if is_subject(page, hit.head, phrase):
        value += 1.5
    if any(mark in frame for mark in DOCUMENT_ONLY) and "NOM" not in frame:
        return _in_document(page, candidate, phrase, case, value)
    if "INEdoc" in frame and case in ("Ine", "Sup") and _plural(page, hit.head) and is_document(page, phrase):
        theirs = page.word(phrase.head).endswith(THEIRS) and phrase.last - phrase.first == 1
        return NO if theirs else value + 0.8
    if frame.startswith("ABL") and case == "Abl":
        return value + 2.0
    if frame.startswith("NOM = medium") and case == "Acc" and is_sayer(page, phrase):
        return value + 3.0
    if case != "Nom" and page.word(phrase.head) not in PRONOUNS:
        return NO
    if _plural(page, phrase.head) and not _plural(page, hit.head):
        value -= 1.0
    if is_sayer(page, phrase):
        return value + 0.5
    lone = _plural(page, hit.head) and not _plural(page, phrase.head)  # mint a népességszám, mert azt hitték
    return value - 1.0 if lone else value


def _of_clause_before(page: Page, candidate: Candidate, hit: Hit, phrase: Phrase) -> bool:
    """*Nagy hiba volt, érvelt Bokor Etelka amellett, hogy …*: what stands before the comma is no subject."""
    return not candidate.after and phrase.last < hit.first and page.word(hit.first - 1) == ","


def _case(page: Page, verb: int, phrase: Phrase) -> str:
    """The case of a phrase; *a Kreml sajtótitkára*, *olvasónk* and *Nóra* end like other cases and are nominatives."""
    word, case = page.word(phrase.head), page.case(phrase.head)
    if word.endswith(OURS) and roles.of_token(page.tokens[phrase.head]) is not None:
        return "Nom"
    if word in roles.index() or (case == "Sbl" and word.endswith(("ra", "re")) and word[:-1] in roles.index()):
        return "Nom"
    if (
        page.tokens[phrase.head].upos == "PROPN"
        and (medium := media.medium_of(word)) is not None
        and medium[1] != "Nom"
    ):
        return medium[1]
    entity = page.entity_at(phrase.head)
    if case == "Nom" or entity is None or entity.label != "PER" or entity.last != phrase.head + 1:
        return case
    whole = page.tokens[phrase.head].text in whole_names()
    subject = is_subject(page, verb, phrase) or page.word(verb) == THUS
    return "Nom" if whole or (subject and not word.endswith(LONG_ENDINGS)) else case


def _excluded(page: Page, hit: Hit, phrase: Phrase) -> bool:
    """What is no noun phrase of its own, or none that says anything: bits of the cue, predicates, times, attributes."""
    overlaps = any(i in hit.tokens for i in range(phrase.first, phrase.last))
    bracketed = page.word(phrase.first - 1) == "(" and page.word(phrase.last) == ")"
    return (
        overlaps
        or bracketed
        or page.word(phrase.head) in NOT_SAYERS
        or is_time(page, phrase)
        or page.word(phrase.last + (page.word(phrase.last) in {"!", "?"})) in BEHIND_ATTRIBUTES
        or (phrase.last in hit.tokens and "Number[psor]" in _feats(page, phrase.last))  # felhívta a gazdák figyelmét
        or (page.word(phrase.head) in OWNERS and "Number[psor]" in _feats(page, phrase.last))
        or _is_predicate(page, phrase)
    )


def _feats(page: Page, at: int) -> Mapping[str, str]:
    return page.tokens[at].feats if at < len(page.tokens) else {}


def _is_predicate(page: Page, phrase: Phrase) -> bool:
    """*tette kockázatos volt*: a bare adjective that no one is called by; *aki az iskola diákja volt*."""
    token = page.tokens[phrase.head]
    bare = phrase.last - phrase.first == 1 and token.upos == "ADJ" and token.text[0].islower()
    was = page.word(phrase.last) in COPULAS and page.word(phrase.first - 1) in SUBJECT_RELATIVES
    return was or (bare and not is_sayer(page, phrase))


def _in_document(page: Page, candidate: Candidate, phrase: Phrase, case: str, value: float) -> float:
    """*áll a közleményben*, *derül ki az adatokból*: the document is the source, a nominative at most in an inquit."""
    if page.word(phrase.head) in PLACE_RELATIVES:
        return value + 1.0
    stands = candidate.hit is not None and candidate.hit.row.lemma in STANDING  # not két tárgyból jól áll
    told = (case == "Ela" and not stands) or (case == "Del" and not page.word(phrase.head).endswith(OF_THEM))
    if case in LOCATIVES and (is_document(page, phrase) or told or _pointed_at(page, candidate)):
        return value + 1.0
    return value - 1.5 if case == "Nom" and candidate.after else NO


def _pointed_at(page: Page, candidate: Candidate) -> bool:
    """*A táblán ez áll: …*: with a pointer before the verb, whatever it stands on is read."""
    hit = candidate.hit
    return hit is not None and page.word(hit.first - 1) in POINTERS and not candidate.after


def _plural(page: Page, at: int) -> bool:
    return page.tokens[at].feats.get("Number") == "Plur"


def is_time(page: Page, phrase: Phrase) -> bool:
    """Whether a phrase tells a time."""
    return page.word(phrase.head) in TIME or page.tokens[phrase.head].lemma.lower() in TIME


def is_document(page: Page, phrase: Phrase) -> bool:
    """Whether a phrase names a document, a site or an event at which something is said."""
    token = page.tokens[phrase.head]
    role = roles.of_token(token)
    listed = token.lemma.lower() in DOCUMENTS or media.medium_of(token.text) is not None or media.is_address(token.text)
    return (
        is_name(page, phrase.head)
        or listed
        or (role is not None and (role.event or role.kind in ("document", "organization")))
    )


def is_sayer(page: Page, phrase: Phrase) -> bool:
    """Whether a phrase names a person or body, or has a noun of the role lexicon for its head."""
    entity = page.entity_at(phrase.head)
    if entity is not None and entity.label in ("PER", "ORG"):
        return True
    token = page.tokens[phrase.head]
    known = roles.of_token(token)
    return known is not None or page.word(phrase.head) in PRONOUNS or is_name(page, phrase.head)


def is_subject(page: Page, verb: int, phrase: Phrase) -> bool:
    """Whether the tree calls a word of the phrase the subject of `verb`."""
    return any(
        page.tree.head(i) == verb and page.tree.dep(i).startswith("nsubj") for i in range(phrase.first, phrase.last)
    )
