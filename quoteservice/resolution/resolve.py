"""Who is behind each source: walks the quotations in text order and hands each to the rule for its form."""

from collections.abc import Sequence

from quoteservice.attribution.source import form_of
from quoteservice.resolution import described, documents, named, unexpressed
from quoteservice.resolution.scene import Attribution, Resolved, Scene


def run(scene: Scene, attributions: Sequence[Attribution]) -> list[Resolved]:
    """The entities of every attribution, in the order given; uncued ones come last, since they lean on the others."""
    out: dict[int, Resolved] = {}
    numbers = sorted(range(len(attributions)), key=lambda i: attributions[i].place)
    leaning = [i for i in numbers if attributions[i].candidate.hit is None and attributions[i].found is None]
    for i in [*(i for i in numbers if i not in set(leaning)), *leaning]:
        out[i] = _resolve(scene, attributions[i])
        scene.take(attributions[i], out[i].entities)
    return [out[i] for i in range(len(attributions))]


def _resolve(scene: Scene, attribution: Attribution) -> Resolved:
    if attribution.found is None:
        return unexpressed.unexpressed(scene, attribution)
    phrase = attribution.found.phrase
    if form_of(scene.page, phrase) == "pronoun":
        return unexpressed.pronoun(scene, attribution, phrase)
    if (found := named.resolve(scene, phrase)) is not None:
        return found
    role = scene.role(phrase)
    if role is not None and (role.kind == "document" or role.event):
        return documents.resolve(scene, attribution, phrase)
    return described.resolve(scene, phrase, attribution.place)
