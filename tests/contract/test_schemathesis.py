"""Whatever the contract allows or forbids, the application answers as the contract says."""

import json
from typing import Any
from zlib import crc32

import schemathesis
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from quoteservice.service import Service
from quoteservice.settings import Settings
from quoteservice.web.app import create_app
from quoteservice.web.contract import FILE
from tests.fakes import ENGINE, FakePipeline

APP = create_app(Settings(), Service(FakePipeline(), ENGINE, Settings()))
CONTRACT = yaml.safe_load(FILE.read_text(encoding="utf-8"))
ACCEPTED = ("*/*", "application/ld+json", 'application/ld+json; profile="https://schema.org"', "text/csv")
schema = schemathesis.openapi.from_wsgi("/openapi.yaml", APP)
FREELY = settings(max_examples=550, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
SELDOM = settings(FREELY, max_examples=100)


@schemathesis.serializer("application/x-ndjson")
def written_lines(context: Any, value: Any) -> dict[str, Any]:
    """A list as a line for each of its items, a text as it is, anything else as the only line."""
    if isinstance(value, bytes):
        return {"data": value}
    text = (
        value if isinstance(value, str) else "\n".join(map(json.dumps, value if isinstance(value, list) else [value]))
    )
    return {"data": text.encode("utf-8", "surrogatepass")}


@schemathesis.deserializer("text/csv", "application/x-ndjson", "text/html", "text/css", "text/javascript")
def read_text(context: Any, response: Any) -> str:
    return response.content.decode("utf-8")


@schema.include(method="POST").parametrize()
@FREELY
def test_posting_is_answered_as_the_contract_says(case: schemathesis.Case) -> None:
    accept = ACCEPTED[crc32(repr(case.body).encode()) % len(ACCEPTED)] if case.path.endswith("/quotes") else "*/*"
    case.call_and_validate(headers={"Accept": accept})


@schema.exclude(method="POST").parametrize()
@SELDOM
def test_asking_is_answered_as_the_contract_says(case: schemathesis.Case) -> None:
    case.call_and_validate()


def item_schema(of: dict[str, Any]) -> Draft202012Validator:
    """A validator of one line of `of`, a request body or a response of the contract."""
    item = of["content"]["application/x-ndjson"]["x-itemSchema"]
    return Draft202012Validator({**item, "components": CONTRACT["components"]})


@given(st.lists(schema["/quotes"]["POST"].as_strategy(), max_size=5))
@settings(FREELY, max_examples=100)
def test_every_line_of_a_batch_is_answered_as_the_contract_says(cases: list[schemathesis.Case]) -> None:
    lines = [json.dumps(case.body) for case in cases if case.media_type == "application/json"]
    answer = APP.test_client().post("/quotes/batch", data="\n".join(lines), content_type="application/x-ndjson")
    told = [json.loads(line) for line in answer.get_data().splitlines()]
    assert len(told) == len(lines)
    asked = item_schema(CONTRACT["components"]["requestBodies"]["Batch"])
    answered = item_schema(CONTRACT["components"]["responses"]["BatchAnswer"])
    for line, each in zip(lines, told, strict=True):
        assert asked.is_valid(json.loads(line))
        answered.validate(each)
