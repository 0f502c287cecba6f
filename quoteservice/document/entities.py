"""The names that a pipeline finds, as plain data; a person's name that the finder cut in two is joined again."""

from collections.abc import Callable, Sequence

from spacy.tokens import Doc

from quoteservice.model import Arc, EntityLabel, NamedEntity, Token

LABELS: dict[str, EntityLabel] = {
    "PER": "PER",
    "ORG": "ORG",
    "LOC": "LOC",
    "MISC": "MISC",
    "PERSON": "PER",
    "GPE": "LOC",
}


def entities(doc: Doc, tokens: Sequence[Token], arc: Callable[[int], Arc]) -> tuple[NamedEntity, ...]:
    """The names of `doc` in text order, as ranges (half-open) of its `tokens` that do not overlap.

    `arc` tells what a token hangs on.
    """
    names = [(name.start, name.end, LABELS.get(name.label_)) for name in doc.ents]
    held = {at for first, last, _ in names for at in range(first, last)}
    found: list[NamedEntity] = []
    for first, last, label in names:
        if label == "PER" and last == first + 1:
            first, last = _start(tokens, first, held, arc), _end(tokens, first, held)
        if label is not None:
            found.append(NamedEntity(max(first, found[-1].last if found else 0), last, label))
    return tuple(found)


def _start(tokens: Sequence[Token], at: int, held: set[int], arc: Callable[[int], Arc]) -> int:
    """A lone word takes the name before it along when the tree joins the two."""
    if at == 0 or _opens(tokens, at) or at - 1 in held or tokens[at - 1].upos != "PROPN":
        return at
    return at - 1 if arc(at) == (at - 1, "flat:name") else at


def _end(tokens: Sequence[Token], at: int, held: set[int]) -> int:
    """A lone word takes a capitalised nominative behind it along (*Bokor Etelka*)."""
    behind = at + 1
    if behind == len(tokens) or behind in held or _opens(tokens, behind):
        return behind
    written = tokens[behind].text.isalpha() and tokens[behind].text.istitle()
    return behind + 1 if written and _bare(tokens[at]) and _bare(tokens[behind]) else behind


def _opens(tokens: Sequence[Token], at: int) -> bool:
    """Whether a sentence starts at `at`."""
    return tokens[at].sentence != tokens[at - 1].sentence


def _bare(token: Token) -> bool:
    return token.feats.get("Case", "Nom") == "Nom"
