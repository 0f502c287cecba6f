"""Noun phrases on the surface, checked by the tree: where the phrase that ends in a given noun begins and ends.

Hungarian puts every attribute before its noun, so a phrase ends with its head; what follows is apposition.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from quoteservice.search.attributes import COORDINATORS, left_edge, over_brackets
from quoteservice.search.page import RELATIVES, Page
from quoteservice.search.walk import ARTICLES, TIME, is_name

__all__ = [
    "ARTICLES",
    "COORDINATORS",
    "TIME",
    "Phrase",
    "is_name",
    "left_edge",
    "nominatives",
    "phrases_in",
    "with_apposition",
]
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "X"})
QUANTIFIERS = frozenset({"sokan", "többen", "egyesek", "mások", "néhányan", "mindketten", "sokak"})
NAMED = frozenset({"NOUN", "PROPN", "ADJ"})
"""What goes on with a phrase behind its brackets."""
LONGEST_APPOSITION = 20
LONGEST_BRACKET = 8


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
            at = over_brackets(page, at, first)
            continue
        if _can_head(page, at):
            start = left_edge(page, at, first)
            found.append(Phrase(start, at + 1, at))
            at = start
        at -= 1
    return tuple(reversed(found))


def _can_head(page: Page, at: int) -> bool:
    token = page.tokens[at]
    if page.word(at) in QUANTIFIERS:
        return True
    named = (entity := page.entity_at(at)) is not None and entity.label in ("PER", "ORG")
    return (token.upos in NOMINAL or named) and page.is_word(at) and not page.is_finite(at)


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
            if closing is None or page.has_finite(high, closing) or closing - high > LONGEST_BRACKET:
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
    end = next((i for i in _outside_brackets(page, start, last) if _closes_apposition(page, i, start)), last)
    if end == start or page.word(start) in RELATIVES or page.has_finite(start, end) or end - start > LONGEST_APPOSITION:
        return None
    person = page.entity_at(start)
    if person is not None and person.label == "PER" and person.first == start and not is_name(page, phrase.head):
        return person.last
    inner = phrases_in(page, start, end)
    if not inner or inner[0].first != start or page.word(inner[0].head) in TIME:
        return None
    if page.case(inner[0].head) not in ("Nom", page.case(phrase.head)):
        return None
    if page.word(inner[0].last) == "szerint":
        return None  # mondta X, elmondása szerint …
    if page.word(start) not in ARTICLES and not is_name(page, phrase.head) and not is_name(page, inner[0].head):
        return None
    return inner[0].last


def _outside_brackets(page: Page, start: int, last: int) -> Iterator[int]:
    """The tokens of a range without short brackets that more of the phrase follows: *a Hivatal (HV) vezetője*."""
    at = start
    while at < last:
        reach = range(at, min(last - 1, at + LONGEST_BRACKET + 1)) if page.tokens[at].text == "(" else range(0)
        closing = next((i for i in reach if page.tokens[i].text == ")"), None)
        if closing is not None and page.tokens[closing + 1].upos in NAMED:
            at = closing
        else:
            yield at
        at += 1


def _closes_apposition(page: Page, at: int, start: int) -> bool:
    if page.word(at) == "," and start < at < len(page.tokens) - 1:  # a pénzügyi, informatikai és beszerzési igazgató
        beside = (at - 1, at + 1)
        if page.case(at - 1) == "Cau":  # az oktatásért, kultúráért és ifjúságért felelős biztos
            return False
        return not all(page.tokens[i].upos == "ADJ" and page.case(i) in ("Nom", "") for i in beside)
    return page.tokens[at].text in {",", ".", ";", ":", "!", "?", "("} or page.is_dash(at) or page.is_finite(at)


def _apposed_before(page: Page, phrase: Phrase, first: int) -> int:
    """The start of the phrase with *Bokor Etelka,* before *a bizottság ügyvivője*."""
    low = phrase.first
    while low - 2 >= first and page.word(low - 1) == ",":
        bracketed = page.tokens[low - 2].text == ")"
        last = over_brackets(page, low - 2, first) + 1 if bracketed else low - 1
        if bracketed and page.has_finite(last, low - 1):
            break
        inner = phrases_in(page, first, last)
        if not inner or inner[-1].last != last:
            break
        alike = page.case(inner[-1].head) in ("Nom", "", page.case(phrase.head))
        if not alike and not _ends_person(page, inner[-1].head):
            break
        named = is_name(page, inner[-1].head) or is_name(page, phrase.head) or _opens_with_person(page, inner[-1])
        if not named and _apposed_before(page, inner[-1], first) == inner[-1].first:
            break  # Bokor Etelka, a város főmérnöke, a bizottság ügyvivője: the second hangs on the first
        if _of_another_verb(page, inner[-1], phrase):
            break
        compared = page.word(inner[-1].first - 1) == "mint" and page.tokens[inner[-1].head].upos == "ADJ"
        if page.word(inner[-1].first) in RELATIVES or compared:
            break  # épp olyan, mint a déli, Bokor Etelka szerint …
        low = inner[-1].first
    return low


def _opens_with_person(page: Page, phrase: Phrase) -> bool:
    """*Dr. Halmos Dezső rendőr alezredes, a főkapitányság szóvivője*: a name, then the rank."""
    entities = [page.entity_at(i) for i in range(phrase.first, min(phrase.first + 2, phrase.head))]
    return any(entity is not None and entity.label == "PER" for entity in entities)


def _of_another_verb(page: Page, before: Phrase, phrase: Phrase) -> bool:
    """*Négy gólt rúgott a Dombszeg, a vendégek edzője szerint …*: it has a verb of its own."""
    verb = page.tree.head(before.head)
    return verb < before.first and page.is_finite(verb) and page.tree.head(phrase.head) != verb


def _ends_person(page: Page, at: int) -> bool:
    """Whether a person's name stands at `at`: its last letters may look like a case ending (*Halvorsen*)."""
    entity = page.entity_at(at)
    return entity is not None and entity.label == "PER"


def nominatives(page: Page, first: int, last: int) -> Iterator[Phrase]:
    """The phrases of a range whose head is in the nominative and that are not a time."""
    for phrase in phrases_in(page, first, last):
        if page.case(phrase.head) == "Nom" and page.word(phrase.head) not in TIME:
            yield phrase
