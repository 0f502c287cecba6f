"""Phones, 400 % zoom, paper: everything can be read, and nothing must be scrolled sideways."""

import pytest
from playwright.sync_api import Page, expect

from benchmarks.server import Server
from tests.browser.acts import example, expect_no_sideways_scrolling, opened, selected

PHONE, ZOOMED = {"width": 360, "height": 740}, {"width": 320, "height": 256}  # the latter: 1280 × 1024 at 400 %


@pytest.mark.parametrize("size", [PHONE, ZOOMED, {"width": 768, "height": 1024}, {"width": 1024, "height": 768}])
def test_nothing_is_wider_than_the_window(page: Page, server: Server, size: dict[str, int]) -> None:
    page.set_viewport_size(size)  # type: ignore[arg-type]
    opened(page, server.url)
    expect_no_sideways_scrolling(page)
    page.get_by_role("button", name="Szélerőműveket").click()
    page.wait_for_selector("#article mark")
    expect_no_sideways_scrolling(page)
    page.locator("#article .handle").nth(3).click()
    expect(page.locator("#details blockquote")).to_be_in_viewport()
    expect_no_sideways_scrolling(page)


def test_on_a_phone_the_details_leave_the_quotation_in_sight(page: Page, server: Server) -> None:
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    example(page, server.url)
    for _ in range(8):
        page.keyboard.press("n")
    quotation, details = page.locator("#article mark.selected").first, page.locator("#details")
    expect(quotation).to_be_in_viewport()
    above, sheet = quotation.bounding_box(), details.bounding_box()
    assert above is not None
    assert sheet is not None
    assert above["y"] + 20 < sheet["y"]
    page.get_by_role("button", name="Bezárás").click()
    expect(details).to_be_hidden()
    assert selected(page) is None


def test_paper_shows_the_article_and_no_buttons(page: Page, server: Server) -> None:
    example(page, server.url)
    page.emulate_media(media="print")
    for name in ("Új cikk", "English", "Billentyűk"):
        expect(page.get_by_role("button", name=name)).to_be_hidden()
    expect(page.get_by_role("slider")).to_be_hidden()
    expect(page.locator("#article mark").first).to_be_visible()
    expect(page.locator("#speakers .speaker").first).to_be_visible()
    expect(page.locator("#legend")).to_be_visible()
    assert page.locator("#article mark").first.evaluate("each => getComputedStyle(each).printColorAdjust") == "exact"
