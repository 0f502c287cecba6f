"""Our figures are those of the reference scorer, to the third decimal."""

import importlib.util
import json
from pathlib import Path

import pytest

from evaluation import gold
from evaluation.figures import figures, flat

REFERENCE = Path("../shared/eval/score.py")
pytestmark = pytest.mark.skipif(not REFERENCE.is_file(), reason="the reference scorer (../shared/eval) is not here")


def shifted(quotes: list[dict]) -> list[dict]:
    """A worse answer: every third quotation dropped, edges moved, a speaker and a type changed."""
    out = []
    for n, quote in enumerate(json.loads(json.dumps(quotes))):
        if n % 3 == 0:
            continue
        if n % 4 == 1:
            quote["content"][0][1] = max(quote["content"][0][0] + 1, quote["content"][0][1] - 25)
        if n % 5 == 2:
            quote["speaker"] = ["Senki Kata"] if n % 2 else [name.split()[-1] for name in quote["speaker"]]
        if n % 7 == 3:
            quote["type"], quote["source"] = "mixed", None
        out.append(quote)
    return out


def test_figures_equal_the_reference() -> None:
    spec = importlib.util.spec_from_file_location("reference", REFERENCE)
    assert spec is not None and spec.loader is not None
    reference = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(reference)
    docs = gold.articles(gold.GOLD)
    given = {d["id"]: shifted(d["quotes"]) for d in docs}
    theirs, _ = reference.score(docs, given)
    ours = flat(figures(gold.tally(docs, given)))
    compared = 0
    for name, value in flat(theirs).items():
        if name in ours:
            assert ours[name] == pytest.approx(value, abs=5e-4), name
            compared += 1
    assert compared > 30
