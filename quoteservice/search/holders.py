"""Which nouns before *szerint* hold a view: people, bodies, groups, media, owned documents; not norms or measures."""

from quoteservice.lexicon import roles
from quoteservice.lexicon.tables import word_set
from quoteservice.search.page import RELATIVES, Page
from quoteservice.search.phrases import Phrase, is_name

NOT_HOLDERS = word_set("according", "not_holders")
NORMS = (
    "törvény",
    "szabály",
    "szabályzat",
    "rendelet",
    "szerződés",
    "egyezmény",
    "előírás",
    "menetrend",
    "sorrend",
    "névsor",
    "típus",
    "végzettség",
    "szempont",
    "érték",
    "módszer",
)
DATA = word_set("according", "data")
DOCUMENTS = word_set("according", "documents")
BODIES = tuple(word_set("according", "bodies"))
WITHOUT = word_set("according", "pronouns_without")
WITH = word_set("according", "pronouns_with")
OWN = word_set("inquit", "own_outlet")
OWN_SOURCES = frozenset({"forrás", "olvasó"})
"""People who are no part of the newsroom though it calls them its own: *forrásunk*."""
QUANTIFIERS = frozenset({"sokak", "egyesek", "többek", "mások"})
LAW_GROUPS = frozenset({"LAW", "PROPOSAL"})
ABSTRACT_ENDINGS = ("ás", "és", "ság", "ség", "mány", "mény", "elv", "rend", "tan", "at", "et")


def holds_view(page: Page, phrase: Phrase) -> bool:
    """Whether what a phrase names can be said to hold a view."""
    token = page.tokens[phrase.head]
    lemma, word = token.lemma.lower(), token.text.lower()
    if word in RELATIVES:
        return word.startswith("aki") or _antecedent_holds(page, phrase)
    if word in WITH:  # but a sokak szerint hibás döntés: what many think is an attribute of what the article tells
        return not (word in QUANTIFIERS and page.word(phrase.first) in {"a", "az"})
    mine = token.feats.get("Person[psor]") in ("1", "2") and lemma not in OWN_SOURCES and word not in roles.index()
    if {word, lemma} & WITHOUT or word in OWN or mine:
        return False
    entity = page.entity_at(phrase.head)
    common = token.upos == "NOUN" and phrase.last - phrase.first == 1 and _is_norm(word, lemma)
    if entity is not None and entity.label in ("PER", "ORG") and not common:
        return True  # *Méret szerint* opens a sentence: its capital makes no name
    return not _is_norm(word, lemma) and _common_noun_holds(page, phrase, lemma)


def _is_norm(word: str, lemma: str) -> bool:
    """A noun of the list, or a compound of one (*alapszabály*, *betűtípus*) that names no role."""
    return bool({word, lemma} & NOT_HOLDERS) or (lemma.endswith(NORMS) and roles.role_of(lemma) is None)


def _common_noun_holds(page: Page, phrase: Phrase, lemma: str) -> bool:
    token = page.tokens[phrase.head]
    if lemma in DATA:
        return phrase.last - phrase.first > 1 and _owned(page, phrase)
    role = roles.role_of(token.text) or roles.role_of(lemma)
    if lemma in DOCUMENTS or (role is not None and not role.event and not role.groups & LAW_GROUPS):
        return True
    if role is not None:
        return role.groups == {"PROPOSAL"} and _owned(page, phrase)
    if is_name(page, phrase.head):
        return True
    if token.upos in ("ADV", "NUM", "DET") or page.case(phrase.head) not in ("Nom", ""):
        return False
    people = token.feats.get("Number") == "Plur" and not lemma.endswith(("ás", "és"))
    return lemma.endswith(BODIES) or people or not lemma.endswith(ABSTRACT_ENDINGS)


def _antecedent_holds(page: Page, phrase: Phrase) -> bool:
    """*a Világbank jelzése, amely szerint*, but not *a törvény, amely szerint*."""
    head, first = phrase.first - 2, page.sentence(phrase.first)[0]
    if page.word(phrase.first - 1) != "," or head < first:
        return False
    head = next((i for i in range(head, first - 1, -1) if page.tokens[i].upos in ("NOUN", "PROPN")), head)
    lemma = page.tokens[head].lemma.lower()
    role = roles.role_of(lemma)
    return lemma not in NOT_HOLDERS and not (role is not None and role.groups & LAW_GROUPS)


def _owned(page: Page, phrase: Phrase) -> bool:
    """*a KSH adatai*: the data have an owner in front of them."""
    return "Number[psor]" in page.tokens[phrase.head].feats and any(
        page.tokens[i].upos in ("NOUN", "PROPN") and page.case(i) in ("Nom", "", "Dat")
        for i in range(phrase.first, phrase.head)
    )
