"""Articles as web pages: the same words with the markup, white space, references and boxes that pages have."""

import re
from html import escape, unescape
from random import Random

from hypothesis import strategies as st

from tests.property.articles import ARTICLES

NAMED = {"„": "&bdquo;", "”": "&rdquo;", "–": "&ndash;", "á": "&aacute;", "é": "&eacute;", "ö": "&ouml;", ",": "&#44;"}
Q = {"\ue000": "<q>", "\ue001": "</q>"}
QUOTING = str.maketrans("„”", "\ue000\ue001")
QUOTED = re.compile("[\ue000\ue001]")
"""Quotation marks that become an element; a word with one of them is not wrapped, for tags to nest."""
INLINE = [
    ("<em>", "</em>"),
    ('<a href="https://pelda.hu/?a=1&amp;b=2">', "</a>"),
    ('<span style="font-weight:400" data-x="a>b">', "</span>"),
    ("<b><i>", "</i></b>"),
    ("<!-- > -->", ""),
    ("", "<script>if (a < b) { say('x') }</script>"),
    ("<SPAN CLASS='x'\n>", "</SPAN >"),
]
INSIDE = ["<wbr>", "&shy;", "\u00ad", "<!-- -->", '<a name="x"></a>', "<b></b>", "&#173;"]
SPACES = [" ", " ", " ", "\n", "\r\n   ", "\t", "  ", "\u00a0", "&nbsp;", "&#160;"]
BETWEEN = [
    "",
    "\n",
    "\r\n\r\n",
    "<figure><img src=a.jpg alt='„Kép” – mondta'><figcaption>„Nem” – mondta Fotó Béla.</figcaption></figure>",
    "<div class='related-posts'><h3>Olvasta?</h3><p>„Ezt ne” – mondta Más Elek.</div>",
    "<aside><p>Azt mondta, hogy ez nem az.</p></aside>",
    '<script type=\'application/ld+json\'>{"a": "„<p>”"}</script>',
    "<p>&nbsp;</p>",
    "<!-- <p>„Nem” – mondta Kő Pál.</p> -->",
    "<form><input value='„a”'><label>Keresés</label></form>",
    "<hr>",
]
PARAGRAPHS = [
    ("<p>", "</p>"),
    ("<p>", ""),
    ("<div>", "</div>"),
    ("<div><p class=lead>", "</p></div>"),
    ("<li>", "</li>"),
]
FRAMES = [("", ""), ("<html><head><title>„Cím”</title></head><body>", "</body></html>"), ("<article>", "</article>")]


def page(text: str, chance: Random) -> str:
    """The paragraphs of `text` as HTML; what `chance` draws decides how."""
    paragraphs = [_paragraph(each, chance) for each in text.split("\n\n")]
    opening, closing = chance.choice(FRAMES)
    return opening + "".join(chance.choice(BETWEEN) + each + chance.choice(BETWEEN) for each in paragraphs) + closing


def _paragraph(text: str, chance: Random) -> str:
    opening, closing = chance.choice(PARAGRAPHS)
    if chance.random() < 0.2:
        text = text.translate(QUOTING)
    words = [_word(word, chance) for word in text.split(" ")]
    return opening + "".join(word + chance.choice(SPACES) for word in words[:-1]) + words[-1] + closing


def _word(word: str, chance: Random) -> str:
    letters = [_letter(letter, chance) for letter in word]
    if chance.random() < 0.1 and word.isalpha() and len(word) > 2:
        letters.insert(chance.randrange(1, len(letters)), chance.choice(INSIDE))
    if chance.random() < 0.2 and not QUOTED.search(word):
        opening, closing = chance.choice(INLINE)
        first = chance.randrange(len(letters))
        last = chance.randrange(first, len(letters))
        letters[first] = opening + letters[first]
        letters[last] += closing
    return "".join(letters)


def _letter(letter: str, chance: Random) -> str:
    if letter in Q:
        return Q[letter]
    drawn = chance.random()
    if drawn < 0.05:
        return f"&#{ord(letter)};"
    if drawn < 0.1:
        return f"&#x{ord(letter):X};"
    return NAMED.get(letter, letter) if drawn < 0.3 else escape(letter)


PAGES = st.builds(lambda text, seed: (text, page(text, Random(seed))), ARTICLES, st.integers(0, 2**32))
"""An article and the same as a page."""

GONE = re.compile(
    r"<!--.*?-->|<(script|figure|aside|form|title)\b.*?</\1>|<div class='related-posts'>.*?</div>", re.DOTALL
)
BLOCK = re.compile(r"</?(?:p|div|li|hr|article|body)\b[^>]*>")
TAG = re.compile(r"</?[a-zA-Z](?:[^>\"']|\"[^\"]*\"|'[^']*')*>")


def stripped(html: str) -> str:
    """What is left of a range of a page without its tags and boxes, decoded and with single blanks."""
    return " ".join(unescape(TAG.sub("", BLOCK.sub(" ", GONE.sub("", html)))).split())
