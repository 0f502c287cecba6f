"""Who was asked speaks next: *Megkerestük a tárcát. Azt írták, …*, *A lap megkérdezte X-et. Azt mondta, …*."""

from quoteservice.attribution.weigh import is_sayer
from quoteservice.lexicon.tables import words
from quoteservice.resolution.entities import Entity
from quoteservice.resolution.mentioned import entities_of
from quoteservice.resolution.scene import Scene
from quoteservice.search.phrases import Phrase, phrases_in

ASKING: dict[str, list[str]] = words()["asking"]
"""Verbs of asking, and the cases in which the one stands who is asked; "we": only where the outlet itself asks."""


def asked_in(scene: Scene, low: int, high: int) -> Entity | None:
    """The entity that a verb of asking in a token range turns to; None where no such verb stands."""
    page = scene.page
    verbs = [i for i in range(low, high) if _asks(scene, i)]
    for verb in reversed(verbs):
        cases = ASKING[page.tokens[verb].lemma]
        first, last = page.sentence(verb)
        options = [p for p in phrases_in(page, first, min(last, high)) if page.case(p.head) in cases]
        sayers = [p for p in options if is_sayer(page, p) and not _is_question(scene, p)]
        if sayers:
            return entities_of(scene, min(sayers, key=lambda p: abs(p.head - verb)))[0]
    return None


def _asks(scene: Scene, at: int) -> bool:
    token = scene.page.tokens[at]
    if token.lemma not in ASKING or scene.quoted(at):
        return False
    return "we" not in ASKING[token.lemma] or token.feats.get("Person") == "1"


def _is_question(scene: Scene, phrase: Phrase) -> bool:
    role = scene.role(phrase)
    return role is not None and role.kind == "document"
