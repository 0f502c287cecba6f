"""A walk to the left over the attributes of a noun, and what it asks of the words that it passes."""

import re
from dataclasses import dataclass
from functools import lru_cache

from quoteservice.lexicon.tables import word_set
from quoteservice.model import Token
from quoteservice.search.page import Page

ARTICLES = frozenset({"a", "az", "egy"})
COUNTING = frozenset({"egy", "egyik", "másik", "több", "néhány", "két", "három", "számos"})
"""May stand before a comma and the rest of their phrase: *egy, az ügyre rálátó ügyvéd*."""
TIME = word_set("time", "words")
LONGEST_ATTRIBUTE = 14
OWNED = re.compile(r"j?[áé](?:b[ae]n|b[óő]l|r[óő]l|n[ae]k|t[óő]l|v[ae]l|r[ae]|h[oe]z|n[áé]l|n|t)$")
COMPLEMENTS = ("advmod:t", "obl", "obj", "xcomp")
"""What only a verb form governs, or an adjective like one (*felelős*)."""


@dataclass(slots=True)
class Walk:
    """A walk to the left: the head, how far it got, and whether it passed a participle."""

    page: Page
    head: int
    low: int
    participle: bool

    @property
    def tree_low(self) -> int:
        """Where the tree says that the phrase begins."""
        return self.page.tree.subtree(self.head)[0]

    @property
    def possessed(self) -> bool:
        """Whether the head has an owner."""
        return has_owner(self.page.tokens[self.head])


def has_owner(token: Token) -> bool:
    """Whether a noun is someone's, by its tag or by its ending."""
    return "Number[psor]" in token.feats or _is_owned(token.text.lower(), token.lemma)


@lru_cache(maxsize=20_000)
def _is_owned(word: str, lemma: str) -> bool:
    """*dokumentumából*: a possessive ending before a case ending, which a tagger may miss."""
    return word.startswith(lemma) and OWNED.match(word, len(lemma)) is not None


def is_participle(page: Page, at: int) -> bool:
    """Whether a participle stands at `at`; an adjective in -ó/-ő behind an oblique noun counts."""
    token = page.tokens[at]
    if token.feats.get("VerbForm", "").startswith("Part"):
        return True
    if token.upos != "ADJ":
        return False
    ends = token.text.endswith(("ó", "ő", "tt", "felelős"))
    oblique = at > 0 and page.case(at - 1) not in ("Nom", "", "Dat") and ends
    return oblique or any(i < at and page.tree.dep(i).startswith(COMPLEMENTS) for i in page.tree.children(at))


def is_name(page: Page, at: int) -> bool:
    """Whether a proper name ends at (or holds) token `at`."""
    entity = page.entity_at(at)
    return page.tokens[at].upos == "PROPN" or (entity is not None and entity.label in ("PER", "ORG"))


def starts_person(page: Page, low: int) -> bool:
    """Whether a person's name begins at `low`: a noun before it belongs to another phrase."""
    entity = page.entity_at(low)
    return entity is not None and entity.label == "PER" and entity.first == low


def opened_by_article(page: Page, at: int) -> bool:
    """Whether an article or *több,* opens the stretch that ends at `at`: what stands between is one attribute."""
    for i in range(at, max(page.sentence(at)[0], at - LONGEST_ATTRIBUTE) - 1, -1):
        if page.word(i) in ARTICLES or (page.word(i) == "," and page.word(i - 1) in COUNTING):
            return True
        if page.word(i) in {",", ":", ";"} or page.is_dash(i) or page.is_finite(i) or page.is_mark(i):
            return False
    return False


def led_by_article(page: Page, at: int) -> bool:
    """Whether an article of the same sentence opens the stretch before `at`."""
    return at > page.sentence(at)[0] and opened_by_article(page, at - 1)
