"""What the page exports of an article that nobody has corrected is what the service itself sends."""

import csv
import io
import json
import re
from typing import Any

import pytest
from playwright.sync_api import Error, Page

from evaluation.gold import tally
from tests.browser.acts import EXAMPLES, STORY
from tests.browser.modules import article_of, asked, call

HTML = (
    "<article><h1>Új híd 😀 épül</h1>\n<p>„Hétfőtől <b>újra</b>\n  járható a&nbsp;h&iacute;d” – mondta "
    "<i>Bokor Etelka</i>, a város főmérnöke.<br>Hozzátette, hogy a járdát csak májusra fejezik be.</p>"
    "<p>Tímár Gellért alpolgármester szerint „a <a href='/x'>város &amp; a megye</a> megérdemli, hogy <em>végre</em> "
    "átjusson”.</p><blockquote>Éjjel leállunk.<cite>Sólyom Kinga</cite></blockquote></article>"
)
ODD = (
    "👩‍👩‍👧 „=1+1; -2 a vége, és „@bent” is” – mondta Bokor Etelka 🇭🇺.\r\n\r\n"
    "„+Kész az „u\u0301j” híd, é\u0301s jó” – közölte Tímár Gellért.\u2028Hozzátette, "
    "hogy \x0bholnap nyílik meg a\xadjárda & a <b>park</b>.\n"
)
ARTICLES: dict[str, dict[str, Any]] = {
    "story": {"text": STORY, "id": "https://hirek.example/hid", "published_at": "2025-09-10"},
    "long": {"text": (EXAMPLES / "szelpark.txt").read_text(encoding="utf-8"), "id": "=szél"},
    "odd": {"text": ODD},
    "html": {"html": HTML, "published_at": "2025-09-10"},
    "nothing": {"text": "A híd márciusra készül el."},
}
ANNOTATIONS = 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"'
PLACED = [*ARTICLES, "marked"]


def given(page: Page, name: str) -> dict[str, Any]:
    """The article `name`; `marked` is HTML that our marks stand in already, one of them wrong."""
    if name != "marked":
        return ARTICLES[name]
    return {"html": call(page, "formats/html.js", "toHtml", article_of(page, ARTICLES["html"])).replace("q2", "q7")}


def test_every_format_is_that_of_the_service(blank: Page) -> None:
    for name in PLACED:
        sent = given(blank, name)
        article = article_of(blank, sent)
        told = json.loads(call(blank, "formats/json.js", "toJson", article))
        assert told.pop("rejected") == {"quotes": [], "speakers": []}
        assert told.pop("input") == {key: value for key, value in sent.items() if key != "text"}
        for quote in told["quotes"]:
            assert (quote.pop("status"), quote.pop("corrected")) == ("found", [])
        assert told == asked(blank, sent), name

        linked = json.loads(call(blank, "formats/annotation.js", "toAnnotations", article))
        assert linked == asked(blank, sent, ANNOTATIONS), name

        mine = list(csv.reader(io.StringIO(call(blank, "formats/csv.js", "toCsv", article), newline="")))
        assert [row[-2:] for row in mine] == [["status", "corrected"], *([["found", ""]] * (len(mine) - 1))]
        served = list(csv.reader(io.StringIO(asked(blank, sent, "text/csv"), newline="")))
        assert [row[:-2] for row in mine] == served, name


def test_csv_is_quoted_as_the_service_does(blank: Page) -> None:
    for name in ("odd", "long"):
        article = article_of(blank, ARTICLES[name])
        lines = call(blank, "formats/csv.js", "toCsv", article).replace(",found,\r\n", "\r\n")
        assert lines.replace(",status,corrected\r\n", "\r\n") == asked(blank, ARTICLES[name], "text/csv")


@pytest.mark.parametrize("name", ["html", "marked"])
def test_html_is_marked_as_the_service_does(blank: Page, name: str) -> None:
    sent = given(blank, name)
    answer = blank.request.post(f"{blank.url}v1/quotes", data={**sent, "options": {"annotated_html": True}})
    assert call(blank, "formats/html.js", "toHtml", article_of(blank, sent)) == answer.json()["annotated_html"]


def test_text_becomes_html_that_the_service_reads_back(blank: Page) -> None:
    for name in ("story", "odd"):
        article = article_of(blank, ARTICLES[name])
        html = call(blank, "formats/html.js", "toHtml", article)
        assert "<b>" not in html
        marks = re.findall(r'<mark data-quote-id="(q\d+)" data-speaker="([^"]*)">(.*?)</mark>', html)
        assert marks[0] == ("q1", "Bokor Etelka", marks[0][2])
        again = asked(blank, {"html": html, "published_at": article["input"].get("published_at")})
        assert [q["content"]["text"].split() for q in again["quotes"]] == [
            q["content"]["text"].split() for q in article["quotes"]
        ]


def test_every_range_is_where_its_words_are(blank: Page) -> None:
    for name in PLACED:
        article = article_of(blank, given(blank, name))
        units = article["text"].encode("utf-16-le")
        for piece in pieces(article):
            cut = [units[2 * s["start"] : 2 * s["end"]].decode("utf-16-le") for s in piece.get("spans", [piece])]
            assert " ".join(cut) == piece["text"]


def pieces(value: Any) -> list[dict[str, Any]]:
    """Everything in `value` that tells words with their place."""
    if isinstance(value, list):
        return [piece for each in value for piece in pieces(each)]
    if not isinstance(value, dict):
        return []
    own = [value] if "text" in value and ("start" in value or "spans" in value) else []
    return own + [piece for each in value.values() for piece in pieces(each)]


def test_gold_is_what_the_evaluation_reads(blank: Page) -> None:
    lines = [call(blank, "formats/gold.js", "toGold", article_of(blank, each)) for each in ARTICLES.values()]
    docs = [json.loads(line) for line in "".join(lines).splitlines()]
    given = {doc["id"]: [{**quote, "confidence": 1.0, "pattern": ""} for quote in doc["quotes"]] for doc in docs}
    counted = tally(docs, given).n
    assert counted["gold"] == counted["whole"] == counted["cue"] == counted["source"] > 15
    assert [doc["outlet"] for doc in docs][:2] == ["hirek.example", ""]
    assert docs[0]["title"] == "Új híd épül Dombszegen"
    assert docs[0]["text"][slice(*docs[0]["quotes"][0]["content"][0])] == "Hétfőtől újra járható a híd"
    odd = docs[2]
    assert odd["text"][slice(*odd["quotes"][1]["content"][0])] == "+Kész az „u\u0301j” híd, é\u0301s jó"


def test_json_comes_back_as_it_went(blank: Page) -> None:
    for name in ("story", "odd", "marked"):
        article = corrected(blank, article_of(blank, given(blank, name)))
        assert call(blank, "formats/json.js", "fromJson", call(blank, "formats/json.js", "toJson", article)) == article


def corrected(page: Page, article: dict[str, Any]) -> dict[str, Any]:
    """`article` after a correction of every kind."""
    first, second, *_ = (quote["id"] for quote in article["quotes"])
    start = article["quotes"][0]["content"]["spans"][0]["start"]
    words = [{"start": start + 2, "end": start + 6}]
    steps: list[tuple[Any, ...]] = [
        ("setSpeakers", first, ["Sólyom Kinga", article["speakers"][1]["id"]]), ("setType", first, "mixed"),
        ("setContent", first, [{"start": start + 1, "end": start + 15}]), ("setCue", first, words),
        ("setSource", first, words[0], "name"), ("reject", second),
        ("add", {"content": words, "type": "indirect", "speakers": ["Deák Tibor"]}),
    ]  # fmt: skip
    for name, *rest in steps:
        article = call(page, "model/article.js", name, article, *rest)
    return article


BROKEN = [
    ("{", "import.json"), ("[]", "import.other"), ('"x"', "import.other"), ('{"text": "a"}', "import.other"),
]  # fmt: skip
DAMAGES: list[tuple[str, Any]] = [
    ("text", "Más szöveg."), ("speakers", []), ("speakers", [{"id": "s1"}]), ("engine", None), ("iris", None),
    ("quotes", [None]), ("language", 1),
    ("quotes", [{"id": "q1"}]), ("warnings", [1]), ("rejected", {"quotes": [{"id": "q1"}]}),
    ("html_map", {"runs": [[0, 1, 0, 1]], "own_marks": []}), ("input", {"html": 1}),
]  # fmt: skip


def test_a_damaged_file_is_refused(blank: Page) -> None:
    whole = json.loads(call(blank, "formats/json.js", "toJson", article_of(blank, ARTICLES["story"])))
    damaged = [(json.dumps({**whole, name: value}), "import.broken") for name, value in DAMAGES]
    codepoints = json.dumps({**whole, "offset_unit": "codepoint"})
    for text, key in [*BROKEN, *damaged, (codepoints, "import.unit")]:
        with pytest.raises(Error, match=key):
            call(blank, "formats/json.js", "fromJson", text)
