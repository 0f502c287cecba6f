"""Who is behind each source: walks the quotations in text order and hands each to the rule for its form."""

from collections.abc import Sequence

from quoteservice.attribution.source import form_of
from quoteservice.lexicon.tables import word_set
from quoteservice.resolution import agreement, described, descriptions, documents, named, owners, subjects, unexpressed
from quoteservice.resolution.entities import Entity
from quoteservice.resolution.mentioned import entities_of
from quoteservice.resolution.scene import Attribution, Resolved, Scene
from quoteservice.search.phrases import ARTICLES, COORDINATORS, Phrase

ISSUED = word_set("names", "issued")


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
    """The parts of *a kamara és a szakszervezet*: each begins with an article of its own."""
    page = scene.page
    joint = next(
        (
            i
            for i in range(phrase.first + 1, phrase.last - 1)
            if page.word(i) in COORDINATORS and page.word(i + 1) in ARTICLES
        ),
        None,
    )
    if joint is None or page.word(phrase.first) not in ARTICLES:
        return [phrase]
    return [Phrase(phrase.first, joint, joint - 1), Phrase(joint + 1, phrase.last, phrase.head)]


def _announced(scene: Scene, attribution: Attribution, phrase: Phrase) -> Entity | None:
    """*Robbie Keane másként látta. ¶ „Jól játszottunk” – mondta az ír edző*: whom the sentence before brings on."""
    candidate, role = attribution.candidate, scene.role(phrase)
    plural = scene.page.tokens[phrase.head].feats.get("Number") == "Plur"
    definite = scene.page.word(phrase.first) in {"a", "az"} and not plural
    if not (candidate.direct and candidate.after and definite) or role is None or role.kind != "person":
        return None
    past = scene.before(attribution.place)
    person = subjects.announced(scene, candidate.content[0][0], past[-1].place if past else -1)
    told = descriptions.describe(scene.page, phrase)
    known = agreement.match(scene, phrase, told, role, attribution.place)
    if person is None or person.kind != "person" or not person.named or (known is not None and known.named):
        return None
    descriptions.add(scene.page, person, told)
    return person


def _resolve(scene: Scene, attribution: Attribution) -> Resolved:
    if attribution.found is None:
        return unexpressed.unexpressed(scene, attribution)
    phrase = attribution.found.phrase
    if form_of(scene.page, phrase) == "pronoun":
        return unexpressed.pronoun(scene, attribution, phrase)
    if (found := named.resolve(scene, phrase)) is not None:
        return found
    parts = _joined(scene, phrase)
    if len(parts) > 1:
        return Resolved(tuple(e for part in parts for e in entities_of(scene, part)), "coordinated")
    role = scene.role(phrase)
    if role is None and scene.page.tokens[phrase.head].lemma.lower() in ISSUED:
        return documents.resolve(scene, attribution, phrase, own=True)
    if role is not None and (role.kind == "document" or role.event):
        return documents.resolve(scene, attribution, phrase)
    if (person := _announced(scene, attribution, phrase)) is not None:
        return Resolved((person,), "subject")
    owner = owners.owner_name(scene, phrase, attribution.place)
    hit = attribution.candidate.hit
    goes_on = hit is not None and hit.row.category == "continue"
    return described.resolve(scene, phrase, attribution.place, owner=owner, goes_on=goes_on)
