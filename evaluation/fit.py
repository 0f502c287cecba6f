"""python -m evaluation.fit [--write]: fits the confidence on annotated articles and tells how well it is calibrated."""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from evaluation import gold
from evaluation.calibration import bins, error
from evaluation.measures import HOGY, Words, pair, same_speakers
from quoteservice.document.reader import load
from quoteservice.model import Document, moved
from quoteservice.pipeline import examine
from quoteservice.resolution.confidence import features
from quoteservice.text.reading import Reading

WEIGHTS = Path(__file__).parent.parent / "quoteservice" / "lexicon" / "confidence.toml"
STRENGTH = 0.3
FOLDS = 10


def examples(docs: Sequence[dict[str, Any]]) -> tuple[list[list[str]], list[int], list[str]]:
    """Features, right (1) or wrong (0), and article of every quotation that the pipeline finds."""
    reader = load()
    rows: list[list[str]] = []
    right: list[int] = []
    groups: list[str] = []
    for doc in docs:
        reading = gold.reading(doc["text"])
        found, verdicts = judged(reader.read(reading.text), doc, reading)
        rows += found
        right += verdicts
        groups += [doc["id"]] * len(found)
    return rows, right, groups


def judged(document: Document, doc: dict[str, Any], reading: Reading) -> tuple[list[list[str]], list[int]]:
    """The features of an article's quotations and whether each is paired with a gold one and rightly attributed."""
    examined = examine(document)
    given = gold.answers(moved(examined.analysis, reading.places))
    words = Words.of(doc["text"])
    paired = pair(
        [words.inside(q["content"], HOGY) for q in doc["quotes"]], [words.inside(q["content"], HOGY) for q in given]
    )
    by_answer = {j: i for i, j in paired.items()}
    verdicts = [
        int(j in by_answer and same_speakers(doc["quotes"][by_answer[j]]["speaker"], q["speaker"], strict=False))
        for j, q in enumerate(given)
    ]
    return [features(examined.page, a, r) for a, r in examined.resolved], verdicts


def main() -> None:
    """Fit, cross-validate by article, report, and write the weights when asked to."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.fit", description=__doc__)
    parser.add_argument("--gold", type=Path, default=gold.GOLD)
    parser.add_argument("--write", action="store_true", help=f"write {WEIGHTS.name}")
    args = parser.parse_args()
    rows, right, groups = examples(gold.articles(args.gold))
    vectoriser = DictVectorizer()
    x, y = vectoriser.fit_transform([dict.fromkeys(row, 1.0) for row in rows]), np.array(right)
    held = np.zeros(len(y))
    for train, test in GroupKFold(FOLDS).split(x, y, groups):
        held[test] = LogisticRegression(C=STRENGTH, max_iter=2000).fit(x[train], y[train]).predict_proba(x[test])[:, 1]
    print(f"{len(y)} quotations, {y.mean():.3f} right; cross-validated calibration error {error(held, y):.3f}")
    for low, high, count, said, was in bins(held, y):
        print(f"  {low:.1f}–{high:.1f}  {count:4d} quotations  said {said:.3f}  were {was:.3f}")
    if args.write:
        model = LogisticRegression(C=STRENGTH, max_iter=2000).fit(x, y)
        write(dict(zip(vectoriser.get_feature_names_out(), model.coef_[0], strict=True)), float(model.intercept_[0]))


def write(weights: dict[str, float], bias: float) -> None:
    """Write the weights as data."""
    lines = ["# Fitted by `python -m evaluation.fit --write`; see quoteservice/resolution/confidence.py.", "[weights]"]
    lines += [f"bias = {bias:.3f}"]
    lines += [f'"{name}" = {value:.3f}' for name, value in sorted(weights.items()) if abs(value) >= 0.005]
    WEIGHTS.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
