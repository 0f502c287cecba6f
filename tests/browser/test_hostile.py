"""An article is text: whatever it holds, nothing of it becomes markup, a script or a wrong place."""

import pytest
from playwright.sync_api import Page

from benchmarks.server import Server
from tests.browser.acts import article_text, opened, read

ATTACKS = [
    '<img src=x onerror="window.hacked = 1">',
    "</script><script>window.hacked = 1</script>",
    "<svg onload='window.hacked = 1'><b>&lt;i&gt;</b>",
    "javascript:window.hacked=1 <a href='javascript:window.hacked=1'>x</a>",
    "{{constructor.constructor('window.hacked=1')()}} ${window.hacked = 1}",
    "\u202eolleh\u202c שלום עולם مرحبا",
    "👩‍👩‍👧 🇭🇺 𝒞 e\u0301",
]


@pytest.mark.parametrize("attack", ATTACKS)
def test_what_stands_in_an_article_stays_text(page: Page, server: Server, attack: str) -> None:
    text = f"{attack}\n„Kész {attack} a híd” – mondta Bokor {attack} Etelka.\nA hidat Kiss Éva szerint lezárták."
    read(opened(page, server.url), text)
    assert article_text(page) == text.split("\n")
    page.keyboard.press("n")
    page.wait_for_timeout(50)
    assert page.evaluate("window.hacked") is None
    assert page.locator("#results :is(img, script, a, svg:not(.ticks), b)").count() == 0


def test_places_are_right_behind_characters_of_two_units(page: Page, server: Server) -> None:
    read(
        opened(page, server.url),
        "👩‍👩‍👧 𝒞𝒞𝒞.\n„Kész a híd” – mondta Bokor Etelka. 🇭🇺 Hozzátette, hogy 👍 holnap nyílik meg.",
    )
    assert page.locator("#article mark").first.inner_text() == "Kész a híd"
    assert page.locator("#article .cue").all_inner_texts()[:2] == ["mondta", "Hozzátette"]


def test_a_hostile_page_is_shown_as_its_text(page: Page, server: Server) -> None:
    attacks = ATTACKS[0] + ATTACKS[1]
    html = f"<article><p>„Kész a híd” – mondta Kis Éva.</p>{attacks}<p>&lt;b&gt;Vége&lt;/b&gt;</p></article>"
    file = {"name": "x.html", "mimeType": "text/html", "buffer": html.encode()}
    opened(page, server.url).locator("#file").set_input_files(file)  # type: ignore[arg-type]
    page.wait_for_selector("#article mark")
    assert page.evaluate("window.hacked") is None
    assert article_text(page)[-1].strip() == "<b>Vége</b>"
