"""Validates answers against the contract."""

import yaml
from openapi_schema_validator import OAS31Validator
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

from quoteservice.web.contract import FILE


def answer_validator() -> OAS31Validator:
    """Validates against the contract's Answer."""
    contract = Resource.from_contents(
        yaml.safe_load(FILE.read_text(encoding="utf-8")), default_specification=DRAFT202012
    )
    registry = Registry().with_resource("urn:contract", contract)
    return OAS31Validator({"$ref": "urn:contract#/components/schemas/Answer"}, registry=registry)
