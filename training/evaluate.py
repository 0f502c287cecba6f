"""Measures a trained pipeline from raw text: `python -m training.evaluate --data ../shared/data [--model FOLDER]`."""

import argparse
import json
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc

import quoteservice.document.genitive
import quoteservice.document.lemmas
import quoteservice.document.names
import quoteservice.document.runs  # noqa: F401  registers the components
from training.agree import tidy
from training.docs import to_doc
from training.sources import UD_DEV, Text, read_nerkor, read_ud

EMBEDDED = Path("quoteservice/models/hu_quote_news_sm")
CHUNK = 10
NOT_SCORED = {"punct", "dep"}
Key = tuple[object, ...]


class Tally:
    """Counts gold, predicted and common items a measure."""

    def __init__(self) -> None:
        self.gold: Counter[str] = Counter()
        self.found: Counter[str] = Counter()
        self.right: Counter[str] = Counter()

    def add(self, measure: str, gold: set[Key], found: set[Key]) -> None:
        """Count two sets of items that are equal where the pipeline is right."""
        self.gold[measure] += len(gold)
        self.found[measure] += len(found)
        self.right[measure] += len(gold & found)

    def f_score(self, measure: str) -> float:
        """F1 in percent."""
        total = self.gold[measure] + self.found[measure]
        return 200 * self.right[measure] / total if total else 0.0

    def scores(self) -> dict[str, float]:
        """All F1 figures, two decimals."""
        return {m: round(self.f_score(m), 2) for m in sorted(self.gold | self.found)}


def chunks(texts: list[Text], size: int = CHUNK) -> Iterable[Text]:
    """Runs of `size` sentences that follow each other."""
    for text in texts:
        for at in range(0, len(text), size):
            yield text[at : at + size]


def score_syntax(nlp: Language, texts: list[Text]) -> dict[str, float]:
    """Words, tags, features, lemmas, trees and sentences against gold texts with trees.

    A word counts only where its borders are right. Trees leave punctuation out; labels are
    compared whole, subtype included (`LAS_universal`: punctuation in, subtype cut, as in CoNLL 2018).
    """
    tally = Tally()
    for chunk in chunks(texts):
        gold = to_doc(nlp.vocab, chunk)
        found = nlp(gold.text)
        for measure, view in VIEWS.items():
            tally.add(measure, set(view(gold)), set(view(found)))
        names = {_place(t) for t in gold if t.pos_ == "PROPN"}
        lemmas: list[set[Key]] = [{(*_place(t), t.lemma_) for t in doc if _place(t) in names} for doc in (gold, found)]
        tally.add("lemma_PROPN", *lemmas)
    return tally.scores()


def score_names(nlp: Language, texts: list[Text]) -> dict[str, float]:
    """Names (exact borders and class) against gold texts with names."""
    tally = Tally()
    for chunk in chunks(texts):
        gold = to_doc(nlp.vocab, chunk)
        found = nlp(gold.text)
        both: list[set[Key]] = [{(e.start_char, e.end_char, e.label_) for e in doc.ents} for doc in (gold, found)]
        tally.add("NER", *both)
        for label in ("PER", "ORG", "LOC", "MISC"):
            tally.add(f"NER_{label}", *({e for e in side if e[2] == label} for side in both))
    return tally.scores()


def _place(token: spacy.tokens.Token) -> tuple[int, int]:
    return token.idx, token.idx + len(token.text)


def _head(token: spacy.tokens.Token) -> tuple[int, int]:
    return (-1, -1) if token.head.i == token.i else _place(token.head)


def _words(doc: Doc) -> list[spacy.tokens.Token]:
    return [t for t in doc if not t.is_space]


VIEWS: dict[str, Callable[[Doc], list[Key]]] = {
    "words": lambda d: [_place(t) for t in _words(d)],
    "UPOS": lambda d: [(*_place(t), t.pos_) for t in _words(d)],
    "feats": lambda d: [(*_place(t), str(t.morph)) for t in _words(d)],
    "lemma": lambda d: [(*_place(t), t.lemma_) for t in _words(d)],
    "UAS": lambda d: [(*_place(t), _head(t)) for t in _words(d) if t.dep_ not in NOT_SCORED],
    "LAS": lambda d: [(*_place(t), _head(t), t.dep_) for t in _words(d) if t.dep_ not in NOT_SCORED],
    "LAS_universal": lambda d: [(*_place(t), _head(t), t.dep_.split(":")[0]) for t in _words(d)],
    "sentences": lambda d: [(w[0].idx, w[-1].idx) for w in _sentences(d)],
}


def _sentences(doc: Doc) -> list[list[spacy.tokens.Token]]:
    words = [[t for t in s if not t.is_space] for s in doc.sents]
    return [w for w in words if w]


def evaluate(nlp: Language, data: Path) -> dict[str, float]:
    """All measures on the dev splits."""
    scores = score_syntax(nlp, tidy([*read_ud(data / UD_DEV)]))
    names = tidy(read_nerkor(data / "nerkor" / "devel", ("legal", "news", "web", "wikipedia")))
    return scores | score_names(nlp, names)


def main() -> None:
    """Print the figures as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--model", type=Path, default=EMBEDDED)
    args = parser.parse_args()
    print(json.dumps(evaluate(spacy.load(args.model), args.data), indent=1))


if __name__ == "__main__":
    main()
