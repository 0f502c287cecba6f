"""Who is behind each source: walks the quotations in text order and hands each to the rule for its form."""

from collections.abc import Sequence

from quoteservice.attribution.source import form_of
from quoteservice.lexicon.tables import word_set
from quoteservice.resolution import described, documents, named, owners, subjects, unexpressed
from quoteservice.resolution.entities import Entity
from quoteservice.resolution.mentioned import entities_of
from quoteservice.resolution.scene import Attribution, Resolved, Scene, Turn
from quoteservice.search.phrases import ARTICLES, COORDINATORS, Phrase

ISSUED = word_set("names", "issued")
GOING_ON = frozenset({"continue", "add"})
"""Kinds of cues by which the last speaker says more."""


def run(scene: Scene, attributions: Sequence[Attribution]) -> list[Resolved]:
    """The entities of every attribution, in the order given; uncued ones come last, since they lean on the others."""
    out: dict[int, Resolved] = {}
    numbers = sorted(range(len(attributions)), key=lambda i: attributions[i].place)
    leaning = [i for i in numbers if attributions[i].candidate.hit is None and attributions[i].found is None]
    for i in [*(i for i in numbers if i not in set(leaning)), *leaning]:
        out[i] = _resolve(scene, attributions[i])
        scene.take(attributions[i], out[i])
        _learn_media(scene, attributions[i], out[i])
    return [out[i] for i in range(len(attributions))]


def _learn_media(scene: Scene, attribution: Attribution, resolved: Resolved) -> None:
    """A body that *írja* in the present is a paper or a site."""
    hit = attribution.candidate.hit
    if hit is None or hit.row.lemma != "ír" or scene.page.tokens[hit.head].feats.get("Tense") != "Pres":
        return
    for entity in resolved.entities:
        if entity.kind == "organization" and entity.named and not entity.groups:
            entity.groups |= {"NEWSPAPER", "NEWS_SITE"}


def _joined(scene: Scene, phrase: Phrase) -> list[Phrase]:
    """The parts of *a kamara és a szakszervezet*: each begins with an article of its own, or the first is a name."""
    page = scene.page
    joint = next(
        (
            i
            for i in range(phrase.first + 1, phrase.last - 1)
            if page.word(i) in COORDINATORS
            and page.word(i + 1) in ARTICLES
            and page.entity_at(i) is None
            and page.tokens[i - 1].upos in ("NOUN", "PROPN")  # not a spanyol és a német sajtó
            and page.case(i - 1) != "Cau"  # not a sajtóért és az ország képéért felelős államtitkár
        ),
        None,
    )
    name = page.entity_at(phrase.first)
    named = name is not None and (name.first, name.last) == (phrase.first, joint)
    if joint is None or not (named or page.word(phrase.first) in ARTICLES):
        return [phrase]
    return [Phrase(phrase.first, joint, joint - 1), Phrase(joint + 1, phrase.last, phrase.head)]


def _meant(scene: Scene, attribution: Attribution, phrase: Phrase) -> Entity | None:
    """The named person of whom the place of *az edző* lets one think, whatever is known of her.

    *Ingrid Halvorsen másként látta. ¶ „Jól játszottunk” – mondta az edző*: whom the sentence before brings on;
    *Q – folytatta az elemző*, *hozzátette a politikus*: who spoke.
    """
    page, candidate, role = scene.page, attribution.candidate, scene.role(phrase)
    plural = page.tokens[phrase.head].feats.get("Number") == "Plur"
    if plural or page.word(phrase.first) not in {"a", "az"} or role is None or role.kind != "person":
        return None
    past, person = scene.before(attribution.place), None
    if candidate.direct and candidate.after:
        person = subjects.announced(scene, candidate.content[0][0], past[-1].place if past else -1)
    if person is None and candidate.hit is not None and candidate.hit.row.category in GOING_ON:
        person = _who_goes_on(page.sentence(attribution.place)[0], past)
    return person if person is not None and person.kind == "person" and person.named else None


def _who_goes_on(first: int, past: Sequence[Turn]) -> Entity | None:
    """The only speaker of the last turn of people, unless it is in the sentence that begins at `first`."""
    spoke = (turn for turn in reversed(past) if turn.entities[0].kind in ("person", "group"))
    last = next(spoke, None)
    return last.entities[0] if last is not None and len(last.entities) == 1 and last.place < first else None


def _resolve(scene: Scene, attribution: Attribution) -> Resolved:
    if attribution.found is None:
        return unexpressed.unexpressed(scene, attribution)
    phrase = attribution.found.phrase
    if form_of(scene.page, phrase) == "pronoun":
        return unexpressed.pronoun(scene, attribution, phrase)
    parts = _joined(scene, phrase)
    if len(parts) > 1:
        return Resolved(tuple(e for part in parts for e in entities_of(scene, part)), "coordinated")
    if (found := named.resolve(scene, phrase)) is not None:
        return found
    role = scene.role(phrase)
    if role is None and scene.page.tokens[phrase.head].lemma.lower() in ISSUED:
        return documents.resolve(scene, attribution, phrase, own=True)
    if role is not None and (role.kind == "document" or role.event):
        return documents.resolve(scene, attribution, phrase)
    owner = owners.owner_name(scene, phrase, attribution.place)
    return described.resolve(scene, phrase, attribution.place, owner=owner, meant=_meant(scene, attribution, phrase))
