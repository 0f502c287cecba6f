"""*az orvosai*, *a felesége*: whose they are, where the phrase itself does not say it."""

from quoteservice.lexicon import roles
from quoteservice.resolution import subjects, unexpressed
from quoteservice.resolution.scene import Scene
from quoteservice.search.phrases import Phrase

ATTRIBUTES = frozenset({"DET", "ADJ", "NUM", "PRON"})


def owner_name(scene: Scene, phrase: Phrase, at: int) -> str | None:
    """The name of the one person or body that can own what a phrase describes, None when it needs no owner."""
    page, role = scene.page, scene.role(phrase)
    feats = page.tokens[phrase.head].feats
    owned = feats.get("Number[psor]") == "Sing" and feats.get("Person[psor]") == "3"
    if not owned or not _of_a_person(role) or any(_is_owner(scene, i) for i in range(phrase.first, phrase.head)):
        return None
    subject = subjects.subject_before(scene, at, here=True)
    found = [subject] if subject is not None else list(unexpressed.in_force(scene, at, plural=False).entities)
    if len(found) != 1 or found[0].kind != "person" or scene.only_quoted(found[0], at):
        return None
    return found[0].name if found[0].named else None


def _of_a_person(role: roles.Role | None) -> bool:
    return role is not None and role.kind in ("person", "group")


def _is_owner(scene: Scene, at: int) -> bool:
    return scene.page.is_word(at) and scene.page.tokens[at].upos not in ATTRIBUTES
