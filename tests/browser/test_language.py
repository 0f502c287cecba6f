"""Hungarian first, English on demand, and the article Hungarian in both."""

import json
import re
from pathlib import Path

from playwright.sync_api import Page, expect

from benchmarks.server import Server
from tests.browser.acts import example, opened

PAGE = Path(__file__).parents[2] / "quoteservice/web/page"
CALL = re.compile(r"""\b(?:t|has)\(\s*[`"]([\w.]+)(\$\{)?""")


def test_the_page_is_hungarian_until_english_is_chosen_and_stays_so(page: Page, server: Server) -> None:
    opened(page, server.url)
    expect(page.locator("html")).to_have_attribute("lang", "hu")
    expect(page).to_have_title("Ki mit mondott?")
    page.get_by_role("button", name="English").click()
    expect(page.get_by_role("button", name="English")).to_be_focused()
    for _ in range(2):
        expect(page.locator("html")).to_have_attribute("lang", "en")
        expect(page).to_have_title("Who said what?")
        expect(page.get_by_role("heading", name="Paste a Hungarian news article")).to_be_visible()
        page.reload()


def test_all_of_an_open_article_changes_but_the_article(page: Page, server: Server) -> None:
    example(page, server.url)
    page.keyboard.press("n")
    before = page.locator("#article").inner_text()
    page.get_by_role("button", name="English").click()
    expect(page.locator("#details .why")).to_contain_text("A dash and a verb of saying follow the content.")
    expect(page.locator("#details .fact.cue dd")).to_have_text("jelentette be – announcement")
    expect(page.locator("#speakers")).to_contain_text(re.compile(r"\d+ quotations · \d+% of the words"))
    expect(page.locator("#article .handle").first).to_have_attribute(
        "aria-label", re.compile("^Quotation: .*, indirect")
    )
    assert page.locator("#article").inner_text() == before
    assert set(page.locator("#article [data-start]").evaluate_all("all => all.map(each => each.lang)")) == {"hu"}
    expect(page.locator("#article mark.selected")).to_have_count(1)


def test_every_string_is_used_and_every_used_one_is_there() -> None:
    strings = json.loads((PAGE / "strings/hu.json").read_text(encoding="utf-8"))
    code = "\n".join(file.read_text(encoding="utf-8") for file in PAGE.rglob("*.js"))
    markup = (PAGE / "index.html").read_text(encoding="utf-8")
    used = set(re.findall(r'data-t="([\w.]+)"', markup)) | set(re.findall(r'"([\w.]+)"', code))
    families = {match[1] for match in CALL.finditer(code) if match[2]}
    missing = {match[1] for match in CALL.finditer(code) if not match[2]} - strings.keys()
    assert missing == set()
    unused = {
        key
        for key in strings
        if key.removesuffix(".one") not in used and not any(key.startswith(family) for family in families)
    }
    assert unused == set()


def test_a_browser_that_keeps_nothing_is_no_error(page: Page, server: Server) -> None:
    page.add_init_script(
        """for (const name of ["localStorage", "sessionStorage"])
            Object.defineProperty(window, name, { get() { throw new DOMException("no", "SecurityError"); } });"""
    )
    example(page, server.url)
    page.get_by_role("button", name="English").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    page.keyboard.press("n")
    expect(page.locator("#details blockquote")).to_be_visible()
