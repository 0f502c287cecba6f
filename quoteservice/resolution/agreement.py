"""Whether a description can stand for an entity: shared head or synonym group, modifiers, and who spoke last."""

from collections.abc import Iterable
from dataclasses import dataclass

from quoteservice.lexicon import roles
from quoteservice.lexicon.names import is_country
from quoteservice.lexicon.tables import word_set, words
from quoteservice.resolution.descriptions import NATIONS, Description
from quoteservice.resolution.entities import Entity
from quoteservice.resolution.scene import Scene
from quoteservice.search.phrases import Phrase
from quoteservice.search.walk import COUNTING

UNNAMED = word_set("groups", "unnamed_nouns")
GENERIC_PERSON = word_set("groups", "generic_persons")
GENERIC_BODY = word_set("groups", "generic_bodies")
BARE_BODY = word_set("groups", "bare_bodies")
ANY_BODY = word_set("groups", "any_bodies")
OTHER_OFFICES = word_set("groups", "other_offices")
CLOSED = word_set("groups", "closed")
APART = word_set("groups", "apart")
SORTS = word_set("groups", "sorts")
BROAD = word_set("groups", "broad_nouns")
MINISTER = "miniszter"
SEATS = words()["seats"]
SAME_HEAD, SAME_GROUP, SAME_OWNER, OPEN_IN_FORCE, OPEN = 2.0, 1.7, 1.4, 1.4, 1.0
SHARED, CLASH, UNKNOWN, ONLY_QUOTED, IN_FORCE = 0.5, 0.3, 0.6, 0.6, 0.4
THRESHOLD, NEARLY = 1.0, 0.25


@dataclass(frozen=True, slots=True)
class Sought:
    """A definite description at token `at`, with its role and who was in force and named last before it."""

    described: Description
    role: roles.Role
    at: int
    in_force: tuple[Entity, ...]
    last_person: Entity | None
    near: bool
    owned: bool


def match(scene: Scene, phrase: Phrase, described: Description, role: roles.Role | None, at: int) -> Entity | None:
    """The entity whose known descriptions agree best with this one, None when no one's do."""
    return next(iter(ranked(scene, phrase, described, role, at)), None)


def ranked(scene: Scene, phrase: Phrase, described: Description, role: roles.Role | None, at: int) -> list[Entity]:
    """The entities whose known descriptions agree with this one: the best first, then those that are nearly as good.

    Ties go to the latest mentioned; who is known to hold an office that has one holder goes before the speaker in
    force.
    """
    page = scene.page
    plural = page.tokens[phrase.head].feats.get("Number") == "Plur"
    indefinite = page.word(phrase.first) in COUNTING or "egyik" in described.modifiers
    if role is None or plural or indefinite:
        return []
    owned = "Number[psor]" in page.tokens[phrase.head].feats
    open_to_all = (described.modifiers and not owned) or page.word(phrase.first) not in {"a", "az"}
    if described.head in UNNAMED and open_to_all:
        return []
    past = scene.before(at)
    owners = scene.registry.all_in(phrase.first, phrase.head) if owned else []
    people = [e for e in scene.registry.entities if e.kind == "person" and e.named and e.last_before(at) >= 0]
    last_person = topic(scene, people, at)
    sought = Sought(
        described,
        role,
        at,
        past[-1].entities if past else (),
        last_person,
        last_person is not None and _near(scene, last_person.last_before(at), at),
        owned,
    )
    scored = [
        (score, _salience(scene, entity, at), entity)
        for entity in scene.registry.entities
        if _same_kind(entity, role)
        and entity not in owners
        and entity.last_before(at) >= 0
        and (score := _score(scene, entity, sought)) >= THRESHOLD
    ]
    told = [
        row
        for row in scored
        if not role.relational
        and row[2].named
        and _base(row[2], sought) >= SAME_GROUP
        and (not owned or row[2].modifiers & described.modifiers)
    ]
    best = sorted(told or scored, key=lambda row: (row[0], row[1]), reverse=True)
    return [entity for score, _, entity in best if score >= best[0][0] - NEARLY]


def topic(scene: Scene, people: list[Entity], at: int) -> Entity | None:
    """The person named last; where that was in a case, whom the same sentence named first (*X meghívta Y-t*)."""
    last = max(people, key=lambda e: e.last_before(at), default=None)
    if last is None:
        return None
    place = last.last_before(at)
    first, end = scene.page.sentence(place)
    entity = scene.page.entity_at(place)
    if entity is None or scene.page.case(entity.last - 1) in ("Nom", ""):
        return last
    beside = [e for e in scene.registry.all_in(first, min(end, at)) if e in people]
    return beside[0] if beside else last


def _salience(scene: Scene, entity: Entity, at: int) -> int:
    """Where it was named last; an owner (*a Vízmű vezetői*) gives way to the others of its sentence."""
    place = entity.last_before(at)
    named = scene.page.entity_at(place)
    if named is None or entity.kind != "organization" or named.last >= len(scene.page.tokens):
        return place
    owns = "Number[psor]" in scene.page.tokens[named.last].feats
    return scene.page.sentence(place)[0] if owns else place


def _near(scene: Scene, place: int, at: int) -> bool:
    """Whether `place` is in the paragraph of `at` or in the last sentence before it."""
    page = scene.page
    first = page.paragraph(at)[0]
    return place >= (page.sentence(first - 1)[0] if first else 0)


def _same_kind(entity: Entity, role: roles.Role) -> bool:
    if entity.kind in (role.kind, "unknown"):
        return True
    return {entity.kind, role.kind} <= {"organization", "group"}


def _score(scene: Scene, entity: Entity, sought: Sought) -> float:
    base = _base(entity, sought)
    if base == 0.0 or _of_other_nations(sought.described.modifiers, entity.modifiers):
        return 0.0
    shared = sought.described.modifiers & entity.modifiers
    clash = sought.described.modifiers - entity.modifiers
    against = CLASH * len(clash) if entity.modifiers else min(CLASH * len(clash), UNKNOWN)
    whatever = base <= OPEN_IN_FORCE and bool(sought.role.groups & ANY_BODY)
    base += SHARED * len(shared) - (against if entity.heads and not whatever else 0.0)
    if scene.only_quoted(entity, sought.at):
        base -= ONLY_QUOTED
    return base + (IN_FORCE if entity in sought.in_force else 0.0)


def _base(entity: Entity, sought: Sought) -> float:
    """What the head noun says: the same one, a synonym, an office of the same owner, or nothing against it."""
    described, role = sought.described, sought.role
    if described.head in entity.heads:
        return SAME_HEAD
    if any(_ends_like(head, described.head) for head in entity.heads):
        return SAME_HEAD if not _of_portfolio(sought) else 0.0
    if _synonymous(entity, sought):
        return SAME_GROUP
    if role.relational and described.modifiers & entity.modifiers - NATIONS and entity.groups:
        return SAME_OWNER
    if entity in sought.in_force and entity.kind == "person" and not entity.named and _plain_person(sought):
        return OPEN_IN_FORCE
    if not entity.named or role.groups & CLOSED or role.kind == "group" or not _open_to(entity, sought):
        return 0.0
    if role.kind == "organization" and not _generic(sought):
        return 0.0
    if entity in sought.in_force:
        return OPEN_IN_FORCE
    if role.groups & roles.MEDIA and not entity.groups & roles.MEDIA:
        return 0.0  # olvasható a portálon
    return OPEN if _generic(sought) or (entity is sought.last_person and sought.near) else 0.0


def _of_other_nations(one: frozenset[str], other: set[str]) -> bool:
    """*a kínai szóvivő* is not *a Kreml szóvivője*."""
    nations, others = _nations(one), _nations(other)
    return bool(nations and others) and not nations & others


def _nations(modifiers: Iterable[str]) -> set[str]:
    return {SEATS.get(word, word) for word in modifiers if word in NATIONS or word in SEATS}


def _ends_like(head: str, noun: str) -> bool:
    """A *pártelnök* is an *elnök*; a *miniszterelnök* is none."""
    return head.endswith(noun) and head not in OTHER_OFFICES


def _of_portfolio(sought: Sought) -> bool:
    """*az igazságügyek minisztere* is not the *külügyminiszter*."""
    return sought.owned and bool(sought.described.modifiers) and "MINISTER" in sought.role.groups


def _of_another_portfolio(entity: Entity, head: str) -> bool:
    """The *pénzügyminiszter* is neither the *belügyminiszter* nor the *innovációs miniszter*."""
    if not head.endswith(MINISTER) or head == MINISTER:
        return False
    others = {known for known in entity.heads if known.endswith(MINISTER) and known != MINISTER}
    return bool(others) or (MINISTER in entity.heads and bool(entity.modifiers - NATIONS))


def _synonymous(entity: Entity, sought: Sought) -> bool:
    if _of_another_portfolio(entity, sought.described.head):
        return False
    if entity.named:
        return bool(sought.role.groups & entity.groups - APART)
    known = (roles.role_of(head) for head in entity.heads)
    return any(role is not None and synonyms(role, sought.role) for role in known)


def synonyms(one: roles.Role, other: roles.Role) -> bool:
    """Whether two nouns can mean one person or body; *a sebész* is not *a kardiológus*, but may well be *az orvos*."""
    shared = one.groups & other.groups
    if shared & SORTS:
        return bool(shared - SORTS or {one.noun, other.noun} & BROAD)
    return bool(shared - APART)


def _plain_person(sought: Sought) -> bool:
    """*a férfi*, *a nő*: nothing but that it is a person; *a lap forrása*: nothing but that the person spoke."""
    return "ANON_SOURCE" in sought.role.groups or ("PERSON" in sought.role.groups and not sought.described.modifiers)


def _open_to(entity: Entity, sought: Sought) -> bool:
    """Whether nothing known of a named entity speaks against the role."""
    role, spoke = sought.role, entity in sought.in_force and not sought.owned
    if role.kind == "person" and " " not in entity.name and not entity.heads and len(entity.seen) < 2 and not spoke:
        return False
    if role.kind == "organization" and is_country(entity.name):
        return False
    if not entity.groups and not entity.heads:
        return True
    if role.kind == "person":
        return bool(role.groups & GENERIC_PERSON)
    return (bool(role.groups & ANY_BODY) and "NEWS_SITE" not in entity.groups) or (
        not entity.groups and bool(role.groups & (GENERIC_BODY | BARE_BODY))
    )


def _generic(sought: Sought) -> bool:
    """Whether the noun can stand for any person, or any body of its sort."""
    role, modifiers = sought.role, sought.described.modifiers
    if role.kind == "organization":
        return bool(role.groups & GENERIC_BODY) or (bool(role.groups & BARE_BODY) and not modifiers)
    return bool(role.groups & GENERIC_PERSON) or not modifiers
