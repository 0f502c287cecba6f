"""Copies of sentences as news sites would print them: other marks, lost marks, capitals, synthetic quotations."""

from dataclasses import replace
from random import Random

from training.sources import Sentence, Word

PAIRS = (("„", "”"), ("„", "“"), ('"', '"'), ("“", "”"), ("»", "«"), ("„", '"'), ("”", "”"))
OPENING, CLOSING = {"„", "»", "“"}, {"”", "«", "“"}
DASHES = ("–", "–", "-", "—")
LOST_CLOSING = 0.06
UPPER_NAME, UPPER_ALL, NO_POINT = 0.02, 0.01, 0.04


def vary(sentence: Sentence, rng: Random) -> Sentence:
    """A copy of `sentence` with one style of marks throughout and, rarely, other accidents of print."""
    words = [replace(w) for w in sentence.words]
    _marks(words, rng)
    _capitals(words, rng)
    varied = Sentence(words, sentence.tree)
    if rng.random() < NO_POINT and len(words) > 3 and words[-1].form == "." and _is_leaf(words, len(words) - 1):
        return drop(varied, {len(words) - 1})
    lost = {n for n in range(1, len(words)) if words[n].form in CLOSING and _is_leaf(words, n)}
    return drop(varied, lost) if lost and rng.random() < LOST_CLOSING else varied


def drop(sentence: Sentence, gone: set[int]) -> Sentence:
    """The sentence without the words at `gone`, which must be leaves."""
    place: dict[int, int] = {}
    kept: list[Word] = []
    for n, word in enumerate(sentence.words):
        if n in gone:
            if kept and word.space:
                kept[-1].space = True
            continue
        place[n] = len(kept)
        kept.append(replace(word))
    for word in kept:
        if word.head is not None:
            word.head = place[word.head]
    return Sentence(kept, sentence.tree)


def _marks(words: list[Word], rng: Random) -> None:
    opening, closing = rng.choice(PAIRS)
    dash = rng.choice(DASHES)
    inside = False
    for n, word in enumerate(words):
        if word.upos != "PUNCT":
            continue
        if word.form in {"–", "-", "—"} and word.space and n and words[n - 1].space:
            word.form = word.lemma = dash
        elif word.form in OPENING | CLOSING | {'"'}:
            opens = word.form in {"„", "»"} or (word.form in {'"', "“", "”"} and not inside)
            inside = opens
            word.form = word.lemma = opening if opens else closing


def _capitals(words: list[Word], rng: Random) -> None:
    everything = rng.random() < UPPER_ALL
    for word in words:
        if everything or (word.upos == "PROPN" and rng.random() < UPPER_NAME and word.form.isalpha()):
            if word.upos == "PROPN" and word.form.lower() == word.lemma.lower():
                word.lemma = word.form.upper()
            word.form = word.form.upper()


def _is_leaf(words: list[Word], n: int) -> bool:
    return not any(w.head == n for m, w in enumerate(words) if m != n)
