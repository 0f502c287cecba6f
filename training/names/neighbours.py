"""Puts a second name beside one, as the free order of words allows, so that the border between them is learnt."""

from collections.abc import Iterable
from dataclasses import replace
from random import Random

from training.agree import sentences
from training.names.whole import named
from training.sources import Sentence, Text, Word

SHARE = 0.08
"""Of the places where another name may stand."""
LONGEST = 4
CASES = ("Ine", "Sup", "Ela", "Del", "Sbl", "Ill", "All", "Ins")
"""Of a name that may stand beside a subject: it ends visibly and belongs to the verb."""
HOSTS = ("PER", "ORG")
FOLLOWED = frozenset({"VERB", "ADV"})


class Neighbours:
    """Takes names with an ending from `texts`."""

    def __init__(self, texts: Iterable[Text], rng: Random) -> None:
        self._rng = rng
        self._names = [
            sentence.words[first:end]
            for sentence in sentences(texts)
            for first, end in named(sentence.words)
            if end - first <= LONGEST and _case(sentence.words[end - 1]) in CASES
        ]

    def add(self, text: Text) -> Text:
        """*Szabó Ilona nyilatkozott* → *Szabó Ilona Pécsen nyilatkozott* or *Pécsen Szabó Ilona nyilatkozott*."""
        return [self._sentence(sentence) for sentence in text]

    def _sentence(self, sentence: Sentence) -> Sentence:
        words = sentence.words
        for first, end in named(words) if self._names else ():
            if words[first].name[2:] in HOSTS and _case(words[end - 1]) == "Nom" and self._rng.random() < SHARE:
                if end < len(words) and words[end].upos in FOLLOWED:
                    return self._with(sentence, end)
                if first == 0:
                    return self._with(sentence, 0)
        return sentence

    def _with(self, sentence: Sentence, at: int) -> Sentence:
        name = [replace(word) for word in self._rng.choice(self._names)]
        name[-1].space = True
        return Sentence([*sentence.words[:at], *name, *sentence.words[at:]])


def _case(word: Word) -> str:
    return next((value[5:] for value in word.feats.split("|") if value.startswith("Case=")), "")
