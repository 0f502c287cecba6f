import pytest

from quoteservice.service import Service
from quoteservice.settings import Settings
from quoteservice.text.guards import TextRefused
from tests.fakes import ENGINE, FakePipeline

SPEECH = "„Kész” – mondta Példa Anna."


def test_offsets_and_words_are_those_of_the_text_that_was_sent(service: Service) -> None:
    text = f"\ufeff\x00{SPEECH}"
    (quote,) = service.quotes(text)["quotes"]
    (span,) = quote["content"]["spans"]
    assert text[span["start"] : span["end"]] == "Kész"


def test_the_pipeline_sees_what_the_settings_allow(pipeline: FakePipeline) -> None:
    Service(pipeline, ENGINE, Settings(max_mark_run=2, max_word_length=5)).quotes("„„„„ abcdefgh")
    assert pipeline.seen == [("„„   abcd fgh", None)]


def test_a_text_that_is_too_long_never_reaches_the_pipeline(pipeline: FakePipeline) -> None:
    with pytest.raises(TextRefused):
        Service(pipeline, ENGINE, Settings(max_text_length=3)).quotes("abcd")
    assert pipeline.seen == []


def test_a_lonely_long_line_of_dashes_is_no_reason_to_warn(service: Service) -> None:
    assert service.quotes(f"{SPEECH}\n{'-' * 20}\n{SPEECH * 20}")["warnings"] == []


def test_html_is_read_as_its_text_with_its_places(service: Service) -> None:
    html = f"<p>\ufeff<b>{SPEECH}</b></p>"
    told = service.quotes(html=html)
    (span,) = told["quotes"][0]["content"]["spans"]
    assert told["text"][span["start"] : span["end"]] == "Kész"
    assert [html[each["start"] : each["end"]] for each in span["html"]] == ["Kész"]


@pytest.mark.parametrize("article", [{}, {"text": "a", "html": "a"}])
def test_an_article_is_either_text_or_html(service: Service, article: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="Exactly one"):
        service.quotes(**article)


@pytest.mark.parametrize("html", ["<b>" * 10, "<p>abcdef"])
def test_html_that_is_too_long_never_reaches_the_pipeline(pipeline: FakePipeline, html: str) -> None:
    with pytest.raises(TextRefused):
        Service(pipeline, ENGINE, Settings(max_text_length=5, max_html_length=20)).quotes(html=html)
    assert pipeline.seen == []
