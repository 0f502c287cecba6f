"""Whatever the article and the claims: verdicts that the contract allows, with every range in its place."""

from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openapi_schema_validator import OAS31Validator
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

from quoteservice.response.options import Options
from quoteservice.service import Service
from quoteservice.settings import Settings
from quoteservice.verification.claims import Claim
from quoteservice.web.contract import FILE
from tests import whole
from tests.fakes import ENGINE
from tests.property.test_any_text import PIECES

LISTS = st.lists(st.sampled_from(PIECES), max_size=30)


@pytest.fixture(scope="module")
def verdicts() -> OAS31Validator:
    """Validates against the contract's Verdicts."""
    contract = Resource.from_contents(
        yaml.safe_load(FILE.read_text(encoding="utf-8")), default_specification=DRAFT202012
    )
    registry = Registry().with_resource("urn:contract", contract)
    return OAS31Validator({"$ref": "urn:contract#/components/schemas/Verdicts"}, registry=registry)


@given(LISTS, LISTS, st.integers(0, 30), st.sampled_from(["", " "]), st.booleans())
@settings(max_examples=200, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
def test_any_claims_get_verdicts_of_the_contract(
    verdicts: OAS31Validator, pieces: list[str], others: list[str], cut: int, joint: str, utf16: bool
) -> None:
    text = joint.join(pieces)
    claims = [Claim(joint.join(others), joint.join(pieces[:2])), Claim(joint.join(pieces[cut:] + others[:2]))]
    options = Options(offsets="utf16" if utf16 else "codepoint")
    told = Service(whole.engine(), ENGINE, Settings()).verify(text, claims, options=options)
    verdicts.validate(told)
    article = _pieces(text, utf16)
    for claim, verdict in zip(claims, told["claims"], strict=True):
        quote = _pieces(claim.quote, utf16)
        for found in filter(None, [verdict["matched"], *(d["article"] for d in verdict["differences"])]):
            assert " ".join(article(span) for span in found["spans"]) == found["text"]
        for mine in filter(None, (d["claim"] for d in verdict["differences"])):
            assert quote(mine) == mine["text"]
        for side in (verdict["context"] or {}).values():
            assert article(side) == side["text"]
        assert verdict["verdict"] != "verbatim" or claim.quote.strip()


def _pieces(text: str, utf16: bool) -> Any:
    raw = text.encode("utf-16-le")

    def piece(span: dict[str, Any]) -> str:
        start, end = span["start"], span["end"]
        return raw[2 * start : 2 * end].decode("utf-16-le") if utf16 else text[start:end]

    return piece
