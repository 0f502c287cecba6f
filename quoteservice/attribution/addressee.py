"""To whom it was said: the noun phrase of the cue's clause in the case that its cue asks for (*az MTI-nek*, *tőle*)."""

import re
from collections.abc import Sequence

from quoteservice.lexicon import media, roles
from quoteservice.lexicon.inflected import stems
from quoteservice.model import Span
from quoteservice.search.candidate import Candidate
from quoteservice.search.hits import Hit
from quoteservice.search.page import Page
from quoteservice.search.phrases import ARTICLES, COORDINATORS, Phrase

CASES = {"DAT": "Dat", "INS": "Ins", "ACC": "Acc", "ALL": "All", "ABL": "Abl", "ADE": "Ade", "SUB": "Sbl"}
NAMING = frozenset({"nevez", "tart", "minősít", "titulál", "ítél", "bélyegez", "nyilvánít", "lát", "talál"})
BEHIND = frozenset({
    "köszönhetően", "megfelelően", "ellenére", "kapcsolatban", "együtt", "szemben", "ellentétben", "összefüggésben",
    "egyetértésben", "függetlenül", "kezdve", "eltérően", "adott", "küldött", "írt", "tett", "címzett", "eljuttatott",
    "megküldött", "nyilatkozó", "szóló", "kiadott",
})  # fmt: skip
"""Words that take the phrase before them to themselves."""
OWNED = re.compile(r"(?:[áéi]|[uü]k|nk)(?:n[ae]k|t|v[ae]l|t[óő]l)$")
"""The ending of an owned noun, which a tagger sees where there is none (*újságíróknak*)."""
ABSTRACT = ("ság", "ség", "ás", "és")


def find(page: Page, candidate: Candidate, every: Sequence[Phrase], source: Phrase | None) -> Span | None:
    """The phrase that names who was spoken to, article included; None when the cue's clause names nobody.

    `every`: the phrases of that clause; `source` is the source mention: what it covers is no addressee.
    """
    hit = candidate.hit
    if hit is None or hit.row.lemma in NAMING:
        return None
    wanted = _cases(hit.row.addressee)
    fitting = [
        phrase
        for n, phrase in enumerate(every)
        if (_addressed(page, phrase, wanted) or ("Dat" in wanted and _hangs(page, phrase, hit)))
        and not (source is not None and source.first <= phrase.head < source.last and _nominal(page, phrase))
        and not any(phrase.first <= i < phrase.last for i in hit.tokens)
        and not _owns(page, phrase, every[n + 1] if n + 1 < len(every) else None)
    ]
    if not fitting:
        return None
    best = min(fitting, key=lambda phrase: abs(phrase.head - hit.head))
    joined = [phrase for phrase in fitting if _joined(page, phrase, best) or _joined(page, best, phrase)]
    first = min([best, *joined], key=lambda phrase: phrase.first)
    return page.span(_start(page, first), max(p.last for p in [best, *joined]))


def _start(page: Page, phrase: Phrase) -> int:
    """Where a phrase begins: *lapunknak* has no other owner, and a person before a noun is another phrase's."""
    head = page.tokens[phrase.head]
    if page.word(phrase.head).startswith(media.OWN):
        return phrase.head
    owned = "Number[psor]" in head.feats and OWNED.search(page.word(phrase.head)) is not None
    if owned or head.upos != "NOUN":
        return phrase.first
    named = [page.entity_at(at) for at in range(phrase.first, phrase.head)]
    apart = any(entity is not None and entity.label == "PER" and entity.last < phrase.last for entity in named)
    role = roles.role_of(page.tokens[phrase.head - 1].lemma) if phrase.first < phrase.head else None
    return phrase.head if apart or (role is not None and role.kind == "person") else phrase.first


def _cases(cell: str) -> frozenset[str]:
    """The cases of a cell of the cue lexicon; who is only the target or the source of the words is not addressed."""
    if "target" in cell or "source" in cell or "valaki" in cell:
        return frozenset()
    return frozenset(CASES[case] for case in re.findall(r"[A-Z]+", cell) if case in CASES)


def _addressed(page: Page, phrase: Phrase, wanted: frozenset[str]) -> bool:
    """Whether a phrase can be addressed in one of the cases; the press is, in the dative, with any cue."""
    word = page.word(phrase.head)
    if page.word(phrase.last) in BEHIND:
        return False
    cases = {case for _, case in stems(word)}
    if word.startswith(media.OWN) and not word.endswith(media.OWN):
        return bool(cases & (wanted | {"Dat", "Ins"}))
    entity = page.entity_at(phrase.head)
    label = entity.label if entity is not None else ""
    for case in wanted | {"Dat"}:
        kind = media.addressee_of(word, case)
        if kind in ("press", "pronoun") or (kind is not None and case in wanted):
            return True
        if case in cases and (label == "ORG" or (case in wanted and (label == "PER" or _is_name(page, phrase)))):
            return True
    return False


def _hangs(page: Page, phrase: Phrase, hit: Hit) -> bool:
    """A dative that the tree hangs on a verb of speaking to: a noun with an article or in the plural, not abstract."""
    token, word = page.tokens[phrase.head], page.word(phrase.head)
    if (
        token.upos != "NOUN"
        or not word.endswith(("nak", "nek"))
        or page.tree.head(phrase.head) != hit.head
        or page.word(phrase.last) in BEHIND
    ):
        return False
    definite = page.word(phrase.first) in ARTICLES or token.feats.get("Number") == "Plur"
    return definite and not word.removesuffix("nak").removesuffix("nek").endswith(ABSTRACT)


def _is_name(page: Page, phrase: Phrase) -> bool:
    """A proper noun that is no place."""
    entity = page.entity_at(phrase.head)
    return page.tokens[phrase.head].upos == "PROPN" and (entity is None or entity.label != "LOC")


def _owns(page: Page, phrase: Phrase, following: Phrase | None) -> bool:
    """*a cégnek az elnöke*: a dative that owns what stands right behind it is not addressed; one owner is enough."""
    if following is None or following.first != phrase.last or not page.word(phrase.head).endswith(("nak", "nek")):
        return False
    if "Number[psor]" not in page.tokens[following.head].feats:
        return False
    return not any(page.tokens[i].upos in ("NOUN", "PROPN") for i in range(following.first, following.head))


def _nominal(page: Page, phrase: Phrase) -> bool:
    """Whether a phrase can be a subject after all, for want of a listed noun in a case of its own at its end."""
    return not media.is_inflected(page.word(phrase.head))


def _joined(page: Page, one: Phrase, other: Phrase) -> bool:
    """*az orvosoknak és az ápolóknak*: the same case, and *és* between."""
    together = other.first == one.last + 1 and page.word(one.last) in COORDINATORS
    return together and page.case(other.head) == page.case(one.head)
