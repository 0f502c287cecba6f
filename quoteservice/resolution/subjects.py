"""The subject that a clause without one takes up: of an earlier main clause, or of the sentences before."""

from quoteservice.attribution.source import owner_of_medium
from quoteservice.lexicon import cues, roles
from quoteservice.lexicon.names import is_country
from quoteservice.lexicon.tables import word_set
from quoteservice.model import NamedEntity
from quoteservice.resolution import agreement, described, descriptions
from quoteservice.resolution.asked import asked_in
from quoteservice.resolution.entities import Entity
from quoteservice.resolution.mentioned import entities_of
from quoteservice.resolution.scene import Scene
from quoteservice.search.frames.anaphoric import POINTERS
from quoteservice.search.page import Page
from quoteservice.search.phrases import Phrase, left_edge, phrases_in

COORDINATORS = word_set("clause", "coordinators")
MAIN = frozenset({"conj", "parataxis"})
EXPRESSED = word_set("source", "expressed")
SPEAKS = frozenset({"nyilatkozik", "megszólal", "felszólal", "beszél", "reagál", "beszámol", "üzen"})
"""Tell that someone spoke, and need nothing said."""
FAR = 3
"""Sentences back that may still give the subject, and steps up the tree to a main clause."""


def subject_before(scene: Scene, at: int, new: bool = False, plural: bool = False, here: bool = False) -> Entity | None:
    """The subject of an earlier main clause of the sentence, or (not `here`) of the sentences since anyone spoke."""
    page = scene.page
    first, _ = page.sentence(at)
    past = scene.before(at)
    spoken = past[-1].place if past else -1
    if spoken >= first:
        return None
    found = asked_in(scene, first, at) or _subject_in(scene, first, at, new=True, plural=plural)
    for _ in range(FAR):
        if found is not None or first == 0 or here:
            return found
        low, high = page.sentence(first - 1)
        if low <= spoken:
            return None
        if page.paragraph(low)[0] != page.paragraph(at)[0] and past:
            return _subject_in(scene, low, high, new, plural) if _tells(page, low, high) else None
        found = asked_in(scene, low, high) or _subject_in(scene, low, high, new, plural)
        first = low
    return found


def announced(scene: Scene, at: int, spoken: int) -> Entity | None:
    """*X reagált a vádakra.* and a paragraph in marks: the subject of the sentence before, where no one spoke since."""
    page = scene.page
    first = page.paragraph(at)[0]
    if not first:
        return None
    low, high = page.sentence(first - 1)
    tells = spoken < low and _tells(page, low, high)
    return subject_in(scene, low, high) if tells else None


def _tells(page: Page, low: int, high: int) -> bool:
    """Whether a verb of saying stands in the token range: *A hírt a vezetők is megerősítették.*"""
    verbs = cues.index().verbs
    return any(page.is_finite(i) and page.tokens[i].lemma in verbs for i in range(low, high))


def _says(page: Page, verb: int) -> bool:
    """Whether a verb tells of its subject that it said something: *A gyanúsított tagadta a csalást. Azt állította …*"""
    row = cues.index().verbs.get(page.tokens[verb].lemma)
    if row is None or not row.frame.startswith("NOM"):
        return False
    this = any(page.word(i) in POINTERS for i in range(*page.clause(verb)))  # A polgármester ezt kedden közölte.
    return this or row.stance != "neutral" or row.lemma in SPEAKS


def subject_in(scene: Scene, low: int, high: int) -> Entity | None:
    """The person or body that is the subject of the main clause in a token range."""
    return _subject_in(scene, low, high, new=True, plural=False)


def _subject_in(scene: Scene, low: int, high: int, new: bool, plural: bool) -> Entity | None:
    page = scene.page
    for i in range(low, high):
        if page.case(i) == "Nom" and not scene.quoted(i) and page.tree.dep(i).startswith("nsubj"):
            brings = new or _says(page, page.tree.head(i))
            found = _subject_at(scene, i, brings, plural) if _in_main_clause(scene, i) else None
            if found is not None:
                return found
    if not (new or plural):
        return None
    return _opening(scene, low, high, plural) or (None if plural else _described(scene, low, high))


def _described(scene: Scene, low: int, high: int) -> Entity | None:
    """*Bokor Etelka 74 éves, de azt mondta, …*: a clause without a verb that says what the person is."""
    page = scene.page
    entity = page.entity_at(low)
    comma = next((i for i in range(low, high) if page.word(i) == ","), None)
    if entity is None or entity.label != "PER" or entity.first != low or comma is None or scene.quoted(low):
        return None
    goes_on = comma + 1 < high and page.word(comma + 1) in COORDINATORS
    bare = entity.last < comma and not page.has_finite(low, comma)
    return _nominative_in(scene, low, entity.last) if goes_on and bare else None


def _opening(scene: Scene, low: int, high: int, plural: bool) -> Entity | None:
    """The person or body with whom a clause opens, whatever the tree has: *Az ügyész súlyosítást kért*.

    *A polgármester Facebook-oldalán*: the owner of the page.
    """
    page = scene.page
    first = next(iter(phrases_in(page, low, high)), None)
    if first is None or first.first != low or page.word(low) not in ("a", "az") or scene.quoted(first.head):
        return None
    owner = owner_of_medium(page, first) or _who_expresses(page, first)
    phrase = owner if owner is not None else first
    role = scene.role(phrase)
    whose = "Number[psor]" in page.tokens[phrase.head].feats and phrase.last - phrase.first == 2  # *az orvosai*
    sayer = role is not None and role.kind in ("person", "organization") and page.case(phrase.head) in ("Nom", "")
    if whose or not sayer or plural != (page.tokens[phrase.head].feats.get("Number") == "Plur"):
        return None
    return entities_of(scene, phrase)[0] if _acts(page, phrase, owner is None) else None


def _who_expresses(page: Page, phrase: Phrase) -> Phrase | None:
    """*A cég részvétét fejezte ki*: what one can only express oneself is no one else's."""
    inner = phrases_in(page, phrase.first, phrase.head) if page.word(phrase.head) in EXPRESSED else ()
    return inner[-1] if inner and inner[-1].first == phrase.first and inner[-1].last == phrase.head else None


def _acts(page: Page, phrase: Phrase, bare: bool) -> bool:
    """Whether a finite verb without another subject follows in the clause, and no noun that the phrase owns."""
    comma = next((i for i in range(phrase.last, page.sentence(phrase.head)[1]) if page.word(i) == ","), None)
    end = comma if comma is not None else page.sentence(phrase.head)[1]
    verbs = [i for i in range(phrase.last, end) if page.is_finite(i)]
    between = range(phrase.last, verbs[0]) if verbs else range(0)
    owned = bare and any("Number[psor]" in page.tokens[i].feats for i in between)
    return bool(verbs) and not owned


def _subject_at(scene: Scene, at: int, new: bool, plural: bool) -> Entity | None:
    """The entity of the subject at a token; a plural verb asks for a body or for several people."""
    page = scene.page
    named = page.entity_at(at) or _apposed_name(page, at)
    known = _nominative_in(scene, named.first, _name_end(page, at, named.last)) if named is not None else None
    if known is not None and not (plural and known.kind == "person"):
        return None if is_country(known.name) else known
    role = roles.role_of(page.tokens[at].lemma)
    several = page.tokens[at].feats.get("Number") == "Plur"
    phrase = Phrase(left_edge(page, at, page.sentence(at)[0]), at + 1, at)
    if role is None or role.event or role.kind == "document" or (several and not plural):
        return None
    if several and role.kind in ("person", "group", "organization"):
        return described.resolve(scene, phrase, at).entities[0]
    if several or role.kind == "group" or (plural and role.kind == "person"):
        return None
    found = agreement.match(scene, phrase, descriptions.describe(page, phrase), role, at)
    body = plural and role.kind == "organization"  # a rendőrség elfogta. Azt közölték, …
    return described.resolve(scene, phrase, at).entities[0] if found is None and (new or body) else found


def _apposed_name(page: Page, at: int) -> NamedEntity | None:
    """*A vendégek trénere, Orsós Márk másként látta*: the name behind the role noun that is the subject."""
    role = roles.role_of(page.tokens[at].lemma)
    entity = page.entity_at(at + 2) if page.word(at + 1) == "," and at + 2 < len(page.tokens) else None
    apposed = role is not None and role.kind == "person" and entity is not None and entity.label == "PER"
    return entity if apposed else None


def _name_end(page: Page, at: int, last: int) -> int:
    """The end of all that the tree joins to the name at `at`: *Tardosi Páltól Pintér Szabina* are two people."""
    return max((i + 1 for i in page.tree.children(at) if page.tree.dep(i) == "flat:name"), default=last)


def _nominative_in(scene: Scene, first: int, last: int) -> Entity | None:
    """The entity of the name in a range that carries no case ending."""
    for _, end, entity in scene.registry.mentions_in(first, last):
        if scene.page.case(end - 1) in ("Nom", ""):
            return entity
    return None


def _in_main_clause(scene: Scene, at: int) -> bool:
    tree = scene.page.tree
    verb = tree.head(at)
    for _ in range(FAR):
        if tree.head(verb) == verb:
            return True
        if tree.dep(verb) not in MAIN:
            return False
        verb = tree.head(verb)
    return False
