"""docs/verify.md shows what the service really says."""

import json
import re
from pathlib import Path
from typing import Any

from quoteservice.service import Service
from quoteservice.settings import Settings
from quoteservice.verification.claims import Claim
from tests import whole
from tests.fakes import ENGINE

DOCS = Path(__file__).parents[2] / "docs"


def test_the_example_is_real() -> None:
    page = (DOCS / "verify.md").read_text(encoding="utf-8")
    asked: dict[str, Any] = json.loads(re.search(r"<<'JSON'\n(.*?)\nJSON", page, re.DOTALL)[1])
    shown: list[dict[str, Any]] = json.loads(re.search(r"```json\n(.*?)\n```", page, re.DOTALL)[1])
    claims = [Claim(**claim) for claim in asked["claims"]]
    told = Service(whole.engine(), ENGINE, Settings()).verify(asked["text"], claims)["claims"]
    assert [{key: real[key] for key in part} for part, real in zip(shown, told, strict=True)] == shown


def test_the_readmes_example_works(readme: str) -> None:
    asked: dict[str, Any] = json.loads(re.search(r"/verify .* -d '(.*)'\n", readme)[1])
    claims = [Claim(**claim) for claim in asked["claims"]]
    (told,) = Service(whole.engine(), ENGINE, Settings()).verify(asked["text"], claims)["claims"]
    assert (told["verdict"], told["flags"]) == ("altered", ["cut", "negation_lost"])
    assert told["speaker"]["verdict"] == "confirmed"
