"""The names that a pipeline finds, as plain data; a person's name that the finder cut in two is joined again."""

from collections.abc import Callable

from spacy.tokens import Doc, Span, Token

from quoteservice.model import Arc, EntityLabel, NamedEntity

LABELS: dict[str, EntityLabel] = {
    "PER": "PER",
    "ORG": "ORG",
    "LOC": "LOC",
    "MISC": "MISC",
    "PERSON": "PER",
    "GPE": "LOC",
}


def entities(doc: Doc, arc: Callable[[int], Arc]) -> tuple[NamedEntity, ...]:
    """The names of `doc` in text order, as token ranges (half-open) that do not overlap; `arc` tells a token's."""
    found: list[NamedEntity] = []
    for name in doc.ents:
        if name.label_ in LABELS:
            first = max(_start(doc, name, arc), found[-1].last if found else 0)
            found.append(NamedEntity(first, _end(doc, name), LABELS[name.label_]))
    return tuple(found)


def _is_lone_person(name: Span) -> bool:
    return LABELS[name.label_] == "PER" and len(name) == 1


def _start(doc: Doc, name: Span, arc: Callable[[int], Arc]) -> int:
    """A lone word takes the name before it along when the tree joins the two."""
    first = name[0]
    if not _is_lone_person(name) or first.i == 0 or first.is_sent_start:
        return name.start
    before = doc[first.i - 1]
    free = before.ent_iob_ == "O" and before.pos_ == "PROPN"
    return before.i if free and arc(first.i) == (before.i, "flat:name") else name.start


def _end(doc: Doc, name: Span) -> int:
    """A lone word takes a capitalised nominative behind it along (*Bokor Etelka*)."""
    if not _is_lone_person(name) or name.end == len(doc):
        return name.end
    behind = doc[name.end]
    written = behind.text.isalpha() and behind.text.istitle()
    joined = written and behind.ent_iob_ == "O" and not behind.is_sent_start and _bare(name[0]) and _bare(behind)
    return name.end + 1 if joined else name.end


def _bare(token: Token) -> bool:
    return token.morph.get("Case", ["Nom"]) == ["Nom"]
