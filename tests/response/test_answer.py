from dataclasses import replace
from typing import Any

import pytest

from quoteservice.model import Analysis, Cue, Quotation, SaidAt, Source, Span, Speaker
from quoteservice.response.answer import answer
from quoteservice.response.options import Options
from tests.fakes import ENGINE

TEXT = "𝒞 „Kész – tette tegnap hozzá Példa Anna lapunknak a portálon –, és jó” – írta ő is."


def place(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


CUE = Cue((place("tette"), place("hozzá")), "hozzátesz", "add", "neutral")
OUTER = Quotation(
    "q1",
    "direct",
    (place("Kész"), place("és jó")),
    CUE,
    Source(place("Példa Anna"), "name"),
    ("s1",),
    0.87654,
    {"pattern": "inquit.dash", "link": "nsubj", "resolution": "name", "rule": "7"},
    addressee=place("lapunknak"),
    medium=place("a portálon"),
    said_at=SaidAt(place("tegnap"), "2025-08-11T00:00", "2025-08-12T00:00"),
)
UNKNOWN = {"pattern": "uncued", "link": "none", "resolution": "unresolved"}
INNER = Quotation("q2", "indirect", (place("jó"),), None, None, (), 0.4, UNKNOWN, parent_id="q1")
SPEAKER = Speaker("s1", "Példa Anna", "person", ("főmérnök",), (place("Példa Anna"), place("ő")), ("q1",))
ANALYSIS = Analysis(TEXT, (OUTER, INNER), (SPEAKER,), ("Óvatosan.",))


def told(**options: Any) -> dict[str, Any]:
    return answer(ANALYSIS, ENGINE, Options(**options), "hu", "c1")


def test_a_quotation_in_pieces_has_all_its_spans() -> None:
    quote = told()["quotes"][0]
    assert quote["content"]["text"] == "Kész és jó"
    assert [Span(**s).of(TEXT) for s in quote["content"]["spans"]] == ["Kész", "és jó"]
    assert quote["cue"]["text"] == "tette hozzá"
    assert quote["confidence"] == 0.877


def test_addressee_medium_and_time_are_told() -> None:
    quote = told()["quotes"][0]
    assert quote["addressee"]["text"] == "lapunknak"
    assert quote["medium"]["text"] == "a portálon"
    assert quote["said_at"]["text"] == "tegnap"
    assert (quote["said_at"]["from"], quote["said_at"]["to"]) == ("2025-08-11T00:00", "2025-08-12T00:00")


def test_what_is_unknown_is_null_or_empty() -> None:
    quote = told()["quotes"][1]
    assert (quote["cue"], quote["source"], quote["speaker_ids"]) == (None, None, [])
    assert (quote["addressee"], quote["medium"], quote["said_at"]) == (None, None, None)


def test_every_range_in_utf16_units_is_its_text() -> None:
    raw = TEXT.encode("utf-16-le")

    def check(node: Any) -> int:
        if isinstance(node, list):
            return sum(check(each) for each in node)
        if not isinstance(node, dict):
            return 0
        if {"text", "start", "end"} <= node.keys():
            assert raw[2 * node["start"] : 2 * node["end"]].decode("utf-16-le") == node["text"]
            return 1
        return sum(check(each) for each in node.values())

    assert check(told(offsets="utf16")) == 6


@pytest.mark.parametrize(
    ("options", "quotes", "speakers"),
    [
        ({}, ["q1", "q2"], ["s1"]),
        ({"min_confidence": 0.5}, ["q1"], ["s1"]),
        ({"types": ("indirect",)}, ["q2"], []),
        ({"types": ("mixed",)}, [], []),
        ({"min_confidence": 1.0}, [], []),
    ],
)
def test_filters(options: dict[str, Any], quotes: list[str], speakers: list[str]) -> None:
    found = told(**options)
    assert [q["id"] for q in found["quotes"]] == quotes
    assert [s["id"] for s in found["speakers"]] == speakers


def test_no_id_leads_to_a_quotation_that_is_left_out() -> None:
    assert told()["quotes"][1]["parent_id"] == "q1"
    assert told(types=("indirect",))["quotes"][0]["parent_id"] is None


def test_evidence_is_short_unless_explained() -> None:
    assert told()["quotes"][0]["evidence"] == {"pattern": "inquit.dash", "link": "nsubj", "resolution": "name"}
    first, second = (quote["evidence"] for quote in told(explain=True)["quotes"])
    assert first["rule"] == "7"
    assert first["words"] == (
        "Az idézet vagy közlés után gondolatjel és közlő ige áll. Az egész közlés idézőjelben áll. "
        "A közlést „tette hozzá” jelzi (hozzátesz). "
        "A forrás „Példa Anna”: a nyelvtani elemzés szerint ez a közlő ige alanya. "
        "A beszélő Példa Anna: a forrás a nevén szerepel."
    )
    assert first["words_en"].startswith(
        "A dash and a verb of saying follow the content. The whole content stands in quotation marks. "
        "„tette hozzá” (hozzátesz) signals it. The source"
    )
    assert "Egy másik közlésen belül áll." in second["words"]
    assert second["words"].endswith("Forrás: a szöveg itt nem nevezi meg a forrást. Beszélő: nem derül ki, ki beszél.")


def test_the_stance_of_a_cue_is_told_unless_it_is_neutral() -> None:
    denied = replace(OUTER, cue=replace(CUE, stance="denies"))
    told_of = answer(replace(ANALYSIS, quotations=(denied,)), ENGINE, Options(explain=True), "hu", None)["quotes"][0]
    assert "Aki mondja, azt közli, hogy ez nem igaz, vagy nem vállalja." in told_of["evidence"]["words"]
    assert "is not so" in told_of["evidence"]["words_en"]


def test_the_frame_of_the_answer() -> None:
    found = told()
    assert (found["id"], found["language"], found["offset_unit"]) == ("c1", "hu", "codepoint")
    assert (found["engine"], found["warnings"]) == (ENGINE.told(), ["Óvatosan."])
