import json
from datetime import date

import pytest
from flask.testing import FlaskClient

from tests.fakes import ENGINE, FakePipeline

TEXT = "„Kész a híd” – mondta Példa Anna."


@pytest.mark.parametrize("path", ["/quotes", "/v1/quotes"])
def test_answers_as_the_contract_says(client: FlaskClient, path: str) -> None:
    answer = client.post(path, json={"text": TEXT, "id": "cikk-1"})
    assert answer.status_code == 200
    assert answer.content_type == "application/json"
    assert answer.json == {
        "id": "cikk-1",
        "language": "hu",
        "offset_unit": "codepoint",
        "engine": ENGINE.told(),
        "quotes": [
            {
                "id": "q1",
                "type": "direct",
                "content": {"text": "Kész a híd", "spans": [{"start": 1, "end": 11}]},
                "cue": {
                    "text": "mondta",
                    "lemma": "mond",
                    "spans": [{"start": 15, "end": 21}],
                    "category": "say",
                    "stance": "neutral",
                },
                "source": {"text": "Példa Anna", "start": 22, "end": 32, "form": "name"},
                "speaker_ids": ["s1"],
                "addressee": None,
                "medium": None,
                "said_at": None,
                "parent_id": None,
                "confidence": 0.91,
                "evidence": {"pattern": "inquit.dash", "link": "nsubj", "resolution": "name"},
            }
        ],
        "speakers": [
            {
                "id": "s1",
                "name": "Példa Anna",
                "kind": "person",
                "named": True,
                "descriptions": [],
                "mentions": [{"text": "Példa Anna", "start": 22, "end": 32}],
                "quote_ids": ["q1"],
            }
        ],
        "warnings": [],
    }


def test_letters_come_back_as_they_are(client: FlaskClient) -> None:
    assert "Kész a híd" in client.post("/quotes", json={"text": TEXT}).get_data(as_text=True)


@pytest.mark.parametrize(
    ("charset", "encoding"),
    [
        ("", "utf-8"),
        ("; charset=utf-8", "utf-8"),
        ("; charset=UTF-8", "utf-8-sig"),
        ("; charset=windows-1250", "cp1250"),
        ('; charset="iso-8859-2"', "iso8859-2"),
        ("; charset=utf-16", "utf-16"),
    ],
)
def test_reads_a_bare_article_in_its_charset(client: FlaskClient, charset: str, encoding: str) -> None:
    text = TEXT if encoding != "iso8859-2" else "Kész a híd, közölte a főmérnök."
    answer = client.post("/quotes", data=text.encode(encoding), content_type=f"text/plain{charset}")
    assert answer.status_code == 200
    assert len(answer.json["quotes"]) == text.count("–")


def test_utf16_offsets_count_code_units(client: FlaskClient) -> None:
    text = "𝒞👩‍👧 " + TEXT
    told = client.post("/quotes", json={"text": text, "options": {"offsets": "utf16"}}).json
    assert told["offset_unit"] == "utf16"
    span = told["quotes"][0]["content"]["spans"][0]
    raw = text.encode("utf-16-le")
    assert raw[2 * span["start"] : 2 * span["end"]].decode("utf-16-le") == "Kész a híd"


def test_the_day_of_publication_reaches_the_pipeline(client: FlaskClient, pipeline: FakePipeline) -> None:
    client.post("/quotes", json={"text": TEXT, "published_at": "2025-08-12"})
    assert pipeline.seen == [(TEXT, date(2025, 8, 12))]


@pytest.mark.parametrize("options", [{"types": ["indirect"]}, {"min_confidence": 0.92}])
def test_filters_leave_out_quotations_and_their_speakers(client: FlaskClient, options: dict[str, object]) -> None:
    told = client.post("/quotes", json={"text": TEXT, "options": options}).json
    assert (told["quotes"], told["speakers"]) == ([], [])


def test_explain_adds_words(client: FlaskClient) -> None:
    told = client.post("/quotes", json={"text": TEXT, "options": {"explain": True}}).json
    assert "„mondta”" in told["quotes"][0]["evidence"]["words"]


@pytest.mark.parametrize("body", [{"text": TEXT, "id": None, "published_at": None, "options": {}}, {"text": TEXT}])
def test_nulls_and_empty_options_are_the_defaults(client: FlaskClient, body: dict[str, object]) -> None:
    assert client.post("/quotes", json=body).json["id"] is None


@pytest.mark.parametrize("text", ["", " ", "\n\n", "Tegnap esett az eső."])
def test_a_text_without_quotations_has_an_empty_list(client: FlaskClient, text: str) -> None:
    answer = client.post("/quotes", json={"text": text})
    assert (answer.status_code, answer.json["quotes"], answer.json["warnings"]) == (200, [], [])


def test_another_language_gets_an_answer_with_a_warning(client: FlaskClient, pipeline: FakePipeline) -> None:
    told = client.post("/quotes", json={"text": "The bridge will open on Monday, said the mayor of the town."}).json
    assert (told["language"], told["quotes"]) == ("und", [])
    assert told["warnings"] == ["The text does not look Hungarian; no quotations were looked for."]
    assert pipeline.seen == []


def test_control_characters_are_read_as_spaces_and_said_so(client: FlaskClient, pipeline: FakePipeline) -> None:
    told = client.post("/quotes", json={"text": "„Kész\x00a híd” – mondta Példa Anna."}).json
    assert told["warnings"] == ["The text holds control characters; they were read as spaces."]
    assert told["quotes"][0]["content"]["text"] == "Kész\x00a híd"
    assert pipeline.seen[0][0] == TEXT


def test_the_parser_sees_only_the_start_of_a_run_of_marks(client: FlaskClient, pipeline: FakePipeline) -> None:
    text = "„" * 50_000
    told = client.post("/quotes", json={"text": text}).json
    assert told["warnings"] == ["Very long runs of marks or letters were read only in part."]
    assert pipeline.seen[0][0] == "„" * 8 + " " * 49_992


def test_a_long_article_is_read(client: FlaskClient) -> None:
    text = "Tegnap esett az eső. " * 9_600
    assert len(text) > 200_000
    assert client.post("/quotes", json={"text": text}).status_code == 200


def test_the_same_request_gets_the_same_bytes(client: FlaskClient) -> None:
    first, second = (
        client.post("/quotes", data=json.dumps({"text": TEXT}), content_type="application/json").data for _ in "12"
    )
    assert first == second
