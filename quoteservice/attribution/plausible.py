"""Rejects what only looks like a report once its source is known: evidence, norms, the author's own voice."""

from quoteservice.attribution.source import Found
from quoteservice.attribution.weigh import STANDING
from quoteservice.lexicon import roles
from quoteservice.lexicon.tables import word_set
from quoteservice.search.candidate import Candidate
from quoteservice.search.frames.complement import MENTAL
from quoteservice.search.frames.joint import object_filled
from quoteservice.search.hits import Hit
from quoteservice.search.page import Page

NEEDS_ORIGIN = frozenset({"kiderül", "megtud", "kitűnik", "elhangzik", "áll", "szerepel"})
EVIDENCE = frozenset({
    "mutat", "bizonyít", "igazol", "jelez", "tanúskodik", "kimond", "rögzít", "rendelkezik", "szól", "utal", "kimutat",
    "alátámaszt", "sugall", "előír", "jelent", "tartalmaz", "sejtet",
})  # fmt: skip
AGENTS = (*word_set("according", "bodies"), "csoport", "lógus", "ász", "vész", "nész", "tész", "ista", "nök", "szóvivő")
"""Endings of nouns of bodies and of people, who report where a thing only shows."""
ASSURING = frozenset({"megerősít", "biztosít"})
ABSTRACT = ("ás", "és", "ság", "ség", "mény", "elem", "ció")
"""Endings of what cannot say that something is so: *ez a felfedezés megerősíti a döntést arról, hogy …*."""
UNTIL = frozenset({"mire", "amíg", "míg", "ameddig"})
"""*két évig tartott, mire …*: it lasted."""
THIS = frozenset({"ez", "mindez", "ezek", "ami"})
WHOEVER = frozenset({"Aki", "Akik"})
"""*Aki azt mondja, hogy …, az téved*: no one in particular."""
THOSE = frozenset({"azok", "azokat", "azoknak", "azokkal", "azokra"})
"""*csak azok mehetnek be, akik igazolják, hogy …*: no one in particular either."""
ASKING = frozenset({"ki", "kik"})
ABSENT = frozenset({"nincs", "sincs", "nincsen", "sincsen", "nincsenek", "sincsenek"})
"""*arról nincs hír, hogy …*: nobody says it."""
OF_THINGS = frozenset({"ami", "amik", "amely", "amelyek", "mely", "melyek"})
OWN = word_set("inquit", "own_outlet")


def plausible(page: Page, candidate: Candidate, found: Found | None) -> bool:
    """Whether someone other than the article can have said it."""
    hit = candidate.hit
    if hit is not None and hit.kind == "verb" and _tells_nothing(page, candidate, hit):
        return False
    if hit is None or hit.kind in ("according", "pronominal", "noun", "converb"):
        return hit is None or hit.kind != "noun" or not _is_absent(page, hit)
    if candidate.frame.startswith("inquit") and candidate.direct:
        return found is None or page.word(found.phrase.head) not in OWN
    if _seen(page, candidate, hit):
        return False
    if found is None:
        if any(page.word(i) in OWN for i in range(candidate.zone[0], hit.first)) or _shown(page, candidate, hit):
            return False
        generic = hit.row.lemma in {"mond", "beszél", "tud"} and _present_plural(page, hit.head)
        shows = hit.row.lemma == "mutat"  # a gátaknál tapasztaltak azt mutatják, hogy …
        return hit.row.lemma not in NEEDS_ORIGIN and not generic and not shows
    head = _meant(page, found.phrase.head)
    token = page.tokens[head]
    role = roles.of_token(token)
    if _no_sayer(page, hit, found) or (role is not None and "LAW" in role.groups):
        return False
    if hit.row.lemma in ASSURING and role is None and token.lemma.lower().endswith(ABSTRACT):
        return page.entity_at(head) is not None
    if hit.row.lemma in EVIDENCE and not token.lemma.lower().endswith(AGENTS):
        entity = page.entity_at(head)
        named = (entity is not None and entity.label in ("PER", "ORG")) or token.upos in ("PROPN", "PRON")
        return named or (role is not None and role.groups != {"DATA"})
    return True


def _is_absent(page: Page, hit: Hit) -> bool:
    """Whether the clause of a noun says that there is no such thing."""
    return any(page.word(i) in ABSENT for i in range(*page.clause(hit.head)))


def _meant(page: Page, at: int) -> int:
    """The noun right before its comma that a relative pronoun stands for (*bizonyíték, amely …*), or `at` itself."""
    noun = at - 2
    stands = page.word(at) in OF_THINGS and page.word(at - 1) == "," and page.tokens[noun].upos in ("NOUN", "PROPN")
    return noun if stands else at


def _no_sayer(page: Page, hit: Hit, found: Found) -> bool:
    """Whether the mention is of no one in particular, of the outlet itself or of a place."""
    text = page.tokens[found.phrase.head].text
    free = text in {"aki", "akik"} and page.word(found.phrase.first - 1) in {"és", "de", "mert", "hogy"}
    if text in WHOEVER or free or (text == "akik" and _of_no_one(page, hit, found.phrase.first)):
        return True
    return text.lower() in OWN or (hit.row.lemma in STANDING and _is_place(page, found.phrase.head))


def _is_place(page: Page, at: int) -> bool:
    """*Európában Svédország áll az élen: …*: a place is no paper in which something could stand."""
    entity = page.entity_at(at)
    return entity is not None and entity.label == "LOC"


def _tells_nothing(page: Page, candidate: Candidate, hit: Hit) -> bool:
    """Whether the verb holds an attitude, or the clause is no statement that someone said something."""
    if hit.row.lemma == "tart" and page.word(candidate.content[0][0]) in UNTIL:
        return True
    if hit.row.lemma in MENTAL and candidate.frame.startswith("complement"):
        return True
    by_this = "doc" not in hit.row.frame and _by_this(page, hit.head)
    return not candidate.direct and (by_this or _undone(page, candidate, hit.first))


def _undone(page: Page, candidate: Candidate, verb: int) -> bool:
    """*hiába kérték, nem mehettek be*; *ki utasította a hivatalt*: it is told that or asked whether, not what."""
    low = max(candidate.zone[0], page.sentence(verb)[0])
    words = {page.word(i) for i in range(low, verb)}
    in_vain = "hiába" in words and candidate.frame == "complement.comma"
    return in_vain or page.word(verb - 1) in ASKING


def _of_no_one(page: Page, hit: Hit, relative: int) -> bool:
    """*csak azok mehetnek be, akik igazolják*, but not *azok a diákok, akik*."""
    if page.clause(hit.head)[0] > relative:
        return False
    first, last = page.clause(relative - 2)
    return any(page.word(i) in THOSE and page.word(i + 1) not in {"a", "az"} for i in range(first, last))


def _shown(page: Page, candidate: Candidate, hit: Hit) -> bool:
    """*A rendszer összeomlását jelzi, hogy …*: the clause is what shows it."""
    return hit.row.lemma in EVIDENCE and candidate.frame == "complement.hogy" and object_filled(page, hit)


def _seen(page: Page, candidate: Candidate, hit: Hit) -> bool:
    """*kimutatták a vírust: …*, *a túlélők tüneteket mutatnak: hajuk kihullik*: the object is what is seen."""
    return hit.row.lemma in {"mutat", "kimutat"} and candidate.frame == "complement.colon" and object_filled(page, hit)


def _by_this(page: Page, verb: int) -> bool:
    """*Ez indokolja, hogy …*, *mindez azt jelzi, hogy …*: what happened shows it, nobody says it."""
    subjects = (i for i in page.tree.children(verb) if page.tree.dep(i).startswith("nsubj"))
    return any(page.word(i) in THIS for i in subjects)


def _present_plural(page: Page, verb: int) -> bool:
    feats = page.tokens[verb].feats
    past = page.word(verb).endswith(("tak", "tek", "ták", "ték"))  # beszéltek, which is also ti beszéltek
    return feats.get("Number") == "Plur" and feats.get("Tense") == "Pres" and not past
