"""Builds a `Document` by hand from a compact notation, so that what comes after the parser can be tested without one.

    PER[Réti Nóra] azt/PRON//Case=Acc mondta/VERB/mond , hogy kész/ADJ a>híd híd>kész .

A token is `form/UPOS/lemma/feats>head:dep`; what is left out is filled in: the part of speech from SMALL or NOUN, the
lemma from the form, the features from FEATS, the head by the first verb of the sentence. A head is named by its form.
`PER[…]` is a named entity, its tokens are proper names. ` | ` parts sentences, ` ¶ ` paragraphs.
"""

import re

from quoteservice.model import Arc, Document, EntityLabel, NamedEntity, Token

TOKEN = re.compile(
    r"(?P<form>[^/>]+)(?:/(?P<upos>\w*))?(?:/(?P<lemma>[^/>]*))?(?:/(?P<feats>[^>]*))?(?:>(?P<head>.+))?$"
)
ENTITY = re.compile(r"(PER|ORG|LOC|MISC)\[(.+?)\]")
SMALL = {"a": "DET", "az": "DET", "egy": "DET", "hogy": "SCONJ", "és": "CCONJ", "nem": "ADV", "szerint": "ADP"}
FEATS = {
    "VERB": "Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin",
    "NOUN": "Case=Nom|Number=Sing",
    "PROPN": "Case=Nom|Number=Sing",
    "ADJ": "Case=Nom|Number=Sing",
}
NO_SPACE_BEFORE, NO_SPACE_AFTER = set(".,;:!?)”"), set("(„")


class Builder:
    """What is built so far; a builder makes one document."""

    def __init__(self) -> None:
        self.text = ""
        self.tokens: list[Token] = []
        self.arcs: list[list[Arc]] = []
        self.sentences: list[tuple[int, int]] = []
        self.entities: list[NamedEntity] = []

    def sentence(self, notation: str) -> None:
        """Add one sentence behind the others."""
        words, first = self._words(notation), len(self.tokens)
        parts = [_parts(word) for word in words]
        forms = [part["form"] for part in parts]
        classes = [_upos(part["form"], part["upos"]) for part in parts]
        arcs: list[Arc] = []
        root = first + (classes.index("VERB") if "VERB" in classes else 0)
        for at, (form, upos, part) in enumerate(zip(forms, classes, parts, strict=True), first):
            head, _, dep = (part["head"] or "").partition(":")
            governor = first + forms.index(head) if head else root
            start = self._put(form)
            feats = dict(pair.split("=") for pair in (part["feats"] or FEATS.get(upos, "")).split("|") if pair)
            dep = dep or ("root" if governor == at else "dep")
            lemma = part["lemma"] or form
            end = start + len(form)
            self.tokens.append(Token(at, start, end, form, lemma, upos, feats, len(self.sentences)))
            arcs.append((governor, dep))
        self.sentences.append((first, len(self.tokens)))
        self.arcs.append(arcs)

    def _words(self, notation: str) -> list[str]:
        """The tokens of a sentence; takes note of its entities."""
        words: list[str] = []
        at = 0
        for entity in ENTITY.finditer(notation):
            words += notation[at : entity.start()].split()
            inside = entity[2].split()
            first = len(self.tokens) + len(words)
            label: EntityLabel = entity[1]  # type: ignore[assignment]  # ENTITY knows the labels only
            self.entities.append(NamedEntity(first, first + len(inside), label))
            words += [word if "/" in word else f"{word}/PROPN" for word in inside]
            at = entity.end()
        return words + notation[at:].split()

    def _put(self, form: str) -> int:
        """Write a form behind the text; returns where it starts."""
        if self.text and self.text[-1] not in NO_SPACE_AFTER | {"\n"} and form not in NO_SPACE_BEFORE:
            self.text += " "
        self.text += form
        return len(self.text) - len(form)


def build(notation: str) -> Document:
    """The document that `notation` describes; raises ValueError for a token or head that it does not hold."""
    builder, paragraphs = Builder(), []
    for number, paragraph in enumerate(notation.split(" ¶ ")):
        builder.text += "\n\n" if number else ""
        first = len(builder.tokens)
        for sentence in paragraph.split(" | "):
            builder.sentence(sentence)
        paragraphs.append((first, len(builder.tokens)))
    return Document(
        builder.text, tuple(builder.tokens), tuple(builder.sentences), tuple(paragraphs), tuple(builder.entities),
        builder.arcs.__getitem__,
    )  # fmt: skip


def _parts(word: str) -> re.Match[str]:
    found = TOKEN.match(word)
    if found is None:
        raise ValueError(f"no token: {word!r}")
    return found


def _upos(form: str, given: str | None) -> str:
    if given:
        return given
    return SMALL.get(form.lower(), "NOUN") if any(char.isalnum() for char in form) else "PUNCT"
