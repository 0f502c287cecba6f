"""openapi.yaml is valid, is served, and agrees with the schemas, the settings and the routes."""

import json
from typing import Any

import pytest
import yaml
from flask.testing import FlaskClient
from marshmallow import fields
from openapi_spec_validator import OpenAPIV31SpecValidator

import quoteservice
from quoteservice.response.options import OFFSET_UNITS, QUOTATION_TYPES, Options
from quoteservice.settings import Settings
from quoteservice.verification.verdict import FLAGS, VERDICTS, WHERES
from quoteservice.verification.verify import SPEAKER_VERDICTS
from quoteservice.web.claim_schemas import ClaimSchema, VerifyOptionsSchema, VerifySchema
from quoteservice.web.contract import FILE, with_limits
from quoteservice.web.fields import DATE
from quoteservice.web.problems import KINDS
from quoteservice.web.schemas import OptionsSchema, QuotesSchema

CONTRACT = yaml.safe_load(FILE.read_text(encoding="utf-8"))
SCHEMAS = CONTRACT["components"]["schemas"]


def test_is_valid() -> None:
    OpenAPIV31SpecValidator(CONTRACT).validate()


def test_has_the_version_of_the_package() -> None:
    assert CONTRACT["info"]["version"] == quoteservice.__version__


@pytest.mark.parametrize(
    ("name", "schema"),
    [
        ("QuotesRequest", QuotesSchema(Settings())),
        ("Options", OptionsSchema()),
        ("VerifyRequest", VerifySchema(Settings())),
        ("VerifyOptions", VerifyOptionsSchema()),
        ("Claim", ClaimSchema()),
    ],
    ids=str,
)
def test_request_schemas_have_the_same_fields(name: str, schema: Any) -> None:
    told = SCHEMAS[name]
    assert told["additionalProperties"] is False
    assert set(told["properties"]) == {f.data_key or key for key, f in schema.fields.items()}
    assert set(told.get("required", [])) == {key for key, f in schema.fields.items() if f.required}
    for key, each in schema.fields.items():
        assert ("null" in told["properties"][key].get("type", [])) == each.allow_none


def test_options_have_the_same_values_and_defaults() -> None:
    told = SCHEMAS["Options"]["properties"]
    assert isinstance(OptionsSchema().fields["types"], fields.List)
    assert tuple(told["offsets"]["enum"]) == OFFSET_UNITS
    assert tuple(SCHEMAS["QuotationType"]["enum"]) == QUOTATION_TYPES
    defaults = {key: each["default"] for key, each in told.items()}
    assert Options(**{**defaults, "types": tuple(defaults["types"])}) == Options()


def test_limits_are_those_of_the_settings() -> None:
    asked = SCHEMAS["QuotesRequest"]["properties"]
    assert asked["text"]["maxLength"] == Settings().max_text_length
    assert asked["id"]["maxLength"] == Settings().max_id_length
    assert asked["published_at"]["pattern"] == f"^{DATE.pattern}$"


def test_limits_of_claims_are_those_of_the_settings() -> None:
    asked, claim = SCHEMAS["VerifyRequest"]["properties"], SCHEMAS["Claim"]["properties"]
    assert asked["claims"]["maxItems"] == Settings().max_claims
    assert claim["quote"]["maxLength"] == Settings().max_claim_length
    assert claim["speaker"]["maxLength"] == Settings().max_speaker_length
    same = ("text", "id", "published_at")
    assert [asked[key] for key in same] == [SCHEMAS["QuotesRequest"]["properties"][key] for key in same]


def test_verdicts_have_the_same_values() -> None:
    told = SCHEMAS["Verdict"]["properties"]
    assert tuple(told["verdict"]["enum"]) == VERDICTS
    assert tuple(told["where"]["enum"]) == (*WHERES, None)
    assert tuple(told["speaker"]["properties"]["verdict"]["enum"]) == SPEAKER_VERDICTS
    assert tuple(SCHEMAS["Flag"]["enum"]) == FLAGS


def test_a_running_process_tells_its_own_limits() -> None:
    told = yaml.safe_load(with_limits(FILE.read_text(encoding="utf-8"), Settings(max_text_length=77, max_id_length=5)))
    asked = told["components"]["schemas"]["QuotesRequest"]["properties"]
    assert (asked["text"]["maxLength"], asked["id"]["maxLength"]) == (77, 5)
    text = told["components"]["requestBodies"]["Article"]["content"]["text/plain"]["schema"]
    assert text["maxLength"] == 77


def test_every_route_is_told_and_nothing_else(client: FlaskClient) -> None:
    rules = {(r.rule, m.lower()) for r in client.application.url_map.iter_rules() for m in r.methods} - {
        (r.rule, m) for r in client.application.url_map.iter_rules() for m in ("head", "options")
    }
    assert rules == {(path, method) for path, item in CONTRACT["paths"].items() for method in item}


@pytest.mark.parametrize("path", ["/quotes", "/verify"])
def test_every_error_of_posting_an_article_is_told(path: str) -> None:
    errors = {int(s) for s in CONTRACT["paths"][path]["post"]["responses"] if s not in {"200", "default"}}
    assert errors == set(KINDS) - {404, 405, 500}


def test_is_served_as_it_is(client: FlaskClient) -> None:
    answer = client.get("/openapi.yaml")
    assert answer.content_type == "application/yaml; charset=utf-8"
    assert answer.get_data(as_text=True) == FILE.read_text(encoding="utf-8")


def test_the_longest_text_fits_into_a_body_however_it_is_escaped() -> None:
    longest_escape = len(json.dumps("𝒞")) - len('""')
    limits = Settings()
    claims = limits.max_claims * (limits.max_claim_length + limits.max_speaker_length)
    assert limits.max_body_bytes > (limits.max_text_length + claims) * longest_escape + 100_000
