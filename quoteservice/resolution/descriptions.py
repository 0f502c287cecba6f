"""What an article says of the people and bodies it names: *orosz elnök*, *a tárca szóvivője*."""

from collections.abc import Iterator
from dataclasses import dataclass

from quoteservice.lexicon import roles
from quoteservice.lexicon.tables import word_set
from quoteservice.resolution.entities import Entity, Registry
from quoteservice.resolution.mentions import NameMention
from quoteservice.search.attributes import INFLECTED_DEMONSTRATIVES
from quoteservice.search.page import Page
from quoteservice.search.phrases import ARTICLES, Phrase, left_edge, phrases_in

LONGEST = 14
JOINTS = frozenset({",", "és", "valamint", "illetve"})
NATIONS = word_set("groups", "nations")
BROAD = frozenset({"LEADER"})
"""A *vezető* may be a mayor or an editor, but is none for having been called so."""


@dataclass(frozen=True, slots=True)
class Description:
    """A description in tokens (article excluded), its head noun's lemma and what modifies it."""

    first: int
    last: int
    head: str
    modifiers: frozenset[str]


def attach(page: Page, registry: Registry, mentions: tuple[NameMention, ...]) -> None:
    """Give every named person and body the descriptions that stand beside its name."""
    for mention in mentions:
        entity = registry.of_mention(mention.first, mention.first + 1)
        if entity is None:
            continue
        for found in _beside(page, mention):
            role = roles.role_of(found.head)
            if role is not None and role.kind == entity.kind:
                add(page, entity, found)
        if (shared := _shared(page, mention)) is not None:
            learn(entity, shared)


def add(page: Page, entity: Entity, found: Description) -> None:
    """Record a description with its entity."""

    text = page.document.text[page.tokens[found.first].start : page.tokens[found.last - 1].end]
    if text not in entity.descriptions:
        entity.descriptions.append(text)
    learn(entity, found)


def learn(entity: Entity, found: Description) -> None:
    """Record what a description says, not its words."""
    entity.heads.add(found.head)
    entity.modifiers |= found.modifiers
    if role := roles.role_of(found.head):
        entity.groups |= role.groups & BROAD or role.groups


def describe(page: Page, phrase: Phrase) -> Description:
    """A phrase as a description."""
    first = phrase.first
    while first < phrase.head and page.word(first) in ARTICLES | INFLECTED_DEMONSTRATIVES | {","}:
        first += 1  # egy, az ügyet ismerő forrás
    head = page.tokens[phrase.head].lemma.lower()
    told = range(_behind_age(page, first), phrase.head)
    modifiers = {page.tokens[i].lemma.lower() for i in told if page.is_word(i)}
    return Description(first, phrase.head + 1, head, frozenset(modifiers | _compound(head)))


def _behind_age(page: Page, first: int) -> int:
    """*a 45 éves előadó*: how old someone is tells no one apart."""
    return first + 2 if page.word(first).isdigit() and page.word(first + 1) == "éves" else first


def _compound(head: str) -> set[str]:
    """*oltásminiszter*, *Fidesz-frakcióvezető*: the first half of a compound is a modifier too."""
    if "-" in head:
        return {head.split("-", maxsplit=1)[0]}
    role = roles.role_of(head)
    return (
        {head.removesuffix(role.noun)} if role is not None and head != role.noun and head.endswith(role.noun) else set()
    )


def _beside(page: Page, mention: NameMention) -> Iterator[Description]:
    yield from _behind(page, mention)
    if page.word(mention.last) == ",":
        yield from _apposed(page, mention.last + 1, page.sentence(mention.first)[1])
    if page.word(mention.first - 1) == ",":
        first, _ = page.sentence(mention.first)
        before = phrases_in(page, max(first, mention.first - LONGEST), mention.first - 1)
        if before and before[-1].last == mention.first - 1 and _role(page, before[-1].head):
            yield describe(page, before[-1])
    yield from _before(page, mention)


def _behind(page: Page, mention: NameMention) -> Iterator[Description]:
    """*Kövesdi Ármin finn elnök*: attributes and a role noun follow the bare name."""
    if mention.label != "PER" or page.case(mention.last - 1) not in ("Nom", ""):
        return
    _, end = page.sentence(mention.first)
    at = mention.last
    while (
        at < min(end, mention.last + 8)
        and page.tokens[at].upos in ("ADJ", "NOUN", "PROPN", "CCONJ", "NUM")
        and page.word(at) != "is"
    ):
        if _role(page, at) and (at + 1 >= end or not _role(page, at + 1)):
            if at == mention.last and "Number[psor]" in page.tokens[at].feats:
                return  # a Zengő énekese: the name is that of the owner
            yield describe(page, Phrase(mention.last, at + 1, at))
            return
        other = page.entity_at(at)
        if other is not None and other.label == "PER" and other.first == at:
            return  # Réti Nóra finn és Orsós Márk dán elnök
        if page.case(at) not in ("Nom", "") and page.tokens[at].upos != "ADJ":
            return
        at += 1


def _shared(page: Page, mention: NameMention) -> Description | None:
    """*Orsós Márk finn, Réti Nóra dán és Bokor Etelka svéd miniszter*: the last one's office is that of all."""
    at, end = mention.last, page.sentence(mention.first)[1]
    while at < end and page.tokens[at].upos == "ADJ" and page.word(at) in NATIONS:
        at += 1
    joined = page.entity_at(at + 1) if at + 1 < end and page.word(at) in JOINTS else None
    if at == mention.last or joined is None or joined.label != "PER":
        return None
    following = NameMention(joined.first, joined.last, joined.label, "")
    last = next(_behind(page, following), None) or _shared(page, following)
    nations = {page.word(i) for i in range(mention.last, at)}
    return None if last is None else Description(mention.last, at, last.head, last.modifiers - NATIONS | nations)


def _apposed(page: Page, start: int, end: int) -> Iterator[Description]:
    """*Bokor Etelka, a finn államfő gazdasági tanácsadója*."""
    stop = next(
        (
            i
            for i in range(start, min(end, start + LONGEST))
            if page.word(i) in {",", "(", ".", ";"} or page.is_dash(i) or page.is_finite(i)
        ),
        None,
    )
    if stop is None:
        return
    inner = phrases_in(page, start, stop)
    if inner and inner[0].first == start and _role(page, inner[-1].head):
        yield describe(page, Phrase(start, inner[-1].last, inner[-1].head))


def _before(page: Page, mention: NameMention) -> Iterator[Description]:
    """*a miniszter, …* is apposition; *a Jobbik elnöke Gyöngyösi Márton* stands without a comma."""
    at = mention.first - 1
    if (
        mention.label == "PER"
        and at >= page.sentence(mention.first)[0]
        and page.tokens[at].upos == "NOUN"
        and _role(page, at)
        and page.case(at) == "Nom"
    ):
        yield describe(page, Phrase(left_edge(page, at, page.sentence(at)[0]), at + 1, at))


def _role(page: Page, at: int) -> bool:
    token = page.tokens[at]
    role = roles.of_token(token)
    return token.upos in ("NOUN", "ADJ", "PROPN") and role is not None and role.kind in ("person", "organization")
