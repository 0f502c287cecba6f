"""Prints the figures, both halves of the outlets, the patterns and the worst errors."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from evaluation.figures import figures, flat
from evaluation.gold import halves
from evaluation.gold import tally as tally_of
from evaluation.measures import Tally

SHOWN = (
    "content_overlap.f", "content_exact.f", "content_token.f", "whole.f", "by_type.direct.overlap.f",
    "by_type.indirect.overlap.f", "by_type.mixed.overlap.f", "type_accuracy", "cue_exact",
    "source_overlap", "source_exact",
    "speaker_given_pair", "speaker_given_pair_strict", "attribution", "attribution_strict",
    "by_source.source span.attribution", "by_source.no source span.attribution", "spurious_per_1000_words",
)  # fmt: skip


def show(docs: Sequence[dict[str, Any]], given: dict[str, list[dict[str, Any]]], tally: Tally, errors: int) -> None:
    """Print the report; `errors` < 0 prints them all."""
    tuned, held = halves(docs)
    columns = [flat(figures(t)) for t in (tally, tally_of(tuned, given), tally_of(held, given))]
    print(f"{len(docs)} articles, {tally.n['words']} words, {tally.n['gold']} quotations, {tally.n['answer']} answered")
    print(f"{'':42s}{'all':>8s}{'tuned on':>10s}{'held out':>10s}")
    for name in SHOWN:
        print(f"{name:42s}" + "".join(f"{c.get(name, 0.0):{w}.3f}" for c, w in zip(columns, (8, 10, 10), strict=True)))
    patterns = Counter(q["pattern"] for quotes in given.values() for q in quotes)
    print("patterns: " + ", ".join(f"{name} {count}" for name, count in patterns.most_common()))
    for row in tally.errors[: errors if errors >= 0 else None]:
        print("\t".join(row))
