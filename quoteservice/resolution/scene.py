"""What the resolution knows while it walks through an article: names, who spoke so far, and where."""

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from quoteservice.attribution.source import Found
from quoteservice.lexicon import roles
from quoteservice.resolution import acronyms, descriptions
from quoteservice.resolution.entities import Entity, Registry
from quoteservice.resolution.labels import relabel
from quoteservice.resolution.mentions import attested, name_mentions
from quoteservice.resolution.press import as_press, is_press, press_mentions
from quoteservice.search.candidate import Candidate
from quoteservice.search.page import Page
from quoteservice.search.phrases import Phrase

REMEMBERED = 100
"""Turns that may still tell who speaks; an older one never does, and a long article stays linear."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """A candidate with its source mention."""

    candidate: Candidate
    found: Found | None

    @property
    def place(self) -> int:
        """The token at which the report stands: its cue, or its content when it has none."""
        hit = self.candidate.hit
        return hit.head if hit is not None else self.candidate.content[0][0]


@dataclass(frozen=True, slots=True)
class Resolved:
    """The entities behind one quotation, the rule that told them, and whom it could nearly as well have been."""

    entities: tuple[Entity, ...]
    rule: str
    rivals: tuple[Entity, ...] = ()


@dataclass(frozen=True, slots=True)
class Turn:
    """Someone spoke at token `place`.

    `depth`: how many others' words it stands in; `content`: the token ranges of the own ones; `source`: the mention
    that said so; `asks`: it is but a question that someone answers (*a lap kérdésére*).
    """

    place: int
    entities: tuple[Entity, ...]
    depth: int
    content: tuple[tuple[int, int], ...]
    source: Phrase | None
    rule: str
    asks: bool = False

    @property
    def by_medium(self) -> bool:
        """Whether a medium spoke, which may only relay what someone said."""
        return self.rule == "medium" or any(entity.groups & roles.MEDIA for entity in self.entities)

    def holds(self, other: "Turn") -> bool:
        """Whether the other turn is a part of what is said in this one."""
        return any(first <= other.place < last for first, last in self.content)


@dataclass
class Scene:
    """The article's names and the turns taken so far, in text order."""

    page: Page
    registry: Registry
    attested: frozenset[str]
    contents: tuple[tuple[int, int], ...]
    turns: list[Turn] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._depths = Counter(i for first, last in self.contents for i in range(first, last))

    def take(self, attribution: Attribution, resolved: Resolved) -> None:
        """Record who spoke."""
        source = attribution.found.phrase if attribution.found is not None else None
        candidate = attribution.candidate
        asks = candidate.frame == "noun" and candidate.hit is not None and candidate.hit.row.category == "ask"
        place = attribution.place
        content = tuple(candidate.content)
        turn = Turn(place, resolved.entities, self._depths[place], content, source, resolved.rule, asks)
        insort(self.turns, turn, key=lambda turn: turn.place)

    def quoted(self, at: int) -> bool:
        """Whether token `at` stands inside reported words."""
        return at in self._depths

    def only_quoted(self, entity: Entity, at: int) -> bool:
        """Whether only quotations in marks have named an entity before `at`: it is spoken of, and not by the author."""
        return all(self.page.region_of(i) is not None for i in entity.seen if i < at)

    def before(self, at: int) -> list[Turn]:
        """The turns before `at` with a known speaker, latest last; nested ones only when there is no other.

        *Közölte az MTI tudósítása szerint a hivatal*: the hivatal spoke, the agency only relays it.
        """
        low = bisect_left(self.turns, at, key=lambda turn: turn.place)
        past = [turn for turn in self.turns[max(0, low - REMEMBERED) : low] if turn.entities]
        told = [turn for turn in past if not turn.asks] or past
        media = [turn for turn in told if turn.by_medium]
        heard = [turn for turn in told if turn.depth <= sum(medium.holds(turn) for medium in media)]
        relays = {id(medium) for medium in media if any(medium.holds(turn) for turn in heard)}
        return [turn for turn in heard if id(turn) not in relays] or heard or told

    def role(self, phrase: Phrase) -> roles.Role | None:
        """The role noun at the head of a phrase."""
        return roles.of_token(self.page.tokens[phrase.head])

    def text(self, first: int, last: int) -> str:
        """The words of a token range."""
        return self.page.document.text[self.page.tokens[first].start : self.page.tokens[last - 1].end]


def open_scene(page: Page, attributions: Sequence[Attribution]) -> Scene:
    """The scene before anyone spoke: every name entered, acronyms joined, descriptions attached."""
    subjects = frozenset(
        page.tokens[a.found.phrase.head].text
        for a in attributions
        if a.found is not None and a.found.link != "owner" and page.case(a.found.phrase.head) in ("Nom", "")
    )
    known = attested(page) | frozenset(word for word in subjects if word[:1].isupper())
    names = tuple(as_press(page, mention) for mention in name_mentions(page, known))
    names = relabel((*(m for m in names if m.label != "LOC" or not is_press(m.name)), *press_mentions(page, names)))
    registry = Registry(names)
    acronyms.join(page, registry)
    descriptions.attach(page, registry, names)
    contents = tuple(part for a in attributions for part in a.candidate.content)
    return Scene(page, registry, known, contents)
