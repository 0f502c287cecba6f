"""Puts other whole names in the place of those of bodies and works, whose words say little one by one."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from random import Random

from training.agree import sentences
from training.sources import Sentence, Text, Word

SHARE = 0.35
SWAPPED = ("ORG", "MISC")
LONGEST = 6
Kind = tuple[str, str]
"""Class and the features of the last word."""
Span = tuple[int, int]


class WholeSwapper:
    """Takes names from `texts`; one goes in only where its last word has the features of the old one's."""

    def __init__(self, texts: Iterable[Text], rng: Random) -> None:
        self._rng = rng
        self._names: dict[Kind, list[list[Word]]] = defaultdict(list)
        for sentence in sentences(texts):
            for first, end in _names(sentence):
                words = sentence.words[first:end]
                if len(words) <= LONGEST:
                    self._names[_kind(words)].append(words)

    def swap(self, text: Text) -> Text:
        """A copy in which some names are others, everywhere the same for the same form of a name."""
        chosen: dict[tuple[str, ...], list[Word] | None] = {}
        return [self._sentence(sentence, chosen) for sentence in text]

    def _sentence(self, sentence: Sentence, chosen: dict[tuple[str, ...], list[Word] | None]) -> Sentence:
        words, at = [], 0
        for first, end in _names(sentence):
            old = sentence.words[first:end]
            name = (old[0].name, *(word.form for word in old))
            if name not in chosen:
                others = self._names.get(_kind(old))
                chosen[name] = self._rng.choice(others) if others and self._rng.random() < SHARE else None
            new = chosen[name]
            words += sentence.words[at:first]
            words += (
                old if new is None else [*(replace(word) for word in new[:-1]), replace(new[-1], space=old[-1].space)]
            )
            at = end
        return Sentence(words + sentence.words[at:])


def _kind(words: list[Word]) -> Kind:
    return words[0].name[2:], words[-1].feats


def named(words: list[Word]) -> Iterator[Span]:
    """(first, after the last) of every name."""
    for n, word in enumerate(words):
        if word.name[:2] == "B-":
            end = n + 1
            while end < len(words) and words[end].name == "I-" + word.name[2:]:
                end += 1
            yield n, end


def _names(sentence: Sentence) -> Iterator[Span]:
    """Every name of a class that is swapped."""
    return (span for span in named(sentence.words) if sentence.words[span[0]].name[2:] in SWAPPED)
