"""Groups the mentions of one person or body: full name, family name, short name, acronym."""

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from quoteservice.lexicon import roles
from quoteservice.lexicon.tables import word_set
from quoteservice.model import SpeakerKind
from quoteservice.resolution.mentions import NameMention
from quoteservice.resolution.misspelt import one_off
from quoteservice.resolution.press import groups_of


@dataclass(slots=True)
class Entity:
    """Someone or something that may speak. `name` is the most complete one so far; `seen` are the token positions."""

    name: str
    kind: SpeakerKind
    named: bool
    aliases: set[str] = field(default_factory=set)
    forms: Counter[str] = field(default_factory=Counter)
    descriptions: list[str] = field(default_factory=list)
    heads: set[str] = field(default_factory=set)
    modifiers: set[str] = field(default_factory=set)
    groups: set[str] = field(default_factory=set)
    seen: list[int] = field(default_factory=list)

    @property
    def words(self) -> frozenset[str]:
        """The words of the name."""
        return frozenset(self.name.split())

    def settle_name(self) -> None:
        """Of a person's full forms take the one the article uses most; the longest when they tie."""
        if self.kind == "person" and self.forms:
            full = {form: count for form, count in self.forms.items() if _is_full(form)} or dict(self.forms)
            alone = {form for form in self.forms if " " not in form}
            full = {_without_adjunct(form, alone, full): count for form, count in full.items()}
            best = max(full.values())
            self.name = max((form for form, count in full.items() if count == best), key=len)
            self.aliases.add(self.name)

    def last_before(self, at: int) -> int:
        """The last token position before `at` at which the entity was mentioned, -1 when it was not."""
        place = bisect_left(self.seen, at)
        return self.seen[place - 1] if place else -1

    def see(self, at: int) -> None:
        """Record a mention at token `at`."""
        insort(self.seen, at)


def _is_full(form: str) -> bool:
    """Whether a person's name has a given name too; *de Gaulle* and *von der Leyen* are family names."""
    return " " in form and not form[0].islower()


def _tells_enough(words: tuple[str, ...], body: Entity) -> bool:
    """A part of a body's name means it when it has two words, or lacks but the legal form (*Mol* – *Mol Nyrt.*).

    *a Tarcsai Egyetem* is not *a Tarcsai Egyetem Szemészeti Klinikája*: a name that ends with what it is is a whole.
    """
    if roles.role_of(words[-1]) is not None and " ".join(words) in body.name and not body.name.endswith(words[-1]):
        return False
    return len(words) > 1 or all(word.strip(".").lower() in LEGAL_FORMS for word in body.words - set(words))


def _without_adjunct(form: str, alone: set[str], full: dict[str, int]) -> str:
    """A three-word form that only adds a word to a shorter form, or to a family name used alone, loses it."""
    words = form.split()
    if len(words) == 3:
        if " ".join(words[:2]) in full or " ".join(words[1:]) in full:
            return " ".join(words[:2]) if " ".join(words[:2]) in full else " ".join(words[1:])
        if words[1] in alone and words[0] not in alone:
            return " ".join(words[1:])
    return form


PARTIES = word_set("groups", "parties")
UNIONS = word_set("groups", "unions")
LEGAL_FORMS = word_set("names", "legal_forms")


class Registry:
    """The entities of one article; names are entered first, descriptions join them as the text is read."""

    def __init__(self, mentions: tuple[NameMention, ...]) -> None:
        self.entities: list[Entity] = []
        self._by_first: dict[int, Entity] = {}
        self._ends: dict[int, int] = {}
        self._by_word: dict[str, list[Entity]] = {}
        for mention in sorted(mentions, key=lambda m: (-len(m.words), m.first)):
            if mention.label in ("PER", "ORG"):
                self._enter(mention)
        for entity in self.entities:
            entity.settle_name()

    def of_mention(self, first: int, last: int) -> Entity | None:
        """The entity of the name that begins in the token range."""
        return next((self._by_first[i] for i in range(first, last) if i in self._by_first), None)

    def ending_at(self, last: int, first: int) -> Entity | None:
        """The entity of the name that ends before token `last` and begins at or after `first`."""
        return next((self._by_first[i] for i in range(first, last) if self._ends.get(i) == last), None)

    def mentions(self) -> Iterator[tuple[int, int, Entity]]:
        """Every name: its first token, the token behind it, its entity; in text order."""
        for first in sorted(self._by_first):
            yield first, self._ends[first], self._by_first[first]

    def mentions_in(self, first: int, last: int) -> list[tuple[int, int, Entity]]:
        """The names that begin in a token range: first token, the token behind, entity."""
        return [(i, self._ends[i], self._by_first[i]) for i in range(first, last) if i in self._by_first]

    def all_in(self, first: int, last: int) -> list[Entity]:
        """The entities named in a token range, in text order, each once."""
        return list({id(e): e for i in range(first, last) if (e := self._by_first.get(i))}.values())

    def new(self, name: str, kind: SpeakerKind, named: bool) -> Entity:
        """Add an entity that no name stands for."""
        entity = Entity(name, kind, named)
        self.entities.append(entity)
        return entity

    def point(self, entity: Entity, tokens: range) -> None:
        """Let the name at `tokens` mean `entity`."""
        for i in tokens:
            if i in self._by_first and self._by_first[i] is not entity:
                self._drop(self._by_first[i], entity)
        self._by_first[tokens.start] = entity
        self._ends[tokens.start] = tokens.stop

    def learn(self, entity: Entity, name: str) -> None:
        """Let `name` and each of its words lead to `entity`."""
        entity.aliases.add(name)
        for word in {*name.split(), name}:
            self._by_word.setdefault(word, []).append(entity)

    def join_alias(self, entity: Entity, alias: str) -> None:
        """Make `alias` (an acronym or short name) mean `entity`, and take over what was entered under it."""
        for other in list(self._by_word.get(alias.rsplit(maxsplit=1)[-1], ())):
            if other is not entity and other.name == alias and other.kind != "person":
                self._drop(other, entity)
        entity.aliases.add(alias)
        self._by_word.setdefault(alias, []).append(entity)

    def _drop(self, other: Entity, entity: Entity) -> None:
        """Let every mention of `other` mean `entity`."""
        entity.seen = sorted(entity.seen + other.seen)
        entity.heads |= other.heads
        entity.groups |= other.groups
        self._by_first.update({i: entity for i, e in self._by_first.items() if e is other})
        if other in self.entities:
            self.entities.remove(other)
        for known in self._by_word.values():
            if other in known:
                known.remove(other)

    def by_name(self, name: str) -> Entity | None:
        """The entity that a name means, by its full form, an alias or a part of it."""
        words = frozenset(name.split())
        if not words:
            return None
        for known in self._by_word.get(name.rsplit(maxsplit=1)[-1], []) + self._by_word.get(
            name.split(maxsplit=1)[0], []
        ):
            if name in known.aliases or words <= known.words:
                return known
        return None

    def _enter(self, mention: NameMention) -> None:
        kind: SpeakerKind = "person" if mention.label == "PER" else "organization"
        entity = self._known(mention, kind)
        if entity is None:
            entity = self.new(mention.name, kind, named=True)
        for word in {*mention.words, mention.name}:
            if entity not in self._by_word.setdefault(word, []):
                self._by_word[word].append(entity)
        entity.aliases.add(mention.name)
        entity.forms[mention.name] += 1
        entity.see(mention.first)
        if mention.name in PARTIES:
            entity.groups.add("PARTY")
        if mention.name in UNIONS:
            entity.groups.add("UN")
        if kind == "organization":
            entity.groups |= groups_of(mention.name)
        if kind == "organization" and mention.words[-1].strip(".").lower() in LEGAL_FORMS:
            entity.groups.add("COMPANY")
        if kind == "organization" and (role := roles.role_of(mention.words[-1])) is not None:
            entity.heads.add(role.noun)
            entity.groups |= role.groups
        self._by_first[mention.first] = entity
        self._ends[mention.first] = mention.last

    def _known(self, mention: NameMention, kind: SpeakerKind) -> Entity | None:
        known = min((self._by_word.get(word, []) for word in mention.words), key=len)
        options = [e for e in known if e.kind == kind]
        exact = [e for e in options if mention.name in e.aliases]
        if exact:
            return exact[0]
        if kind == "person":
            parts = [e for e in options if set(mention.words) <= e.words]
        else:
            parts = [e for e in options if set(mention.words) <= e.words and _tells_enough(mention.words, e)]
        if not parts and kind == "person" and len(mention.words) == 1:
            people = [e for e in self.entities if e.kind == "person" and " " in e.name]
            parts = [e for e in people if any(one_off(mention.name, word) for word in e.words)]
        if not parts:
            return None
        before = [e for e in parts if e.last_before(mention.first) >= 0]
        return max(before or parts, key=lambda e: e.last_before(mention.first))
