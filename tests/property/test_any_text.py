"""Whatever the text: an answer that the contract allows, with every range in its place."""

from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from openapi_schema_validator import OAS31Validator

from quoteservice.assembly import build_service
from quoteservice.response.options import Options
from quoteservice.service import Service
from quoteservice.settings import Settings
from tests.answers import answer_validator

PIECES = [
    *"„”»«\"'’“‘–—-:;,.?!()[] \n\r\t",
    *["…", "\n\n", "\u00a0", "\u2028", "\u00ad", "\x00", "👩‍👧", "𝒞", "á", "ﬁ", "א", "\u202e", "1.", "dr."],
    *[
        "mondta",
        "közölte",
        "szerint",
        "azt",
        "hogy",
        "hozzátette",
        "aki",
        "szerinte",
        "írta",
        "úgy",
        "mint",
        "kérdezte",
    ],
    *["Kő Pál", "A tárca", "a miniszter", "Annának", "ő", "Kovácsék", "az MTI-nek", "közleményében", "tegnap", "is"],
    *[' " - olvasható a levélben.', " – ezt Kő Pál mondta.", " – így Kő Pál."],
    *["Kész a híd", "jön", "nem tudja", "esik", "„Igen” – mondta Kő Pál.", "Azt mondta, hogy jön.", "X szerint esik."],
]
TEXTS = st.lists(
    st.one_of(st.sampled_from(PIECES), st.text(st.characters(exclude_categories=["Cs"]), max_size=4)), max_size=40
)


@pytest.fixture(scope="module")
def real_service() -> Service:
    return build_service(Settings())


@pytest.fixture(scope="module")
def answers() -> OAS31Validator:
    return answer_validator()


def ranges(node: Any) -> list[dict[str, Any]]:
    """Every object with text, start and end in an answer."""
    if isinstance(node, list):
        return [found for each in node for found in ranges(each)]
    if not isinstance(node, dict):
        return []
    here = [node] if {"text", "start", "end"} <= node.keys() else []
    return here + [found for each in node.values() for found in ranges(each)]


@example(["közölte „ Kovácsék hogy"], "", False)
@given(TEXTS, st.sampled_from(["", " "]), st.booleans())
@settings(max_examples=300, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
def test_any_text_gets_an_answer_of_the_contract(
    real_service: Service, answers: OAS31Validator, pieces: list[str], joint: str, utf16: bool
) -> None:
    text = joint.join(pieces)
    told = real_service.quotes(text, options=Options(offsets="utf16" if utf16 else "codepoint", explain=True))
    answers.validate(told)
    raw = text.encode("utf-16-le")

    def piece(start: int, end: int) -> str:
        return raw[2 * start : 2 * end].decode("utf-16-le") if utf16 else text[start:end]

    assert all(piece(found["start"], found["end"]) == found["text"] for found in ranges(told))
    speakers = {speaker["id"] for speaker in told["speakers"]}
    quotes = {quote["id"] for quote in told["quotes"]}
    assert len(quotes) == len(told["quotes"])
    for quote in told["quotes"]:
        assert " ".join(piece(s["start"], s["end"]) for s in quote["content"]["spans"]) == quote["content"]["text"]
        assert quote["content"]["text"].strip()
        assert set(quote["speaker_ids"]) <= speakers
        assert quote["parent_id"] is None or quote["parent_id"] in quotes - {quote["id"]}
