"""What a relative pronoun stands for: *X, aki szerint …*, *a jelentés, amely szerint …*."""

from quoteservice.lexicon.tables import word_set
from quoteservice.resolution import described
from quoteservice.resolution import named as names
from quoteservice.resolution.scene import Resolved, Scene
from quoteservice.search.page import Page
from quoteservice.search.phrases import ARTICLES, Phrase, phrases_in

RUMOURS = word_set("nouns", "rumours")


def antecedent(scene: Scene, phrase: Phrase) -> Resolved | None:
    """Whom the relative pronoun of a phrase stands for: the source of a cue before its comma, or a noun there."""
    page = scene.page
    first, _ = page.sentence(phrase.first)
    comma = next((i for i in range(phrase.first - 1, first - 1, -1) if page.word(i) == ","), None)
    if comma is None:
        return None
    for turn in reversed(scene.turns):
        if (
            turn.source is not None
            and first <= turn.source.first
            and turn.source.last <= comma
            and turn.entities
            and comma - turn.source.last <= 6
        ):
            return Resolved(turn.entities, "relative")
    wants_person = page.word(phrase.first).startswith("aki")
    for inner in reversed(phrases_in(page, first, comma)):
        named = [e for e in scene.registry.all_in(inner.first, inner.last) if (e.kind == "person") == wants_person]
        if wants_person and named and (found := names.resolve(scene, inner)) is not None:
            return Resolved(found.entities, "relative")
        role = scene.role(inner)
        if (
            wants_person
            and role is not None
            and role.kind in ("person", "group")
            and not any(n.last_before(inner.last) >= inner.head for n in named)
        ):
            return described.resolve(scene, inner, inner.first, "relative")
        if named:
            return Resolved((named[-1],), "relative")
        people = any(e.kind == "person" for e in scene.registry.all_in(first, comma))
        if wants_person and role is None and not people and _just_before(scene, inner, comma):
            return _made_person(described.resolve(scene, inner, inner.first, "relative"))
        if _reaches(page, inner, comma) and (told := _what_is_told(scene, inner)) is not None:
            return told
    return None


def _made_person(resolved: Resolved) -> Resolved:
    """*egy ismerősöm, aki azt mesélte*: whatever is said of them, *aki* is a person."""
    for entity in resolved.entities:
        entity.kind = "person" if entity.kind == "unknown" else entity.kind
    return resolved


def _what_is_told(scene: Scene, phrase: Phrase) -> Resolved | None:
    """*cáfolta a híreket, amelyek szerint …*: nobody says it but the rumour itself."""
    token = scene.page.tokens[phrase.head]
    noun = token.lemma.lower() if "Number[psor]" not in token.feats else ""  # but az ügyész állítása, amely szerint
    return described.resolve(scene, phrase, phrase.first, "relative") if noun in RUMOURS else None


def paper_of(scene: Scene, at: int, adjacent: bool = False) -> Phrase | None:
    """*levelet küldött a rektornak, amelyben*: the paper that the relative pronoun at `at` stands for.

    `adjacent`: only one right before the comma (*a jelentést, amely szerint*).
    """
    for phrase in reversed(phrases_in(scene.page, scene.page.sentence(at)[0], at)):
        role = scene.role(phrase)
        if role is not None and (role.kind == "document" or role.event):
            return phrase if not adjacent or phrase.last == at - 1 else None
    return None


def _reaches(page: Page, phrase: Phrase, comma: int) -> bool:
    """Whether a phrase stands right before a comma, *is* between them or not."""
    return phrase.last == comma or (phrase.last == comma - 1 and page.word(phrase.last) == "is")


def _just_before(scene: Scene, phrase: Phrase, comma: int) -> bool:
    """*fogadta a kamionosokat is, akik*: whoever they are, they are people."""
    page = scene.page
    return (
        _reaches(page, phrase, comma)
        and page.tokens[phrase.head].upos == "NOUN"
        and page.word(phrase.first) in ARTICLES
    )
