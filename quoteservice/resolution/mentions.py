"""The names of an article: where they stand and what their nominative is."""

from dataclasses import dataclass

from quoteservice.model import EntityLabel
from quoteservice.resolution.names import full_nominative
from quoteservice.search.page import Page

TITLES = frozenset({"dr", "dr.", "prof.", "prof", "ifj.", "id.", "özv.", "gróf", "báró", "szent", "sir", "mr.", "mrs."})


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


def name_mentions(page: Page) -> tuple[NameMention, ...]:
    """All names of persons, organisations and places of a page, in text order."""
    attested = _attested(page)
    found = []
    for entity in page.document.entities:
        if entity.label == "MISC":
            continue
        first, last = entity.first, entity.last
        while first < last - 1 and (page.word(first) in TITLES or page.word(first) in {"a", "az"}):
            first += 1
        found.append(NameMention(first, last, entity.label, mention_name(page, first, last, attested)))
    return tuple(found)


def mention_name(page: Page, first: int, last: int, attested: frozenset[str]) -> str:
    """The nominative of the name that stands at tokens `first` to `last`."""
    words = page.document.text[page.tokens[first].start : page.tokens[last - 1].end].split()
    token = page.tokens[last - 1]
    inflected = page.case(last - 1) not in ("Nom", "")
    return full_nominative(words, token.lemma, attested, inflected)


def _attested(page: Page) -> frozenset[str]:
    """Capitalised words that the tagger took for a nominative."""
    return frozenset(
        t.text for t in page.tokens if t.text[:1].isupper() and t.upos == "PROPN" and t.feats.get("Case", "Nom") == "Nom"
    )


def attested(page: Page) -> frozenset[str]:
    """The nominative name words of a page."""
    return _attested(page)
