"""POST /verify around the fake pipeline: the shape of the answer, the limits, and the pointers of what is wrong."""

from typing import Any

import pytest
from flask.testing import FlaskClient

from quoteservice.service import Service
from quoteservice.settings import Settings
from quoteservice.web.app import create_app
from tests.api.test_problems import assert_problem
from tests.fakes import ENGINE, FakePipeline

TEXT = "Átadták az új hidat. „Kész a nagy híd” – mondta Példa Anna. A korlát zöld."
ANNA = {"quote": "Kész a nagy híd", "speaker": "Példa Annának"}


def post(client: FlaskClient, *claims: Any, **more: Any) -> Any:
    return client.post("/verify", json={"text": TEXT, "claims": list(claims), **more})


@pytest.mark.parametrize("path", ["/verify", "/v1/verify"])
def test_answers_as_the_contract_says(client: FlaskClient, path: str) -> None:
    answer = client.post(path, json={"text": TEXT, "claims": [ANNA], "id": "cikk-1"})
    assert answer.status_code == 200
    (claim,) = answer.json["claims"]
    quote = claim.pop("quote")
    assert answer.json | {"claims": [], "speakers": []} == {
        "id": "cikk-1",
        "language": "hu",
        "offset_unit": "codepoint",
        "engine": ENGINE.told(),
        "claims": [],
        "speakers": [],
        "warnings": [],
    }
    assert (quote["id"], quote["cue"]["text"], quote["source"]["text"]) == ("q1", "mondta", "Példa Anna")
    assert claim == {
        "verdict": "verbatim",
        "where": "quotation",
        "similarity": 1.0,
        "speaker": {"verdict": "confirmed", "speaker_ids": ["s1"], "names": ["Példa Anna"]},
        "quote_ids": ["q1"],
        "matched": {"text": "Kész a nagy híd", "spans": [{"start": 22, "end": 37}]},
        "context": {
            "before": {"text": "Átadták az új hidat. „", "start": 0, "end": 22},
            "after": {"text": "” – mondta Példa Anna. A korlát zöld.", "start": 37, "end": 74},
        },
        "differences": [],
        "flags": [],
        "reasons": [
            {"code": "words_stand", "words": "A szavak egymás után, változatlanul állnak a cikkben."},
            {
                "code": "speaker_named",
                "words": "A cikk szerint a beszélő Példa Anna, ahogyan az állítás mondja.",
            },
        ],
    }


def test_a_difference_has_its_place_in_the_article_and_in_the_claim(client: FlaskClient) -> None:
    (claim,) = post(client, {"quote": "Kész a kis híd"}).json["claims"]
    assert (claim["verdict"], claim["speaker"]["verdict"]) == ("altered", "not_asked")
    assert claim["differences"] == [
        {
            "kind": "changed",
            "place": "inside",
            "article": {"text": "nagy", "spans": [{"start": 29, "end": 33}]},
            "claim": {"text": "kis", "start": 7, "end": 10},
            "same_lemma": False,
            "declared": False,
        }
    ]


def test_offsets_are_in_the_unit_that_was_asked_for(client: FlaskClient) -> None:
    text = "𝒞 " + TEXT
    answer = client.post(
        "/verify", json={"text": text, "claims": [{"quote": "𝒞 Kész a kis híd"}], "options": {"offsets": "utf16"}}
    ).json
    (claim,) = answer["claims"]
    raw, quote = text.encode("utf-16-le"), "𝒞 Kész a kis híd".encode("utf-16-le")
    changed = next(d for d in claim["differences"] if d["kind"] == "changed")
    (span,) = changed["article"]["spans"]
    assert raw[2 * span["start"] : 2 * span["end"]].decode("utf-16-le") == "nagy"
    mine = changed["claim"]
    assert quote[2 * mine["start"] : 2 * mine["end"]].decode("utf-16-le") == mine["text"] == "kis"
    assert answer["offset_unit"] == "utf16"


def test_the_authors_words_are_nobodys(client: FlaskClient) -> None:
    (claim,) = post(client, {"quote": "A korlát zöld.", "speaker": "Példa Anna"}).json["claims"]
    assert (claim["verdict"], claim["where"], claim["quote"]) == ("verbatim", "outside", None)
    assert claim["speaker"] == {"verdict": "unattributed", "speaker_ids": [], "names": []}
    assert [reason["code"] for reason in claim["reasons"]] == ["words_stand", "outside_quotations", "nobody_speaks"]


def test_what_is_nowhere_is_absent(client: FlaskClient) -> None:
    (claim,) = post(client, {"quote": "Holnap utazom", "speaker": "Példa Anna"}).json["claims"]
    told = [claim[key] for key in ("verdict", "where", "similarity", "quote", "matched", "context", "differences")]
    assert told == ["absent", None, 0.0, None, None, None, []]


def test_a_claim_without_a_word_is_absent(client: FlaskClient) -> None:
    (claim,) = post(client, {"quote": "„…”"}).json["claims"]
    assert (claim["verdict"], claim["reasons"][0]["code"]) == ("absent", "no_words")


def test_claims_are_answered_in_order(client: FlaskClient) -> None:
    claims = post(client, ANNA, {"quote": "Holnap utazom"}, ANNA).json["claims"]
    assert [claim["verdict"] for claim in claims] == ["verbatim", "absent", "verbatim"]


@pytest.mark.parametrize(
    ("body", "pointers"),
    [
        ({"text": TEXT}, {"#/claims"}),
        ({"claims": [ANNA]}, {"#/text"}),
        ({"text": TEXT, "claims": []}, {"#/claims"}),
        ({"text": TEXT, "claims": [ANNA] * 51}, {"#/claims"}),
        ({"text": TEXT, "claims": {"quote": "a"}}, {"#/claims"}),
        ({"text": TEXT, "claims": [ANNA, ANNA, ANNA, {"quote": "a" * 1001}]}, {"#/claims/3/quote"}),
        ({"text": TEXT, "claims": [{"quote": "", "speaker": ""}]}, {"#/claims/0/quote", "#/claims/0/speaker"}),
        ({"text": TEXT, "claims": [{"quote": "a", "speaker": "b" * 201}]}, {"#/claims/0/speaker"}),
        ({"text": TEXT, "claims": [ANNA, {"speaker": "a"}]}, {"#/claims/1/quote"}),
        ({"text": TEXT, "claims": [ANNA, {"quote": 5}]}, {"#/claims/1/quote"}),
        ({"text": TEXT, "claims": [{"quote": "\ud800"}]}, {"#/claims/0/quote"}),
        ({"text": TEXT, "claims": [{"quote": "a", "author": "b"}]}, {"#/claims/0/author"}),
        ({"text": TEXT, "claims": ["a"]}, {"#/claims/0"}),
        ({"text": TEXT, "claims": [ANNA], "options": {"types": ["direct"]}}, {"#/options/types"}),
    ],
)
def test_what_is_wrong_has_a_pointer(client: FlaskClient, body: dict[str, Any], pointers: set[str]) -> None:
    problem = assert_problem(client.post("/verify", json=body), 422, "invalid-request")
    assert {error["pointer"] for error in problem["errors"]} == pointers


def test_the_limits_are_settings(pipeline: FakePipeline) -> None:
    limits = Settings(max_claims=1, max_claim_length=5, max_speaker_length=2)
    client = create_app(limits, Service(pipeline, ENGINE, limits)).test_client()
    assert post(client, {"quote": "hatjel"}).json["errors"][0]["pointer"] == "#/claims/0/quote"
    assert post(client, {"quote": "öt", "speaker": "abc"}).json["errors"][0]["pointer"] == "#/claims/0/speaker"
    assert post(client, {"quote": "öt"}, {"quote": "öt"}).json["errors"][0]["pointer"] == "#/claims"
    assert post(client, {"quote": "öt", "speaker": "ab"}).status_code == 200


def test_only_json_comes_in_and_goes_out(client: FlaskClient) -> None:
    assert_problem(client.post("/verify", data=TEXT, content_type="text/plain"), 415, "unsupported-media-type")
    answer = client.post("/verify", json={"text": TEXT, "claims": [ANNA]}, headers={"Accept": "text/csv"})
    assert_problem(answer, 406, "not-acceptable")


def test_a_foreign_text_has_no_quotations_but_words(client: FlaskClient) -> None:
    text = "„The bridge is ready for the cars and the people of the town,” she said to the press on the day."
    told = client.post("/verify", json={"text": text, "claims": [{"quote": "The bridge is ready"}]}).json
    assert (told["language"], len(told["warnings"])) == ("und", 1)
    assert told["claims"][0]["where"] == "outside"
