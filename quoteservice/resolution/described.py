"""A source phrase that describes: *a külügyminiszter*, *a cég*, *szakértők*; its entity, known or new."""

from collections.abc import Sequence

from quoteservice.attribution.weigh import OURS
from quoteservice.lexicon import roles
from quoteservice.lexicon.tables import word_set, words
from quoteservice.model import SpeakerKind, Token
from quoteservice.resolution import descriptions
from quoteservice.resolution.agreement import ranked, synonyms
from quoteservice.resolution.descriptions import Description
from quoteservice.resolution.entities import Entity
from quoteservice.resolution.inflection import stems
from quoteservice.resolution.names import nominative
from quoteservice.resolution.scene import Resolved, Scene
from quoteservice.search.nouns import ADDRESSES
from quoteservice.search.phrases import Phrase, left_edge

FAR = 250
BEHIND_OWNER = words()["names"]["behind_owner"]
LOOSE = word_set("groups", "closed") | word_set("groups", "generic_persons")


def resolve(
    scene: Scene, phrase: Phrase, at: int, rule: str = "role", owner: str | None = None, meant: Entity | None = None
) -> Resolved:
    """The entity that a description stands for, or a new one that is kept as described.

    `owner`: whose it is where only the ending says that it is someone's (*az orvosai*); `meant`: the person of whom the
    place lets one think, unless what is known of a named one fits.
    """
    phrase = _without_address(scene, phrase)
    described = descriptions.describe(scene.page, phrase)
    role = scene.role(phrase)
    fitting = ranked(scene, phrase, described, role, at)
    if meant is not None and not (fitting and fitting[0].named):
        descriptions.add(scene.page, meant, described)
        return Resolved((meant,), f"{rule}-known")
    if fitting:
        entity = fitting[0]
        entity.see(phrase.first)
        if entity.kind == "person":
            descriptions.add(scene.page, entity, described)
        return Resolved((entity,), f"{rule}-known", _rivals(fitting, role))
    if (person := _just_introduced(scene, phrase, role)) is not None:
        descriptions.add(scene.page, person, described)
        return Resolved((person,), f"{rule}-known")
    name = _mentioned_before(scene, phrase, described, role) or plain_name(scene, phrase, described)
    name = f"{owner} {name}" if owner is not None else name
    known = next((e for e in scene.registry.entities if e.name.lower() == name.lower()), None)
    known = known or scene.registry.new(name, kind_of(scene, phrase, role), named=False)
    descriptions.add(scene.page, known, described)
    known.see(phrase.first)
    return Resolved((known,), "description")


def _without_address(scene: Scene, phrase: Phrase) -> Phrase:
    """*az elnök asszony*: the role noun is what tells who it is."""
    noun = Phrase(phrase.first, phrase.head, phrase.head - 1)
    address = scene.page.word(phrase.head) in ADDRESSES and phrase.head > phrase.first
    return noun if address and scene.role(noun) is not None else phrase


def _just_introduced(scene: Scene, phrase: Phrase, role: roles.Role | None) -> Entity | None:
    """*Óvatosságra int Kerekes Gábor onkológus. A klinika igazgatója …*: whom the sentence before brought in."""
    page = scene.page
    first, _ = page.sentence(phrase.first)
    opens = phrase.first == first and first and page.paragraph(first - 1) == page.paragraph(first)
    feats = page.tokens[phrase.head].feats
    owners = any(page.tokens[i].upos in ("NOUN", "PROPN") for i in range(phrase.first, phrase.head))
    owned = (
        owners and "Number[psor]" in feats and feats.get("Number") != "Plur" and page.word(phrase.first) in {"a", "az"}
    )
    if not opens or not owned or role is None or role.kind != "person" or role.groups & LOOSE:
        return None
    people = [e for e in scene.registry.all_in(*page.sentence(first - 1)) if e.kind == "person"]
    new = [e for e in people if e.seen and e.seen[0] >= page.sentence(first - 1)[0]]
    spoke = {id(e) for turn in scene.turns for e in turn.entities}
    return new[0] if len(people) == len(new) == 1 and id(new[0]) not in spoke else None


def _rivals(fitting: Sequence[Entity], role: roles.Role | None) -> tuple[Entity, ...]:
    """Who could nearly as well be meant: named people, and bodies of the same sort."""
    groups = role.groups if role is not None else frozenset()
    return tuple(e for e in fitting[1:] if e.named and (e.kind == "person" or groups & e.groups))


def _mentioned_before(scene: Scene, phrase: Phrase, described: Description, role: roles.Role | None) -> str | None:
    """*a tárca* after *a norvég pénzügyminisztérium*: the fuller description of its sort that stands before it."""
    page = scene.page
    if role is None or described.modifiers or role.groups & LOOSE or page.word(phrase.first) not in {"a", "az"}:
        return None
    for at in range(phrase.first - 1, max(0, phrase.first - FAR), -1):
        token = page.tokens[at]
        if token.upos != "NOUN" or page.region_of(at) is not None:
            continue
        other = roles.role_of(token.lemma)
        alike = other is not None and (other.noun == role.noun or synonyms(other, role))
        if alike and token.feats.get("Number") != "Plur":
            fuller = Phrase(left_edge(page, at, page.sentence(at)[0]), at + 1, at)
            found = descriptions.describe(page, fuller)
            if found.last - found.first > 1 or found.head != described.head:
                return plain_name(scene, fuller, found)
    return None


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
    parts = scene.text(described.first, phrase.head + 1).split()
    token = page.tokens[phrase.head]
    opener, opens = page.tokens[described.first], page.sentence(phrase.head)[0] == described.first
    if opens and opener.upos != "PROPN" and page.entity_at(described.first) is None and not parts[0].isupper():
        parts[0] = parts[0][0].lower() + parts[0][1:]
    bare = page.word(phrase.head) in roles.index() or token.text.endswith(OURS)
    if page.case(phrase.head) not in ("Nom", "") and not bare:
        parts[-1] = _nominative(token)
    return " ".join(parts)


def _nominative(token: Token) -> str:
    """The nominative of a common noun; of a possessed one (*közleményében*) with its possessive ending."""
    text, lemma = token.text, token.lemma
    if "Number[psor]" not in token.feats:
        plural = next((stem.text for stem in stems(text) if stem.text.endswith("k")), None)
        told = token.feats.get("Number") == "Plur" or not lemma.endswith("k")  # felvételekről, taken for a singular
        return plural if plural is not None and told else lemma or text
    for ending in BEHIND_OWNER:
        if text.endswith(ending) and len(text) > len(ending) + 2:
            stem = text.removesuffix(ending)
            return stem[:-1] + {"á": "a", "é": "e"}.get(stem[-1], stem[-1])
    return nominative(text, lemma)
