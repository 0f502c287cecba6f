"""A rule that fires in fewer than three annotated articles and in no example of the typology is learnt by heart."""

import json
import re
from collections import Counter
from pathlib import Path

import pytest

from quoteservice.lexicon.evidence import known
from tests.whole import engine

SHARED = Path(__file__).parents[2] / "shared"
DEV, TYPOLOGY = SHARED / "gold" / "dev.jsonl", SHARED / "linguistics" / "constructions.md"
TAG = re.compile(r"\[(?:KS|[A-Z])\d? |\]|∅ ?")
BULLET = re.compile(r"(?:^|\s)[*·] ")
ENOUGH = 3
pytestmark = pytest.mark.skipif(
    not (DEV.is_file() and TYPOLOGY.is_file()),
    reason="the annotated articles and the typology (../shared) are not here",
)


def patterns(text: str) -> set[str]:
    return {quotation.evidence["pattern"] for quotation in engine().analyse(text).quotations}


def in_articles() -> Counter[str]:
    """Pattern → in how many articles it fires."""
    lines = DEV.read_text(encoding="utf-8").splitlines()
    return Counter(name for line in lines if line.strip() for name in patterns(json.loads(line)["text"]))


def in_examples() -> set[str]:
    """The patterns that fire in the examples of the typology."""
    bullets = [part for line in TYPOLOGY.read_text(encoding="utf-8").splitlines() for part in BULLET.split(line)]
    examples = [TAG.sub("", part).replace(" ¶ ", "\n\n") for part in bullets if "[C" in part]
    return {name for example in examples for name in patterns(example)}


def test_every_pattern_fires_often_or_in_the_typology() -> None:
    often = {name for name, articles in in_articles().items() if articles >= ENOUGH}
    assert {value for kind, value in known() if kind == "pattern"} <= often | in_examples()
