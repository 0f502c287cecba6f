"""Turns sentences into spaCy Docs: short texts of a few sentences, some ended by a newline."""

from collections.abc import Iterable, Iterator
from random import Random

from spacy.tokens import Doc, DocBin
from spacy.vocab import Vocab

from training.sources import Sentence, Text, Word

LONGEST = 9
NEWLINE_AFTER = 0.25
ODD_SPACES = ("\u00a0", " ", "\t", "\u2009")
ODD_SPACE_AFTER = 0.002
ENDS = {".", "!", "?", "…", "”", '"', "“", "«"}


def space_word(text: str) -> Word:
    """A white space token, which spaCy makes of anything but one plain blank."""
    return Word(text, text, "SPACE", "", None, "dep", "O", space=False)


def to_doc(vocab: Vocab, sentences: Iterable[Sentence], rng: Random | None = None) -> Doc:
    """One gold Doc of `sentences`; with `rng`, newlines and odd spaces are strewn in.

    Heads are set only where every sentence has a tree, names only where the corpus has them.
    """
    rows: list[Word] = []
    heads: list[int] = []
    starts: list[bool | int | None] = []
    sentences = list(sentences)
    tree = all(s.tree for s in sentences)
    for sentence in sentences:
        first, place = len(rows), {}
        for n, word in enumerate(sentence.words):
            place[n] = len(rows)
            rows.append(word)
            if rng and n < len(sentence.words) - 1 and word.space and rng.random() < ODD_SPACE_AFTER:
                rows.append(space_word(rng.choice(ODD_SPACES)))
        if rng and (rng.random() < NEWLINE_AFTER or sentence.words[-1].form not in ENDS):
            rows.append(space_word(rng.choice(("\n", "\n\n"))))
        heads += _heads(rows, first, place, sentence) if tree else []
        starts += [n == first for n in range(first, len(rows))]
    spaces = [
        w.space and w.upos != "SPACE" and not (n + 1 < len(rows) and rows[n + 1].upos == "SPACE")
        for n, w in enumerate(rows)
    ]
    names = [w.name for w in rows] if any(w.name and w.upos != "SPACE" for w in rows) else None
    return Doc(
        vocab,
        words=[w.form for w in rows],
        spaces=spaces,
        lemmas=[w.lemma for w in rows],
        pos=[w.upos for w in rows],
        morphs=[w.feats for w in rows],
        heads=heads if tree else None,
        deps=[w.dep for w in rows] if tree else None,
        sent_starts=None if tree else starts,
        ents=_joined(names) if names else None,
    )


def groups(text: Text, rng: Random) -> Iterator[list[Sentence]]:
    """Cut a text into runs of one to nine sentences."""
    at = 0
    while at < len(text):
        size = rng.randint(1, LONGEST)
        yield text[at : at + size]
        at += size


def pack(docs: Iterable[Doc]) -> DocBin:
    """The docs in the form that spaCy's trainer reads from disk."""
    return DocBin(docs=docs, store_user_data=False)


def _heads(rows: list[Word], first: int, place: dict[int, int], sentence: Sentence) -> list[int]:
    own = {at: n for n, at in place.items()}
    heads = []
    for at in range(first, len(rows)):
        if at in own:
            head = sentence.words[own[at]].head
            heads.append(place[head if head is not None else own[at]])
        else:
            heads.append(at - 1)
    return heads


def _joined(names: list[str]) -> list[str]:
    """Let a name go on over a white space token inside it."""
    tags = list(names)
    for n in range(1, len(tags) - 1):
        if names[n] == "O" and names[n + 1].startswith("I-") and names[n - 1] != "O":
            tags[n] = names[n + 1]
    last = "O"
    for n, tag in enumerate(tags):
        if tag.startswith("I-") and last[2:] != tag[2:]:
            tags[n] = "B-" + tag[2:]
        last = tags[n]
    return tags
