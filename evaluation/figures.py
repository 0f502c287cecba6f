"""Turns a tally into named figures."""

from typing import Any

from evaluation.measures import Tally


def ratio(part: float, whole: float) -> float:
    """part / whole, 0 when there is nothing."""
    return part / whole if whole else 0.0


def prf(hit: float, answer: float, gold: float) -> dict[str, float]:
    """Precision, recall and F1."""
    p, r = ratio(hit, answer), ratio(hit, gold)
    return {"p": p, "r": r, "f": ratio(2 * p * r, p + r)}


def figures(tally: Tally) -> dict[str, Any]:
    """All figures of a tally; see `evaluation.measures` for what each means."""
    n = tally.n
    return {
        "words": n["words"], "gold": n["gold"], "answered": n["answer"],
        "content_exact": prf(n["exact"], n["answer"], n["gold"]),
        "content_overlap": prf(n["paired"], n["answer"], n["gold"]),
        "content_token": prf(n["token_hit"], n["token_answer"], n["token_gold"]),
        "whole": prf(n["whole"], n["answer"], n["gold"]),
        "type_accuracy": ratio(n["type"], n["paired"]),
        "cue_exact": ratio(n["cue"], n["paired"]),
        "source_exact": ratio(n["source"], n["paired"]),
        "source_overlap": ratio(n["source_overlap"], n["paired"]),
        "speaker_given_pair": ratio(n["lenient"], n["paired"]),
        "speaker_given_pair_strict": ratio(n["strict"], n["paired"]),
        "attribution": ratio(n["lenient"], n["gold"]),
        "attribution_strict": ratio(n["strict"], n["gold"]),
        "spurious_per_1000_words": ratio(1000 * n["spurious"], n["words"]),
        "by_type": {
            kind: {
                "overlap": prf(c["typed"], c["answer"], c["gold"]),
                "exact": prf(c["typed_exact"], c["answer"], c["gold"]),
                "attribution": ratio(c["lenient"], c["gold"]),
            }
            for kind, c in sorted(tally.by_type.items())
        },
        "by_source": {
            name: {"attribution": ratio(c["lenient"], c["gold"]), "attribution_strict": ratio(c["strict"], c["gold"])}
            for name, c in sorted(tally.by_source.items())
        },
    }  # fmt: skip


def flat(values: dict[str, Any], prefix: str = "") -> dict[str, float]:
    """Nested figures as dotted names."""
    out: dict[str, float] = {}
    for name, value in values.items():
        if isinstance(value, dict):
            out |= flat(value, f"{prefix}{name}.")
        else:
            out[f"{prefix}{name}"] = float(value)
    return out
