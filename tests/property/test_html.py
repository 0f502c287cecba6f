"""An article as a page: every range of the answer leads to its words in the HTML, and the quotations are the same."""

from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, assume, given, settings
from hypothesis import strategies as st

from quoteservice.assembly import build_service
from quoteservice.response.options import Options
from quoteservice.service import Service
from quoteservice.settings import Settings
from tests.property.pages import PAGES, stripped

MARKS = str.maketrans("", "", "„”")
"""They may stand for `q`, and then do not stand in the HTML."""
Found = list[tuple[str, str, str | None, str | None, list[str]]]
PREFIX = "𝒞👩‍👧 a\u0301 אב "
many = settings(
    max_examples=200,
    deadline=None,
    derandomize=True,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)


@pytest.fixture(scope="module")
def real_service() -> Service:
    return build_service(Settings())


def folded(text: str) -> str:
    return " ".join(text.split())


def spans(node: Any, text: str = "") -> list[tuple[str, dict[str, Any]]]:
    """Every range of an answer with its text, which a piece has itself and the parts of a text in parts share."""
    if isinstance(node, list):
        return [found for each in node for found in spans(each, text)]
    if not isinstance(node, dict):
        return []
    here = [(node.get("text", text), node)] if "html" in node else []
    return here + [found for each in node.values() for found in spans(each, node.get("text", text))]


def found(told: dict[str, Any]) -> Found:
    """Type, content, cue, source and speakers of every quotation, whatever the white space and soft hyphens."""
    names = {each["id"]: each["name"] for each in told["speakers"]}

    def words(piece: dict[str, Any] | None) -> str | None:
        return folded(piece["text"].replace("\u00ad", "")) if piece else None

    return [
        (q["type"], words(q["content"]), words(q["cue"]), words(q["source"]), [names[i] for i in q["speaker_ids"]])
        for q in told["quotes"]
    ]


@given(PAGES, st.booleans())
@many
def test_every_range_of_the_html_stripped_and_decoded_is_its_text(
    real_service: Service, pair: tuple[str, str], utf16: bool
) -> None:
    html = PREFIX + pair[1]
    raw = html.encode("utf-16-le")
    told = real_service.quotes(html=html, options=Options(offsets="utf16" if utf16 else "codepoint"))
    text = told["text"]
    letters = text.encode("utf-16-le")

    def piece(start: int, end: int) -> str:
        return raw[2 * start : 2 * end].decode("utf-16-le") if utf16 else html[start:end]

    def of_text(start: int, end: int) -> str:
        return letters[2 * start : 2 * end].decode("utf-16-le") if utf16 else text[start:end]

    assume(told["quotes"])
    for words, span in spans({key: told[key] for key in ("quotes", "speakers")}):
        stretches = [(each["start"], each["end"]) for each in span["html"]]
        assert all("<" not in piece(*each) for each in stretches)
        whole = of_text(span["start"], span["end"])
        assert folded(whole) in folded(words)
        said = folded(whole.translate(MARKS))
        assert stripped(piece(stretches[0][0], stretches[-1][1])).translate(MARKS) == said
        joined = stripped("".join(piece(*each) for each in stretches)).translate(MARKS)
        assert joined.replace(" ", "") == said.replace(" ", "")


@given(PAGES)
@many
def test_the_same_article_as_a_page_has_the_same_quotations(real_service: Service, pair: tuple[str, str]) -> None:
    text, html = pair
    assert found(real_service.quotes(html=html)) == found(real_service.quotes(text))


@given(PAGES)
@many
def test_annotating_adds_nothing_but_marks_and_once_only(real_service: Service, pair: tuple[str, str]) -> None:
    _, html = pair
    told = real_service.quotes(html=html, options=Options(annotated_html=True))
    again = real_service.quotes(html=told["annotated_html"], options=Options(annotated_html=True))
    assert again["annotated_html"] == told["annotated_html"]
    assert found(again) == found(told)
    bare = told["annotated_html"]
    for quote in told["quotes"]:
        bare = bare.replace(f'<mark data-quote-id="{quote["id"]}"', "<mark")
    for speaker in told["speakers"]:
        bare = bare.replace(f' data-speaker="{speaker["name"]}"', "")
    assert bare.replace("<mark>", "").replace("</mark>", "") == html
