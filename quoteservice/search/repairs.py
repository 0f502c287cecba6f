"""Mistakes that parsers make time and again and the words themselves disprove, put right before anything reads them."""

from dataclasses import replace

from quoteservice.lexicon.tables import word_set
from quoteservice.model import Document, Token
from quoteservice.search.names import names

TIME = word_set("time", "words")
NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
FARTHEST_OWNER = 12


def repaired(document: Document) -> Document:
    """The document with the subjects and names that its words tell; texts and offsets stay as they are."""
    return replace(document, tokens=_subjects(document.tokens), entities=names(document))


def _subjects(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """*Kövesdi Ármin péntek reggel bejelentette*: the day is no subject, the noun that hangs on it is."""
    out = list(tokens)
    for token in tokens:
        if not token.dep.startswith("nsubj") or token.text.lower() not in TIME:
            continue
        before = tokens[max(0, token.index - FARTHEST_OWNER) : token.index]
        owner = next((t for t in before if _hangs_on(t, token)), None)
        if owner is not None:
            out[owner.index] = replace(owner, head=token.head, dep="nsubj")
            out[token.index] = replace(token, dep="obl")
    return tuple(out)


def _hangs_on(noun: Token, time: Token) -> bool:
    return (
        noun.head == time.index and noun.upos in NOMINAL and noun.feats.get("Case") == "Nom" and noun.text[0].isupper()
    )
