"""The attributes of a noun: how far to the left of its head a Hungarian noun phrase reaches.

Everything before the head may belong to it: article, adjectives, numerals, a bare owner, a participle with all that
depends on it. The tree has a say where the surface leaves it open.
"""

import re

from quoteservice.lexicon import media, roles
from quoteservice.lexicon.tables import word_set
from quoteservice.search.nouns import noun_belongs
from quoteservice.search.page import HYPHENED, RELATIVES, Page
from quoteservice.search.walk import (
    ARTICLES,
    COUNTING,
    TIME,
    Walk,
    is_name,
    is_participle,
    led_by_article,
    opened_by_article,
)

TIMES_OF_DAY = word_set("time", "of_day")
DAY = re.compile(r"\d{1,2}-j?[aeio]i?$")
AGENCIES = frozenset(name.lower() for name in word_set("groups", "agencies"))
"""*a dpa német hírügynökség*: written small, they are easily taken for anything."""
DETERMINERS = word_set("phrase", "determiners")
COORDINATORS = frozenset({"és", "s", "illetve", "valamint", "vagy"})
LONGEST_TITLE, LONGEST_FIELDS = 8, 16
FAR_OWNER = 6
APART = frozenset({"Ine", "Sup", "Ela", "Del", "Sbl", "Ter"})
"""Cases of a number that tells when or where, not how many."""
DEMONSTRATIVES = frozenset({"ez", "az", "ezek", "azok", "ennek", "annak"})
INFLECTED_DEMONSTRATIVES = frozenset(
    {"abból", "ebből", "arról", "erről", "abban", "ebben", "azon", "ezen", "attól", "ettől"}
)


def left_edge(page: Page, head: int, limit: int) -> int:
    """The first token of the phrase that ends in `head`; never before `limit`."""
    found = page.left_edges.get((head, limit))
    if found is None:
        found = page.left_edges[head, limit] = _left_edge(page, head, limit)
    return found


def _left_edge(page: Page, head: int, limit: int) -> int:
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
    if _demonstrated(walk, limit):
        walk.low -= 1
    if walk.low - 2 >= limit and page.word(walk.low - 1) == "," and page.word(walk.low - 2) in COUNTING:
        walk.low -= 2
    while walk.low < head and page.word(walk.low) in COORDINATORS | {","}:
        walk.low += 1
    return _far_owner(walk, limit)


def _far_owner(walk: Walk, limit: int) -> int:
    """*a minisztérium kedden a lapnak eljuttatott közleménye*: what a participle governs parts owner and owned."""
    page, at = walk.page, walk.low - 1
    if not (walk.possessed and walk.participle and page.case(walk.head) == "Nom"):
        return walk.low
    owned = roles.of_token(page.tokens[walk.head])
    human = owned is not None and owned.kind == "person"  # A szer a gyárat vezető X igazgatója szerint …
    if page.word(walk.low) in ARTICLES and (human or page.case(walk.low + 1) in ("Nom", "")):
        return walk.low
    while at > limit and walk.low - at <= FAR_OWNER and _governed(page, at):
        at -= 1
    at = over_brackets(page, at, limit) if page.word(at) == ")" else at
    says = at >= limit and may_say(page, at) and page.case(at) in ("Nom", "")
    return left_edge(page, at, limit) if says else walk.low


def may_say(page: Page, at: int) -> bool:
    """Whether a person or a body is named or described at `at`."""
    entity, role = page.entity_at(at), roles.of_token(page.tokens[at])
    named = entity is not None and entity.label in ("PER", "ORG")
    return named or (role is not None and role.kind in ("person", "organization"))


def _governed(page: Page, at: int) -> bool:
    """Whether a word can stand between an owner and a participle: *csütörtöki, lapunkhoz*, *február elején*."""
    if page.word(at) == ",":
        return page.tokens[at - 1].upos == "ADJ"
    oblique = page.tokens[at].upos in ("NOUN", "PRON") and page.case(at) not in ("Nom", "")
    entity = page.entity_at(at)
    return entity is None and (oblique or page.word(at) in TIME or page.tokens[at].upos in ("ADJ", "NUM", "ADV"))


def _step(walk: Walk, at: int) -> int | None:
    """The new left edge when token `at` belongs to the phrase, None when it does not."""
    page, word, upos = walk.page, walk.page.word(at), walk.page.tokens[at].upos
    if (page.case(at) == "Dat" or word.endswith(("nak", "nek"))) and _is_person(page, walk.low):
        return None
    if word in AGENCIES and page.word(walk.head).endswith("ügynökség"):
        return at
    if (joined := _joined_name(page, at, walk.low)) is not None:
        return at if joined else None
    if not page.is_word(at):
        return _over_comma(walk, at) if word == "," else _over_punctuation(page, at)
    if word in ARTICLES and upos in ("DET", "PRON", "X", "NOUN"):
        return at
    if word in TIME and not _dates(page, at) and _tells_time(walk, at):
        return None
    if _dates(page, at):
        return at
    if word in DETERMINERS or upos in ("DET", "NUM"):
        apart = upos == "NUM" and page.case(at) in APART and not walk.participle  # 2000-ben maga a miniszter
        return None if word in RELATIVES or apart else at
    belongs = _coordinates(walk, at) if word in COORDINATORS else _class_belongs(walk, at)
    first = _responsible(page, at) if belongs else None
    walk.participle = walk.participle or (first is not None and first < at)
    return first


def _responsible(page: Page, at: int) -> int:
    """*a sajtóért és az ország képéért felelős államtitkár*: where the first of several fields stands, else `at`."""
    if not page.word(at).endswith("felelős"):
        return at
    low = max(page.sentence(at)[0], at - LONGEST_FIELDS)
    fields = [i for i in range(low, at) if page.case(i) == "Cau"]
    joined = [i for i in fields if page.word(i + 1) in COORDINATORS | {","} and not page.has_finite(i, at)]
    return joined[0] if joined and fields[-1] == at - 1 else at


def _dates(page: Page, at: int) -> bool:
    """*a hétfő reggeli jelentés*, *a január 29-i közlemény*: a day or month before the part of it that it names."""
    behind = page.word(at + 1)
    return page.word(at) in TIME and (behind in TIMES_OF_DAY or DAY.match(behind) is not None)


def _is_person(page: Page, at: int) -> bool:
    """*mondta az Inforádiónak Bokor Etelka*: nobody owns a person."""
    entity = page.entity_at(at)
    return entity is not None and entity.label == "PER" and entity.first == at and entity.last - at > 1


def _class_belongs(walk: Walk, at: int) -> bool:
    """Whether a word of the class of `at` can stand inside the phrase where it stands."""
    page, word = walk.page, walk.page.word(at)
    match page.tokens[at].upos:
        case "ADJ":
            plain = page.case(at) in ("Nom", "") and not _titles_a_name(walk, at)
            return plain or (walk.participle and walk.tree_low <= at)
        case "NOUN" | "PROPN":
            owner = walk.possessed and _dates(page, walk.low) and page.case(at) == "Nom"  # a tárca január 29-i levele
            return owner or noun_belongs(walk, at)
        case "ADV" | "ADP" | "PART":
            before_attribute = walk.participle or page.tokens[walk.low].upos in ("ADJ", "NUM")
            governed = walk.participle and opened_by_article(page, at)
            return before_attribute and (governed or walk.tree_low <= at)
        case "CCONJ":
            return word == "is" and walk.participle and led_by_article(page, at)
        case "PRON" | "VERB":
            whole = word not in RELATIVES and not page.is_finite(at)
            return whole and walk.participle and led_by_article(page, at) and walk.tree_low <= at
    return False


def _over_comma(walk: Walk, at: int) -> int | None:
    """*a fiatal, tehetséges mérnök*: a comma between two adjectives of one noun."""
    page = walk.page
    both = at > 0 and page.tokens[at - 1].upos == page.tokens[walk.low].upos == "ADJ"
    return at if both and page.case(at - 1) in ("Nom", "") and walk.tree_low < at else None


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
    other = page.entity_at(low)
    two = entity is not None and other is not None and entity.label != other.label
    apart = two and "-" not in page.tokens[at].text  # idézte az MTI Bokor Etelkát, but az MSZP-s Bokor Etelka
    flat = bare and capitals and not apart and page.tree.dep(low) == "flat:name" and page.tree.head(low) == at
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
    hangs = token.text == "-" and not page.is_dash(at)  # betegségellenőrzési és -megelőzési
    return at if token.text == "/" or glued or hangs else None


def _tells_time(walk: Walk, at: int) -> bool:
    entity = walk.page.entity_at(at)
    in_name = entity is not None and entity.last - entity.first > 1
    inside = walk.participle and (walk.page.case(at) == "Nom" or led_by_article(walk.page, at))
    enclosed = walk.page.word(at - 1) in ARTICLES and is_participle(walk.page, walk.low)  # a hétfőn közölt adat
    return not in_name and not enclosed and not (inside and walk.tree_low <= at)


def _coordinates(walk: Walk, at: int) -> bool:
    """*orosz és amerikai külügyminiszterek*, *Lavrov és Rubio*: like is joined with like."""
    page, low = walk.page, walk.low
    if at == 0:
        return False
    upos = page.tokens[at - 1].upos
    if upos == "ADJ" and page.word(low).endswith("miniszter") and page.word(low) != "miniszter":
        return True  # külgazdasági és külügyminiszter
    if upos not in ("ADJ", "NOUN", "PROPN") or upos != page.tokens[low].upos or page.case(at - 1) not in ("Nom", ""):
        return False
    names = upos == "PROPN" and is_name(page, at - 1) and is_name(page, low)
    return names or walk.tree_low < at


def _demonstrated(walk: Walk, limit: int) -> bool:
    """*abból a levélből*: the demonstrative stands in the case of the noun."""
    page, at = walk.page, walk.low - 1
    demonstrates = at >= limit and page.word(at) in INFLECTED_DEMONSTRATIVES and page.word(walk.low) in ("a", "az")
    return demonstrates and page.case(at) == page.case(walk.head)


def _goes_on_before_article(walk: Walk) -> bool:
    """*Bálint özvegyének egy rokona*: a dative owner; *ez a cég*, *az egyik*: a demonstrative."""
    page, low = walk.page, walk.low
    resumes = page.word(low - 1) == "az" and page.word(low - 2) == "," and page.word(walk.head + 1) == "szerint"
    if resumes and page.word(walk.head + 2) != ",":
        return False  # ha kiderül, az a pszichológus szerint baj
    if page.word(low - 1) in DEMONSTRATIVES:
        named = page.entity_at(low + 1)  # de ez a Vízmű közlése szerint kevés
        return page.word(low) in ("a", "az") and (named is None or named.label not in ("PER", "ORG"))
    return walk.possessed and page.case(low - 1) == "Dat" and walk.tree_low < low


def over_brackets(page: Page, closing: int, first: int) -> int:
    """The token before the bracket that `closing` closes."""
    opening = next((i for i in range(closing - 1, first - 1, -1) if page.tokens[i].text == "("), None)
    return closing - 1 if opening is None else opening - 1
