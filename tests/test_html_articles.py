"""Articles as editors' tools leave them behind: who says what in them, and the same as in plain text."""

import json
import re
from html import escape
from pathlib import Path

import pytest

from quoteservice.assembly import build_service
from quoteservice.response.options import Options
from quoteservice.service import Service
from quoteservice.settings import Settings
from tests.answers import answer_validator

DOCS = Path(__file__).parents[1] / "docs" / "html.md"
EXAMPLES = sorted((Path(__file__).parents[1] / "examples").glob("*.txt"))
BRIDGE = "A híd júniusban nyílik meg, és ingyenes lesz"
TRAIN = "A vonatok nyáron sem állnak meg a kisvárosban"

# What the snippet is, its HTML, and who says what in it; "?" is nobody known.
MESSY = [
    (
        "Word",
        (
            '<p class=MsoNormal><span style="mso-fareast-font-family:&quot;Times New Roman&quot;">„A híd '
            '<o:p></o:p>\r\njúniusban nyílik\r\nmeg, és <b style="mso-bidi-font-weight:normal">ingyenes</b> '
            'lesz”\xa0– közölte\xa0<st1:PersonName w:st="on">Tarnai Olga</st1:PersonName>.<o:p></o:p></span></p>'
            "<!--[if gte mso 9]><xml>„Nem” – mondta Kő Pál.</xml><![endif]--><![if !supportLists]><![endif]>"
        ),
        [("Tarnai Olga", BRIDGE)],
    ),
    (
        "Google Docs",
        (
            '<b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr"><span '
            'style="font-weight:700">Tarnai </span><span>Olga</span><span> azt mondta, hogy </span><span>a '
            "vonatok nyáron sem álln</span><span>ak meg a kis</span><span>városban</span><span>.</span></p>"
            "<br /><br /></b>"
        ),
        [("Tarnai Olga", TRAIN[0].lower() + TRAIN[1:])],
    ),
    (
        "AMP",
        (
            "<html ⚡><head><style amp-boilerplate>body{}</style></head><body><h1>Cím nélkül</h1><amp-ad "
            "type=x>„Vegye meg” – mondta Kő Pál.</amp-ad><p>&bdquo;A h&iacute;d j&uacute;niusban "
            "ny&iacute;lik meg, &eacute;s ingyenes lesz&rdquo; &ndash; k&ouml;z&ouml;lte Tarnai Olga.</p>"
            "<amp-img src=a width=1 height=1></amp-img><amp-social-share></amp-social-share><amp-sidebar><li>"
            "„Menü” – mondta Kő Pál.</amp-sidebar></body></html>"
        ),
        [("Tarnai Olga", BRIDGE)],
    ),
    (
        "WordPress blocks",
        (
            "<!-- wp:paragraph --><p>Tarnai Olga a tavaszi tervekről is beszélt.</p><!-- /wp:paragraph -->"
            '\n\n<!-- wp:quote --><blockquote class="wp-block-quote"><p>A híd júniusban nyílik meg, és '
            "ingyenes lesz</p><cite>Tarnai Olga</cite></blockquote><!-- /wp:quote --><!-- wp:image -->"
            '<figure class="wp-block-image"><img src="a.jpg"/><figcaption class="wp-element-caption">„Nem” – '
            "mondta Kő Pál.</figcaption></figure><!-- /wp:image --><div class='sharedaddy'>Ossza meg!</div>"
        ),
        [("Tarnai Olga", BRIDGE)],
    ),
    (
        "paragraphs without end",
        (
            "<body><p>Eső volt.<p>„A híd júniusban nyílik meg, és ingyenes lesz” – közölte Tarnai Olga.<p>"
            "Tarnai Olga azt mondta, hogy a vonatok nyáron sem állnak meg a kisvárosban.<p>Elment."
        ),
        [("Tarnai Olga", BRIDGE), ("Tarnai Olga", TRAIN[0].lower() + TRAIN[1:])],
    ),
    (
        "line breaks for paragraphs",
        (
            "Eső volt.<br>\n<br>\n„A híd júniusban nyílik meg, és ingyenes lesz” – közölte Tarnai Olga.<br />"
            "<br />Elment."
        ),
        [("Tarnai Olga", BRIDGE)],
    ),
    (
        "tables for layout and a form around it all",
        (
            '<form action="./Cikk.aspx" id="aspnetForm"><table><tr><td class=menu><a>Címlap</a><td><h1>'
            "Eső</h1><font size=2>„A híd júniusban nyílik meg, és ingyenes lesz” – közölte <b>Tarnai Olga</b>"
            ".</font></td></table></form>"
        ),
        [("Tarnai Olga", BRIDGE)],
    ),
    (
        "a blockquote behind a colon",
        (
            "<p>Tarnai Olga így fogalmazott:</p><blockquote><p>A híd júniusban nyílik meg, és ingyenes "
            "lesz.</p></blockquote><p>Elment.</p>"
        ),
        [("Tarnai Olga", BRIDGE + ".")],
    ),
    (
        "a quotation inside a blockquote",
        ("<blockquote><p>„A híd júniusban nyílik meg, és ingyenes lesz” – közölte Tarnai Olga.</p></blockquote>"),
        [("Tarnai Olga", BRIDGE)],
    ),
    (
        "q",
        ("<p><q>A híd júniusban nyílik meg, és ingyenes lesz</q> – közölte Tarnai Olga.</p>"),
        [("Tarnai Olga", BRIDGE)],
    ),
    (
        "adverts, tweets and scripts between the paragraphs",
        (
            "<p>„A híd júniusban nyílik meg, és <ins class='adsbygoogle'>Vegyen!</ins><script>"
            "(adsbygoogle=[]).push({'a':'<p>'})</script>ingyenes lesz” – közölte Tarnai Olga.</p><blockquote "
            "class='twitter-tweet'><p>„Nem” – írta Kő Pál.</p></blockquote><div id='kapcsolodo_cikkek'><a>Kő "
            "Pál szerint nem épül meg a híd</a></div>"
        ),
        [("Tarnai Olga", BRIDGE)],
    ),
    (
        "soft hyphens, an own element, tags in capitals and a stray end tag",
        (
            "<ARTICLE><nh-text><P>„A híd jú&shy;nius&shy;ban nyí\u00adlik meg, és in<wbr>gye<wbr>nes lesz</EM>” – "
            "kö&shy;zölte Tar&shy;nai Ol&shy;ga.</P></nh-text></ARTICLE>"
        ),
        [("Tarnai Olga", BRIDGE)],
    ),
]


@pytest.fixture(scope="module")
def real_service() -> Service:
    return build_service(Settings())


def words(text: str) -> str:
    return " ".join(text.replace("\u00ad", "").split())


@pytest.mark.parametrize(("html", "said"), [row[1:] for row in MESSY], ids=[row[0] for row in MESSY])
def test_reads_what_editors_leave_behind(real_service: Service, html: str, said: list[tuple[str, str]]) -> None:
    told = real_service.quotes(html=html, options=Options(annotated_html=True))
    answer_validator().validate(told)
    names = {each["id"]: each["name"] for each in told["speakers"]}
    found = [
        (", ".join(names[i] for i in q["speaker_ids"]) or "?", words(q["content"]["text"])) for q in told["quotes"]
    ]
    assert found == said
    again = real_service.quotes(html=told["annotated_html"], options=Options(annotated_html=True))
    assert again["annotated_html"] == told["annotated_html"]


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.stem)
def test_an_example_as_a_page_is_answered_as_its_text(real_service: Service, file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    title, *paragraphs = text.strip().split("\n\n")
    html = f"<article><h1>{escape(title)}</h1>\n" + "".join(f"<p>\n  {lines(p)}</p>\n" for p in paragraphs)
    plain, told = real_service.quotes(text), real_service.quotes(html=html)
    assert told["text"] == text.strip()
    assert without_html(told) == without_html(plain)
    for quote in told["quotes"]:
        stretches = [each for span in quote["content"]["spans"] for each in span["html"]]
        assert " ".join(html[each["start"] : each["end"]] for each in stretches) == lines(quote["content"]["text"])


def test_the_answer_in_the_docs_is_the_real_one(real_service: Service) -> None:
    docs = DOCS.read_text(encoding="utf-8")
    html = json.loads(re.search(r'"html": (".*")', docs)[1])
    spans = json.loads(re.search(r'"spans": (.*?)\n```', docs, re.DOTALL)[1])
    told = real_service.quotes(html=html, options=Options(annotated_html=True))
    assert told["quotes"][0]["content"]["spans"] == spans
    assert re.search(r"`(<mark .*?>)`", docs)[1] in told["annotated_html"]


def lines(text: str) -> str:
    return escape(text, quote=False).replace("\n", "<br>")


def without_html(node: object) -> object:
    """An answer without what only one that came as HTML has."""
    if isinstance(node, dict):
        keys = {"html"} | ({"text"} if "quotes" in node else set())
        return {key: without_html(each) for key, each in node.items() if key not in keys}
    return [without_html(each) for each in node] if isinstance(node, list) else node
