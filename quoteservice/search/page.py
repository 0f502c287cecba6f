"""A document with what the rules ask of it all the time: where am I, what stands here, which marks hold me."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property

from quoteservice.lexicon.tables import word_set
from quoteservice.model import Document, NamedEntity, Span
from quoteservice.search.marks import MARKS, Region, pair
from quoteservice.search.repairs import repaired
from quoteservice.search.tree import Tree

DASHES = frozenset({"–", "-", "—", "‒", "―", "−", "--"})
HYPHENED = re.compile(r"[^\W\d_]-(\w+)$")
ENDING_CASES = {
    "val": "Ins", "vel": "Ins", "nak": "Dat", "nek": "Dat", "tól": "Abl", "től": "Abl", "hoz": "All", "hez": "All",
    "höz": "All", "ban": "Ine", "ben": "Ine", "ból": "Ela", "ből": "Ela", "ról": "Del", "ről": "Del", "ra": "Sbl",
    "re": "Sbl", "nál": "Ade", "nél": "Ade", "t": "Acc", "ot": "Acc", "et": "Acc",
}  # fmt: skip
CONNECTIVES = word_set("clause", "connectives")
RELATIVES = word_set("clause", "relatives")
SUBJECT_RELATIVES = frozenset({"aki", "akik", "ami", "amik", "amely", "amelyek", "amelyik", "mely", "melyek"})
"""Those that can say something: the nominatives."""


class Page:
    """Read-only view; every index is a token index, every range half-open."""

    def __init__(self, document: Document) -> None:
        self.document = repaired(document)
        self.tokens = self.document.tokens
        self._words = [token.text.lower() for token in document.tokens]
        self._is_word = [token.text.isalnum() or any(map(str.isalnum, token.text)) for token in document.tokens]
        self.tree = Tree(self.document)
        self.regions = pair(document)
        self._paragraph = _owners(document.paragraphs, len(self.tokens))

    def sentence(self, at: int) -> tuple[int, int]:
        """The sentence that holds token `at`; the last one behind the end."""
        return self.document.sentences[self.tokens[min(at, len(self.tokens) - 1)].sentence]

    def paragraph(self, at: int) -> tuple[int, int]:
        """The paragraph that holds token `at`."""
        return self.document.paragraphs[self._paragraph[at]]

    def previous_paragraph(self, at: int) -> tuple[int, int] | None:
        """The paragraph before the one that holds `at`, or None."""
        number = self._paragraph[at]
        return self.document.paragraphs[number - 1] if number else None

    def next_paragraph(self, at: int) -> tuple[int, int] | None:
        """The paragraph after the one that holds `at`, or None."""
        number = self._paragraph[at] + 1
        return self.document.paragraphs[number] if number < len(self.document.paragraphs) else None

    def word(self, at: int) -> str:
        """The lower-cased text of a token, "" outside the document."""
        return self._words[at] if 0 <= at < len(self._words) else ""

    def is_dash(self, at: int) -> bool:
        """Whether a dash stands at `at`, alone between words."""
        return self.word(at) in DASHES

    def is_mark(self, at: int) -> bool:
        """Whether a quotation mark stands at `at`."""
        return 0 <= at < len(self.tokens) and self.tokens[at].text in MARKS

    def parts_clauses(self, at: int) -> bool:
        """Whether the mark at `at` belongs to a quotation of its own, not to a term or title inside a clause."""
        if not self.is_mark(at):
            return False
        region = self._opening.get(at) or self._closing.get(at)
        return region is None or region.last - region.first > 4 or self.has_finite(region.first, region.last)

    def is_finite(self, at: int) -> bool:
        """Whether a finite verb stands at `at`."""
        token = self.tokens[at]
        if at in self._entity and self._entity[at].label in ("PER", "ORG"):
            return False
        return token.upos in ("VERB", "AUX") and token.feats.get("VerbForm", "Fin") == "Fin" and "Mood" in token.feats

    def case(self, at: int) -> str:
        """The case of a token, "" when it has none; the genitive counts as the dative whose form it has.

        A name that the tagger takes for a verb counts as nominative; behind a hyphen (*MTI-vel*) the ending decides.
        """
        token = self.tokens[at]
        if "-" in token.text and (ending := HYPHENED.search(token.text)) is not None:
            return ENDING_CASES.get(ending[1], token.feats.get("Case", ""))
        if token.upos == "VERB" and at in self._entity:
            return "Nom"
        case = token.feats.get("Case", "")
        return "Dat" if case == "Gen" else case

    def is_word(self, at: int) -> bool:
        """Whether a token holds a letter or a figure."""
        return self._is_word[at]

    def has_finite(self, first: int, last: int) -> bool:
        """Whether a finite verb or a nominal predicate that can stand alone is in the range."""
        return any(self.is_finite(i) for i in range(first, last))

    def words_in(self, first: int, last: int) -> int:
        """How many word tokens the range holds."""
        return sum(self.is_word(i) for i in range(first, last))

    def span(self, first: int, last: int) -> Span:
        """The text span from token `first` to before token `last`."""
        return Span(self.tokens[first].start, self.tokens[last - 1].end)

    def region_of(self, at: int) -> Region | None:
        """The innermost region that holds token `at` (marks excluded)."""
        return min(self._regions_at.get(at, ()), key=lambda r: r.last - r.first, default=None)

    def regions_in(self, first: int, last: int) -> Iterator[Region]:
        """The regions that begin in a range, in text order."""
        for number in range(bisect_left(self.regions, first, key=lambda r: r.first), len(self.regions)):
            if self.regions[number].first >= last:
                return
            yield self.regions[number]

    def region_closing_at(self, at: int) -> Region | None:
        """The region whose closing mark is token `at`."""
        return self._closing.get(at)

    def region_opening_at(self, at: int) -> Region | None:
        """The region whose opening mark is token `at`."""
        return self._opening.get(at)

    def in_brackets(self, at: int) -> tuple[int, int] | None:
        """The range between the round brackets that hold `at` inside its sentence, or None."""
        first, last = self.sentence(at)
        opening = next((i for i in range(at, first - 1, -1) if self.tokens[i].text in "()"), None)
        if opening is None or self.tokens[opening].text == ")":
            return None
        closing = next((i for i in range(at, last) if self.tokens[i].text == ")"), None)
        return (opening + 1, closing) if closing is not None else None

    def entity_at(self, at: int) -> NamedEntity | None:
        """The named entity that holds token `at`."""
        return self._entity.get(at)

    @cached_property
    def _entity(self) -> dict[int, NamedEntity]:
        return {i: entity for entity in self.document.entities for i in range(entity.first, entity.last)}

    @cached_property
    def _regions_at(self) -> dict[int, list[Region]]:
        out: dict[int, list[Region]] = {}
        for region in self.regions:
            for at in range(region.first, region.last):
                out.setdefault(at, []).append(region)
        return out

    @cached_property
    def _closing(self) -> dict[int, Region]:
        return {region.last: region for region in self.regions if region.closed}

    @cached_property
    def _opening(self) -> dict[int, Region]:
        return {region.first - 1: region for region in self.regions if region.opened}


def _owners(ranges: tuple[tuple[int, int], ...], size: int) -> list[int]:
    owner = [0] * size
    for number, (first, last) in enumerate(ranges):
        owner[first:last] = [number] * (last - first)
    return owner
