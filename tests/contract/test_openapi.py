"""openapi.yaml is valid, is served, and agrees with the schemas, the settings and the routes."""

import json
import re
from typing import Any

import pytest
import yaml
from flask.testing import FlaskClient
from marshmallow import fields
from openapi_spec_validator import OpenAPIV31SpecValidator

import quoteservice
from quoteservice.response import annotation, schema_org
from quoteservice.response.options import OFFSET_UNITS, QUOTATION_TYPES, Options
from quoteservice.response.problems import KINDS
from quoteservice.response.table import COLUMNS
from quoteservice.settings import Settings
from quoteservice.verification.verdict import FLAGS, VERDICTS, WHERES
from quoteservice.verification.verify import SPEAKER_VERDICTS
from quoteservice.web.claim_schemas import ClaimSchema, VerifyOptionsSchema, VerifySchema
from quoteservice.web.contract import FILE, with_limits
from quoteservice.web.fields import DATE
from quoteservice.web.formats import FORMATS
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
    assert asked["html"]["maxLength"] == Settings().max_html_length
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


def test_an_article_comes_either_as_text_or_as_html() -> None:
    assert SCHEMAS["QuotesRequest"]["oneOf"] == [{"required": ["text"]}, {"required": ["html"]}]


def test_every_route_is_told_and_nothing_else(client: FlaskClient) -> None:
    rules = {
        (re.sub("<(?:path:)?(.*?)>", r"{\1}", rule.rule), method.lower())
        for rule in client.application.url_map.iter_rules()
        for method in rule.methods - {"HEAD", "OPTIONS"}
    }
    assert rules == {(path, method) for path, item in CONTRACT["paths"].items() for method in item}


@pytest.mark.parametrize("path", ["/quotes", "/verify"])
def test_every_error_of_posting_an_article_is_told(path: str) -> None:
    errors = {int(s) for s in CONTRACT["paths"][path]["post"]["responses"] if s not in {"200", "default"}}
    assert errors == set(KINDS) - {404, 405, 500}


def test_every_error_of_posting_a_batch_is_told() -> None:
    errors = {int(s) for s in CONTRACT["paths"]["/quotes/batch"]["post"]["responses"] if s not in {"200", "default"}}
    assert errors == set(KINDS) - {404, 405, 422, 500}


def test_both_addresses_of_an_operation_are_the_same_operation() -> None:
    for path in ("/quotes", "/quotes/batch"):
        first, second = (CONTRACT["paths"][prefix + path]["post"] for prefix in ("", "/v1"))
        for name in ("parameters", "requestBody", "responses"):
            assert first[name] == second[name]


def test_the_formats_are_those_that_are_told() -> None:
    told = CONTRACT["components"]["responses"]["Answer"]["content"]
    assert list(told) == list(dict.fromkeys(each.name for each in FORMATS))
    assert ",".join(COLUMNS).startswith(told["text/csv"]["schema"]["pattern"].removeprefix("^"))
    described = CONTRACT["paths"]["/quotes"]["post"]["description"]
    assert all(f"`{each}`" in described for each in (annotation.PROFILE, schema_org.PROFILE))


def test_the_most_lines_of_a_batch_are_those_of_the_settings() -> None:
    described = CONTRACT["components"]["requestBodies"]["Batch"]["description"]
    assert f"at most {Settings().max_batch_lines} lines (`QUOTESERVICE_MAX_BATCH_LINES`" in described


def test_is_served_as_it_is(client: FlaskClient) -> None:
    answer = client.get("/openapi.yaml")
    assert answer.content_type == "application/yaml; charset=utf-8"
    assert answer.get_data(as_text=True) == FILE.read_text(encoding="utf-8")


def test_the_longest_text_fits_into_a_body_however_it_is_escaped() -> None:
    longest_escape = len(json.dumps("𝒞")) - len('""')
    limits = Settings()
    claims = limits.max_claims * (limits.max_claim_length + limits.max_speaker_length)
    assert limits.max_body_bytes > (limits.max_text_length + claims) * longest_escape + 100_000
