"""The role lexicon: nouns that name speakers, documents and events, in groups of synonyms."""

from dataclasses import dataclass
from functools import cache, lru_cache

from quoteservice.lexicon import tables
from quoteservice.model import SpeakerKind, Token

KINDS: dict[str, SpeakerKind] = {
    "person": "person", "organisation": "organization", "group": "group", "document": "document", "event": "unknown",
}  # fmt: skip
SAYERS = frozenset({"person", "organization", "group"})
"""Kinds that can say something themselves; documents speak for those who issued them."""
MEDIA = frozenset({"NEWS_SITE", "NEWSPAPER", "AGENCY_NEWS", "BROADCASTER"})
"""Synonym groups of media, which may only relay what someone said."""
SHORTEST_TAIL = 4
TAILS = frozenset({"cég"})
"""Shorter nouns that compounds end in."""


@dataclass(frozen=True, slots=True)
class Role:
    """A noun that can stand for a speaker; `groups` are its synonym groups (more than one when ambiguous)."""

    noun: str
    kind: SpeakerKind
    event: bool
    groups: frozenset[str]
    relational: bool


@cache
def index() -> dict[str, Role]:
    """Every noun of roles.tsv, singular and listed forms, lower case → its role."""
    out: dict[str, Role] = {}
    for cells in tables.rows("roles"):
        groups = frozenset(cells["group"].split("/")) - {""}
        role = Role(cells["noun"], KINDS[cells["kind"]], cells["kind"] == "event", groups, cells["relational"] == "R")
        out[role.noun.lower()] = role
    return out


@lru_cache(maxsize=20_000)
def role_of(lemma: str) -> Role | None:
    """The role of a noun; of a compound, that of the longest known noun it ends in (*szóvivőhelyettes* has its own)."""
    known = index()
    lemma = lemma.lower()
    if lemma in known:
        return known[lemma]
    for cut in range(1, len(lemma) - 2):
        if (tail := lemma[cut:].lstrip("-")) in known and (len(tail) >= SHORTEST_TAIL or tail in TAILS):
            return known[tail]
    return None


def of_token(token: Token) -> Role | None:
    """The role of a word in a text: of its lemma, or of the word itself where the lemma is wrong."""
    return role_of(token.lemma) or role_of(token.text)
