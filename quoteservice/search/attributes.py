"""The attributes of a noun: how far to the left of its head a Hungarian noun phrase reaches.

Everything before the head may belong to it: article, adjectives, numerals, a bare owner, a participle with all that
depends on it. The tree has a say where the surface leaves it open.
"""

from dataclasses import dataclass

from quoteservice.lexicon import media, roles
from quoteservice.lexicon.tables import word_set
from quoteservice.search.page import HYPHENED, RELATIVES, Page

ARTICLES = frozenset({"a", "az", "egy"})
DETERMINERS = word_set("phrase", "determiners")
TIME = word_set("time", "words")
COORDINATORS = frozenset({"és", "s", "illetve", "valamint", "vagy"})
ADDRESSES = word_set("phrase", "addresses")
LONGEST_ATTRIBUTE = 14
COUNTING = frozenset({"egy", "egyik", "másik", "több", "néhány", "két", "három", "számos"})
"""May stand before a comma and the rest of their phrase: *egy, az ügyre rálátó ügyvéd*."""
ONE_OF = frozenset({"egyik", "másik", "több", "néhány", "saját"})
LONGEST_TITLE = 8
COMPLEMENTS = ("advmod:t", "obl", "obj", "xcomp")
"""What only a verb form governs, or an adjective like one (*felelős*)."""


@dataclass(slots=True)
class Walk:
    """A walk to the left: the head, how far it got, and whether it passed a participle."""

    page: Page
    head: int
    low: int
    participle: bool

    @property
    def tree_low(self) -> int:
        """Where the tree says that the phrase begins."""
        return self.page.tree.subtree(self.head)[0]

    @property
    def possessed(self) -> bool:
        """Whether the head has an owner."""
        return "Number[psor]" in self.page.tokens[self.head].feats


def left_edge(page: Page, head: int, limit: int) -> int:
    """The first token of the phrase that ends in `head`; never before `limit`."""
    if page.tokens[head].upos in ("PRON", "ADV") and page.word(head) not in DETERMINERS:
        return head
    if page.word(head).startswith(media.OWN) and page.tokens[head - 1 if head else 0].upos != "PROPN":
        return head  # lapunknak: it has no other owner
    walk = Walk(page, head, head, is_participle(page, head))
    while walk.low > limit:
        step = _step(walk, walk.low - 1)
        if step is None or step < limit:
            break
        walk.low, walk.participle = step, walk.participle or is_participle(page, step)
        if page.word(step) in ARTICLES and not _goes_on_before_article(walk):
            break
    if walk.low - 2 >= limit and page.word(walk.low - 1) == "," and page.word(walk.low - 2) in COUNTING:
        walk.low -= 2
    while walk.low < head and page.word(walk.low) in COORDINATORS | {","}:
        walk.low += 1
    return walk.low


def _step(walk: Walk, at: int) -> int | None:
    """The new left edge when token `at` belongs to the phrase, None when it does not."""
    page, word, upos = walk.page, walk.page.word(at), walk.page.tokens[at].upos
    if (joined := _joined_name(page, at, walk.low)) is not None:
        return at if joined else None
    if not page.is_word(at):
        return _over_comma(walk, at) if word == "," else _over_punctuation(page, at)
    if word in ARTICLES and upos in ("DET", "PRON", "X", "NOUN"):
        return at
    if word in TIME and _tells_time(walk, at):
        return None
    if word in DETERMINERS or upos in ("DET", "NUM"):
        return None if word in RELATIVES else at
    if word in COORDINATORS:
        return at if _coordinates(walk, at) else None
    return at if _class_belongs(walk, at) else None


def _class_belongs(walk: Walk, at: int) -> bool:
    """Whether a word of the class of `at` can stand inside the phrase where it stands."""
    page, word = walk.page, walk.page.word(at)
    match page.tokens[at].upos:
        case "ADJ":
            plain = page.case(at) in ("Nom", "") and not _titles_a_name(walk, at)
            return plain or (walk.participle and walk.tree_low <= at)
        case "NOUN" | "PROPN":
            return _noun_belongs(walk, at)
        case "ADV" | "ADP" | "PART":
            before_attribute = walk.participle or page.tokens[walk.low].upos in ("ADJ", "NUM")
            governed = walk.participle and _opened_by_article(page, at)
            return before_attribute and (governed or walk.tree_low <= at)
        case "PRON" | "VERB":
            whole = word not in RELATIVES and not page.is_finite(at)
            return whole and walk.participle and _led_by_article(page, at) and walk.tree_low <= at
    return False


def _over_comma(walk: Walk, at: int) -> int | None:
    """*a fiatal, tehetséges mérnök*: a comma between two adjectives of one article."""
    page = walk.page
    both = at > 0 and page.tokens[at - 1].upos == page.tokens[walk.low].upos == "ADJ"
    one = both and page.case(at - 1) in ("Nom", "") and _led_by_article(page, at) and walk.tree_low < at
    return at if one else None


def _joined_name(page: Page, at: int, low: int) -> bool | None:
    """Whether `at` is part of the name at `low`, None when they are no one name.

    *a Kossuth rádióban* is one name of a place; *Tamar Levin* is one by the tree, whatever the tagger says; a
    person's name is inflected only at its end (*Kis Idától Bokor Etelka*).
    """
    bare, entity = page.case(at) in ("Nom", ""), page.entity_at(at)
    if entity is not None and entity is page.entity_at(low):
        if entity.label in ("PER", "ORG"):
            inflected = not bare and page.tokens[at].lemma != page.tokens[at].text
            ended = not bare and HYPHENED.search(page.tokens[at].text) is not None
            return not ((inflected and entity.label == "PER") or ended)
        if bare:
            return True
    capitals = page.tokens[at].text[0].isupper() and page.tokens[low].text[0].isupper()
    flat = bare and capitals and page.tree.dep(low) == "flat:name" and page.tree.head(low) == at
    return True if flat else None


def _titles_a_name(walk: Walk, at: int) -> bool:
    """*Bokor Etelka miniszter újságíróknak*, *az ombudsman aggályosnak*: a role noun taken for an adjective."""
    role = roles.index().get(walk.page.word(at))
    oblique = walk.page.case(walk.head) not in ("Nom", "")
    if role is None or role.kind != "person" or not oblique or at == 0:
        return False
    predicate = walk.page.tokens[walk.head].upos == "ADJ" and walk.page.word(at - 1) in ARTICLES
    return predicate or is_name(walk.page, at - 1)


def _over_punctuation(page: Page, at: int) -> int | None:
    """*a „Tiszta Víz” mozgalom*, *a hivatal (KSH) elnöke*, *Pfizer/BioNTech*: marks inside are stepped over."""
    token = page.tokens[at]
    if (region := page.region_closing_at(at)) is not None and region.last - region.first <= LONGEST_TITLE:
        return region.first - 1 if region.opened else None
    if token.text == ")":
        opening = over_brackets(page, at, page.sentence(at)[0]) + 1
        return opening if opening > page.sentence(at)[0] else None
    glued = token.text == "-" and not page.document.text[token.start - 1].isspace()
    return at if token.text == "/" or glued else None


def _tells_time(walk: Walk, at: int) -> bool:
    entity = walk.page.entity_at(at)
    in_name = entity is not None and entity.last - entity.first > 1
    inside = walk.participle and (walk.page.case(at) == "Nom" or _led_by_article(walk.page, at))
    return not in_name and not (inside and walk.tree_low <= at)


def _noun_belongs(walk: Walk, at: int) -> bool:
    page = walk.page
    if (
        page.word(walk.low) in TIME
        or page.word(walk.head) in TIME
        or (page.tokens[walk.low].upos == "ADV" and not walk.participle)
    ):
        return False
    if _titled(walk, at) or _names_the_titled(walk, at):
        return True
    if _starts_person(page, walk.low) and page.entity_at(at) is not page.entity_at(walk.head):
        return False
    if page.case(at) in ("Nom", ""):
        return walk.participle or _attributive(walk, at)
    if page.case(at) == "Dat" and walk.possessed and walk.tree_low <= at:
        return True
    return walk.participle and _opened_by_article(page, at)


def _titled(walk: Walk, at: int) -> bool:
    """*a mérnök Bokor Etelka*, *a tévés műsorvezető*: a bare noun between an article and the noun it belongs to."""
    page = walk.page
    led = page.word(at - 1) in ARTICLES and page.case(at) == page.case(walk.head) == "Nom"
    role = roles.role_of(page.tokens[at].lemma)
    person = role is not None and role.kind == "person"
    led = led and (at + 1 == walk.head or (person and _starts_person(page, at + 1)))
    return led and page.tree.dep(at) in ("nmod:att", "amod:att") and walk.low <= page.tree.head(at) <= walk.head


def _names_the_titled(walk: Walk, at: int) -> bool:
    """*Verebélyi Kornél miniszterelnök*: a person's name before a bare role, though it ends like a case (*Kornél*)."""
    page, entity = walk.page, walk.page.entity_at(at)
    role = roles.role_of(page.tokens[walk.low].lemma)
    named = entity is not None and entity.label == "PER" and entity.last == at + 1 == walk.low
    return named and role is not None and role.kind == "person" and walk.tree_low <= at


def _attributive(walk: Walk, at: int) -> bool:
    """Whether a bare noun belongs to the noun behind it: as its owner, in one name with it, or by the tree."""
    page, low = walk.page, walk.low
    if "Number[psor]" in page.tokens[low].feats or page.word(low) in ADDRESSES:
        return True
    if page.tokens[at].upos == page.tokens[low].upos == "PROPN" or _ranks(page, at, low):
        return True
    bare_name = walk.possessed or page.case(walk.head) == "Nom" or page.word(at - 1) in ARTICLES
    if page.tokens[at].upos == "PROPN" and bare_name and walk.tree_low <= at:
        return True
    if walk.possessed:
        return all(
            page.tokens[i].upos in ("ADJ", "NUM", "PROPN", "PUNCT")
            or page.word(i) in ONE_OF
            or _is_person(page, i)
            or _owned_owner(page, i)
            for i in range(low, walk.head)
        )
    entity = page.entity_at(at)
    if entity is None or entity.label not in ("PER", "ORG"):
        return False
    if page.case(walk.head) != "Nom" and any(_has_verb(page, i) for i in range(entity.first, entity.last)):
        return False
    return entity.last == at + 1 and entity.last - entity.first > 1


def _has_verb(page: Page, at: int) -> bool:
    """*a Lounge Group levélben kérte*: the tree has a name as the subject of a verb, no attribute of what follows."""
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


def _coordinates(walk: Walk, at: int) -> bool:
    """*orosz és amerikai külügyminiszterek*, *Lavrov és Rubio*: like is joined with like."""
    page, low = walk.page, walk.low
    if at == 0:
        return False
    upos = page.tokens[at - 1].upos
    if upos not in ("ADJ", "NOUN", "PROPN") or upos != page.tokens[low].upos or page.case(at - 1) not in ("Nom", ""):
        return False
    names = upos == "PROPN" and is_name(page, at - 1) and is_name(page, low)
    return names or walk.tree_low < at


def _goes_on_before_article(walk: Walk) -> bool:
    """*Bálint özvegyének egy rokona*: a dative owner; *ez a cég*, *az egyik*: a demonstrative."""
    page, low = walk.page, walk.low
    if page.word(low - 1) in ("ez", "az", "ezek", "azok", "ennek", "annak"):
        return page.word(low) in ("a", "az")
    return walk.possessed and page.case(low - 1) == "Dat" and walk.tree_low < low


def _starts_person(page: Page, low: int) -> bool:
    """Whether a person's name begins at `low`: a noun before it belongs to another phrase."""
    entity = page.entity_at(low)
    return entity is not None and entity.label == "PER" and entity.first == low


def _opened_by_article(page: Page, at: int) -> bool:
    """Whether an article opens the stretch that ends at `at`, so that what stands between is one attribute."""
    for i in range(at, max(page.sentence(at)[0], at - LONGEST_ATTRIBUTE) - 1, -1):
        if page.word(i) in ARTICLES:
            return True
        if page.word(i) in {",", ":", ";"} or page.is_dash(i) or page.is_finite(i) or page.is_mark(i):
            return False
    return False


def _led_by_article(page: Page, at: int) -> bool:
    """Whether an article of the same sentence opens the stretch before `at`."""
    return at > page.sentence(at)[0] and _opened_by_article(page, at - 1)


def is_participle(page: Page, at: int) -> bool:
    """Whether a participle stands at `at`; an adjective in -ó/-ő behind an oblique noun counts."""
    token = page.tokens[at]
    if token.feats.get("VerbForm", "").startswith("Part"):
        return True
    if token.upos != "ADJ":
        return False
    oblique = at > 0 and page.case(at - 1) not in ("Nom", "", "Dat") and token.text.endswith(("ó", "ő", "tt"))
    return oblique or any(i < at and page.tree.dep(i).startswith(COMPLEMENTS) for i in page.tree.children(at))


def is_name(page: Page, at: int) -> bool:
    """Whether a proper name ends at (or holds) token `at`."""
    entity = page.entity_at(at)
    return page.tokens[at].upos == "PROPN" or (entity is not None and entity.label in ("PER", "ORG"))


def over_brackets(page: Page, closing: int, first: int) -> int:
    """The token before the bracket that `closing` closes."""
    opening = next((i for i in range(closing - 1, first - 1, -1) if page.tokens[i].text == "("), None)
    return closing - 1 if opening is None else opening - 1
