"""Documents made by hand: `[PER Usakovval|Ins]` marks a name and the case that a tagger would see on its last word."""

import re

from quoteservice.model import Document, EntityLabel, NamedEntity, Token
from quoteservice.search.page import Page

MARKED = re.compile(r"\[(PER|ORG|LOC|MISC) ([^]|]+)(?:\|(\w+))?\]")
WORD = re.compile(r"\w+(?:[-.'’]\w+)*|[^\w\s]")
LABELS: dict[str, EntityLabel] = {"PER": "PER", "ORG": "ORG", "LOC": "LOC", "MISC": "MISC"}


def page(marked: str) -> Page:
    """The page of a marked text; every word hangs on itself, sentences end at full stops."""
    text, names = "", []
    last = 0
    for match in MARKED.finditer(marked):
        text += marked[last : match.start()]
        names.append((len(text), len(text) + len(match[2]), LABELS[match[1]], match[3] or "Nom"))
        text += match[2]
        last = match.end()
    text += marked[last:]
    tokens: list[Token] = []
    sentence = 0
    for index, word in enumerate(WORD.finditer(text)):
        inside = [name for name in names if name[0] <= word.start() and word.end() <= name[1]]
        case = inside[0][3] if inside and word.end() == inside[0][1] else "Nom"
        upos = "PUNCT" if not word[0][0].isalnum() else "PROPN" if inside and word[0][0].isupper() else "NOUN"
        feats = {} if upos == "PUNCT" else {"Case": case}
        tokens.append(Token(index, word.start(), word.end(), word[0], word[0], upos, feats, sentence))
        sentence += word[0] == "." and not inside
    starts = [next(t.index for t in tokens if t.sentence == s) for s in range(tokens[-1].sentence + 1)]
    sentences = tuple(zip(starts, [*starts[1:], len(tokens)], strict=True))
    entities = tuple(
        NamedEntity(held[0].index, held[-1].index + 1, label)
        for start, end, label, _ in names
        if (held := [t for t in tokens if start <= t.start and t.end <= end])
    )
    arcs = [[(at, "dep") for at in range(*sentence)] for sentence in sentences]
    return Page(Document(text, tuple(tokens), sentences, ((0, len(tokens)),), entities, arcs.__getitem__))
