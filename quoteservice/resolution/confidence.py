"""How sure an answer is: the chance that a quotation is one and its speaker right.

A logistic regression over what the evidence says; its weights are fitted on annotated articles by
`python -m evaluation.fit` and stand in lexicon/confidence.toml.
"""

import math
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache

from quoteservice.lexicon.tables import FOLDER
from quoteservice.resolution.scene import Attribution, Resolved
from quoteservice.search.page import Page

SHORT, LONG = 3, 45
"""Words of a content."""
FAR = 12


def features(page: Page, attribution: Attribution, resolved: Resolved) -> list[str]:
    """The names of what holds of a quotation; each that is named counts once."""
    candidate, found, hit = attribution.candidate, attribution.found, attribution.candidate.hit
    out = [f"pattern {candidate.frame}", f"link {found.link if found else 'none'}", f"resolution {resolved.rule}"]
    words = sum(page.words_in(*part) for part in candidate.content)
    told = {
        "rivals": bool(resolved.rivals),
        "short content": words <= SHORT,
        "long content": words > LONG,
        "no verb in content": not any(page.has_finite(*part) for part in candidate.content),
        "several pieces": len(candidate.content) > 1,
        "marked": candidate.direct,
    }
    if hit is not None:
        out.append(f"category {hit.row.category}")
        told["rare use"] = "R" in (hit.row.indirect, hit.row.paratactic)
        told["tree agrees"] = _attached(page, candidate.content, hit.head)
        told["source far"] = found is not None and abs(found.phrase.head - hit.head) > FAR
    return [*out, *(name for name, holds in told.items() if holds)]


def _attached(page: Page, content: tuple[tuple[int, int], ...], cue: int) -> bool:
    """Whether the tree hangs a word of the content on the cue, or the cue on the content."""
    joined = (page.tree.head(cue), *page.tree.children(cue))
    return any(first <= at < last for first, last in content for at in joined)


def confidence(page: Page, attribution: Attribution, resolved: Resolved) -> float:
    """A number between 0 and 1, rounded to two places: the estimated chance that the whole answer is right."""
    return probability(features(page, attribution, resolved), weights())


def probability(found: Iterable[str], weight: Mapping[str, float]) -> float:
    """The logistic of the weights of the features that are named."""
    total = weight.get("bias", 0.0) + sum(weight.get(name, 0.0) for name in found)
    return round(1.0 / (1.0 + math.exp(-total)), 2)


@cache
def weights() -> dict[str, float]:
    """The fitted weights, feature → weight."""
    loaded = tomllib.loads((FOLDER / "confidence.toml").read_text(encoding="utf-8"))
    return {str(name): float(value) for name, value in loaded["weights"].items()}
