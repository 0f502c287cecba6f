"""A description that comes before the name: *a független képviselő …* and only later *Kövesdi Ármin szerint*."""

from collections.abc import Sequence
from dataclasses import replace

from quoteservice.lexicon.tables import word_set
from quoteservice.resolution.descriptions import NATIONS
from quoteservice.resolution.entities import Entity
from quoteservice.resolution.scene import Attribution, Resolved, Scene

REACH = 6
ONE_OF = frozenset({"egyik", "másik"})
TITLES = word_set("names", "titles")
OUTSIDE = word_set("groups", "closed")


def look_ahead(scene: Scene, attributions: Sequence[Attribution], resolved: list[Resolved]) -> list[Resolved]:
    """Replace a person known only by a definite description with the next speaker who is only named."""
    order = sorted(range(len(attributions)), key=lambda i: attributions[i].place)
    names: dict[int, Entity] = {}
    for n, i in enumerate(order):
        entity = _described_person(scene, attributions[i], resolved[i])
        if entity is not None and id(entity) not in names:
            later = _next_named(
                scene,
                [attributions[j] for j in order[n + 1 : n + 1 + REACH]],
                [resolved[j] for j in order[n + 1 : n + 1 + REACH]],
                attributions[i].place,
                entity,
            )
            if later is not None:
                names[id(entity)] = later
                later.descriptions.extend(d for d in entity.descriptions if d not in later.descriptions)
    return [
        replace(
            r,
            entities=tuple(names.get(id(e), e) for e in r.entities),
            rule="named-later" if any(id(e) in names for e in r.entities) else r.rule,
        )
        for r in resolved
    ]


def _described_person(scene: Scene, attribution: Attribution, resolved: Resolved) -> Entity | None:
    if resolved.rule != "description" or attribution.found is None or len(resolved.entities) != 1:
        return None
    entity = resolved.entities[0]
    role = scene.role(attribution.found.phrase)
    phrase = attribution.found.phrase
    definite = scene.page.word(phrase.first) in {"a", "az"} and scene.page.word(phrase.first + 1) not in ONE_OF
    outside = role is None or role.kind != "person" or role.groups & OUTSIDE
    return entity if definite and not outside and not entity.named and entity.kind == "person" else None


def _next_named(
    scene: Scene, attributions: Sequence[Attribution], resolved: Sequence[Resolved], at: int, told: Entity
) -> Entity | None:
    """The first named speaker behind `at`, whom nothing but a headline names before that speaking.

    The mention tells no role, or one of the heads of `told`; a foreigner's name is near.
    """
    headline = scene.page.sentence(0)[1]
    for attribution, found in zip(attributions, resolved, strict=True):
        if (
            found.rule != "name"
            or attribution.found is None
            or len(found.entities) != 1
            or found.entities[0].kind != "person"
        ):
            continue
        if scene.quoted(attribution.place):
            return None  # someone else, of whom others tell
        entity, phrase = found.entities[0], attribution.found.phrase
        words = (scene.page.word(i) for i in range(phrase.first, phrase.last) if scene.page.is_word(i))
        bare = len([word for word in words if word not in TITLES]) <= len(entity.name.split())
        new = entity.last_before(at) < headline and entity.last_before(phrase.first) < at
        apart = scene.page.paragraph(at)[1] < scene.page.paragraph(phrase.first)[0]
        if told.modifiers & NATIONS and apart:
            return None  # a francia elnök …, and two paragraphs later Bokor Etelka elnök
        return entity if new and (bare or entity.heads & told.heads) else None
    return None
