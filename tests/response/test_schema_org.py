"""Structural validation of the schema.org draft."""

import json
from typing import Any

from quoteservice.response.schema_org import draft
from tests.response.reports import report

ALLOWED = {
    "Article": {"identifier", "inLanguage", "hasPart", "mentions"},
    "Quotation": {"text", "inLanguage", "spokenByCharacter", "creator", "isPartOf", "temporal"},
    "Claim": {"text", "inLanguage", "creator", "isPartOf", "appearance", "temporal"},
    "Person": {"name", "description"},
    "Organization": {"name", "description"},
    "Thing": {"name", "description"},
}
"""The properties that schema.org has for each type (CreativeWork's and Thing's included) and that are used."""


def nodes(told: Any) -> list[dict[str, Any]]:
    if isinstance(told, list):
        return [node for each in told for node in nodes(each)]
    if isinstance(told, dict):
        return [told, *(node for each in told.values() for node in nodes(each))]
    return []


def test_every_node_has_a_known_type_and_only_its_properties() -> None:
    told = draft(report("c1"))
    assert told.pop("@context") == "https://schema.org"
    for node in nodes(told):
        if set(node) != {"@id"}:
            assert set(node) - {"@type", "@id"} <= ALLOWED[node["@type"]]


def test_every_reference_leads_to_a_node() -> None:
    told = draft(report())
    defined = {node["@id"] for node in nodes(told) if "@type" in node}
    assert {node["@id"] for node in nodes(told) if set(node) == {"@id"}} <= defined


def test_words_in_marks_are_quotations_and_reported_ones_are_claims() -> None:
    told = draft(report())
    assert [part["@type"] for part in told["hasPart"]] == ["Quotation", "Claim", "Quotation", "Quotation"]
    first, claim, inner, unknown = told["hasPart"]
    anna, office = told["mentions"]
    assert first["text"] == "Kész a híd de a járda, sajnos, nem."
    assert first["spokenByCharacter"] == first["creator"] == [{"@id": anna["@id"]}]
    assert (anna["@type"], anna["name"], anna["description"]) == ("Person", "Példa Anna", "főmérnök")
    assert first["temporal"] == "2025-08-11T00:00/2025-08-12T00:00"
    assert claim["creator"] == [{"@id": office["@id"]}]
    assert claim["appearance"] == {"@id": told["@id"]}
    assert inner["isPartOf"] == {"@id": claim["@id"]}
    assert not {"creator", "spokenByCharacter"} & set(unknown)


def test_there_is_no_rating() -> None:
    text = json.dumps(draft(report())).lower()
    assert "rating" not in text
    assert "claimreview" not in text


def test_speakers_of_quotations_left_out_are_left_out() -> None:
    assert [each["description"] for each in draft(report(types=("indirect",)))["mentions"]] == ["hivatal"]


def test_a_description_is_no_name() -> None:
    anna, office = draft(report())["mentions"]
    assert (anna["name"], office["description"]) == ("Példa Anna", "hivatal")
    assert "name" not in office
