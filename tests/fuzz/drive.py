"""Posts drawn requests to the real application in this process, and holds each answer against what must always hold."""

import json
from collections import Counter
from random import Random
from typing import Any

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from quoteservice.assembly import build_service
from quoteservice.settings import Settings
from quoteservice.web.app import create_app
from tests.fuzz.inputs import Input, draw


def application() -> Flask:
    """The application with the embedded model."""
    limits = Settings()
    return create_app(limits, build_service(limits))


def paths_of(app: Flask) -> list[str]:
    """Every address that takes a body."""
    return sorted(rule.rule for rule in app.url_map.iter_rules() if "POST" in rule.methods)


def drive(app: Flask, seed: int, inputs: int) -> Counter[str]:
    """Post `inputs` requests; how many got which answer. Raises AssertionError with the request that broke a rule."""
    random, client, paths = Random(seed), app.test_client(), paths_of(app)
    told: Counter[str] = Counter()
    for number in range(inputs):
        asked = draw(random, paths)
        answer = answered(client, asked)
        fault = fault_of(answer)
        assert fault is None, f"input {number} of seed {seed}: {fault}: {asked}"
        told[f"{asked.path} {answer.status_code}"] += 1
    return told


def answered(client: FlaskClient, asked: Input) -> TestResponse:
    """The application's answer to one request."""
    return client.post(asked.path, data=asked.body, headers=asked.headers)


def fault_of(answer: TestResponse) -> str | None:
    """What is wrong with an answer: a server error but 503, an error that is no problem document, a wrong range."""
    if "X-Request-ID" not in answer.headers:
        return "no request id"
    if answer.status_code == 503 and "Retry-After" in answer.headers:
        return None
    if answer.status_code >= 500:
        return f"status {answer.status_code}"
    if answer.status_code >= 400:
        problem = answer.content_type == "application/problem+json" and answer.get_json()["status"]
        return None if problem == answer.status_code else "no problem document"
    if answer.content_type == "application/json":
        told = json.loads(answer.data)
        return None if all(_in_order(found) for found in _ranges(told)) else "a range that ends before it begins"
    return None


def _in_order(found: dict[str, Any]) -> bool:
    return 0 <= found["start"] <= found["end"]


def _ranges(node: Any) -> list[dict[str, Any]]:
    if isinstance(node, list):
        return [found for each in node for found in _ranges(each)]
    if not isinstance(node, dict):
        return []
    here = [node] if {"start", "end"} <= node.keys() else []
    return here + [found for each in node.values() for found in _ranges(each)]
