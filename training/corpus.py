"""Puts the training texts together: gold trees several times and varied, names and tags once, silver trees."""

from dataclasses import dataclass
from random import Random

from spacy.tokens import Doc
from spacy.vocab import Vocab

from training.augment import vary
from training.docs import groups, to_doc
from training.quoting import quote, subjects
from training.sources import Sentence, Text, Word

QUOTED = 0.12


@dataclass(frozen=True)
class Mix:
    """How many varied copies of each source go in."""

    ud: int = 12
    korkor: int = 2
    relabelled: int = 1
    nerkor: int = 1
    raw: int = 1


def assemble(vocab: Vocab, sources: dict[str, list[Text]], mix: Mix, seed: int) -> list[Doc]:
    """Shuffled gold Docs of all sources, by the number of copies in `mix`."""
    rng = Random(seed)
    speakers = subjects([s for text in sources["ud"] for s in text])
    docs = []
    for name, texts in sources.items():
        for copy in range(getattr(mix, name)):
            for text in texts:
                varied = [_copy(s, speakers, rng, name, copy) for s in text]
                docs += [to_doc(vocab, group, rng) for group in _alike(varied, rng)]
    rng.shuffle(docs)
    return docs


def _copy(sentence: Sentence, speakers: list[list[Word]], rng: Random, source: str, copy: int) -> Sentence:
    if source in {"ud", "korkor", "relabelled"} and rng.random() < QUOTED and len(sentence.words) > 4:
        made = quote(sentence, rng.choice(speakers), rng)
        sentence = made or sentence
    return vary(sentence, rng) if copy or source != "ud" else sentence


def _alike(text: Text, rng: Random) -> list[list[Sentence]]:
    """Groups of sentences that all have trees, or all have none."""
    found = []
    for group in groups(text, rng):
        for tree in (True, False):
            part = [s for s in group if s.tree is tree]
            if part:
                found.append(part)
    return found
