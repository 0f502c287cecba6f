"""HTML over HTTP: its charset, its places, its annotation and its limits."""

import pytest
from flask.testing import FlaskClient

from quoteservice.service import Service
from quoteservice.settings import Settings
from quoteservice.web.app import create_app
from tests.fakes import ENGINE, FakePipeline

HTML = "<p>„Kész a <b>híd</b>” – mondta Példa&nbsp;Anna.</p>"


def piece(html: str, span: dict[str, int]) -> str:
    return html[span["start"] : span["end"]]


def test_every_span_tells_its_place_in_the_html(client: FlaskClient) -> None:
    html = HTML.replace("&nbsp;", " ")
    told = client.post("/quotes", json={"html": html, "id": "h"}).json
    assert told["text"] == "„Kész a híd” – mondta Példa Anna."
    (quote,) = told["quotes"]
    (span,) = quote["content"]["spans"]
    assert (span["start"], span["end"]) == (1, 11)
    assert [piece(html, each) for each in span["html"]] == ["Kész a ", "híd"]
    assert [piece(html, each) for each in quote["source"]["html"]] == ["Példa Anna"]
    assert [piece(html, each) for each in quote["cue"]["spans"][0]["html"]] == ["mondta"]
    assert [piece(html, each) for each in told["speakers"][0]["mentions"][0]["html"]] == ["Példa Anna"]


def test_a_text_has_no_html_members(client: FlaskClient) -> None:
    body = {"text": "„Kész” – mondta Példa Anna.", "options": {"annotated_html": True}}
    told = client.post("/quotes", json=body).json
    assert {"text", "annotated_html"}.isdisjoint(told)
    assert "html" not in told["quotes"][0]["content"]["spans"][0]


def test_the_html_comes_back_annotated_when_asked_for(client: FlaskClient) -> None:
    html = HTML.replace("&nbsp;", " ")
    assert "annotated_html" not in client.post("/quotes", json={"html": html}).json
    told = client.post("/quotes", json={"html": html, "options": {"annotated_html": True}}).json
    mark = '<mark data-quote-id="q1" data-speaker="Példa Anna">'
    assert told["annotated_html"] == html.replace("Kész a ", f"{mark}Kész a </mark>").replace(
        "híd", f"{mark}híd</mark>"
    )
    again = client.post("/quotes", json={"html": told["annotated_html"], "options": {"annotated_html": True}}).json
    assert again["annotated_html"] == told["annotated_html"]


def test_only_the_quotations_that_are_told_are_annotated(client: FlaskClient) -> None:
    options = {"annotated_html": True, "types": ["indirect"]}
    assert client.post("/quotes", json={"html": HTML, "options": options}).json["annotated_html"] == HTML


@pytest.mark.parametrize("before", ["𝒞", "👩‍👧", "a\u0301", "שלום ", "&#x1D49E;", "<!-- 𝒞 -->"])
def test_utf16_offsets_hold_for_the_html_too(client: FlaskClient, before: str) -> None:
    html = f"<p>{before} „Kész a <b>𝒞 híd</b>” – mondta Példa Anna.</p>"
    told = client.post("/quotes", json={"html": html, "options": {"offsets": "utf16"}}).json
    (span,) = told["quotes"][0]["content"]["spans"]
    units, text = html.encode("utf-16-le"), told["text"].encode("utf-16-le")
    cut = [units[2 * each["start"] : 2 * each["end"]].decode("utf-16-le") for each in span["html"]]
    assert cut == ["Kész a ", "𝒞 híd"]
    assert text[2 * span["start"] : 2 * span["end"]].decode("utf-16-le") == "Kész a 𝒞 híd"


@pytest.mark.parametrize(
    ("content_type", "html", "encoding"),
    [
        ("text/html", HTML, "utf-8"),
        ("text/html", HTML, "utf-8-sig"),
        ("text/html; charset=windows-1250", HTML, "cp1250"),
        ("text/html", f"<meta charset='windows-1250'>{HTML}", "cp1250"),
        ("text/html; charset=utf-8", f"<meta charset='windows-1250'>{HTML}", "utf-8"),
        ("text/html; charset=windows-1250", HTML, "utf-8-sig"),
        ("text/html", HTML, "utf-16"),
    ],
)
def test_a_bare_page_is_read_in_its_charset(client: FlaskClient, content_type: str, html: str, encoding: str) -> None:
    told = client.post("/quotes", data=html.encode(encoding), content_type=content_type).json
    assert told["quotes"] == [] or told["text"].startswith("„Kész a híd”")
    assert told["text"] == "„Kész a híd” – mondta Példa\u00a0Anna."


def test_bytes_in_another_charset_than_told(client: FlaskClient) -> None:
    answer = client.post("/quotes", data="<p>kész".encode("cp1250"), content_type="text/html")
    assert (answer.status_code, answer.json["type"]) == (400, "urn:quoteservice:problem:bad-request")


@pytest.mark.parametrize(
    ("html", "detail"),
    [
        ("<b>" * 8, "The HTML has 24 code points; at most 20 are read."),
        ("<p>abcdefghijk", "The text of the HTML has 11 code points; at most 10 are read."),
    ],
)
def test_html_and_its_text_have_a_limit_each(service: Service, html: str, detail: str) -> None:
    limits = Settings(max_text_length=10, max_html_length=20)
    client = create_app(limits, Service(FakePipeline(), ENGINE, limits)).test_client()
    bare = client.post("/quotes", data=html, content_type="text/html")
    assert (bare.status_code, bare.json["errors"]) == (422, [{"pointer": "#", "detail": detail}])
    body = client.post("/quotes", json={"html": html})
    assert (body.status_code, body.json["errors"]) == (422, [{"pointer": "#/html", "detail": detail}])


def test_long_markup_does_not_make_an_article_too_long(client: FlaskClient) -> None:
    assert client.post("/quotes", json={"html": f"<p class='{'a ' * 300_000}'>Kész."}).status_code == 200


def test_another_language_and_an_empty_page_are_answered(client: FlaskClient, pipeline: FakePipeline) -> None:
    foreign = "<p>The bridge will open <b>on Monday</b>, said the mayor of the town.</p>"
    told = client.post("/quotes", json={"html": foreign, "options": {"annotated_html": True}}).json
    assert (told["language"], told["annotated_html"]) == ("und", foreign)
    assert client.post("/quotes", json={"html": ""}).json["text"] == ""
    assert pipeline.seen == [("", None)]


def test_the_log_tells_the_length_of_the_html(client: FlaskClient, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level("INFO"):
        client.post("/quotes", json={"html": HTML})
    (entry,) = [record.fields for record in caplog.records if record.message == "request"]
    assert entry["characters"] == len(HTML)
