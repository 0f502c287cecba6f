"""A document with what the rules ask of it all the time: where am I, what stands here, which marks hold me."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from itertools import accumulate

from quoteservice.lexicon.tables import word_set
from quoteservice.model import Document, NamedEntity, Span, Token
from quoteservice.search.marks import MARKS, Region, pair
from quoteservice.search.repairs import repaired
from quoteservice.search.tree import Tree

DASHES = frozenset({"–", "-", "—", "‒", "―", "−", "--"})
HYPHENED = re.compile(r"[^\W\d_]-(\w+)$")
HYPHEN_JOINTS = frozenset({"és", "vagy", "illetve", "valamint", "s"})
VERBS = frozenset({"VERB", "AUX"})
CLAUSE_EDGES = frozenset({",", ":", ";", "(", ")"})
ENDING_CASES = {
    "val": "Ins", "vel": "Ins", "nak": "Dat", "nek": "Dat", "tól": "Abl", "től": "Abl", "hoz": "All", "hez": "All",
    "höz": "All", "ban": "Ine", "ben": "Ine", "ból": "Ela", "ből": "Ela", "ról": "Del", "ről": "Del", "ra": "Sbl",
    "re": "Sbl", "nál": "Ade", "nél": "Ade", "t": "Acc", "ot": "Acc", "et": "Acc",
}  # fmt: skip
CONNECTIVES = word_set("clause", "connectives")
RELATIVES = word_set("clause", "relatives")
PLACE_RELATIVES = frozenset(
    {"amelyben", "amelyekben", "melyben", "melyekben", "amiben", "amelyen", "melyen", "amelyből", "melyből"}
)
"""Stand for the paper in which something is said: *levelet küldött, amelyben az áll*."""
SUBJECT_RELATIVES = frozenset({"aki", "akik", "ami", "amik", "amely", "amelyek", "amelyik", "mely", "melyek"})
"""Those that can say something: the nominatives."""


class Words(dict[int, str]):
    """Lower-cased words by token index, "" outside the document."""

    def __missing__(self, at: int) -> str:
        return ""


class Page:
    """Read-only view; every index is a token index, every range half-open.

    What is asked of every word again and again is worked out once and looked up without a call of our own.
    """

    word: Callable[[int], str]
    """The lower-cased text of a token, "" outside the document."""
    is_word: Callable[[int], bool]
    """Whether a token holds a letter or a figure."""
    is_dash: Callable[[int], bool]
    """Whether a dash stands at an index, alone between words."""
    is_mark: Callable[[int], bool]
    """Whether a quotation mark stands at an index."""
    is_finite: Callable[[int], bool]
    """Whether a finite verb stands at an index."""
    entity_at: Callable[[int], NamedEntity | None]
    """The named entity that holds a token."""
    region_closing_at: Callable[[int], Region | None]
    """The region whose closing mark is a token."""
    region_opening_at: Callable[[int], Region | None]
    """The region whose opening mark is a token."""

    def __init__(self, document: Document) -> None:
        self.document = repaired(document)
        self.tokens = self.document.tokens
        self.tree = Tree(self.document)
        self.regions = pair(document)
        self._sentence = [(first, last) for first, last in document.sentences for _ in range(first, last)]
        self._paragraph = _owners(document.paragraphs, len(self.tokens))
        self._regions_at = _holding(self.regions)
        self.left_edges: dict[tuple[int, int], int] = {}
        """What `attributes.left_edge` found for a head and a limit: it is asked again and again."""
        self._look_up()
        edges = {token.index for token in self.tokens if token.text in CLAUSE_EDGES}
        self._edges = sorted({*edges, *self._dashes, *filter(self.parts_clauses, self._marks)})

    def _look_up(self) -> None:
        """Fill what is asked of single words."""
        tokens, texts = self.tokens, [token.text for token in self.tokens]
        self.word = Words(enumerate(map(str.lower, texts))).__getitem__
        words = [text[0].isalnum() or any(map(str.isalnum, text)) for text in texts]
        self.is_word = {at for at, is_word in enumerate(words) if is_word}.__contains__
        self._dashes = {at for at, text in enumerate(texts) if text in DASHES and not self._hangs(at)}
        self._marks = {at for at, text in enumerate(texts) if text in MARKS}
        self.is_dash, self.is_mark = self._dashes.__contains__, self._marks.__contains__
        self.entity_at = {i: entity for entity in self.document.entities for i in range(entity.first, entity.last)}.get
        self._finites = [token.index for token in tokens if token.upos in VERBS and self._finite(token)]
        self.is_finite = frozenset(self._finites).__contains__
        self._words_before = [0, *accumulate(words)]
        self.region_closing_at = {region.last: region for region in self.regions if region.closed}.get
        self.region_opening_at = {region.first - 1: region for region in self.regions if region.opened}.get

    def _hangs(self, at: int) -> bool:
        """*betegségellenőrzési és -megelőzési*: a hyphen that stands for the first half of a compound."""
        token, last = self.tokens[at], len(self.tokens) - 1
        glued = token.text == "-" and at < last and self.tokens[at + 1].start == token.end
        return glued and self.word(at - 1) in HYPHEN_JOINTS

    def sentence(self, at: int) -> tuple[int, int]:
        """The sentence that holds token `at`; the last one behind the end."""
        return self._sentence[at if at < len(self._sentence) else -1]

    def clause(self, at: int) -> tuple[int, int]:
        """The stretch around `at` up to the next comma, colon, bracket, dash or mark on each side."""
        first, last = self.sentence(at)
        before, behind = bisect_left(self._edges, at), bisect_right(self._edges, at)
        low = self._edges[before - 1] + 1 if before else 0
        high = self._edges[behind] if behind < len(self._edges) else last
        return max(first, low), min(last, high)

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

    def parts_clauses(self, at: int) -> bool:
        """Whether the mark at `at` belongs to a quotation of its own, not to a term or title inside a clause."""
        if not self.is_mark(at):
            return False
        region = self.region_opening_at(at) or self.region_closing_at(at)
        return region is None or region.last - region.first > 4 or self.has_finite(region.first, region.last)

    def _finite(self, token: Token) -> bool:
        """Whether a word tagged as a verb is a finite one; a name is none, whatever the tagger says."""
        entity = self.entity_at(token.index)
        finite = "Mood" in token.feats and token.feats.get("VerbForm", "Fin") == "Fin"
        return finite and (entity is None or entity.label not in ("PER", "ORG"))

    def case(self, at: int) -> str:
        """The case of a token, "" when it has none; the genitive counts as the dative whose form it has.

        A name that the tagger takes for a verb counts as nominative; behind a hyphen (*MTI-vel*) the ending decides.
        """
        token = self.tokens[at]
        if "-" in token.text and (ending := HYPHENED.search(token.text)) is not None:
            return ENDING_CASES.get(ending[1], token.feats.get("Case", ""))
        if token.upos == "VERB" and self.entity_at(at) is not None:
            return "Nom"
        case = token.feats.get("Case", "")
        return "Dat" if case == "Gen" else case

    def has_finite(self, first: int, last: int) -> bool:
        """Whether a finite verb or a nominal predicate that can stand alone is in the range."""
        n = bisect_left(self._finites, first)
        return n < len(self._finites) and self._finites[n] < last

    def words_in(self, first: int, last: int) -> int:
        """How many word tokens the range holds."""
        return max(0, self._words_before[last] - self._words_before[first]) if first < last else 0

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

    def in_brackets(self, at: int) -> tuple[int, int] | None:
        """The range between the round brackets that hold `at` inside its sentence, or None."""
        first, last = self.sentence(at)
        opening = next((i for i in range(at, first - 1, -1) if self.tokens[i].text in "()"), None)
        if opening is None or self.tokens[opening].text == ")":
            return None
        closing = next((i for i in range(at, last) if self.tokens[i].text == ")"), None)
        return (opening + 1, closing) if closing is not None else None


def _holding(regions: tuple[Region, ...]) -> dict[int, list[Region]]:
    """The regions that hold each token."""
    out: dict[int, list[Region]] = {}
    for region in regions:
        for at in range(region.first, region.last):
            out.setdefault(at, []).append(region)
    return out


def _owners(ranges: tuple[tuple[int, int], ...], size: int) -> list[int]:
    owner = [0] * size
    for number, (first, last) in enumerate(ranges):
        owner[first:last] = [number] * (last - first)
    return owner
