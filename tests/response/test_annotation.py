"""Structural validation against the Web Annotation Data Model, and the offsets as a reader of it applies them."""

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoteservice.model import Analysis, Quotation, Span
from quoteservice.response.annotation import CONTEXT, PROFILE, TERMS, annotations
from quoteservice.response.options import Options
from quoteservice.response.report import Report
from tests.fakes import ENGINE
from tests.response.reports import EVIDENCE, TEXT, report

URN = re.compile(r"urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
MODEL = """id type label creator total first items partOf startIndex motivation body target source selector exact prefix
suffix start end name language""".split()
"""The members of the data model that are used."""


def items(told: dict[str, Any]) -> list[dict[str, Any]]:
    return told["first"]["items"]


def members(told: Any) -> set[str]:
    """The names of all members, the context's left out."""
    if isinstance(told, list):
        return set().union(*map(members, told))
    if isinstance(told, dict):
        inner = {name: value for name, value in told.items() if name != "@context"}
        return set(inner).union(*map(members, inner.values()))
    return set()


def test_the_collection_holds_one_page_of_one_annotation_a_quotation() -> None:
    told = annotations(report())
    assert told["@context"][0] == PROFILE
    assert (told["type"], told["total"], told["language"]) == ("AnnotationCollection", 4, "hu")
    assert (told["first"]["type"], told["first"]["startIndex"]) == ("AnnotationPage", 0)
    assert told["first"]["partOf"] == told["id"]
    assert told["warnings"] == ["Egy figyelmeztetés."]
    assert told["creator"]["name"] == "quoteservice 0.0.0 (fake-1, lexicon none)"
    assert [each["type"] for each in items(told)] == ["Annotation"] * 4


def test_every_id_is_an_iri_of_its_own() -> None:
    told = annotations(report())
    ids = [told["id"], told["first"]["id"], *(each["id"] for each in items(told))]
    assert all(URN.fullmatch(each) for each in ids)
    assert len(set(ids)) == 6
    assert annotations(report()) == told
    assert annotations(report("más"))["id"] != told["id"]


def test_every_member_is_the_models_or_is_explained_in_the_context() -> None:
    assert members(annotations(report("c1"))) <= set(MODEL) | set(TERMS)
    assert all(isinstance(value, str) or set(value) == {"@id", "@type"} for value in TERMS.values())


def test_both_selectors_of_each_span_select_the_quotation() -> None:
    for annotation in items(annotations(report(offsets="utf16"))):
        for target in annotation["target"]:
            quote, position = target["selector"]
            assert (quote["type"], position["type"]) == ("TextQuoteSelector", "TextPositionSelector")
            # Code points, as the model demands, although utf16 was asked for.
            assert TEXT[position["start"] : position["end"]] == quote["exact"]
            assert quote["prefix"] + quote["exact"] + quote["suffix"] in TEXT
            assert len(quote["prefix"]) == min(CONTEXT, position["start"])
            assert len(quote["suffix"]) == min(CONTEXT, len(TEXT) - position["end"])
    first = items(annotations(report()))[0]
    assert [t["selector"][0]["exact"] for t in first["target"]] == ["Kész a híd", "de a járda, sajnos, nem."]


def test_the_body_says_who_how_and_when() -> None:
    body = items(annotations(report()))[0]["body"]
    assert (body["type"], body["quotationType"], body["confidence"]) == ("schema:Quotation", "direct", 0.913)
    assert (body["cue"]["words"], body["cue"]["lemma"], body["cue"]["stance"]) == ("mondta", "mond", "neutral")
    assert (body["attributedTo"]["words"], body["attributedTo"]["form"]) == ("Példa Anna", "name")
    (speaker,) = body["speakers"]
    assert (speaker["type"], speaker["name"], speaker["kind"], speaker["named"]) == (
        "Person",
        "Példa Anna",
        "person",
        True,
    )
    assert (body["saidAt"]["words"], body["saidAt"]["from"]) == ("hétfőn", "2025-08-11T00:00")


def test_what_is_not_known_is_left_out_and_an_unknown_speaker_is_an_empty_list() -> None:
    body = items(annotations(report()))[3]["body"]
    assert (body["speakers"], body["candidates"]) == ([], ["Példa Anna", "hivatal"])
    assert not {"cue", "attributedTo", "saidAt", "addressee", "medium", "partOfQuotation"} & set(body)


def test_an_inner_quotation_names_its_outer_one_only_when_that_is_told() -> None:
    told = items(annotations(report()))
    assert told[2]["body"]["partOfQuotation"] == told[1]["id"]
    (alone,) = items(annotations(report(types=("mixed",))))
    assert "partOfQuotation" not in alone["body"]


@pytest.mark.parametrize(
    ("article_id", "source"),
    [
        ("https://lap.example/cikk?a=1", "https://lap.example/cikk?a=1"),
        ("urn:isbn:1", "urn:isbn:1"),
        ("cikk 42", "ni:///sha-256;"),
        ("a: b", "ni:///sha-256;"),
        (None, "ni:///sha-256;"),
    ],
)
def test_the_source_is_the_article_id_where_it_is_an_iri(article_id: str | None, source: str) -> None:
    told = annotations(report(article_id))
    (target,) = items(told)[1]["target"]
    assert target["source"] == source if source == article_id else target["source"].startswith(source)
    assert told.get("identifier") == article_id


def test_an_empty_collection_has_no_page() -> None:
    told = annotations(report(min_confidence=1.0))
    assert told["total"] == 0
    assert "first" not in told


@given(st.text(max_size=120), st.integers(0, 120), st.integers(0, 120))
def test_any_span_of_any_text_is_selected(text: str, start: int, end: int) -> None:
    span = Span(*sorted((min(start, len(text)), min(end, len(text)))))
    quotation = Quotation("q1", "direct", (span,), None, None, (), 0.5, EVIDENCE)
    told = annotations(Report(Analysis(text, (quotation,), ()), ENGINE, Options(), "hu"))
    quote, position = items(told)[0]["target"][0]["selector"]
    assert text[position["start"] : position["end"]] == quote["exact"]
    assert text.startswith(quote["prefix"] + quote["exact"] + quote["suffix"], span.start - len(quote["prefix"]))
