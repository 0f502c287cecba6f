"""A source phrase that describes: *a külügyminiszter*, *a cég*, *szakértők*; its entity, known or new."""

from quoteservice.lexicon import roles
from quoteservice.lexicon.tables import word_set
from quoteservice.model import SpeakerKind
from quoteservice.resolution import descriptions
from quoteservice.resolution.descriptions import Description
from quoteservice.resolution.entities import Entity
from quoteservice.resolution.names import nominative
from quoteservice.resolution.scene import Resolved, Scene
from quoteservice.search.phrases import Phrase

UNNAMED = frozenset(
    {"forrás", "szakértő", "elemző", "tisztviselő", "illetékes", "szemtanú", "olvasó", "hír", "sajtóhír", "kutató"}
)
GENERIC_PERSON = frozenset({"PERSON", "EXPERT", "POLITICIAN"})
GENERIC_BODY = word_set("groups", "generic_bodies")
BARE_BODY = word_set("groups", "bare_bodies")
THRESHOLD = 1.0


def resolve(scene: Scene, phrase: Phrase, at: int, rule: str = "role") -> Resolved:
    """The entity that a description stands for, or a new one that is kept as described."""
    described = descriptions.describe(scene.page, phrase)
    role = scene.role(phrase)
    entity = match(scene, phrase, described, role, at)
    if entity is not None:
        entity.seen.append(phrase.first)
        if entity.kind == "person":
            descriptions.add(scene.page, entity, described)
        return Resolved((entity,), f"{rule}-known")
    name = plain_name(scene, phrase, described)
    known = next((e for e in scene.registry.entities if e.name.lower() == name.lower()), None)
    known = known or scene.registry.new(name, kind_of(scene, phrase, role), named=False)
    descriptions.add(scene.page, known, described)
    known.seen.append(phrase.first)
    return Resolved((known,), "description")


def match(scene: Scene, phrase: Phrase, described: Description, role: roles.Role | None, at: int) -> Entity | None:
    """The entity whose known descriptions agree best with this one; ties go to the latest mentioned."""
    page = scene.page
    if page.tokens[phrase.head].feats.get("Number") == "Plur" or page.word(phrase.first) == "egy" or role is None:
        return None
    if described.head in UNNAMED and (described.modifiers or page.word(phrase.first) not in {"a", "az"}):
        return None
    scored = [
        (score, entity.last_before(at), entity)
        for entity in scene.registry.entities
        if entity.last_before(at) >= 0
        and _same_kind(entity, role)
        and (score := _score(scene, entity, described, role, at)) >= THRESHOLD
    ]
    return max(scored, key=lambda row: (row[0], row[1]))[2] if scored else None


def _same_kind(entity: Entity, role: roles.Role) -> bool:
    if entity.kind == role.kind or entity.kind == "unknown":
        return True
    return {entity.kind, role.kind} <= {"organization", "group"}


def _score(scene: Scene, entity: Entity, described: Description, role: roles.Role, at: int) -> float:
    """Shared head or synonym group, shared and clashing modifiers, and who spoke last."""
    in_force = bool((past := scene.before(at)) and entity in past[-1].entities)
    if described.head in entity.heads or any(h.endswith(described.head) for h in entity.heads):
        score = 2.0
    elif role.groups & entity.groups:
        score = 1.7
    elif role.relational and described.modifiers & entity.modifiers and entity.groups:
        score = 1.4
    elif entity.named and _open_to(entity, role):
        if role.kind == "organization" and not _generic(role, described):
            return 0.0
        score = (
            1.4
            if in_force
            else (
                1.0
                if _generic(role, described) or (entity.kind == "person" and _mentioned_last(scene, entity, at))
                else 0.0
            )
        )
    else:
        return 0.0
    shared = described.modifiers & entity.modifiers
    clash = described.modifiers - entity.modifiers
    score += 0.5 * len(shared) - (0.3 * len(clash) if entity.modifiers and entity.heads else 0.0)
    if all(scene.page.region_of(i) is not None for i in entity.seen if i < at):
        score -= 0.6
    return score + (0.4 if in_force else 0.0)


def _open_to(entity: Entity, role: roles.Role) -> bool:
    """Whether nothing known of a named entity speaks against the role."""
    if not entity.groups and not entity.heads:
        return True
    return bool(role.groups & (GENERIC_PERSON if role.kind == "person" else GENERIC_BODY | BARE_BODY)) and not (
        role.kind == "organization" and entity.groups and not entity.groups & (role.groups | GENERIC_BODY)
    )


def _generic(role: roles.Role, described: Description) -> bool:
    if role.kind == "organization":
        return bool(role.groups & GENERIC_BODY) or (bool(role.groups & BARE_BODY) and not described.modifiers)
    return bool(role.groups & GENERIC_PERSON) or not described.modifiers


def _mentioned_last(scene: Scene, entity: Entity, at: int) -> bool:
    """Whether no other person of the article was named since."""
    mine = entity.last_before(at)
    return not any(
        e.last_before(at) > mine for e in scene.registry.entities if e.kind == "person" and e.named and e is not entity
    )


def kind_of(scene: Scene, phrase: Phrase, role: roles.Role | None) -> SpeakerKind:
    """What kind of speaker a described phrase is."""
    if scene.page.tokens[phrase.head].feats.get("Number") == "Plur" and (role is None or role.kind == "person"):
        return "group"
    if role is not None:
        return "unknown" if role.event else role.kind
    entity = scene.page.entity_at(phrase.head)
    return "organization" if entity is not None and entity.label in ("ORG", "LOC") else "unknown"


def plain_name(scene: Scene, phrase: Phrase, described: Description) -> str:
    """The description in the nominative, without article."""
    page = scene.page
    words = scene.text(described.first, phrase.head + 1).split()
    token = page.tokens[phrase.head]
    opener = page.tokens[described.first]
    if opener.upos not in ("PROPN", "NUM") and page.entity_at(described.first) is None and not words[0].isupper():
        words[0] = words[0][0].lower() + words[0][1:]
    if page.case(phrase.head) not in ("Nom", ""):
        words[-1] = _nominative(token.text, token.lemma, "Number[psor]" in token.feats)
    return " ".join(words)


def _nominative(text: str, lemma: str, possessed: bool) -> str:
    """The nominative of a common noun; of a possessed one (*közleményében*) with its possessive ending."""
    if not possessed:
        return lemma or text
    for ending in (
        "ban",
        "ben",
        "ból",
        "ből",
        "ról",
        "ről",
        "nak",
        "nek",
        "tól",
        "től",
        "ra",
        "re",
        "val",
        "vel",
        "n",
        "t",
    ):
        if text.endswith(ending) and len(text) > len(ending) + 2:
            stem = text.removesuffix(ending)
            return stem[:-1] + {"á": "a", "é": "e"}.get(stem[-1], stem[-1])
    return nominative(text, lemma)
