"""Who is behind each source: walks the quotations in text order and keeps the speaker in force."""

from collections.abc import Sequence
from dataclasses import dataclass

from quoteservice.attribution.source import Found, form_of
from quoteservice.lexicon import roles
from quoteservice.lexicon.tables import word_set
from quoteservice.model import SpeakerKind
from quoteservice.resolution import descriptions
from quoteservice.resolution.entities import Entity, Registry
from quoteservice.resolution.mentions import attested, name_mentions
from quoteservice.resolution.names import nominative
from quoteservice.search.candidate import Candidate
from quoteservice.search.page import RELATIVES, Page
from quoteservice.search.phrases import ARTICLES, Phrase, phrases_in

UNNAMED = frozenset({"forrás", "szakértő", "elemző", "tisztviselő", "illetékes", "szemtanú", "olvasó", "hír", "sajtóhír"})
GENERIC_PERSON = frozenset({"PERSON", "EXPERT", "POLITICIAN"})
GENERIC_BODY = frozenset({"COMPANY", "AGENCY", "NEWSPAPER", "INSTITUTE", "PARTY", "NEWS_SITE"})
COORDINATORS = frozenset({"és", "s", "valamint", "illetve"})
OWN = word_set("inquit", "own_outlet")


@dataclass(frozen=True, slots=True)
class Attribution:
    """A candidate with its source mention; what the resolution walks over."""

    candidate: Candidate
    found: Found | None


@dataclass(frozen=True, slots=True)
class Resolved:
    """The entities behind one quotation and the rule that told them."""

    entities: tuple[Entity, ...]
    rule: str


class Resolver:
    """Resolves the attributions of one article; use once."""

    def __init__(self, page: Page) -> None:
        self.page = page
        names = name_mentions(page)
        self.registry = Registry(names)
        self._attested = attested(page)
        _acronyms(page, self.registry)
        descriptions.attach(page, self.registry, names)
        self._force: list[tuple[int, tuple[Entity, ...]]] = []
        self._spans: list[tuple[int, int, tuple[Entity, ...]]] = []

    def run(self, attributions: Sequence[Attribution]) -> list[Resolved]:
        """The entities of every attribution, in the order given; resolved in the order of their cues."""
        out: dict[int, Resolved] = {}
        order = sorted(range(len(attributions)), key=lambda i: _place(attributions[i]))
        late = [i for i in order if attributions[i].candidate.hit is None and attributions[i].found is None]
        for i in [*(i for i in order if i not in late), *late]:
            out[i] = self._resolve(attributions[i])
            at = _place(attributions[i])
            self._force.append((at, out[i].entities))
            self._force.sort(key=lambda pair: pair[0])
        return [out[i] for i in range(len(attributions))]

    def _resolve(self, attribution: Attribution) -> Resolved:
        found = attribution.found
        if found is None:
            return self._unexpressed(attribution)
        phrase = found.phrase
        form = form_of(self.page, phrase)
        if form == "pronoun":
            return self._pronoun(attribution, phrase)
        named = self._named(phrase)
        if named is not None:
            return named
        return self._described(attribution, phrase)

    def _named(self, phrase: Phrase) -> Resolved | None:
        """A phrase whose core is a name, or names joined by *és*."""
        page, entities = self.page, self.registry.all_in(phrase.first, phrase.last)
        if not entities:
            return None
        people = [e for e in entities if e.kind == "person"]
        if people and self._core_is_name(phrase):
            joined = [e for e in people if self._coordinated(phrase)] or people[:1]
            self._describe(joined[0], phrase)
            return Resolved(tuple(joined), "name")
        if self._head_entity(phrase) is not None:
            entity = self._head_entity(phrase)
            assert entity is not None
            return Resolved((entity,), "name")
        if not people and len(entities) == 1 and page.tokens[phrase.head].lemma.lower() in MEDIA_NOUNS:
            return Resolved((entities[0],), "medium")
        return None

    def _core_is_name(self, phrase: Phrase) -> bool:
        """A person's name at the head, in apposition, or bare before a role noun."""
        page = self.page
        for at in range(phrase.first, phrase.last):
            entity = page.entity_at(at)
            if entity is None or entity.label != "PER" or entity.first != at:
                continue
            if entity.last == phrase.last or page.word(entity.last) in {",", "("} or page.word(at - 1) == ",":
                return True
            owned = "Number[psor]" in page.tokens[phrase.head].feats or page.case(entity.last - 1) == "Dat"
            if at == phrase.first and not owned and page.tokens[phrase.head].upos in ("NOUN", "ADJ"):
                return True
            if at == phrase.first and owned and page.word(at - 1) not in ARTICLES and len(self._words(entity.first, entity.last)) > 1:
                role = roles.role_of(page.tokens[phrase.head].lemma)
                if role is not None and role.kind == "person" and not role.groups & {"FAMILY", "STAFF"}:
                    return True
        return False

    def _words(self, first: int, last: int) -> list[str]:
        return [self.page.tokens[i].text for i in range(first, last)]

    def _coordinated(self, phrase: Phrase) -> bool:
        return any(self.page.word(i) in COORDINATORS for i in range(phrase.first, phrase.last)) and all(
            (e := self.page.entity_at(i)) is None or e.label == "PER" for i in range(phrase.first, phrase.last)
        )

    def _head_entity(self, phrase: Phrase) -> Entity | None:
        """The body whose name ends with the phrase's head."""
        entity = self.page.entity_at(phrase.head)
        if entity is None or entity.last < phrase.head + 1 and entity.last <= phrase.head:
            return None
        return self.registry.of_mention(entity.first, entity.last)

    def _describe(self, entity: Entity, phrase: Phrase) -> None:
        inner = phrases_in(self.page, phrase.first, phrase.last)
        for part in inner:
            if self.page.entity_at(part.head) is None:
                descriptions.add(self.page, entity, descriptions.describe(self.page, part))

    def _pronoun(self, attribution: Attribution, phrase: Phrase) -> Resolved:
        page, word = self.page, self.page.word(phrase.head)
        if word in RELATIVES:
            return self._antecedent(phrase)
        if word in {"sokan", "sokak", "többen", "egyesek", "mások", "többek", "többség", "mindenki"}:
            return Resolved((self._fresh(word, "group"),), "unnamed")
        if word in {"szerintük", "ők"} or page.tokens[phrase.head].feats.get("Number") == "Plur":
            return self._in_force(_place(attribution), plural=True)
        return self._in_force(_place(attribution), plural=False)

    def _antecedent(self, phrase: Phrase) -> Resolved:
        """The noun before the comma that a relative pronoun stands for."""
        page = self.page
        first, _ = page.sentence(phrase.first)
        comma = next((i for i in range(phrase.first - 1, first - 1, -1) if page.word(i) == ","), None)
        if comma is None:
            return self._in_force(phrase.first, plural=False)
        wants_person = page.word(phrase.first).startswith("aki")
        best: Resolved | None = None
        for inner in reversed(phrases_in(page, first, comma)):
            named = self.registry.all_in(inner.first, inner.last)
            people = [e for e in named if e.kind == "person"]
            if wants_person and people:
                return Resolved((people[-1],), "relative")
            if not wants_person and named:
                return Resolved((named[-1],), "relative")
            role = roles.role_of(page.tokens[inner.head].lemma)
            if best is None and wants_person and (role is not None and role.kind in ("person", "group")):
                best = self._known_or_new(inner, inner.first, "relative")
        force = self._in_force(phrase.first, plural=False)
        return best or (force if force.entities else Resolved((), "unresolved"))

    def _described(self, attribution: Attribution, phrase: Phrase) -> Resolved:
        page = self.page
        role = self._role(phrase)
        if role is not None and role.kind == "document" or role is not None and role.event:
            return self._document(attribution, phrase)
        return self._known_or_new(phrase, _place(attribution), "role")

    def _role(self, phrase: Phrase) -> roles.Role | None:
        token = self.page.tokens[phrase.head]
        return roles.role_of(token.lemma) or roles.role_of(token.text)

    def _known_or_new(self, phrase: Phrase, at: int, rule: str) -> Resolved:
        """The entity that a description stands for, or a new one that is kept as described."""
        described = descriptions.describe(self.page, phrase)
        role = roles.role_of(described.head)
        entity = self._match(described, role, at, phrase)
        if entity is not None:
            entity.seen.append(phrase.first)
            return Resolved((entity,), f"{rule}-known")
        name = self._description_name(phrase, described)
        existing = next((e for e in self.registry.entities if e.name.lower() == name.lower()), None)
        if existing is None:
            existing = self._fresh(name, self._kind(phrase, role))
        descriptions.add(self.page, existing, described)
        existing.seen.append(phrase.first)
        return Resolved((existing,), "description")

    def _fresh(self, name: str, kind: SpeakerKind) -> Entity:
        known = next((e for e in self.registry.entities if e.name == name), None)
        return known or self.registry.new(name, kind, named=False)

    def _kind(self, phrase: Phrase, role: roles.Role | None) -> SpeakerKind:
        token = self.page.tokens[phrase.head]
        if token.feats.get("Number") == "Plur" and (role is None or role.kind == "person"):
            return "group"
        if role is not None:
            return role.kind
        entity = self.page.entity_at(phrase.head)
        if entity is not None and entity.label in ("ORG", "LOC"):
            return "organization"
        return "unknown"

    def _match(
        self, described: descriptions.Description, role: roles.Role | None, at: int, phrase: Phrase
    ) -> Entity | None:
        """The most recent entity whose known descriptions agree with this one."""
        plural = self.page.tokens[phrase.head].feats.get("Number") == "Plur"
        indefinite = self.page.word(phrase.first) == "egy"
        if plural or indefinite or described.head in UNNAMED and described.modifiers:
            return None
        scored = []
        for entity in self.registry.entities:
            last = entity.last_before(at)
            score = _agreement(entity, described, role)
            if score > 0 and last >= 0:
                scored.append((score, last, entity))
        if scored:
            return max(scored, key=lambda row: (row[0], row[1]))[2]
        return self._generic(role, at, described)

    def _generic(self, role: roles.Role | None, at: int, described: descriptions.Description) -> Entity | None:
        """*a politikus*, *a szakember*, *a cég*: the last person or body of whom nothing contradicts it."""
        if role is None:
            return None
        people = role.kind == "person" and (role.groups & GENERIC_PERSON or not described.modifiers)
        bodies = role.kind == "organization" and (role.groups & GENERIC_BODY or not described.modifiers)
        if not people and not bodies:
            return None
        wanted = "person" if people else "organization"
        for place, entities in reversed(self._force):
            if place < at and len(entities) == 1 and entities[0].kind == wanted and entities[0].named:
                if _compatible(entities[0], role):
                    return entities[0]
                break
        recent = [e for e in self.registry.entities if e.kind == wanted and e.named and e.last_before(at) >= 0 and _compatible(e, role)]
        return max(recent, key=lambda e: e.last_before(at), default=None)

    def _description_name(self, phrase: Phrase, described: descriptions.Description) -> str:
        """The description in the nominative, without article."""
        page = self.page
        first = described.first
        words = page.document.text[page.tokens[first].start : page.tokens[phrase.head].end].split()
        token = page.tokens[phrase.head]
        if page.case(phrase.head) not in ("Nom", ""):
            words[-1] = _plain_nominative(token.text, token.lemma, "Number[psor]" in token.feats)
        return " ".join(words)

    def _document(self, attribution: Attribution, phrase: Phrase) -> Resolved:
        """A document is spoken by its issuer: its owner in the phrase, else the body in force."""
        page = self.page
        owners = self.registry.all_in(phrase.first, phrase.head)
        if owners:
            return Resolved((owners[-1],), "issuer")
        role = self._role(phrase)
        inner = [p for p in phrases_in(page, phrase.first, phrase.head) if (r := self._role(p)) is not None and r.kind in ("person", "organization", "group")]
        if inner and "Number[psor]" in page.tokens[phrase.head].feats:
            return self._known_or_new(inner[-1], phrase.first, "issuer")
        statement = role is not None and role.groups & {"STATEMENT", "LETTER", "POST", "SPEECH", "INTERVIEW", "TESTIMONY"}
        if statement and page.word(phrase.first) != "egy" or role is not None and role.event:
            force = self._in_force(_place(attribution), plural=False)
            if force.entities:
                return Resolved(force.entities, "issuer-in-force")
        described = descriptions.describe(page, phrase)
        name = self._description_name(phrase, described)
        return Resolved((self._fresh(name, "document" if role and not role.event else "unknown"),), "document")

    def _unexpressed(self, attribution: Attribution) -> Resolved:
        at = _place(attribution)
        hit = attribution.candidate.hit
        plural = hit is not None and hit.kind == "verb" and self.page.tokens[hit.head].feats.get("Number") == "Plur"
        if hit is None:
            return self._neighbour(attribution)
        if attribution.candidate.frame == "noun":
            return Resolved((), "unresolved")
        subject = self._subject_before(at, plural)
        if subject is not None:
            return Resolved((subject,), "subject")
        return self._in_force(at, plural)

    def _subject_before(self, at: int, plural: bool) -> Entity | None:
        """The subject of an earlier clause of the sentence, or of the sentence before when nobody spoke since."""
        page = self.page
        first, _ = page.sentence(at)
        last_spoken = max((place for place, _ in self._force if place < at), default=-1)
        found = self._subject_in(first, at, at)
        if found is not None and not plural:
            return found
        while first > 0 and not plural:
            low, high = page.sentence(first - 1)
            if last_spoken >= low or page.paragraph(low)[0] != page.paragraph(at)[0] and last_spoken >= 0:
                return None
            found = self._subject_in(low, high, at)
            if found is not None:
                return found
            first = low
        return None

    def _subject_in(self, low: int, high: int, at: int) -> Entity | None:
        page = self.page
        for i in range(low, high):
            if page.tokens[i].dep != "nsubj" or page.case(i) != "Nom" or page.region_of(i) is not page.region_of(at):
                continue
            entity = page.entity_at(i)
            known = self.registry.of_mention(entity.first, entity.last) if entity is not None else None
            if known is not None:
                return known
            role = roles.role_of(page.tokens[i].lemma)
            if role is not None and role.kind == "person" and page.tokens[i].feats.get("Number") != "Plur":
                described = descriptions.describe(page, Phrase(*_core(page, i), i))
                match = self._match(described, role, i, Phrase(*_core(page, i), i))
                if match is not None:
                    return match
        return None

    def _in_force(self, at: int, plural: bool) -> Resolved:
        """The last speaker before `at`; a plural verb asks for a body or a group."""
        spoken = [entities for place, entities in self._force if place < at and entities]
        if plural:
            for entities in reversed(spoken):
                if len(entities) > 1 or entities[0].kind in ("organization", "group"):
                    return Resolved(entities, "in-force")
            bodies = [e for e in self.registry.entities if e.kind in ("organization", "group") and e.last_before(at) >= 0]
            best = max(bodies, key=lambda e: e.last_before(at), default=None)
            return Resolved((best,), "last-body") if best is not None else Resolved((), "unresolved")
        if spoken:
            return Resolved(spoken[-1], "in-force")
        people = [e for e in self.registry.entities if e.kind == "person" and e.last_before(at) >= 0]
        best = max(people, key=lambda e: e.last_before(at), default=None)
        return Resolved((best,), "last-name") if best is not None else Resolved((), "unresolved")

    def _neighbour(self, attribution: Attribution) -> Resolved:
        """An uncued quotation in marks: the speaker before it, or behind it in the same sentence."""
        at = attribution.candidate.content[0][0]
        before = [(place, e) for place, e in self._force if place < at and e]
        if before:
            return Resolved(before[-1][1], "continued")
        after = [(place, e) for place, e in self._force if place >= at and e]
        return Resolved(after[0][1], "continued") if after else Resolved((), "unresolved")


MEDIA_NOUNS = frozenset({"tudósítás", "hírügynökség", "hírportál", "portál", "lap", "újság", "magazin", "hetilap", "napilap", "rádió", "televízió", "csatorna", "értesülés"})


def _core(page: Page, head: int) -> tuple[int, int]:
    from quoteservice.search.phrases import left_edge

    return left_edge(page, head, page.sentence(head)[0]), head + 1


def _place(attribution: Attribution) -> int:
    hit = attribution.candidate.hit
    return hit.head if hit is not None else attribution.candidate.content[0][0]


def _agreement(entity: Entity, described: descriptions.Description, role: roles.Role | None) -> float:
    """How well a description fits an entity: the same head or synonym group, shared and clashing modifiers."""
    if described.head in entity.heads:
        score = 2.0
    elif role is not None and role.groups & entity.groups:
        score = 1.5
    else:
        return 0.0
    shared = described.modifiers & entity.modifiers
    clash = described.modifiers - entity.modifiers
    return score + 0.5 * len(shared) - (0.4 * len(clash) if entity.modifiers else 0.1 * len(clash))


def _compatible(entity: Entity, role: roles.Role) -> bool:
    """Nothing known of the entity speaks against the role."""
    return not entity.groups or bool(entity.groups & role.groups) or bool(role.groups & (GENERIC_PERSON | GENERIC_BODY))


def _plain_nominative(text: str, lemma: str, possessed: bool) -> str:
    """The nominative of a common noun; of a possessed one (*közleményében*) with its possessive ending."""
    if not possessed:
        return lemma or text
    for ending in ("ban", "ben", "ból", "ből", "ról", "ről", "nak", "nek", "tól", "től", "ra", "re", "n", "t", "val", "vel"):
        if text.endswith(ending) and len(text) > len(ending) + 2:
            stem = text.removesuffix(ending)
            return stem[:-1] + {"á": "a", "é": "e"}.get(stem[-1], stem[-1])
    return nominative(text, lemma)


def _acronyms(page: Page, registry: Registry) -> None:
    """*Központi Statisztikai Hivatal (KSH)*: what stands in brackets right behind a name is another name of it."""
    for entity in page.document.entities:
        if entity.last + 2 < len(page.tokens) and page.tokens[entity.last].text == "(" and page.tokens[entity.last + 2].text == ")":
            known = registry.of_mention(entity.first, entity.last)
            alias = page.tokens[entity.last + 1].text
            if known is not None and known.kind == "organization" and alias.isupper() and len(alias) > 1:
                registry.join_alias(known, alias)
