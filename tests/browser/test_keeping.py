"""The work is kept over a reload, saved as files of every format, and opened again."""

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import Page, expect

from benchmarks.server import Server
from tests.browser.acts import STORY, handles, opened, read
from tests.browser.test_accessible import violations
from tests.browser.working import drop, file_of, kept, mark_of, saved, select_words


def corrected(page: Page, server: Server) -> Page:
    """The story with a new speaker, a quotation less and one more."""
    read(opened(page, server.url), STORY)
    page.keyboard.press("n")
    page.get_by_label("Beszélő (több").fill("=Sólyom Kinga")
    page.keyboard.press("Enter")
    page.locator("#article .handle").nth(1).click()
    page.keyboard.press("x")
    select_words(page, "Új híd épül")
    page.keyboard.press("i")
    return page


def test_a_reload_loses_nothing_and_anew_clears_it(page: Page, server: Server) -> None:
    before = handles(corrected(page, server))
    page.reload()
    expect(mark_of(page, "q6")).to_have_text("Új híd épül")
    assert handles(page) == before
    expect(page.locator("#work .rejected li")).to_have_count(1)
    page.once("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Új cikk").click()
    expect(page.locator("#text")).to_have_value(STORY)
    assert kept(page) is None
    page.reload()
    expect(page.locator("#text")).to_be_visible()


def test_what_cannot_be_kept_is_told(page: Page, server: Server) -> None:
    opened(page, server.url).evaluate("() => { Storage.prototype.setItem = () => { throw new RangeError() } }")
    read(page, STORY)
    expect(page.locator("#unkept")).to_contain_text("nem tudja megőrizni")
    assert violations(page) == []


def test_what_another_version_kept_is_not_touched(page: Page, server: Server) -> None:
    opened(page, server.url)
    for broken in ("0\n{}", "1\n{}", "1\n{", "x", '1\n{"text": "a", "quotes": [{}]}'):
        page.evaluate("kept => localStorage.setItem('quoteservice.article', kept)", broken)
        page.reload()
        expect(page.locator("#text")).to_be_visible()


def test_every_format_tells_what_was_corrected(page: Page, server: Server, tmp_path: Path) -> None:
    corrected(page, server)
    rows = list(csv.DictReader(io.StringIO(saved(page, "csv").decode(), newline="")))
    assert [row["quote_id"] for row in rows] == ["q6", "q1", "q3", "q4", "q5"]
    assert [row["status"] for row in rows] == ["added", "corrected", "found", "found", "found"]
    assert (rows[1]["speakers"], rows[1]["corrected"]) == ("'=Sólyom Kinga", "speakers")

    items = json.loads(saved(page, "annotation"))["first"]["items"]
    assert [item["body"].get("correction") for item in items] == ["added", "corrected", None, None, None]
    assert items[0]["id"].endswith("#q6")
    assert items[1]["body"]["speakers"][0]["name"] == "=Sólyom Kinga"

    html = saved(page, "html").decode()
    assert '„<mark data-quote-id="q1" data-speaker="=Sólyom Kinga">Hétfőtől újra járható a híd</mark>”' in html
    assert '<mark data-quote-id="q6">Új híd épül</mark> Dombszegen' in html
    assert "q2" not in html

    gold = tmp_path / "gold.jsonl"
    gold.write_bytes(saved(page, "gold"))
    command = [sys.executable, "-m", "evaluation", "--gold", str(gold), "--json"]
    scored = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    assert 0.7 < scored["content_exact"]["f"] < 0.95, "one was rejected and one added"


def test_saved_work_opens_again_by_choosing_and_by_dropping(page: Page, server: Server) -> None:
    before = handles(corrected(page, server))
    file = saved(page, "json")
    page.get_by_label("Fajta", exact=True).select_option("szó szerinti")
    drop(page, "mentett.json", file)
    expect(page.locator("#live")).to_have_text("A mentett munka megnyílt.")
    assert handles(page) == before
    page.get_by_role("button", name="Visszavonás").click()
    assert handles(page) != before
    page.get_by_role("button", name="Újra", exact=True).click()
    assert handles(page) == before
    drop(page, "rossz.json", file.replace("Hétfőtől".encode(), b"Kedden"))
    expect(page.locator("#files .notice")).to_contain_text("A mentett munka sérült")
    assert handles(page) == before
    page.once("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Új cikk").click()
    page.locator("#file").set_input_files(file_of("mentett.json", file))
    expect(mark_of(page, "q6")).to_have_text("Új híd épül")
    assert handles(page) == before
    assert saved(page, "json") == file


def test_a_page_keeps_its_markup_around_corrected_marks(page: Page, server: Server) -> None:
    html = "<article><p>„Kész <b>a&nbsp;híd</b>, <i>mondtuk</i> már” – mondta Bokor &amp; Etelka.</p></article>"
    opened(page, server.url).locator("#file").set_input_files(file_of("x.html", html.encode(), "text/html"))
    mark_of(page, "q1").first.click()
    select_words(page, "híd, mondtuk")
    page.keyboard.press("e")
    marked = saved(page, "html").decode()
    mark = marked.split('<mark data-quote-id="q1"')[1].split(">")[0]
    tag = f'<mark data-quote-id="q1"{mark}>'
    wanted = f"<b>a&nbsp;{tag}híd</mark></b>{tag}, </mark><i>{tag}mondtuk</mark></i> már"
    assert wanted in marked
    assert marked.replace(tag, "").replace("</mark>", "") == html


def test_the_panels_are_accessible(page: Page, server: Server) -> None:
    corrected(page, server)
    page.locator("#files summary").click()
    page.locator("#verify summary").click()
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        assert violations(page) == [], scheme
    page.get_by_role("button", name="English").click()
    expect(page.locator("#work-title")).to_have_text("Corrections")
    page.set_viewport_size({"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    select_words(page, "végre")
    assert violations(page) == []
