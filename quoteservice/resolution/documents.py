"""Documents speak for those who issued them: *a közleményben*, *a rendőrség jelentése*."""

from quoteservice.lexicon import roles
from quoteservice.lexicon.names import is_country
from quoteservice.lexicon.tables import word_set
from quoteservice.model import SpeakerKind
from quoteservice.resolution import described, descriptions
from quoteservice.resolution.entities import Entity
from quoteservice.resolution.scene import Attribution, Resolved, Scene
from quoteservice.resolution.subjects import subject_before, subject_in
from quoteservice.search.page import Page
from quoteservice.search.phrases import ARTICLES, Phrase, left_edge, phrases_in
from quoteservice.search.walk import has_owner

OWN_VOICE = frozenset({"STATEMENT", "LETTER", "POST", "SPEECH", "INTERVIEW", "TESTIMONY", "PRESS_EVENT"})
PERSONAL_PAPERS = frozenset({"LETTER", "POST", "SPEECH", "INTERVIEW", "TESTIMONY"})
PUBLISHED, SENT = word_set("papers", "published"), word_set("papers", "sent")
FAR = 400
"""Tokens within which a paper is still the one mentioned before."""
ANSWER = "válasz"
"""Is given by who spoke last: *áll a válaszban*."""
ANY_PAPER = frozenset({"dokumentum", "irat", "anyag", "szöveg"})
OFFICIAL = "hivatalos"
BODIES = frozenset({"organization", "group"})


def _last_body(scene: Scene, at: int) -> Entity | None:
    """The body that spoke last, or was named since, in this paragraph or the one before; a relaying medium is none."""
    page = scene.page
    first, _ = page.paragraph(at)
    first, _ = page.previous_paragraph(first) or (first, first)
    spoke = [
        (turn.place, turn.entities[0])
        for turn in scene.turns
        if first <= turn.place < at and not turn.by_medium and turn.entities and turn.entities[0].kind in BODIES
    ]
    named = [
        (e.last_before(at), e)
        for e in scene.registry.entities
        if e.kind == "organization" and e.named and not e.groups & roles.MEDIA and not is_country(e.name)
    ]
    recent = [(place, e) for place, e in named if place >= first and not scene.quoted(place)]
    best = max(spoke, key=lambda pair: pair[0], default=None) or max(recent, key=lambda pair: pair[0], default=None)
    return best[1] if best is not None else None


def _adjective_owner(scene: Scene, phrase: Phrase) -> Entity | None:
    """*a rendőrségi jelentés*, *a minisztériumi közlemény*: the body in the adjective."""
    page, own = scene.page, scene.role(phrase)
    if own is not None and (own.kind not in ("document", "unknown") or "WEBSITE" in own.groups):
        return None
    for at in range(phrase.first, phrase.head):
        noun = page.word(at).removesuffix("i")
        role = roles.role_of(noun) if page.word(at).endswith("i") else None
        if role is None or role.kind != "organization":
            continue
        bodies = [e for e in scene.registry.entities if noun in e.heads and e.last_before(at) >= 0]
        known = next(iter(sorted(bodies, key=lambda e: not e.named)), None)
        known = known or scene.registry.new(noun, "organization", named=False)
        known.heads.add(noun)
        known.groups |= role.groups
        known.see(at)
        return known
    return None


def _giver(scene: Scene, at: int) -> Entity | None:
    """*Az ügyészség vádat emelt a férfi ellen, aki a tájékoztatás szerint …*: the body that acts in this sentence."""
    subject = subject_before(scene, at, new=True, here=True)
    return subject if subject is not None and subject.kind in BODIES else None


def _publisher(scene: Scene, phrase: Phrase) -> Phrase | None:
    """*a tárca honlapján közzétett tájékoztató*: whose the page is on which it stands."""
    page = scene.page
    if page.word(phrase.head - 1) not in PUBLISHED:
        return None
    for at in range(phrase.first, phrase.head - 1):
        role = roles.of_token(page.tokens[at])
        if role is not None and role.kind in roles.SAYERS:
            return Phrase(phrase.first, at + 1, at)
    return None


def _sender(scene: Scene, phrase: Phrase) -> Phrase | None:
    """*abból a levélből, amelyet az intézet küldött*: the subject of the clause behind it."""
    page, start = scene.page, phrase.last + 2
    if page.word(phrase.last) != "," or page.word(phrase.last + 1) not in SENT:
        return None
    end = page.sentence(phrase.head)[1]
    verb = next((i for i in range(start, end) if page.is_finite(i)), end)
    for sender in phrases_in(page, start, verb):
        role = scene.role(sender)
        if page.case(sender.head) == "Nom" and role is not None and role.kind in roles.SAYERS:
            return sender
    return None


def _owner_before(scene: Scene, phrase: Phrase) -> Entity | None:
    """*A kamara közleménye … A közlemény szerint …*: whose the same paper was when it was mentioned last."""
    page, lemma = scene.page, scene.page.tokens[phrase.head].lemma
    for at in range(phrase.first - 1, max(0, phrase.first - FAR), -1):
        token = page.tokens[at]
        if token.lemma != lemma or page.region_of(at) is not None:
            continue
        if "Number[psor]" not in token.feats:
            by_it = page.case(at) in ("Ine", "Ins")  # levélben fordult, közleménnyel reagált
            if by_it and (sender := subject_in(scene, *page.sentence(at))) is not None:
                return sender
            continue
        first = left_edge(page, at, page.sentence(at)[0])
        inner = phrases_in(page, first, at)
        owners = [] if page.case(first) == "Dat" or _addressed(scene, first, at) else scene.registry.all_in(first, at)
        role = scene.role(inner[-1]) if inner else None
        if owners or (role is not None and role.kind in roles.SAYERS):
            return owners[-1] if owners else described.resolve(scene, inner[-1], inner[-1].first).entities[0]
    return None


def _addressed(scene: Scene, first: int, paper: int) -> bool:
    """*a Blikknek eljuttatott közlemény*: who stands before the participle was given the paper."""
    page = scene.page
    return any(page.case(i) == "Dat" and page.tokens[i + 1].upos == "ADJ" for i in range(first, paper - 1))


def _of_same_paper(scene: Scene, at: int, phrase: Phrase) -> Entity | None:
    """*A számvevők jelentése szerint … A dokumentum azt írja …*: whose paper spoke last in this paragraph."""
    if phrase.head != phrase.first + 1 or scene.page.tokens[phrase.head].lemma not in ANY_PAPER:
        return None
    first, _ = scene.page.paragraph(at)
    past = [turn for turn in scene.turns if first <= turn.place < at and turn.entities and turn.source is not None]
    role = scene.role(past[-1].source) if past and past[-1].source is not None else None
    return past[-1].entities[0] if role is not None and role.kind == "document" else None


def _medium_in_force(scene: Scene, at: int, phrase: Phrase, role: roles.Role | None) -> Entity | None:
    """*A Népszava szerint … Az írás emlékeztet arra …*: the medium that spoke last in this paragraph."""
    bare = phrase.head == phrase.first + 1 and scene.page.word(phrase.first) in ("a", "az")
    if not bare or role is None or "ARTICLE" not in role.groups:
        return None
    first, _ = scene.page.paragraph(at)
    spoke = [turn for turn in scene.turns if first <= turn.place < at and turn.by_medium and turn.entities]
    return spoke[-1].entities[0] if spoke else None


def resolve(scene: Scene, attribution: Attribution, phrase: Phrase, own: bool = False) -> Resolved:
    """The issuer of a document or event, or the document itself when the article names none.

    `own`: it is someone's word by what it is (*a tájékoztatás*).
    """
    found = _told(scene, attribution, phrase) or _in_force(scene, attribution.place, phrase, own)
    if found is not None:
        return found
    role = scene.role(phrase)
    name = described.plain_name(scene, phrase, descriptions.describe(scene.page, phrase))
    known = next((e for e in scene.registry.entities if e.name == name), None)
    kind: SpeakerKind = "document" if role is not None and not role.event else "unknown"
    return Resolved((known or scene.registry.new(name, kind, named=False),), "document")


def _told(scene: Scene, attribution: Attribution, phrase: Phrase) -> Resolved | None:
    """The issuer whom the phrase or its sentence tells."""
    owners = scene.registry.all_in(phrase.first, phrase.head)
    if owners:
        return Resolved((owners[-1],), "issuer")
    if (issuer := _adjective_owner(scene, phrase)) is not None:
        return Resolved((issuer,), "issuer")
    inner = [
        p
        for p in phrases_in(scene.page, phrase.first, phrase.head)
        if (r := scene.role(p)) is not None and (r.kind in roles.SAYERS or "WEBSITE" in r.groups)
    ]
    owned = _owned(scene, phrase)
    if owned and not inner and (named := _capitalised(scene, phrase)) is not None:
        return Resolved((named,), "issuer")
    owner = _sayer_in(scene, inner[-1]) if inner and owned else _publisher(scene, phrase) or _sender(scene, phrase)
    if owner is not None:
        return described.resolve(scene, owner, phrase.first, "issuer")
    giver = None if owned else _giver(scene, attribution.place)
    return Resolved((giver,), "issuer-subject") if giver is not None else None


def _sayer_in(scene: Scene, owner: Phrase) -> Phrase:
    """*a minisztérium honlapjának adatai*: whose the owner is, where that is a paper or a page itself."""
    for inner in reversed(phrases_in(scene.page, owner.first, owner.head)):
        role = scene.role(inner)
        if role is not None and role.kind in roles.SAYERS and _owned(scene, owner):
            return inner
    return owner


def _capitalised(scene: Scene, phrase: Phrase) -> Entity | None:
    """*a Times Of Velence cikke*: an owner that begins with a capital is a name, though no tagger knows it."""
    page, last = scene.page, phrase.head
    first = last
    while first > phrase.first and _is_capitalised(page, first - 1):
        first -= 1
    return scene.registry.new(scene.text(first, last), "organization", named=True) if first < last else None


def _is_capitalised(page: Page, at: int) -> bool:
    """A capital that the place does not explain: no article, no adjective that opens a sentence."""
    opens = at == page.sentence(at)[0] and page.tokens[at].upos != "PROPN"
    return page.tokens[at].text[:1].isupper() and not opens and page.word(at) not in ARTICLES


def _in_force(scene: Scene, at: int, phrase: Phrase, own: bool) -> Resolved | None:
    """The issuer by what was said before: of the same paper, else who spoke or acted last."""
    role, owned = scene.role(phrase), _owned(scene, phrase)
    if not owned and (medium := _medium_in_force(scene, at, phrase, role)) is not None:
        return Resolved((medium,), "issuer-in-force")
    if not owned and (owner := _owner_before(scene, phrase) or _of_same_paper(scene, at, phrase)) is not None:
        return Resolved((owner,), "issuer-known")
    official = scene.page.word(phrase.head - 1) == OFFICIAL and not owned
    own = own or (role is not None and bool(role.groups & OWN_VOICE or role.event))
    if not (own or owned) or official or scene.page.word(phrase.first) == "egy":
        return None
    past = scene.before(at)
    own_words = [turn for turn in past if turn.rule != "medium"] or past
    personal = scene.page.tokens[phrase.head].lemma == ANSWER or (role is not None and role.groups & PERSONAL_PAPERS)
    if own_words and personal:
        return Resolved(own_words[-1].entities, "issuer-in-force")
    if (body := _last_body(scene, at)) is not None:
        return Resolved((body,), "issuer-body")
    if (subject := subject_before(scene, at, new=not past)) is not None:
        return Resolved((subject,), "issuer-subject")
    return Resolved(own_words[-1].entities, "issuer-in-force") if past else None


def _owned(scene: Scene, phrase: Phrase) -> bool:
    return has_owner(scene.page.tokens[phrase.head])
