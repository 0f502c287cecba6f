"""Puts other names in the place of those of a text: what stays is the context that tells a person from a place."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from random import Random

from quoteservice.document.spelling import CASE, SHORTEST, key
from training.sources import Sentence, Text

SHARE = 0.25
SWAPPED = ("PER", "LOC")


class Swapper:
    """`names`: by class, words that may stand for a word of such a name."""

    def __init__(self, names: Mapping[str, Sequence[str]], rng: Random) -> None:
        self._names, self._rng = names, rng

    def swap(self, text: Text) -> Text:
        """A copy in which some names are others, everywhere the same for the same name."""
        chosen: dict[tuple[str, int], str] = {}
        return [self._sentence(s, chosen) for s in text]

    def _sentence(self, sentence: Sentence, chosen: dict[tuple[str, int], str]) -> Sentence:
        words = []
        for n, word in enumerate(sentence.words):
            label, form = word.name[2:], word.form
            if label in SWAPPED and form[:1].isupper() and form[1:].islower() and len(form) > SHORTEST:
                lone = word.name[0] == "B" and not (
                    n + 1 < len(sentence.words) and sentence.words[n + 1].name[:1] == "I"
                )
                if label == "PER" or lone:
                    word = replace(word, form=self._other(form, label, chosen))
            words.append(word)
        return Sentence(words, sentence.tree)

    def _other(self, form: str, label: str, chosen: dict[tuple[str, int], str]) -> str:
        place = (label, key(form))
        if place not in chosen:
            chosen[place] = self._rng.choice(self._names[label]) if self._rng.random() < SHARE else ""
        if not chosen[place]:
            return form
        ending = match[0] if (match := CASE.search(form)) and match.start() > SHORTEST else ""
        return chosen[place] + ending.lower()
