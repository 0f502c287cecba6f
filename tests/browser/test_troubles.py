"""What goes wrong is told in sentences, and what was typed stays."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, Route, expect

from benchmarks.server import Server, serving
from quoteservice.keys import digest_of
from tests.browser.acts import STORY, held, opened, paste, read

KEYS = ("reader-of-the-tests", "another-reader")


@pytest.fixture(scope="module")
def strict(server: Server) -> Iterator[Server]:
    """A service that asks for a key and allows little."""
    digests = " ".join(map(digest_of, KEYS))
    with serving(1, api_keys=digests, rate_limit="4/hour", max_text_length="2000", max_body_bytes="20000") as running:
        yield running


def ask(page: Page, text: str) -> None:
    page.locator("#text").fill(text)
    page.get_by_role("button", name="Idézetek keresése").click()


def give_key(page: Page, key: str) -> None:
    page.get_by_label("API-kulcs").fill(key)
    page.get_by_role("button", name="Kulcs használata").click()


def test_a_service_with_keys_asks_for_one_and_keeps_it_for_the_session_only(page: Page, strict: Server) -> None:
    ask(opened(page, strict.url), STORY)
    expect(page.get_by_role("alert")).to_contain_text("Ehhez a szolgáltatáshoz ismert API-kulcs kell.")
    expect(page.get_by_label("API-kulcs")).to_be_focused()
    give_key(page, "wrong")
    expect(page.get_by_role("alert")).to_contain_text("API-kulcs kell")
    give_key(page, KEYS[0])
    expect(page.locator("#article mark").first).to_be_visible()
    kept = page.evaluate("[JSON.stringify({...sessionStorage}), JSON.stringify({...localStorage}), document.cookie]")
    assert KEYS[0] in kept[0]
    assert KEYS[0] not in kept[1] + kept[2]
    page.reload()
    page.wait_for_selector("html[data-ready]")
    assert page.evaluate("sessionStorage.length") == 1


def test_too_much_is_told_with_the_field_and_the_limit(page: Page, strict: Server) -> None:
    opened(page, strict.url).evaluate("key => sessionStorage.setItem('quoteservice.key', key)", KEYS[0])
    opened(page, strict.url)
    ask(page, "a" * 2001)
    trouble = page.get_by_role("alert")
    expect(trouble).to_contain_text(
        re.compile(r"Szöveg: 2\W?001 karakter hosszú; legfeljebb 2\W?000 karaktert olvasunk.")
    )
    page.get_by_role("button", name="English").click()
    expect(trouble).to_contain_text("Text: it has 2,001 characters; at most 2,000 are read.")
    page.get_by_role("button", name="Magyar").click()
    ask(page, "a" * 30_000)
    expect(trouble).to_contain_text(re.compile(r"A cikk túl nagy\.\s*Legfeljebb 20\W?000 bájt küldhető\."))
    expect(page.locator("#text")).to_have_value("a" * 30_000)


def test_too_many_requests_say_when_to_come_back(page: Page, strict: Server) -> None:
    opened(page, strict.url).evaluate("key => sessionStorage.setItem('quoteservice.key', key)", KEYS[1])
    opened(page, strict.url)
    for _ in range(4):
        ask(page, "a" * 2001)
        expect(page.get_by_role("alert")).to_contain_text("2")
    ask(page, "a" * 2001)
    expect(page.get_by_role("alert")).to_contain_text("Túl sok kérés érkezett erről a helyről.")
    expect(page.get_by_role("alert")).to_contain_text(re.compile(r"Próbálja újra \d\W?\d* másodperc múlva\."))


def test_a_network_that_is_down_is_told_and_can_be_tried_again(page: Page, server: Server) -> None:
    opened(page, server.url)
    page.context.set_offline(True)
    ask(page, STORY)
    expect(page.get_by_role("alert")).to_contain_text("A szolgáltatás nem érhető el.")
    page.context.set_offline(False)
    page.get_by_role("button", name="Próbálja újra").click()
    expect(page.locator("#article mark").first).to_be_visible()


def test_a_busy_service_is_told(page: Page, server: Server) -> None:
    def refuse(route: Route) -> None:
        route.fulfill(status=503, headers={"Retry-After": "7"}, content_type="text/html", body="<h1>Bad Gateway</h1>")

    opened(page, server.url).route("**/v1/quotes", refuse)
    ask(page, STORY)
    expect(page.get_by_role("alert")).to_contain_text("A szolgáltatás most nem tud válaszolni.")
    expect(page.get_by_role("alert")).to_contain_text("Próbálja újra 7 másodperc múlva.")


def test_a_long_article_shows_the_time_and_can_be_cancelled(page: Page, server: Server) -> None:
    held(opened(page, server.url))
    ask(page, STORY)
    progress = page.locator("#status .progress")
    expect(progress).to_contain_text(f"Olvassuk a cikket ({len(STORY)} karakter).")
    expect(progress).to_contain_text("1 mp telt el.")
    expect(page.get_by_role("button", name="Idézetek keresése")).to_be_disabled()
    expect(page.get_by_role("button", name="Mégsem")).to_be_focused()
    with page.expect_event("requestfailed") as gone:
        page.get_by_role("button", name="Mégsem").click()
    assert gone.value.url.endswith("/v1/quotes")
    expect(page.locator("#status")).to_have_text("Az elemzést megszakította. A szöveg itt maradt.")
    expect(page.locator("#text")).to_have_value(STORY)
    expect(page.locator("#text")).to_be_focused()
    page.unroute("**/v1/quotes")
    ask(page, STORY)
    expect(page.locator("#article mark").first).to_be_visible()


def test_a_text_in_another_language_gets_a_warning(page: Page, server: Server) -> None:
    read(
        opened(page, server.url),
        "The mayor said that the bridge will be closed on Friday, and the rest of the town too.",
    )
    expect(page.locator("#status .notice")).to_have_text(
        "A szöveg nem magyarnak látszik, ezért nem kerestünk benne idézetet."
    )


def test_nobody_else_is_asked(page: Page, server: Server) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    paste(opened(page, server.url), STORY)
    page.keyboard.press("Control+Enter")
    page.wait_for_selector("#article mark")
    assert len(asked) > 10
    assert all(each.startswith(server.url) for each in asked)
