"""Mistakes that parsers make time and again and the words themselves disprove, put right before anything reads them."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from quoteservice.lexicon import media, roles
from quoteservice.lexicon.tables import word_set
from quoteservice.model import Arc, Document, Token
from quoteservice.search.misread import in_case, read
from quoteservice.search.names import given_in_case, names, on_platform

TIME = word_set("time", "words")
Draw = Callable[[int], Sequence[Arc]]
"""What gives the arcs of a sentence."""
NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
FARTHEST_OWNER = 12
LONG_VOWEL_T = ("át", "ét", "ót", "őt", "út", "űt")
"""Hardly any name ends in these by itself."""


def repaired(document: Document) -> Document:
    """The document with the subjects, objects and names that its words tell; texts and offsets stay as they are."""
    found = names(document)
    ends = {entity.last - 1 for entity in found if entity.label == "PER" and entity.last - entity.first > 1}
    tokens = [read(document.tokens, token) for token in document.tokens]
    changed = (token for token, before in zip(tokens, document.tokens, strict=True) if token is not before)
    nominatives = frozenset(token.index for token in changed if token.feats.get("Case") == "Nom")
    named = frozenset(token.text for token in tokens if token.upos == "PROPN")
    drawn, accusatives = partial(_subjects, document, nominatives), set()
    for at in [at for at, token in enumerate(tokens) if token.upos == "PROPN" and token.feats.get("Case") == "Nom"]:
        tokens[at] = _on_page(tokens[at])
        if _tells_accusative(document, tokens[at], at in ends, named, drawn):
            tokens[at] = in_case(tokens[at], "Acc")
            accusatives.add(at)
    arcs = partial(_objects, document.sentences, frozenset(accusatives), drawn)
    return replace(document, tokens=tuple(tokens), entities=found, arcs=arcs)


def _on_page(token: Token) -> Token:
    """*a polgármester Facebook-oldalán*: no name but a noun in the case of its ending, and someone's."""
    if not on_platform(token):
        return token
    found = media.medium_of(token.text)
    case = found[1] if found is not None else "Nom"
    return token._replace(upos="NOUN", feats={**token.feats, "Case": case, "Number[psor]": "Sing"})


def _tells_accusative(document: Document, token: Token, ends_person: bool, named: frozenset[str], drawn: Draw) -> bool:
    """*idézte Tuba Pált*, *idézte Ondrušovát*: a name that its last letters put into the accusative is in it.

    `named`: the other names of the article (*Tojot* beside *Tojo*).
    """
    if token.upos != "PROPN" or not token.text.endswith("t") or token.feats.get("Case") != "Nom":
        return False
    if ends_person and given_in_case(token, "Acc"):
        return True
    if token.text[:-1] in named:
        return True
    first, _ = document.sentences[token.sentence]
    return token.text.endswith(LONG_VOWEL_T) and drawn(token.sentence)[token.index - first][1] == "obj"


def _subjects(document: Document, nominatives: frozenset[int], sentence: int) -> Sequence[Arc]:
    """The arcs of a sentence with the subjects that its words tell.

    *Kövesdi Ármin péntek reggel bejelentette*: the day is no subject, the noun that hangs on it is.
    """
    first, last = document.sentences[sentence]
    arcs, tokens = document.arcs(sentence), document.tokens
    days = [at for at, (_, dep) in enumerate(arcs, first) if dep[:5] == "nsubj" and tokens[at].text.lower() in TIME]
    objects = [at for at in nominatives if first <= at < last and arcs[at - first][1] == "obj"]
    next_to = [at for at, (head, dep) in enumerate(arcs, first) if dep == "nmod:att" and head == at + 1 and at > first]
    parted = [at for at in next_to if _no_attribute(document, arcs, first, at)]
    if not (days or objects or parted):
        return arcs
    out = list(arcs)
    for at in parted:
        out[at - first] = (out[at + 1 - first][0], "nsubj")
    for at in days:
        before = range(max(first, at - FARTHEST_OWNER), at)
        owner = next((i for i in before if arcs[i - first][0] == at and _may_own(tokens[i])), None)
        if owner is not None:
            out[owner - first], out[at - first] = (arcs[at - first][0], "nsubj"), (arcs[at - first][0], "obl")
    for at in objects:
        out[at - first] = (out[at - first][0], "nsubj")
    return out


def _no_attribute(document: Document, arcs: Sequence[Arc], first: int, at: int) -> bool:
    """*A polgármester levelet írt*: a nominative before a noun that nobody owns belongs to the verb."""
    tokens = document.tokens
    noun, owned = tokens[at], tokens[at + 1]
    if noun.upos != "NOUN" or noun.feats.get("Case") != "Nom":
        return False
    if owned.feats.get("Case", "Nom") == "Nom" or "Number[psor]" in owned.feats or roles.of_token(owned) is not None:
        return False
    verb, role = arcs[at + 1 - first][0], roles.role_of(noun.lemma)
    led = tokens[at - 1].text.lower() in {"a", "az"} and role is not None and role.kind in roles.SAYERS
    if not led or tokens[verb].feats.get("VerbForm") != "Fin":
        return False
    return not any(governor == verb and label.startswith("nsubj") for governor, label in arcs)


def _may_own(token: Token) -> bool:
    return token.upos in NOMINAL and token.feats.get("Case") == "Nom" and token.text[0].isupper()


def _objects(
    sentences: Sequence[tuple[int, int]], accusatives: frozenset[int], drawn: Draw, sentence: int
) -> Sequence[Arc]:
    """The arcs of a sentence in which no accusative is a subject."""
    first, last = sentences[sentence]
    arcs = drawn(sentence)
    if accusatives.isdisjoint(range(first, last)):
        return arcs
    return [
        (head, "obj") if at in accusatives and dep.startswith("nsubj") else (head, dep)
        for at, (head, dep) in enumerate(arcs, first)
    ]
