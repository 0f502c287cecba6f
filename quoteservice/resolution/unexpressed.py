"""Sources that are not expressed, or only by a pronoun: the speaker in force, the antecedent, the place."""

from quoteservice.attribution.source import is_made
from quoteservice.lexicon.names import is_country
from quoteservice.lexicon.roles import MEDIA
from quoteservice.resolution import described, documents
from quoteservice.resolution.agreement import topic
from quoteservice.resolution.entities import Entity
from quoteservice.resolution.inflection import stems
from quoteservice.resolution.mentioned import entities_of
from quoteservice.resolution.relatives import antecedent, paper_of
from quoteservice.resolution.scene import Attribution, Resolved, Scene, Turn
from quoteservice.resolution.subjects import announced, subject_before, subject_in
from quoteservice.search.hits import Hit
from quoteservice.search.page import PLACE_RELATIVES, RELATIVES, Page
from quoteservice.search.phrases import Phrase, phrases_in

QUANTIFIERS = frozenset(
    {"valaki", "valakik", "sokan", "sokak", "többen", "egyesek", "mások", "többek", "többség", "mindenki"}
)
PLURAL = frozenset({"szerintük", "ők", "ugyanők", "utóbbiak", "előbbiek", "valamennyien", "mindannyian", "mindnyájan"})
PLACES = frozenset({"Ine", "Ade", "Sup"})
SEVERAL = frozenset({"több", "számos", "sok", "néhány", "minden", "összes", "saját"})
MANY = ("kban", "kben", "knál", "knél", "kon", "ken", "kön")


def pronoun(scene: Scene, attribution: Attribution, phrase: Phrase) -> Resolved:
    """The entity of a pronoun source."""
    word = scene.page.word(phrase.head)
    if word in PLACE_RELATIVES and (paper := paper_of(scene, phrase.first)) is not None:
        return documents.resolve(scene, attribution, paper)
    if word in RELATIVES:
        paper = None if word.startswith("aki") else paper_of(scene, phrase.first, adjacent=True)
        return documents.resolve(scene, attribution, paper) if paper is not None else _referred_to(scene, phrase)
    if word in QUANTIFIERS:
        known = next((e for e in scene.registry.entities if e.name == word), None)
        return Resolved((known or scene.registry.new(word, "group", named=False),), "unnamed")
    if word == "e":
        bodies = in_force(scene, attribution.place, plural=True, far=True)
        return bodies if bodies.entities else in_force(scene, attribution.place, plural=False)
    if word in {"utóbbi", "előbbi"}:
        return _of_two(scene, attribution.place, last=word == "utóbbi")
    plural = word in PLURAL
    if word == "ő" and (person := _person_here(scene, phrase.head)) is not None:
        return Resolved((person,), "subject")
    if not plural and (subject := subject_before(scene, attribution.place)) is not None:
        if word == "ő" and subject.kind != "person" and (person := _last_person(scene, phrase.head)) is not None:
            return Resolved((person,), "last-name")
        return Resolved((subject,), "subject")
    return in_force(scene, attribution.place, plural)


def _referred_to(scene: Scene, phrase: Phrase) -> Resolved:
    """Whom a relative pronoun stands for, else the sentence's subject (*ismertette a terveket, amelyek szerint*)."""
    if (found := antecedent(scene, phrase)) is not None or (found := _those(scene, phrase)) is not None:
        return found
    thing = not scene.page.word(phrase.first).startswith("aki")
    subject = subject_before(scene, phrase.first, new=True, here=True) if thing else None
    return Resolved((subject,), "subject") if subject is not None else in_force(scene, phrase.first, plural=False)


def _those(scene: Scene, phrase: Phrase) -> Resolved | None:
    """*Azok, akik ott dolgoztak, arról beszéltek, hogy …*: nobody told them but by what they do."""
    page, first = scene.page, phrase.first - 2
    if page.word(first) not in {"az", "azok"} or page.word(first + 1) != "," or first < page.sentence(phrase.first)[0]:
        return None
    text = scene.text(first, page.clause(phrase.first)[1])
    group = page.word(first) == "azok"
    return Resolved((scene.registry.new(text[0].lower() + text[1:], "group" if group else "person", False),), "unnamed")


def _last_person(scene: Scene, at: int) -> Entity | None:
    """*A lap megszólaltatta Bokor Etelkát. Ő azt mondta, …*: no body is *ő*."""
    people = [e for e in scene.registry.entities if e.kind == "person" and e.last_before(at) >= 0]
    return max(people, key=lambda e: e.last_before(at), default=None)


def _person_here(scene: Scene, at: int) -> Entity | None:
    """*Egy férfit előállítottak, ő tagadta*: who else the clause before names, where no person spoke last."""
    past = scene.before(at)
    if past and past[-1].entities[0].kind == "person":
        return None
    first, _ = scene.page.sentence(at)
    for phrase in reversed(phrases_in(scene.page, first, at)):
        role = scene.role(phrase)
        if not scene.quoted(phrase.head) and role is not None and role.kind == "person":
            return entities_of(scene, phrase)[0]
    return None


def unexpressed(scene: Scene, attribution: Attribution) -> Resolved:
    """The entity behind a cue without a subject, or behind a quotation without a cue."""
    candidate, at = attribution.candidate, attribution.place
    hit = candidate.hit
    if hit is None:
        return _neighbour(scene, at)
    if (candidate.frame == "noun" and not is_made(scene.page, hit.head)) or (
        len(hit.tokens) > 1 and candidate.frame == "according.saying" and not _possessed(scene, hit.first)
    ):
        return Resolved((), "unresolved")
    plural = _of_many(scene, hit)
    if (plural and hit.row.category == "ask") or hit.row.category == "hearsay":
        return Resolved((), "unresolved")
    if plural and hit.kind == "verb" and _in_country(scene, hit.head):
        return Resolved((), "unresolved")
    if plural and candidate.frame.startswith("inquit") and (told := _told_here(scene, at)) is not None:
        return told
    converb = hit.kind == "converb"
    past = scene.before(at)
    if converb and past and past[-1].place >= scene.page.sentence(at)[0]:
        other = subject_in(scene, _behind_source(past[-1]), at)
        return Resolved((other,), "subject") if other is not None else Resolved(past[-1].entities, "in-force")
    if (subject := subject_before(scene, at, new=converb, plural=plural)) is not None or (
        converb and (subject := subject_before(scene, at, plural=True)) is not None
    ):
        return Resolved((subject,), "subject")
    found = in_force(scene, at, plural)
    if not plural and hit.row.lemma == "nyilatkozik" and any(entity.groups & MEDIA for entity in found.entities):
        person = _last_person(scene, at)  # a paper gives no interview
        return Resolved((person,), "last-name") if person is not None else found
    return found if found.entities or plural else _newcomer(scene, at)


def _behind_source(turn: Turn) -> int:
    """Where somebody else may come in: *X azt mondta, Q, Y pedig visszadobta, mondván, …*."""
    return max(turn.place + 1, turn.source.last if turn.source is not None else 0)


def _of_many(scene: Scene, hit: Hit) -> bool:
    """*közölték*, *tájékoztatásuk szerint*: a body or a group is meant."""
    if hit.kind == "verb":
        return scene.page.tokens[hit.head].feats.get("Number") == "Plur"
    return hit.kind == "according" and scene.page.tokens[hit.first].feats.get("Number[psor]") == "Plur"


def _in_country(scene: Scene, verb: int) -> bool:
    """*Szlovákiában bejelentették, hogy …*: whoever speaks for the country."""
    first, last = scene.page.clause(verb)
    places = (scene.page.tokens[i].text for i in range(first, last) if scene.page.case(i) == "Ine")
    return any(is_country(stem.text) for place in places for stem in stems(place))


def _told_here(scene: Scene, at: int) -> Resolved | None:
    """*A hivatal azt írta: … Az orvosok oltanak – közölték*: the body that speaks in the paragraph goes on."""
    past = scene.before(at)
    here = bool(past) and scene.page.paragraph(past[-1].place) == scene.page.paragraph(at)
    body = here and past[-1].entities[0].kind in ("organization", "group")
    return Resolved(past[-1].entities, "in-force") if body else None


def _newcomer(scene: Scene, at: int) -> Resolved:
    """*A színész haragszik. Azt kérte, …*: where nobody else can be meant, whom the sentences before bring on."""
    subject = subject_before(scene, at, new=True)
    return Resolved((subject,), "subject") if subject is not None else Resolved((), "unresolved")


def _of_two(scene: Scene, at: int, last: bool) -> Resolved:
    """*utóbbi* and *előbbi*: the last or first of the two people named most recently."""
    people = [e for e in scene.registry.entities if e.kind == "person" and e.named and e.last_before(at) >= 0]
    two = sorted(sorted(people, key=lambda e: e.last_before(at))[-2:], key=lambda e: e.last_before(at))
    return Resolved((two[-1 if last else 0],), "of-two") if two else in_force(scene, at, plural=False)


def _possessed(scene: Scene, at: int) -> bool:
    return "Number[psor]" in scene.page.tokens[at].feats


def _near(scene: Scene, at: int) -> int:
    """Where what a plural verb can still mean begins: its paragraph, or the sentence before that."""
    first, _ = scene.page.paragraph(at)
    opens = first and scene.page.sentence(at)[0] == first
    return scene.page.sentence(first - 1)[0] if opens else first


def in_force(scene: Scene, at: int, plural: bool, far: bool = False) -> Resolved:
    """The last speaker before `at`; a plural verb asks for a body or a group, named nearby unless `far`."""
    past = scene.before(at)
    if plural:
        if (place := _at_body(scene, at, past[-1].place if past else -1)) is not None:
            return Resolved((place,), "last-body")
        for turn in reversed(past):
            if len(turn.entities) > 1 or turn.entities[0].kind in ("organization", "group"):
                return Resolved(turn.entities, "in-force")
        bodies = [e for e in scene.registry.entities if e.kind in ("organization", "group") and e.last_before(at) >= 0]
        bodies = [e for e in bodies if "NEWS_SITE" not in e.groups and not is_country(e.name)]
        bodies = [e for e in bodies if far or e.last_before(at) >= _near(scene, at)]
        best = max(bodies, key=lambda e: e.last_before(at), default=None)
        return Resolved((best,), "last-body") if best is not None else Resolved((), "unresolved")
    if scene.quoted(at) and (inner := _inside(scene, at)) is not None:
        return Resolved((inner,), "inside")
    sure = [turn for turn in past if turn.rule != "last-body"]  # of whom only a plural made one think
    single = [turn for turn in sure or past if turn.entities[0].kind in ("person", "organization")] or [
        turn for turn in scene.turns if turn.place < at and turn.entities and turn.entities[0].kind == "person"
    ]
    if past:
        return Resolved((single or past)[-1].entities, "in-force")
    people = [e for e in scene.registry.entities if e.kind == "person" and e.last_before(at) >= 0]
    alone = [e for e in scene.registry.entities if e.kind == "person" and e.named]
    if not people and len(alone) == 1:
        return Resolved((alone[0],), "named-later")
    bodies = [e for e in scene.registry.entities if e.kind == "organization" and e.named and e.last_before(at) >= 0]
    best = topic(scene, people, at) or max(bodies, key=lambda e: e.last_before(at), default=None)
    return Resolved((best,), "last-name") if best is not None else Resolved((), "unresolved")


def _at_body(scene: Scene, at: int, spoken: int) -> Entity | None:
    """*Egy patikában várták a szállítmányt. Azt mondták, …*: where one was told it since `spoken`."""
    page = scene.page
    first, _ = page.sentence(at)
    low = page.sentence(first - 1)[0] if first and page.paragraph(first - 1) == page.paragraph(at) else first
    for phrase in phrases_in(page, max(low, spoken + 1), at):
        role = scene.role(phrase)
        inside = page.case(phrase.head) in PLACES and not scene.quoted(phrase.head)
        inside = inside and not _several(scene.page, phrase)
        if inside and role is not None and (role.kind == "organization" or "WEBSITE" in role.groups):
            return described.resolve(scene, phrase, phrase.first).entities[0]
    return None


def _several(page: Page, phrase: Phrase) -> bool:
    """*több kórházban*, *a gyógyszertárakban*, *a saját csatornáján*: nobody is told anything there."""
    counted = page.word(phrase.first) in SEVERAL or any(
        page.word(i) == "saját" for i in range(phrase.first, phrase.head)
    )
    return counted or page.tokens[phrase.head].feats.get("Number") == "Plur" or page.word(phrase.head).endswith(MANY)


def _inside(scene: Scene, at: int) -> Entity | None:
    """*A lap azt írja, hogy X lemondott, mert azt mondta, …*: the last person of the reported words themselves."""
    page = scene.page
    low = max((first for first, last in scene.contents if first <= at < last), default=at)
    if page.region_of(at) is not None:
        return None
    people = [e for e in scene.registry.all_in(low, at) if e.kind == "person"]
    return people[-1] if people else None


def _neighbour(scene: Scene, at: int) -> Resolved:
    """An uncued quotation in marks: the speaker before it, or behind it in the same sentence."""
    past = scene.before(at)
    if (subject := announced(scene, at, past[-1].place if past else -1)) is not None:
        return Resolved((subject,), "subject")
    if past:
        return Resolved(past[-1].entities, "continued")
    later = [turn for turn in scene.turns if turn.place >= at and turn.entities]
    return Resolved(later[0].entities, "continued") if later else Resolved((), "unresolved")
