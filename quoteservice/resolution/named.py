"""A source phrase whose core is a name: the person, the body, or two people joined by *és*."""

from collections.abc import Iterator

from quoteservice.lexicon import roles
from quoteservice.lexicon.tables import word_set
from quoteservice.resolution import descriptions
from quoteservice.resolution.entities import Entity
from quoteservice.resolution.mentions import mention_name
from quoteservice.resolution.misspelt import one_off
from quoteservice.resolution.scene import Resolved, Scene
from quoteservice.search.page import Page
from quoteservice.search.phrases import ARTICLES, COORDINATORS, Phrase, phrases_in

MEDIA_NOUNS = word_set("names", "media")
CALLING = word_set("names", "calling")
ISSUED = word_set("names", "issued")
PERSONAL = frozenset({"FAMILY", "STAFF", "EMPLOYEE", "SPOKESPERSON"})


def resolve(scene: Scene, phrase: Phrase) -> Resolved | None:
    """The entities that a phrase names, or None when it only describes."""
    entities = scene.registry.all_in(phrase.first, phrase.last)
    people = [e for e in entities if e.kind == "person"]
    if people and (core := _core_person(scene, phrase)) is not None:
        joined = tuple(people) if len(people) > 1 and _coordinated(scene, phrase) else (core,)
        if len(joined) == 1:
            _describe(scene, core, phrase)
        return Resolved(joined, "name", _namesakes(scene, core, phrase) if len(joined) == 1 else ())
    if (body := _head_body(scene, phrase)) is not None:
        return Resolved((body,), "name")
    if not people and len(entities) == 1 and scene.page.tokens[phrase.head].lemma.lower() in MEDIA_NOUNS:
        return Resolved((entities[0],), "medium")
    return _called(scene, phrase) or _proper_noun(scene, phrase)


def _namesakes(scene: Scene, entity: Entity, phrase: Phrase) -> tuple[Entity, ...]:
    """Who else has the family name that a phrase calls a person by; nobody where it tells the full name."""
    text = scene.text(phrase.first, phrase.last)
    alone = [word for word in entity.words if word in text]
    if " " not in entity.name or len(alone) != 1:
        return ()
    people = [e for e in scene.registry.entities if e.kind == "person" and e is not entity]
    return tuple(e for e in people if alone[0] in e.words and e.last_before(phrase.first) >= 0)


def _called(scene: Scene, phrase: Phrase) -> Resolved | None:
    """*a Vízhíradó című hírportál*: the name stands before *című*."""
    at = next((i for i in range(phrase.first, phrase.last) if scene.page.word(i) in CALLING), None)
    if at is None or at == phrase.first:
        return None
    first = at - 1
    while first > phrase.first and (_capitalised(scene, first - 1) or not scene.page.is_word(first - 1)):
        first -= 1
    name = scene.text(first, at).strip('„”"“»« ')
    if not name or not name[0].isupper():
        return None
    known = scene.registry.by_name(name) or scene.registry.new(name, "organization", named=True)
    known.aliases.add(name)
    known.see(first)
    return Resolved((known,), "name")


def _core_person(scene: Scene, phrase: Phrase) -> Entity | None:
    """The person whose name is the phrase's head, stands in apposition or bare before a role noun."""
    page = scene.page
    for at in range(phrase.first, phrase.last):
        entity = scene.registry.of_mention(at, at + 1)
        named = page.entity_at(at)
        if entity is None or entity.kind != "person" or named is None:
            continue
        last = named.last
        apposed = (
            last == phrase.last or page.word(last) in {",", "("} or (at > phrase.first and page.word(at - 1) == ",")
        ) and not _owns(scene, last, phrase)
        if apposed or last == phrase.head + 1:
            return entity
        opens = at == phrase.first and page.word(at - 1) not in ARTICLES
        if (opens or _behind_attribute(page, at, phrase)) and _bare_role_behind(scene, last, phrase):
            return entity
        if named.first == phrase.first and _rank_behind(scene, last, phrase):
            return entity
        if at == phrase.first and page.word(last) in COORDINATORS:
            return entity
    return None


def _behind_attribute(page: Page, at: int, phrase: Phrase) -> bool:
    """*a hidat tervező Halmos Dezső mérnök*: whoever stands between an attribute and what he is."""
    return (
        page.tokens[at - 1].upos == "ADJ" and at > phrase.first and "Number[psor]" not in page.tokens[phrase.head].feats
    )


def _owns(scene: Scene, last: int, phrase: Phrase) -> bool:
    """*Bokor Etelka, Vízköz polgármestere*: what the name before a possessed head owns."""
    return last == phrase.head and "Number[psor]" in scene.page.tokens[phrase.head].feats


def _bare_role_behind(scene: Scene, last: int, phrase: Phrase) -> bool:
    """*Kövesdi Ármin finn elnök*, *Bokor Etelka közlekedést irányító miniszter*: no owner, no article."""
    page = scene.page
    if page.case(last - 1) not in ("Nom", "") or any(page.word(i) in ARTICLES for i in range(last, phrase.head)):
        return False
    role = roles.role_of(page.tokens[phrase.head].lemma)
    if "Number[psor]" in page.tokens[phrase.head].feats:
        return role is not None and role.kind == "person" and not role.groups & PERSONAL and phrase.head - last >= 1
    return page.tokens[phrase.head].upos in ("NOUN", "ADJ", "PROPN")


def _rank_behind(scene: Scene, last: int, phrase: Phrase) -> bool:
    """*Halmos Dezső rendőr alezredes, a főkapitányság szóvivője*: a rank, then an apposition that is the head."""
    page = scene.page
    comma = next((i for i in range(last, phrase.head) if page.word(i) == ","), None)
    if comma is None or not all(page.tokens[i].upos in ("ADJ", "NOUN") for i in range(last, comma)):
        return False
    role = roles.of_token(page.tokens[comma - 1])
    return role is not None and role.kind == "person" and page.case(comma - 1) == "Nom"


def _coordinated(scene: Scene, phrase: Phrase) -> bool:
    return any(scene.page.word(i) in COORDINATORS for i in range(phrase.first, phrase.last))


def _head_body(scene: Scene, phrase: Phrase) -> Entity | None:
    """The body whose name ends with the phrase's head."""
    return scene.registry.ending_at(phrase.head + 1, phrase.first)


def _proper_noun(scene: Scene, phrase: Phrase) -> Resolved | None:
    """A proper noun that the tagger found no class for: a known name, or one of its own, apposed ones included."""
    page = scene.page
    for first, last in _capitalised_runs(scene, phrase):
        name = mention_name(page, first, last, scene.attested)
        known = scene.registry.by_name(name) or _misspelt(scene, name)
        alone = last - first == 1
        if known is None and alone and page.tokens[first].upos not in ("PROPN", "NOUN", "X"):
            continue
        if known is None:
            person = first == phrase.first and not alone
            known = scene.registry.new(name, "person" if person else "organization", named=True)
            scene.registry.learn(known, name)
        known.see(first)
        if known.kind == "person":
            _describe(scene, known, phrase)
        return Resolved((known,), "name")
    return None


def _capitalised_runs(scene: Scene, phrase: Phrase) -> Iterator[tuple[int, int]]:
    """Runs of capitalised words that can be the name in a phrase: at its start, at its head, at its end."""
    page = scene.page
    opening = phrase.first
    while opening < phrase.last and _capitalised(scene, opening):
        opening += 1
    if opening - phrase.first >= 2 and _closes_name(scene, opening, phrase):
        yield phrase.first, opening
    for at in dict.fromkeys((phrase.head, phrase.last - 1)):
        opens_sentence = at == phrase.first and _opens(page, at)
        lemma = page.tokens[at].lemma.lower()
        common = scene.role(Phrase(at, at + 1, at)) is not None or lemma in ISSUED
        if common and page.tokens[at].text.rpartition("-")[2].islower() and "-" in page.tokens[at].text:
            continue  # az EP-képviselő
        if _capitalised(scene, at) and not (opens_sentence and (common or page.tokens[at].upos != "PROPN")):
            first = at
            while first > phrase.first and _capitalised(scene, first - 1):
                first -= 1
            yield first, at + 1


def _opens(page: Page, at: int) -> bool:
    """Whether a capital at `at` tells nothing: the sentence begins there, or a quotation inside it."""
    return page.sentence(at)[0] == at or not page.is_word(at - 1)


def _capitalised(scene: Scene, at: int) -> bool:
    text = scene.page.tokens[at].text
    return text[0].isupper() and len(text) > 1 and text[-1] != "." and text.lower() not in ARTICLES


def _closes_name(scene: Scene, at: int, phrase: Phrase) -> bool:
    """Whether the capitalised words before `at` are a whole name: the phrase ends, or its description follows."""
    if at >= phrase.last or scene.page.word(at) in {",", "("}:
        return True
    role = scene.role(phrase)
    return role is not None and role.kind == "person" and scene.page.word(at) not in ARTICLES


def _misspelt(scene: Scene, name: str) -> Entity | None:
    """A name that differs in one letter from a known one."""
    if len(name) < 6:
        return None
    return next((e for e in scene.registry.entities if e.named and any(one_off(name, word) for word in e.words)), None)


def _describe(scene: Scene, entity: Entity, phrase: Phrase) -> None:
    for part in phrases_in(scene.page, phrase.first, phrase.last):
        if scene.page.entity_at(part.head) is None and scene.role(part) is not None:
            descriptions.add(scene.page, entity, descriptions.describe(scene.page, part))
