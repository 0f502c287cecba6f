"""The vocabulary of the project as frozen data (named tuples where a text has hundreds); standard library only.

Every offset is a Unicode code point index into the article's text, every range half-open.
The terms are Pareti's: an attribution relation joins a CONTENT, a CUE and a SOURCE.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields, is_dataclass, replace
from typing import Any, Literal, NamedTuple, TypeVar

QuotationType = Literal["direct", "indirect", "mixed"]
SourceForm = Literal["name", "description", "pronoun"]
SpeakerKind = Literal["person", "organization", "group", "document", "unknown"]
EntityLabel = Literal["PER", "ORG", "LOC", "MISC"]


class Span(NamedTuple):
    """A half-open range of code points."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The piece of `text` that the span covers."""
        return text[self.start : self.end]

    def covers(self, other: "Span") -> bool:
        """Whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Whether the two spans share a code point."""
        return self.start < other.end and other.start < self.end


class Token(NamedTuple):
    """A word or mark with its analysis; plain data, no parser object behind it."""

    index: int  # type: ignore[assignment]  # nobody looks for a value in a token
    start: int
    end: int
    text: str
    lemma: str
    upos: str
    feats: Mapping[str, str]
    sentence: int
    """Index into `Document.sentences`."""

    @property
    def span(self) -> Span:
        """Where the token stands in the text."""
        return Span(self.start, self.end)


Arc = tuple[int, str]
"""What a token hangs on: the index of the governing token (its own index for a root) and the label."""


def without_trees(sentence: int) -> Sequence[Arc]:
    """The trees of a document that has none."""
    raise LookupError(f"Sentence {sentence} has no tree.")


def without_hints(sentences: Iterable[int]) -> None:
    """For a document whose trees are there already."""


@dataclass(frozen=True, slots=True)
class NamedEntity:
    """A name in the text: tokens first to last (half-open) and its class."""

    first: int
    last: int
    label: EntityLabel


@dataclass(frozen=True, slots=True)
class Document:
    """An article as tokens, sentences and names.

    `sentences` and `paragraphs` are half-open ranges of token indices in text order;
    a paragraph is a non-blank line of the text.
    """

    text: str
    tokens: tuple[Token, ...]
    sentences: tuple[tuple[int, int], ...]
    paragraphs: tuple[tuple[int, int], ...]
    entities: tuple[NamedEntity, ...] = ()
    arcs: Callable[[int], Sequence[Arc]] = field(default=without_trees, compare=False)
    """The arcs of the tokens of a sentence (index); a reader may draw a tree only when it is asked for."""
    expect: Callable[[Iterable[int]], None] = field(default=without_hints, compare=False)
    """Tells the reader which sentences will be asked for, so that it may draw their trees side by side."""


@dataclass(frozen=True, slots=True)
class Cue:
    """The words that signal a quotation (*tette hozzá*, *szerint*)."""

    spans: tuple[Span, ...]
    lemma: str
    category: str
    stance: str


@dataclass(frozen=True, slots=True)
class Source:
    """The mention of the sayer in the text."""

    span: Span
    form: SourceForm


@dataclass(frozen=True, slots=True)
class SaidAt:
    """When it was said: the words that tell, and the interval when it can be resolved (ISO 8601, local time)."""

    span: Span
    start: str | None = None
    end: str | None = None


@dataclass(frozen=True, slots=True)
class Quotation:
    """One attribution relation of an article."""

    id: str
    type: QuotationType
    content: tuple[Span, ...]
    cue: Cue | None
    source: Source | None
    speaker_ids: tuple[str, ...]
    confidence: float
    evidence: Mapping[str, str]
    addressee: Span | None = None
    medium: Span | None = None
    said_at: SaidAt | None = None
    parent_id: str | None = None
    candidates: tuple[str, ...] = ()
    """Names of those who could nearly as well be the speaker."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """An entity that the article quotes; `name` is in the nominative, without article."""

    id: str
    name: str
    kind: SpeakerKind
    descriptions: tuple[str, ...]
    mentions: tuple[Span, ...]
    quote_ids: tuple[str, ...]
    named: bool = True
    """Whether the article names the speaker; if not, `name` is how it describes them."""


@dataclass(frozen=True, slots=True)
class Analysis:
    """What the pipeline found in one article."""

    text: str
    quotations: tuple[Quotation, ...]
    speakers: tuple[Speaker, ...]
    warnings: tuple[str, ...] = field(default=())
    lemmas: Callable[[], Mapping[str, str]] = field(default=dict, compare=False)
    """Tells the lemma of each form in the text, where the analyser knows them; few who read an analysis ask."""


Value = TypeVar("Value")


def moved(value: Value, places: Sequence[int]) -> Value:
    """`value` (an Analysis or a part of one) with each code point `i` of its spans put at `places[i]`.

    For analyses of a text from which characters were left out, or that was taken out of markup.
    """
    changed: Any = value
    if isinstance(value, Span):
        start = places[value.start] if value.start < len(places) else (places[-1] + 1 if places else 0)
        changed = Span(start, max(start, places[value.end - 1] + 1) if value.end > value.start else start)
    elif isinstance(value, tuple):
        changed = tuple(moved(item, places) for item in value)
    elif is_dataclass(value) and not isinstance(value, type):
        changed = replace(value, **{f.name: moved(getattr(value, f.name), places) for f in fields(value)})
    return changed  # type: ignore[no-any-return]
