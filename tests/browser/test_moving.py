"""From quotation to quotation: by the speakers, by the strip, by keys."""

import re

from playwright.sync_api import Page, expect

from benchmarks.server import Server
from tests.browser.acts import example, opened, selected


def ids(page: Page) -> list[str]:
    return page.locator("#article .handle").evaluate_all("all => all.map(each => each.dataset.quote)")


def test_a_speaker_filters_and_jumps(page: Page, server: Server) -> None:
    example(page, server.url)
    speaker = page.locator("#speakers").get_by_role("button", name="Kerekes Nóra")
    speaker.click()
    expect(speaker).to_have_attribute("aria-pressed", "true")
    expect(page.locator("#details .who")).to_contain_text("Kerekes Nóra")
    expect(page.locator("#article mark.selected")).to_be_in_viewport()
    assert page.locator("#article mark:not(.faded)").all_inner_texts() == [
        "nem a szélenergia ellen vannak",
        "Tíz kilométerrel nyugatabbra senkit nem zavarna",
    ]
    speaker.click()
    expect(page.locator("#article mark.faded")).to_have_count(0)


def test_next_and_previous_go_round_the_article(page: Page, server: Server) -> None:
    example(page, server.url)
    order = ids(page)
    seen = []
    for key in ["n", "n", "j", "p", "k", "p", "n"]:
        page.keyboard.press(key)
        seen.append(selected(page))
    assert seen == [order[0], order[1], order[2], order[1], order[0], order[-1], order[0]]
    expect(page.locator(f'#article .handle[data-quote="{order[0]}"]')).to_be_focused()


def test_next_stays_with_the_filtered_speaker(page: Page, server: Server) -> None:
    example(page, server.url)
    page.locator("#speakers").get_by_role("button", name="Varró Béláné").click()
    for _ in range(4):
        page.keyboard.press("n")
        expect(page.locator("#details .who")).to_contain_text("Varró Béláné")


def test_next_goes_on_from_a_quotation_that_is_rejected(page: Page, server: Server) -> None:
    example(page, server.url)
    order = ids(page)
    for key in ["n", "n", "n", "x", "n"]:
        page.keyboard.press(key)
    assert selected(page) == order[3]
    for key in ["x", "p"]:
        page.keyboard.press(key)
    assert selected(page) == order[1]


def test_the_strip_is_a_slider_over_the_quotations(page: Page, server: Server) -> None:
    example(page, server.url)
    strip = page.get_by_role("slider", name="Hol szólalnak meg a cikkben")
    strip.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    expect(strip).to_have_attribute("aria-valuetext", re.compile(r"^2\. idézet a \d+ közül: Somlai Bertalan$"))
    page.keyboard.press("End")
    assert selected(page) == ids(page)[-1]
    box = strip.bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + 1, box["y"] + box["height"] / 2)
    assert selected(page) == ids(page)[0]
    words = page.locator("#strip-text").text_content() or ""
    assert re.match(r"Ki mennyit beszél: Somlai Bertalan: \d+ idézet, az idézett szavak \d+%-a; ", words)


def test_enter_opens_the_details_and_escape_goes_back(page: Page, server: Server) -> None:
    example(page, server.url)
    first = page.locator("#article .handle").first
    first.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#details blockquote")).to_be_visible()
    page.keyboard.press("o")
    expect(page.locator("#details")).to_be_focused()
    page.keyboard.press("Escape")
    expect(first).to_be_focused()
    assert selected(page) is None


def test_the_keys_are_told_and_can_be_switched_off(page: Page, server: Server) -> None:
    example(page, server.url)
    page.keyboard.press("?")
    dialog = page.get_by_role("dialog", name="Billentyűk")
    expect(dialog).to_contain_text("következő idézet")
    dialog.get_by_label("Egybetűs billentyűk bekapcsolva").uncheck()
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    page.keyboard.press("n")
    assert selected(page) is None


def test_letters_in_the_box_are_only_letters(page: Page, server: Server) -> None:
    opened(page, server.url).locator("#text").press_sequentially("nj?")
    expect(page.locator("#text")).to_have_value("nj?")
    expect(page.get_by_role("dialog")).to_be_hidden()


def test_the_selected_quotation_is_told_to_screen_readers(page: Page, server: Server) -> None:
    example(page, server.url)
    expect(page.locator("#live")).to_have_text(re.compile(r"^\d+ idézet, \d+ beszélő$"))
    page.keyboard.press("n")
    expect(page.locator("#live")).to_have_text(re.compile("^Somlai Bertalan: Tizennégy szélkereket"))


def test_the_first_stop_skips_to_the_content(page: Page, server: Server) -> None:
    opened(page, server.url).keyboard.press("Tab")
    skip = page.get_by_role("link", name="Ugrás a tartalomra")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
