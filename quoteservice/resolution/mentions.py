"""The names of an article: where they stand and what their nominative is."""

from collections.abc import Iterator
from dataclasses import dataclass

from quoteservice.lexicon.tables import word_set
from quoteservice.model import EntityLabel, NamedEntity
from quoteservice.resolution.names import full_nominative
from quoteservice.search.page import Page

TITLES = word_set("names", "titles")
INNER_CASES = frozenset(
    {"Acc", "Dat", "Ins", "Ine", "Ela", "Ill", "Sup", "Del", "Sbl", "Ade", "Abl", "All", "Cau", "Ter"}
)


@dataclass(frozen=True, slots=True)
class NameMention:
    """A name at tokens `first` to `last` (half-open); `name` is its nominative without title."""

    first: int
    last: int
    label: EntityLabel
    name: str

    @property
    def words(self) -> tuple[str, ...]:
        """The words of the name."""
        return tuple(self.name.split())


def name_mentions(page: Page, known: frozenset[str]) -> tuple[NameMention, ...]:
    """All names of persons, organisations and places of a page, in text order; `known` are nominative name words."""
    return tuple(
        NameMention(first, last, entity.label, mention_name(page, first, last, known))
        for entity in page.document.entities
        if entity.label != "MISC"
        for first, last in _pieces(page, entity, known)
    )


def _pieces(page: Page, entity: NamedEntity, known: frozenset[str]) -> Iterator[tuple[int, int]]:
    """A person's name inflects only its last word: an ending before it parts two names (*Kiss Róberttől Nagy Éva*)."""
    first, last = entity.first, entity.last
    if entity.label == "PER":
        for at in range(first, last - 1):
            if (
                page.tokens[at].text not in known
                and page.case(at) in INNER_CASES
                and page.tokens[at].upos in ("PROPN", "NOUN")
                and _ends_inflected(page, at)
            ):
                if at > first or last - at > 2:
                    yield from _trimmed(page, first, at + 1)
                first = at + 1
        while last - first > 1 and page.tokens[last - 1].text[0].islower():
            last -= 1
        while (
            last - first > 2 and page.tokens[first].upos in ("VERB", "ADV", "ADJ") and page.sentence(first)[0] == first
        ):
            first += 1
    yield from _trimmed(page, first, last)


def _ends_inflected(page: Page, at: int) -> bool:
    token = page.tokens[at]
    return token.lemma != token.text and len(token.text) > 3


def _trimmed(page: Page, first: int, last: int) -> Iterator[tuple[int, int]]:
    while first < last and (page.word(first) in TITLES or not page.is_word(first)):
        first += 1
    while last > first and not page.is_word(last - 1) and page.tokens[last - 1].text != ")":
        last -= 1
    if first < last:
        yield first, last


def mention_name(page: Page, first: int, last: int, known: frozenset[str]) -> str:
    """The nominative of the name that stands at tokens `first` to `last`."""
    words = page.document.text[page.tokens[first].start : page.tokens[last - 1].end].split()
    token = page.tokens[last - 1]
    inflected = page.case(last - 1) not in ("Nom", "") and token.text not in known
    return full_nominative(words, token.lemma, known, inflected)


def attested(page: Page) -> frozenset[str]:
    """Capitalised words that the tagger took for a nominative."""
    return frozenset(
        t.text
        for t in page.tokens
        if t.text[:1].isupper() and t.upos == "PROPN" and t.feats.get("Case", "Nom") == "Nom"
    )
