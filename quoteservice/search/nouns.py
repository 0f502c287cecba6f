"""Whether a bare noun belongs to the noun behind it: as its owner, as a title, in one name with it, or by the tree."""

from quoteservice.lexicon import media, roles
from quoteservice.lexicon.tables import word_set
from quoteservice.search.page import Page
from quoteservice.search.walk import ARTICLES, TIME, Walk, opened_by_article, starts_person

ADDRESSES = word_set("phrase", "addresses")
SITES = frozenset({"oldal", "honlap", "weboldal", "portál", "felület"})
ONE_OF = frozenset({"egyik", "másik", "több", "néhány", "saját", "minden", "valamennyi", "összes"})
CITING = frozenset({"hivatkozva", "hivatkozással"})


def noun_belongs(walk: Walk, at: int) -> bool:
    """Whether the noun at `at` belongs to the phrase of the walk."""
    page = walk.page
    if (
        page.word(walk.low) in TIME
        or page.word(walk.head) in TIME
        or (page.tokens[walk.low].upos == "ADV" and not walk.participle)
    ):
        return False
    if _titled(walk, at) or _names_the_titled(walk, at) or _names_the_firm(walk, at):
        return True
    if _cites(walk, at):
        return False
    if starts_person(page, walk.low) and page.entity_at(at) is not page.entity_at(walk.head):
        return False
    if page.case(at) in ("Nom", ""):
        return walk.participle or _attributive(walk, at)
    if page.case(at) == "Dat" and walk.possessed and walk.tree_low <= at:
        return True
    return walk.participle and (opened_by_article(page, at) or _behind_person(page, at))


def _cites(walk: Walk, at: int) -> bool:
    """*írta a Hírvivő tőzsdei közlésre hivatkozva*: the name before an attribute of what is cited cites it."""
    page, entity = walk.page, walk.page.entity_at(at)
    cited = page.word(walk.head + 1) in CITING and not walk.possessed and page.tokens[walk.low].upos == "ADJ"
    return cited and entity is not None and entity.last == at + 1 == walk.low


def _behind_person(page: Page, at: int) -> bool:
    """*Bokor Etelka vízügyért felelős biztos*: an attribute between a name and its role."""
    if not page.word(at + 1).endswith("felelős"):
        return False
    entity = page.entity_at(at - 1) if at else None
    return entity is not None and entity.label == "PER" and entity.last == at


def _titled(walk: Walk, at: int) -> bool:
    """*a mérnök Bokor Etelka*, *a tévés műsorvezető*: a bare noun between an article and the noun it belongs to."""
    page = walk.page
    led = page.word(at - 1) in ARTICLES and page.case(at) == page.case(walk.head) == "Nom"
    role = roles.role_of(page.tokens[at].lemma)
    person = role is not None and role.kind == "person"
    other = roles.of_token(page.tokens[walk.head])
    if led and at + 1 == walk.head and person and other is not None and other.kind == "person" and not walk.possessed:
        return True  # a virológus professzor
    led = led and (at + 1 == walk.head or (person and starts_person(page, at + 1)))
    return led and page.tree.dep(at) in ("nmod:att", "amod:att") and walk.low <= page.tree.head(at) <= walk.head


def _names_the_titled(walk: Walk, at: int) -> bool:
    """*Verebélyi Kornél miniszterelnök*: a person's name before a bare role, though it ends like a case (*Kornél*)."""
    page, entity = walk.page, walk.page.entity_at(at)
    role = roles.role_of(page.tokens[walk.low].lemma) or (
        roles.of_token(page.tokens[walk.head]) if walk.participle else None
    )
    named = entity is not None and entity.label == "PER" and entity.last == at + 1 == walk.low
    return named and role is not None and role.kind == "person" and walk.tree_low <= at


def _names_the_firm(walk: Walk, at: int) -> bool:
    """*a Halvorsen norvég gyógyszergyár*: a body's name before what it is."""
    page, entity, role = walk.page, walk.page.entity_at(at), roles.of_token(walk.page.tokens[walk.head])
    named = entity is not None and entity.label == "ORG" and entity.last == at + 1 == walk.low
    led = entity is not None and page.word(entity.first - 1) in ARTICLES
    return named and led and role is not None and role.kind == "organization" and page.case(walk.head) == "Nom"


def _attributive(walk: Walk, at: int) -> bool:
    """Whether a bare noun belongs to the noun behind it: as its owner, in one name with it, or by the tree."""
    page, low = walk.page, walk.low
    if "Number[psor]" in page.tokens[low].feats or page.word(low) in ADDRESSES or media.is_address(page.word(at)):
        return True
    if page.tokens[at].upos == page.tokens[low].upos == "PROPN" or _ranks(page, at, low):
        return True
    if _leads_owner(walk, at):
        return True
    if page.tokens[low].lemma in SITES and page.word(at).endswith(("ó", "ő")):
        return True  # a kormányzati tájékoztató oldalon
    bare_name = walk.possessed or page.case(walk.head) == "Nom" or page.word(at - 1) in ARTICLES
    if page.tokens[at].upos == "PROPN" and bare_name and walk.tree_low <= at:
        return True
    if walk.possessed:
        return all(
            page.tokens[i].upos in ("ADJ", "NUM", "PROPN", "PUNCT", "CCONJ")
            or page.word(i) in ONE_OF
            or _is_person(page, i)
            or _owned_owner(page, i)
            or (i == walk.head - 1 and page.word(i).endswith(("ó", "ő")) and page.case(i) == "Nom")
            for i in range(low, walk.head)
        )
    entity = page.entity_at(at)
    if entity is None or entity.label not in ("PER", "ORG"):
        return False
    if page.case(walk.head) != "Nom" and any(_has_verb(page, i) for i in range(entity.first, entity.last)):
        return False
    return entity.last == at + 1 and entity.last - entity.first > 1


def _leads_owner(walk: Walk, at: int) -> bool:
    """*az influenza figyelőszolgálat adatai*: a bare noun between an article and an owner belongs to the owner."""
    page, low = walk.page, walk.low
    owner = low < walk.head and page.tokens[low].upos == "NOUN" and page.case(low) == page.case(walk.head) == "Nom"
    return owner and walk.possessed and page.word(at - 1) in ARTICLES


def _has_verb(page: Page, at: int) -> bool:
    """*a Volton Group levélben kérte*: the tree has the name as the subject of a verb."""
    return page.tree.dep(at).startswith("nsubj") and page.is_finite(page.tree.head(at))


def _is_person(page: Page, at: int) -> bool:
    """*az egyetem epidemiológus adjunktusa*: a bare role noun may stand between an owner and what is owned."""
    role = roles.of_token(page.tokens[at])
    return role is not None and role.kind == "person" and page.case(at) == "Nom"


def _ranks(page: Page, at: int, low: int) -> bool:
    """*rendőr alezredes*, *tűzoltó őrnagy*: a trade before a rank, joined by the tree."""
    return _is_person(page, at) and _is_person(page, low) and page.tree.head(at) == low


def _owned_owner(page: Page, at: int) -> bool:
    """*főosztályának*: an owner that is owned itself."""
    return page.case(at) == "Dat" and "Number[psor]" in page.tokens[at].feats
