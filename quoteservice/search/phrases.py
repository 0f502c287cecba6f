"""Noun phrases on the surface, checked by the tree: where the phrase that ends in a given noun begins and ends.

Hungarian puts every attribute before its noun, so a phrase ends with its head; what follows is apposition.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from quoteservice.lexicon.tables import word_set
from quoteservice.search.page import RELATIVES, Page

NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "X"})
ARTICLES = frozenset({"a", "az", "egy"})
DETERMINERS = frozenset({
    "egyik", "másik", "több", "néhány", "minden", "valamennyi", "számos", "egyes", "mindkét", "sok", "kevés", "bizonyos",
    "mintegy", "legalább", "közel", "csaknem", "szinte", "másfél", "ugyanaz", "ezen", "azon", "e", "saját", "maga", "jó",
    "valamelyik", "különböző", "többi", "egy-egy", "két", "három", "fél", "egész", "korábbi", "volt", "mostani",
})  # fmt: skip
LONGEST_ATTRIBUTE = 14
TIME = word_set("time", "words")
COORDINATORS = frozenset({"és", "s", "illetve", "valamint", "vagy"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: tokens `first` to `last` (half-open) and its head, the last noun of its core."""

    first: int
    last: int
    head: int


def phrases_in(page: Page, first: int, last: int) -> tuple[Phrase, ...]:
    """The noun phrases of a token range, in text order, without apposition; they do not overlap."""
    found: list[Phrase] = []
    at = last - 1
    while at >= first:
        if page.tokens[at].text == ")":
            at = _over_brackets(page, at, first)
            continue
        if _can_head(page, at):
            start = left_edge(page, at, first)
            found.append(Phrase(start, at + 1, at))
            at = start
        at -= 1
    return tuple(reversed(found))


def left_edge(page: Page, head: int, limit: int) -> int:
    """The first token of the phrase that ends in `head`; never before `limit`."""
    low = head
    if page.tokens[head].upos == "PRON" and page.word(head) not in DETERMINERS:
        return low
    tree_low = page.subtree(head)[0]
    participle = _is_participle(page, head)
    while low > limit:
        at = low - 1
        step = _step_left(page, at, low, head, tree_low, participle)
        if step is None:
            break
        low, participle = step, participle or _is_participle(page, step)
        if page.word(low) in ARTICLES and not _goes_on_before_article(page, low, head, tree_low):
            break
    while low < head and page.word(low) in COORDINATORS:
        low += 1
    return low


def _step_left(page: Page, at: int, low: int, head: int, tree_low: int, participle: bool) -> int | None:
    """The new left edge when token `at` belongs to the phrase, None when it does not."""
    token, word = page.tokens[at], page.word(at)
    if (entity := page.entity_at(at)) is not None and entity is page.entity_at(low) and entity.label in ("PER", "ORG"):
        return entity.first
    if page.is_mark(at) and (region := page.region_closing_at(at)) is not None and region.last - region.first <= 8:
        return region.first - 1 if region.opened else None
    if token.text == ")":
        opening = _over_brackets(page, at, page.sentence(at)[0]) + 1
        return opening if opening > page.sentence(at)[0] else None
    if token.text == "/" or (token.text == "-" and not page.document.text[token.start - 1].isspace()):
        return at
    if word in ARTICLES and token.upos in ("DET", "PRON", "X", "NOUN"):
        return at
    if word in TIME and at not in _name_tokens(page, at) and not (page.case(at) == "Nom" and tree_low <= at and participle):
        return None
    if word in DETERMINERS or token.upos in ("DET", "NUM"):
        return None if word in RELATIVES else at
    if word in COORDINATORS:
        return at if _coordinates(page, at, low, tree_low) else None
    if token.upos == "ADJ":
        return at if page.case(at) in ("Nom", "") else (at if participle and tree_low <= at else None)
    if token.upos in ("NOUN", "PROPN"):
        if _starts_person(page, low) and at not in _name_tokens(page, head):
            return None
        if page.case(at) in ("Nom", ""):
            return at if participle or _attribute(page, at, low, head, tree_low) else None
        if page.case(at) == "Dat" and tree_low <= at and "Number[psor]" in page.tokens[head].feats:
            return at
        return at if participle and _opened_by_article(page, at) else None
    if token.upos in ("ADV", "ADP", "PART") and (participle and _opened_by_article(page, at) or tree_low <= at):
        return at if participle or page.tokens[low].upos in ("ADJ", "NUM") else None
    return None


def _opened_by_article(page: Page, at: int) -> bool:
    """Whether an article opens the stretch that ends at `at`, so that what stands between is one attribute."""
    for i in range(at, max(page.sentence(at)[0], at - LONGEST_ATTRIBUTE) - 1, -1):
        if page.word(i) in ARTICLES:
            return True
        if page.word(i) in {",", ":", ";"} or page.is_dash(i) or page.is_finite(i) or page.is_mark(i):
            return False
    return False


def _attribute(page: Page, at: int, low: int, head: int, tree_low: int) -> bool:
    """Whether a bare noun belongs to the noun behind it: as its owner, in one name with it, or by the tree."""
    if "Number[psor]" in page.tokens[low].feats or page.word(low) in {"úr", "asszony", "néni", "bácsi"}:
        return True
    if page.tokens[at].upos == "PROPN" and (page.tokens[low].upos == "PROPN" or tree_low <= at):
        return True
    if "Number[psor]" in page.tokens[head].feats:
        return all(page.tokens[i].upos in ("ADJ", "NUM", "PROPN") for i in range(low, head))
    entity = page.entity_at(at)
    return entity is not None and entity.label in ("PER", "ORG") and entity.last == at + 1 and entity.last - entity.first > 1


def _coordinates(page: Page, at: int, low: int, tree_low: int) -> bool:
    """*orosz és amerikai külügyminiszterek*, *Lavrov és Rubio*: like is joined with like."""
    if at == 0:
        return False
    left, right = page.tokens[at - 1], page.tokens[low]
    names = left.upos == right.upos == "PROPN"
    if tree_low >= at and not (names and is_name(page, at - 1) and is_name(page, low)):
        return False
    return left.upos in ("ADJ", "NOUN", "PROPN") and page.case(at - 1) in ("Nom", "") and (left.upos == right.upos or names)


def _goes_on_before_article(page: Page, low: int, head: int, tree_low: int) -> bool:
    """*Bálint özvegyének egy rokona*: a dative owner; *ez a cég*, *az egyik*: a demonstrative."""
    if page.word(low - 1) in ("ez", "az", "ezek", "azok", "ennek", "annak"):
        return page.word(low) in ("a", "az")
    return tree_low < low and page.case(low - 1) == "Dat" and "Number[psor]" in page.tokens[head].feats


def _starts_person(page: Page, low: int) -> bool:
    """Whether a person's name begins at `low`: a noun before it belongs to another phrase."""
    entity = page.entity_at(low)
    return entity is not None and entity.label == "PER" and entity.first == low


def _name_tokens(page: Page, at: int) -> range:
    entity = page.entity_at(at)
    return range(entity.first, entity.last) if entity is not None and entity.last - entity.first > 1 else range(0)


def _is_participle(page: Page, at: int) -> bool:
    token = page.tokens[at]
    if token.feats.get("VerbForm", "").startswith("Part"):
        return True
    oblique = at > 0 and page.case(at - 1) not in ("Nom", "", "Dat")
    return token.upos == "ADJ" and oblique and token.text.endswith(("ó", "ő"))


def _over_brackets(page: Page, closing: int, first: int) -> int:
    """The token before the bracket that `closing` closes."""
    opening = next((i for i in range(closing - 1, first - 1, -1) if page.tokens[i].text == "("), None)
    return closing - 1 if opening is None else opening - 1


def _can_head(page: Page, at: int) -> bool:
    token = page.tokens[at]
    return token.upos in NOMINAL and page.is_word(at) and not page.is_finite(at)


def with_apposition(page: Page, phrase: Phrase, first: int, last: int) -> Phrase:
    """Widen a phrase by the brackets and appositions that describe it, inside the range."""
    if page.tokens[phrase.head].upos == "PRON":
        return phrase
    low = _apposed_before(page, phrase, first)
    high = _apposed_after(page, phrase.last, last, phrase)
    return Phrase(low, high, phrase.head)


def _apposed_after(page: Page, high: int, last: int, phrase: Phrase) -> int:
    """The end of the phrase with *(Fidesz)* and *, a tárca szóvivője* behind it."""
    while high < last:
        if page.tokens[high].text == "(":
            closing = next((i for i in range(high, last) if page.tokens[i].text == ")"), None)
            if closing is None or page.has_finite(high, closing) or closing - high > 8:
                break
            high = closing + 1
        elif page.word(high) == "," and (end := _apposition(page, high + 1, last, phrase)) is not None:
            high = end
            if high < last and page.word(high) != ",":
                break
        else:
            break
    return high


def _apposition(page: Page, start: int, last: int, phrase: Phrase) -> int | None:
    """The end of the apposition that begins at `start`, None when what follows the comma is something else."""
    end = next((i for i in range(start, last) if _closes_apposition(page, i)), last)
    if end == start or page.word(start) in RELATIVES or page.has_finite(start, end) or end - start > 20:
        return None
    inner = phrases_in(page, start, end)
    if not inner or inner[0].first != start or page.case(inner[0].head) != "Nom" or page.word(inner[0].head) in TIME:
        return None
    if page.word(start) not in ARTICLES and not is_name(page, phrase.head) and not is_name(page, inner[0].head):
        return None
    return inner[0].last


def _closes_apposition(page: Page, at: int) -> bool:
    return page.tokens[at].text in {",", ".", ";", ":", "!", "?", "("} or page.is_dash(at) or page.is_finite(at)


def _apposed_before(page: Page, phrase: Phrase, first: int) -> int:
    """The start of the phrase with *Takács András,* before *a bizottság ügyvivője*."""
    low = phrase.first
    while low - 2 >= first and page.word(low - 1) == ",":
        inner = phrases_in(page, first, low - 1)
        if not inner or inner[-1].last != low - 1:
            break
        if page.case(inner[-1].head) not in ("Nom", "") and page.entity_at(inner[-1].head) is None:
            break
        if not (is_name(page, inner[-1].head) or is_name(page, phrase.head)):
            break
        if page.word(inner[-1].first) in RELATIVES:
            break
        low = inner[-1].first
    return low


def is_name(page: Page, at: int) -> bool:
    """Whether a proper name ends at (or holds) token `at`."""
    entity = page.entity_at(at)
    return page.tokens[at].upos == "PROPN" or (entity is not None and entity.label in ("PER", "ORG"))


def nominatives(page: Page, first: int, last: int) -> Iterator[Phrase]:
    """The phrases of a range whose head is in the nominative and that are not a time."""
    for phrase in phrases_in(page, first, last):
        if page.case(phrase.head) == "Nom" and page.word(phrase.head) not in TIME:
            yield phrase
