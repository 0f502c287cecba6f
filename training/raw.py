"""Cuts running news text into tokenised sentences, by the rules of Hungarian print."""

from collections.abc import Iterator
from pathlib import Path

from spacy.language import Language

from training.sources import Sentence, Text, Word

ENDS = {".", "!", "?", "…", "..."}
CLOSING = {"”", '"', "“", "«", ")", "]", "’"}
DASHES = {"–", "-", "—"}
SHORTEST, LONGEST = 4, 50


def read_raw(path: Path, nlp: Language, words: int) -> list[Text]:
    """Paragraphs as texts, spread evenly over the file, about `words` words; odd ones are left out."""
    lines = [line.strip() for line in path.read_text(encoding="utf-8").split("\n") if len(line) > 60]
    total = sum(line.count(" ") + 1 for line in lines)
    step = max(1, total // words)
    texts = []
    for line in lines[::step]:
        text = [s for s in split(nlp, line) if SHORTEST <= len(s.words) <= LONGEST and s.words[0].form[0].isprintable()]
        if text:
            texts.append(text)
    return texts


def split(nlp: Language, line: str) -> Iterator[Sentence]:
    """The sentences of a paragraph."""
    words = [Word(t.text, space=bool(t.whitespace_)) for t in nlp.make_doc(" ".join(line.split()))]
    first = 0
    for n, word in enumerate(words):
        if word.form in ENDS and (after := _after(words, n)) is not None:
            if after > first:
                yield Sentence(words[first:after])
            first = after
    if first < len(words):
        yield Sentence(words[first:])


def _after(words: list[Word], end: int) -> int | None:
    """Where the next sentence starts, if one ends at `end`."""
    at = end + 1
    while at < len(words) and (words[at].form in ENDS or (words[at].form in CLOSING and not words[at - 1].space)):
        at += 1
    if at >= len(words):
        return None
    look = at + 1 if words[at].form in DASHES | {"„", "»", '"'} else at
    if look >= len(words) or not (words[look].form[0].isupper() or words[look].form[0].isdigit()):
        return None
    return at
