"""The page's article as plain data: operations, ranges, speakers."""

import re
from html import unescape
from random import Random
from typing import Any

import pytest
from playwright.sync_api import Error, Page

from tests.browser.acts import STORY
from tests.browser.modules import article_of, call
from tests.browser.test_formats import ARTICLES, pieces

ODD = "👩‍👩‍👧 „Á 😀 e\u0301jt, u\u0308gy 𝒞 őrzik” – mondta ő.\r\nŐŰ “x” (a-b)."
RANGES = [
    ("😀", "😀"), ("\ude00 e", "😀 e\u0301"), ("e", "e\u0301"), ("\u0301jt,", "e\u0301jt,"),
    (" u\u0308gy ", "u\u0308gy"), ("\udc9e", "𝒞"),
    ("\u200d👩", "👩‍👩‍👧"), ("mondta ő.\r\nŐŰ", "mondta ő.\r\nŐŰ"),
]  # fmt: skip


def test_no_range_cuts_a_character(blank: Page) -> None:
    units = ODD.encode("utf-16-le")
    for words, kept_words in RANGES:
        at = units.index(words.encode("utf-16-le", "surrogatepass")) // 2
        span = {"start": at, "end": at + len(words.encode("utf-16-le", "surrogatepass")) // 2}
        found = call(blank, "model/spans.js", "clean", ODD, [span])
        assert [units[2 * s["start"] : 2 * s["end"]].decode("utf-16-le") for s in found] == [kept_words], words


CLEANED = [
    ([[5, 3]], []), ([[2, 2]], []), ([[-5, 3]], [[0, 3]]), ([[3, 99]], [[3, 6]]), ([[4, 6], [0, 2]], [[0, 2], [4, 6]]),
    ([[0, 4], [2, 6]], [[0, 6]]), ([[0, 3], [3, 6]], [[0, 3], [3, 6]]),
]  # fmt: skip


def test_ranges_are_put_in_order(blank: Page) -> None:
    for given, wanted in CLEANED:
        spans = [{"start": start, "end": end} for start, end in given]
        found = call(blank, "model/spans.js", "clean", "abcdef", spans)
        assert [[each["start"], each["end"]] for each in found] == wanted


def test_speakers_and_quotations_agree_after_every_operation(blank: Page) -> None:
    """The speakers' quotations, the parents and the words follow; what was before stays as it was."""
    article = article_of(blank, {"text": STORY})
    before = repr(article)
    ids = {speaker["name"]: speaker["id"] for speaker in article["speakers"]}
    first = article["quotes"][0]["content"]["spans"][0]
    steps: list[tuple[Any, ...]] = [
        ("setSpeakers", "q4", [ids["Bokor Etelka"]]), ("setSpeakers", "q3", ["bokor  etelka"]),
        ("setContent", "q1", [{"start": first["start"], "end": first["end"] + 60}]), ("reject", "q4"), ("accept", "q5"),
        ("add", {"content": [first], "speakers": [{"name": "Hídfigyelő Kör", "kind": "group"}]}), ("reject", "q6"),
        ("accept", "q4"), ("setSource", "q2", None), ("setCue", "q2", []),
    ]  # fmt: skip
    now = article
    for name, *rest in steps:
        now = call(blank, "model/article.js", name, now, *rest)
        standing = [quote for quote in now["quotes"] if quote["status"] != "rejected"]
        for speaker in now["speakers"]:
            assert speaker["quote_ids"] == [q["id"] for q in standing if speaker["id"] in q["speaker_ids"]]
        assert {i for q in now["quotes"] for i in q["speaker_ids"]} == {speaker["id"] for speaker in now["speakers"]}
        for quote in standing:
            spans = quote["content"]["spans"]
            assert quote["content"]["text"] == " ".join(STORY[s["start"] : s["end"]] for s in spans)
    assert repr(article) == before
    assert [speaker["name"] for speaker in now["speakers"]] == ["Bokor Etelka"]
    parents = {quote["id"]: quote["parent_id"] for quote in now["quotes"]}
    assert parents == {"q1": None, "q2": None, "q3": None, "q4": None, "q5": "q4"}
    mentions = [each["text"] for each in now["speakers"][0]["mentions"]]
    assert "Az alpolgármester" in mentions


def test_what_changes_nothing_is_no_correction(blank: Page) -> None:
    article = article_of(blank, {"text": STORY})
    first = article["quotes"][0]
    source = {"start": first["source"]["start"], "end": first["source"]["end"]}
    nothing = [
        ("setSpeakers", first["speaker_ids"]), ("setType", first["type"]), ("setContent", first["content"]["spans"]),
        ("setSource", source, first["source"]["form"]),
    ]  # fmt: skip
    for name, *rest in nothing:
        assert call(blank, "model/article.js", name, article, "q1", *rest) == article, name


REFUSED = [
    ("accept", "q99", "no quotation"), ("setContent", "q1", [{"start": 0, "end": 0}], "no words"),
    ("setType", "q1", "loud", "no type"), ("setSpeakers", "q1", [" "], "needs a name"),
]  # fmt: skip


def test_operations_refuse_what_makes_no_sense(blank: Page) -> None:
    article = article_of(blank, {"text": STORY})
    for name, *rest, words in REFUSED:
        with pytest.raises(Error, match=re.escape(str(words))):
            call(blank, "model/article.js", name, article, *rest)


MARKUP = re.compile(r"[\s„”:]")
"""What stands in the text for elements, or may."""
STEPS = """async ([article, steps]) => {
    const base = document.querySelector('script[type="module"]').src;
    const operations = await import(new URL("model/article.js", base));
    return steps.map(([name, at, ...given]) => {
        const ids = article.quotes.map(quote => quote.id);
        return article = operations[name](article, ...(name === "add" ? given : [ids[at % ids.length], ...given]));
    });
}"""


def steps(random: Random, length: int) -> list[list[Any]]:
    """Some corrections of an article of `length`, with ranges that nobody would pick."""

    def words() -> dict[str, int]:
        start = random.randrange(length - 20)
        return {"start": start, "end": start + random.randint(15, 60)}

    made: list[list[Any]] = []
    for _ in range(40):
        name = random.choice(
            ["setContent", "setContent", "add", "reject", "accept", "setCue", "setSource", "setSpeakers"]
        )
        spans = [words() for _ in range(random.randint(1, 3))]
        given = {"add": {"content": spans, "speakers": ["Deák Tibor"]}, "setContent": spans, "setCue": spans}
        given |= {"setSource": spans[0], "setSpeakers": [random.choice(["Deák Tibor", "s1", "Sólyom Kinga"])]}
        made.append([name, random.randrange(99), *([given[name]] if name in given else [])])
    return made


@pytest.mark.parametrize("name", ["odd", "html"])
def test_whatever_is_corrected_every_range_is_where_its_words_are(blank: Page, name: str) -> None:
    article = article_of(blank, ARTICLES[name])
    text, html = article["text"].encode("utf-16-le"), article["input"].get("html", "").encode("utf-16-le")

    def cut(source: bytes, span: dict[str, Any]) -> str:
        return source[2 * span["start"] : 2 * span["end"]].decode("utf-16-le")

    for state in blank.evaluate(STEPS, [article, steps(Random(7), len(article["text"]))]):
        for piece in pieces([state["quotes"], state["speakers"]]):
            spans = piece.get("spans", [piece])
            assert " ".join(cut(text, span) for span in spans) == piece["text"]
            for span in spans:
                told = "".join(unescape(cut(html, stretch)) for stretch in span.get("html", []))
                wanted = cut(text, span) if html else ""
                assert MARKUP.sub("", told) == MARKUP.sub("", wanted)
                assert "<" not in "".join(cut(html, stretch) for stretch in span.get("html", []))
