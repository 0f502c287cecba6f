"""How sure an answer is: the chance that a quotation is one and its speaker right.

A logistic regression over what the evidence says; its weights are fitted on annotated articles by
`python -m evaluation.fit` and stand in lexicon/confidence.toml.
"""

import math
import tomllib
from collections.abc import Mapping
from functools import cache

from quoteservice.lexicon.tables import FOLDER
from quoteservice.resolution.scene import Attribution, Resolved
from quoteservice.search.page import Page

LONG = 45
FAR = 12


def features(page: Page, attribution: Attribution, resolved: Resolved) -> dict[str, float]:
    """The features of a quotation by name; a feature that is not named is zero."""
    candidate, found = attribution.candidate, attribution.found
    out = {f"pattern {candidate.frame}": 1.0, f"link {found.link if found else 'none'}": 1.0}
    out[f"resolution {resolved.rule}"] = 1.0
    out["rivals"] = float(bool(resolved.rivals))
    words = sum(page.words_in(*part) for part in candidate.content)
    out["short content"] = float(words <= 3)
    out["long content"] = float(words > LONG)
    out["no verb in content"] = float(not any(page.has_finite(*part) for part in candidate.content))
    out["several pieces"] = float(len(candidate.content) > 1)
    out["marked"] = float(candidate.direct)
    hit = candidate.hit
    if hit is not None:
        out["rare use"] = float("R" in (hit.row.indirect, hit.row.paratactic))
        out[f"category {hit.row.category}"] = 1.0
        out["tree agrees"] = float(_attached(page, candidate.content, hit.head))
        out["source far"] = float(found is not None and abs(found.phrase.head - hit.head) > FAR)
    return {name: value for name, value in out.items() if value}


def _attached(page: Page, content: tuple[tuple[int, int], ...], cue: int) -> bool:
    """Whether the tree hangs a word of the content on the cue, or the cue on the content."""
    low, high = page.sentence(cue)
    inside = {i for first, last in content for i in range(max(first, low), min(last, high))}
    return bool(inside) and (page.tree.head(cue) in inside or any(i in inside for i in page.tree.children(cue)))


def confidence(page: Page, attribution: Attribution, resolved: Resolved) -> float:
    """A number between 0 and 1, rounded to two places: the estimated chance that the whole answer is right."""
    return probability(features(page, attribution, resolved), weights())


def probability(found: Mapping[str, float], weight: Mapping[str, float]) -> float:
    """The logistic of the weighted features."""
    total = weight.get("bias", 0.0) + sum(weight.get(name, 0.0) * value for name, value in found.items())
    return round(1.0 / (1.0 + math.exp(-total)), 2)


@cache
def weights() -> dict[str, float]:
    """The fitted weights, feature → weight."""
    loaded = tomllib.loads((FOLDER / "confidence.toml").read_text(encoding="utf-8"))
    return {str(name): float(value) for name, value in loaded["weights"].items()}
