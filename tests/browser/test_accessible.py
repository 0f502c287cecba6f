"""axe-core finds nothing, in any state of the page, in both languages and both colour schemes."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from benchmarks.server import Server
from tests.browser.acts import STORY, example, held, opened, read

AXE = Axe()
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def violations(page: Page) -> list[str]:
    found = AXE.run(page, options={"resultTypes": ["violations"], "runOnly": TAGS}).response["violations"]
    return [f"{each['id']}: {node['html'][:200]} {node['failureSummary']}" for each in found for node in each["nodes"]]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["Magyar", "English"])
def test_every_state(page: Page, server: Server, language: str, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    opened(page, server.url).get_by_role("button", name=language).click()
    assert violations(page) == [], "the empty page"
    read(page, STORY)
    page.wait_for_selector("#article mark")
    assert violations(page) == [], "an article"
    page.keyboard.press("n")
    page.locator("#speakers .speaker").nth(1).click()
    assert violations(page) == [], "a filter and details"
    page.keyboard.press("?")
    assert violations(page) == [], "the keys"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_troubles_and_progress(page: Page, server: Server, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    opened(page, server.url).route("**/v1/quotes", lambda route: route.fulfill(status=401, json={"status": 401}))
    page.locator("#text").fill(STORY)
    page.keyboard.press("Control+Enter")
    page.get_by_role("alert").wait_for()
    assert violations(page) == [], "a key is asked for"
    held(page)
    page.get_by_label("API-kulcs").fill("x")
    page.keyboard.press("Enter")
    page.wait_for_selector("#status progress")
    assert violations(page) == [], "progress"


def test_on_a_phone(page: Page, server: Server) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    example(page, server.url)
    page.locator("#article .handle").nth(2).click()
    assert violations(page) == []


def test_twelve_speakers_and_nobody(page: Page, server: Server) -> None:
    names = "Bokor Etelka|Tímár Gellért|Kiss Éva|Sólyom Kinga|Deák Tibor|Varró Béla|Kónya Dezső|Szűts Kornél"
    names += "|Ligeti Erzsébet|Csorba Tivadar|Gáspár Lőrinc|Matula Richárd"
    lines = [f"„Kész a híd, mondtam már” – közölte {name}." for name in names.split("|")]
    read(opened(page, server.url), "\n".join([*lines, "A gát nem bírja tovább – közölték."]))
    assert page.locator("#speakers .speaker").count() >= 12
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        assert violations(page) == [], scheme
