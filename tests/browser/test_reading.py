"""A reader pastes an article and sees who said what, and why."""

import re

from playwright.sync_api import Page, expect

from benchmarks.server import Server
from tests.browser.acts import EXAMPLES, STORY, article_text, example, handles, opened, paste, read


def test_a_pasted_article_shows_its_quotations_where_they_stand(page: Page, server: Server) -> None:
    read(opened(page, server.url), STORY)
    assert article_text(page) == [line for line in STORY.split("\n") if line]
    expect(page.get_by_role("heading", name="Új híd épül Dombszegen")).to_be_visible()
    assert page.locator("#article mark").first.inner_text() == "Hétfőtől újra járható a híd"
    assert page.locator("#article .cue").first.inner_text() == "mondta"
    assert page.locator("#article .source").first.inner_text() == "Bokor Etelka, a város főmérnöke"
    assert handles(page)[0] == "Idézet: Bokor Etelka, szó szerinti"
    expect(page.locator("#text")).to_be_hidden()


def test_the_marks_differ_by_more_than_colour(page: Page, server: Server) -> None:
    read(opened(page, server.url), STORY)
    labels = page.locator("#article .handle").evaluate_all("all => all.map(each => each.dataset.label)")
    assert labels[0] == "BE"
    assert any(each.startswith("TG") for each in labels)
    cue = page.locator("#article .cue").first
    assert "underline" in cue.evaluate("each => getComputedStyle(each).textDecorationLine")
    source = page.locator("#article .source").first
    assert source.evaluate("each => getComputedStyle(each).boxShadow") != "none"


def test_a_quotation_in_a_quotation_has_marks_of_its_own(page: Page, server: Server) -> None:
    read(opened(page, server.url), STORY)
    inner = page.locator("#article mark mark")
    expect(inner).to_have_count(1)
    assert inner.inner_text() in STORY
    inner.click()
    expect(page.locator("#details .fact.inside dd")).to_contain_text("Tímár Gellért")


def test_what_is_uncertain_looks_uncertain_and_says_so(page: Page, server: Server) -> None:
    read(opened(page, server.url), "A gát nem bírja tovább – közölték. „Nincs több homokzsák.”")
    doubtful = page.locator("#article .handle.uncertain").first
    assert (doubtful.get_attribute("data-label") or "").endswith("?")
    assert "bizonytalan" in (doubtful.get_attribute("aria-label") or "")
    assert doubtful.evaluate("each => getComputedStyle(each).borderStyle") == "dashed"
    doubtful.click()
    expect(page.locator("#details .tag.doubt")).to_have_text("bizonytalan")


def test_a_click_on_a_quotation_tells_all_about_it(page: Page, server: Server) -> None:
    opened(page, server.url).get_by_label("Megjelent").fill("2025-09-10")
    page.get_by_role("button", name="Szélerőműveket").click()
    page.locator("#article mark").first.click()
    details = page.locator("#details")
    expect(details.locator(".who")).to_contain_text("Somlai Bertalan")
    expect(details.locator("blockquote")).to_have_text(re.compile("^Tizennégy szélkereket .* Zrt.$"))
    expect(details.locator(".tag").first).to_have_text("függő")
    expect(details.locator(".fact.cue dd")).to_have_text("jelentette be – bejelentés")
    expect(details.locator(".fact.stance dd")).to_have_text("a cikk igaznak veszi")
    expect(details.locator(".fact.source dd")).to_have_text("a cég vezérigazgatója – leírás")
    expect(details.locator(".fact.said_at dd")).to_have_text("kedden – 2025-09-09")
    expect(details.locator(".fact.confidence dd")).to_have_text(re.compile(r"\d+%"))
    expect(details.locator(".why")).to_contain_text("a nyelvtani elemzés szerint ez a közlő ige alanya")


def test_the_speakers_have_name_kind_description_and_share(page: Page, server: Server) -> None:
    example(page, server.url)
    rows = page.locator("#speakers .speaker")
    expect(rows.first).to_contain_text("Somlai Bertalan")
    expect(rows.first).to_contain_text("személy")
    expect(rows.first.locator(".speaker-said")).to_contain_text("vezérigazgató")
    counted = sum(int(re.findall(r"(\d+) idézet", each)[0]) for each in rows.all_inner_texts())
    assert counted == page.locator("#article .handle").count()
    shares = [int(re.findall(r"(\d+)%", each)[0]) for each in rows.all_inner_texts() if "%" in each]
    assert shares == sorted(shares, reverse=True)
    assert 97 <= sum(shares) <= 103


def test_a_text_file_is_read(page: Page, server: Server) -> None:
    opened(page, server.url).locator("#file").set_input_files(EXAMPLES / "vizmu.txt")
    expect(page.get_by_role("heading", name="Pénteken is fél napra")).to_be_visible()
    expect(page.locator("#article mark").first).to_be_visible()


def test_a_dropped_page_is_read_without_what_is_around_the_article(page: Page, server: Server) -> None:
    html = "<nav><p>Menü</p></nav><article><p>„Kész a híd” – mondta <b>Bokor</b> Etelka.</p><p>Vége.</p></article>"
    opened(page, server.url).evaluate(
        """html => {
            const carried = new DataTransfer();
            carried.items.add(new File([html], "cikk.html", { type: "text/html" }));
            const how = { dataTransfer: carried, bubbles: true, cancelable: true };
            for (const kind of ["dragover", "drop"]) document.body.dispatchEvent(new DragEvent(kind, how));
        }""",
        html,
    )
    page.wait_for_selector("#article mark")
    assert [each.strip() for each in article_text(page)] == ["„Kész a híd” – mondta Bokor Etelka.", "Vége."]


def test_an_article_without_quotations_says_so(page: Page, server: Server) -> None:
    read(opened(page, server.url), "A híd márciusra készül el. A munka tavaly kezdődött el a folyó két partján.")
    expect(page.locator("#status")).to_contain_text("Ebben a cikkben nem találtunk idézetet.")
    expect(page.locator("#strip")).to_be_empty()


def test_an_empty_box_asks_for_an_article(page: Page, server: Server) -> None:
    opened(page, server.url).get_by_role("button", name="Idézetek keresése").click()
    expect(page.locator("#status")).to_have_text("Előbb illesszen be egy cikket.")
    expect(page.locator("#text")).to_be_focused()


def test_another_article_takes_the_place_of_the_first(page: Page, server: Server) -> None:
    read(opened(page, server.url), STORY)
    page.get_by_role("button", name="Új cikk").click()
    expect(page.locator("#text")).to_have_value(STORY)
    page.locator("#text").fill("")
    paste(page, "„Elég volt” – mondta Kiss Éva.")
    page.get_by_role("button", name="Idézetek keresése").click()
    expect(page.locator("#article mark")).to_have_text(["Elég volt"])
