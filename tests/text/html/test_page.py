"""HTML as text, and where each character of it stands in the HTML."""

from html import unescape

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quoteservice.model import Span
from quoteservice.text.html.page import Page
from quoteservice.text.html.reading import page_of

NO_TEXT = ""
ROWS = [
    ("<p>A híd kész.</p><p>Holnap nyit.</p>", "A híd kész.\n\nHolnap nyit."),
    ("A híd kész.", "A híd kész."),
    ("<p>A híd<br>kész.", "A híd\nkész."),
    ("<p>A híd<br/><br />kész.</p>", "A híd\n\nkész."),
    ("<p>A híd </br> kész.</p>", "A híd\nkész."),
    ("<p>egy<p>kettő<p>három", "egy\n\nkettő\n\nhárom"),
    ("<ul><li>egy<li>kettő</ul>", "egy\n\nkettő"),
    ("<table><tr><td>egy<td>kettő<tr><th>három</table>", "egy\n\nkettő\n\nhárom"),
    ("<dl><dt>egy<dd>kettő</dl>", "egy\n\nkettő"),
    ("<h1>Cím</h1>szöveg<div>más</div>", "Cím\n\nszöveg\n\nmás"),
    ("egy<hr>kettő", "egy\n\nkettő"),
    ("  <p>\n\t A   híd\r\nkész. \n</p>\n ", "A híd kész."),
    ("<p>A <b> híd</b> <i>kész</i> .</p>", "A híd kész ."),
    ("<pre>egy\nkettő\r\n\r\nhárom</pre>", "egy\nkettő\n\nhárom"),
    # inside words
    ("el<wbr>ké<b>sz</b>ül<i></i>t", "elkészült"),
    ("el&shy;ké\u00adsz&#173;ül", "el\u00adké\u00adsz\u00adül"),
    ("<a href='x'>Pél</a>da<!-- > --> <!---->Anna<!--->", "Példa Anna"),
    # references
    ("&bdquo;H&iacute;d&rdquo; &ndash; a&nbsp;b &#8222;&#x201D; &#X41;", "„Híd” – a\u00a0b „” A"),
    ("&lt;b&gt; &amp;amp; &amp", "<b> &amp; &"),
    ("AT&T &nincs; & &; &#; &#x; 5 &notit; &copyA", "AT&T &nincs; & &; &#; &#x; 5 ¬it; ©A"),
    ("&#0; &#xD800; &#x110000; &#128;", "\ufffd \ufffd \ufffd €"),
    ("a&#1;b", "ab"),
    ("&NotEqualTilde;&semi;&#59;", "≂̸;;"),
    ("&#x1D49E; 👩&zwj;👧 a&#769;", "𝒞 👩\u200d👧 a\u0301"),
    # what a browser does not show
    ("a<script>if (a<b) x = '<p>c</p>';</script>b<style>p{}</style>", "ab"),
    ("<head><title>Cím</title><meta charset=utf-8></head><body>a</body>", "a"),
    ("<!DOCTYPE html><html><head><title>x<body>a", NO_TEXT),
    ("a<template><p>b</p></template><noscript>c</noscript><svg><text>d</text></svg>e", "ae"),
    ("a<textarea>b</textarea><select><option>c<option>d</select><button>e</button>f", "af"),
    ("a<iframe><p>b</p></iframe><object>c</object><video>d</video><audio>e</audio>f", "af"),
    ("<p title='„a”' data-x=\"<p>b</p>\">c</p>", "c"),
    ("<p hidden>a</p><p style='display:none'>b</p><p aria-hidden=true>c</p>d", "d"),
    # what stands beside the article
    ("<nav>a</nav><p>b<aside>c</aside><footer>d</footer>", "b"),
    ("<figure><img alt=a><figcaption>b</figcaption></figure>c", "c"),
    ("<table><caption>a</caption><tr><td>b</table>", "b"),
    ("a<form><input><label>b</label><p>c</p></form>d", "a\n\nd"),
    ("<form id=aspnetForm><div>menü</div><h1>Cím</h1><p>a</p></form>", "Cím\n\na"),
    ("<div class='kapcsolodo'><p>a</p></div>b", "b"),
    ("<p>a <span class=share-button>b</span>c", "a c"),
    ("<div role=navigation>a</div>b", "b"),
    ("<amp-ad>a</amp-ad><amp-social-share></amp-social-share>b", "b"),
    ("<body class='has-sidebar single'><article class='post category-promo tag-share'>a</article>", "a"),
    ("<div class='newsletter'>csak ez van</div>", "csak ez van"),
    ("<nav>csak ez van", "csak ez van"),
    # broken
    ("", NO_TEXT),
    ("<", "<"),
    ("a < b <3 <= c", "a < b <3 <= c"),
    ("a <b", "a"),
    ("a</", "a"),
    ("a<!-- b", "a"),
    ("a<!b>c<?d>e<![if x]>f<![CDATA[g]]>h", "acefh"),
    ('a <a href="x>b</a> c <b>d</b>', "a b c d"),
    ("<a href='x'b='y'/>a", "a"),
    ("</div></p></b>a</nincs>", "a"),
    ("<b><i>a</b>b</i>c", "abc"),
    ("<div><span class=share>a</div>b", "b"),
    ("<span class=share>a<p>b</p></span>c", "c"),
    ("a<button><p>b<div>c</button>d<amp-ad><p>e</amp-ad>f", "adf"),
    ("<p>a<button><div>b</div></button>c", "ac"),
    ("a<script>b", "a"),
    ("a\x00b", "a\x00b"),
    ("<p>a<nincs-ilyen>b</nincs-ilyen>c</P>", "abc"),
    ("a</body></html>b", "a\n\nb"),
]
PIECES = [
    *[
        "<p>",
        "</p>",
        "<div>",
        "</div>",
        "<b>",
        "</b>",
        "<q>",
        "</q>",
        "<br>",
        "<blockquote>",
        "</blockquote>",
        "<cite>",
    ],
    *["</cite>", "<figure>", "</figure>", "<figcaption>", "</figcaption>", "<footer>", "<nav>", "</nav>", "<form>"],
    *[
        "<h1>",
        "<script>",
        "</script>",
        "<!--",
        "-->",
        "<![",
        "<?",
        "</",
        "<",
        ">",
        "'",
        '"',
        "=",
        "<a href=",
        "&",
        "&#",
    ],
    *["&amp;", "&nbsp", "&#x41;", "&not", "&bne;", " ", "\n", "\r\n", "\u00a0", "\u00ad", "„", "”", ":", "–", "Kő Pál"],
    *["𝒞", "a\u0301", "א", "\x00", "<pre>", '<mark data-quote-id="q1">', "</mark>", "<td>", "<li>", "<p class=share>"],
]
ANY = st.lists(
    st.sampled_from(PIECES) | st.text(st.characters(exclude_categories=["Cs"]), max_size=3), max_size=40
).map("".join)


def whole(page: Page) -> list[Span]:
    return page.stretches(Span(0, len(page.text)))


@pytest.mark.parametrize(("html", "text"), ROWS)
def test_reads_what_the_article_says(html: str, text: str) -> None:
    assert page_of(html).text == text


@pytest.mark.parametrize(("html", "_"), ROWS)
def test_every_character_stands_where_the_html_has_it(html: str, _: str) -> None:
    check(page_of(html))


@given(ANY)
@settings(max_examples=1500, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
def test_any_html_is_read_with_every_character_in_its_place(html: str) -> None:
    page = page_of(html)
    check(page)
    check_stretches(page)


def check(page: Page) -> None:
    """Every character is what its place holds, decoded; white space may be folded."""
    for char, start, end in zip(page.text, page.starts, page.ends, strict=True):
        source = page.source[start:end]
        if char in " \n":
            assert source.strip() == ""
        elif start == end:
            assert char in "„”: " or page.source[:start].endswith(";")  # the second of two from one reference
        else:
            assert unescape(source)[:1] == char or char == "\ufffd"


def check_stretches(page: Page) -> None:
    """The stretches hold the text without what stands for markup, and no tag."""
    for start in range(0, len(page.text), 7):
        span = Span(start, min(start + 11, len(page.text)))
        placed = [i for i in range(span.start, span.end) if page.starts[i] < page.ends[i]]
        covered = {at for stretch in page.stretches(span) for at in range(stretch.start, stretch.end)}
        assert covered == {at for i in placed for at in range(page.starts[i], page.ends[i])}


@pytest.mark.parametrize(
    ("html", "stretches"),
    [
        ("<p>A <em>h&iacute;d</em> k<wbr>ész&nbsp;.</p>", ["A ", "h&iacute;d", " k", "ész&nbsp;."]),
        ("<p>A\r\n  híd</p> <p>kész</p>", ["A\r\n  híd", "kész"]),
        ("<p>a<br>b<script>c</script> d</p>", ["a", "b", " d"]),
        ("<q>a</q> b", ["a", " b"]),
        ("&NotEqualTilde;a", ["&NotEqualTilde;", "a"]),
        ("a&#1;b", ["a", "b"]),
    ],
)
def test_stretches_are_cut_at_tags(html: str, stretches: list[str]) -> None:
    page = page_of(html)
    assert [stretch.of(html) for stretch in whole(page)] == stretches


def test_an_empty_range_stands_nowhere() -> None:
    assert page_of("<p>a</p>").stretches(Span(0, 0)) == []
