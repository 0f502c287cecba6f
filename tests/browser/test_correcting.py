"""A reader corrects what the service found, and takes it back."""

import pytest
from playwright.sync_api import Page, expect

from benchmarks.server import Server
from tests.browser.acts import STORY, handles, opened, read, selected
from tests.browser.working import kept, mark_of, select_words


@pytest.fixture
def story(page: Page, server: Server) -> Page:
    """The story with its first quotation selected."""
    read(opened(page, server.url), STORY)
    page.locator("#article mark").first.click()
    return page


def test_the_speaker_by_a_known_name_by_new_ones_and_nobody(story: Page) -> None:
    speaker = story.get_by_label("Beszélő (több")
    expect(story.locator("#act-kind")).to_be_hidden()
    speaker.fill("Tímár Gellért")
    story.keyboard.press("Enter")
    assert handles(story)[0] == "Idézet: Tímár Gellért, szó szerinti, javítva"
    expect(story.locator("#speakers .speaker").first).to_contain_text("3 idézet")
    expect(story.locator("#details .tag.status")).to_have_text("javítva")
    expect(speaker).to_be_focused()
    expect(story.locator("#live")).to_have_text("A beszélő javítva.")
    assert story.locator("#article .handle").first.evaluate("e => getComputedStyle(e, '::after').content") == '" ✎"'

    speaker.fill("Bokor Etelka; Hídfigyelő Kör")
    story.get_by_label("Az új beszélő fajtája").select_option("szervezet")
    story.get_by_role("button", name="Beállítás").click()
    assert handles(story)[0] == "Idézet: Bokor Etelka, Hídfigyelő Kör, szó szerinti, javítva"
    row = story.locator("#speakers .speaker", has=story.locator(".speaker-name", has_text="Hídfigyelő Kör"))
    expect(row).to_contain_text("szervezet")
    expect(story.locator("datalist#known-speakers option")).to_have_count(3)

    speaker.fill("")
    story.keyboard.press("Enter")
    assert handles(story)[0].startswith("Idézet: Ismeretlen beszélő")
    expect(story.locator("datalist#known-speakers option")).to_have_count(2)


def test_the_extent_by_selection_and_word_by_word_without_a_pointer(story: Page) -> None:
    picked = story.get_by_label("Kijelölt szavak")
    select_words(story, "újra járható a híd")
    expect(picked).to_have_value("újra járható a híd")
    story.get_by_role("button", name="Az idézet szavai").click()
    expect(mark_of(story, "q1")).to_have_text("újra járható a híd")
    expect(story.locator("#details blockquote")).to_have_text("újra járható a híd")
    expect(picked).to_have_value("")

    select_words(story, "Hétfőtől")
    story.keyboard.press("e")
    expect(mark_of(story, "q1")).to_have_text("Hétfőtől")
    select_words(story, "a híd")
    story.get_by_role("button", name="Az idézet további része").click()
    expect(mark_of(story, "q1")).to_have_text(["Hétfőtől", "a híd"])

    story.get_by_role("button", name="A vége egy szóval előrébb").focus()
    story.keyboard.press("Enter")
    expect(mark_of(story, "q1")).to_have_text(["Hétfőtől", "a"])
    expect(story.get_by_role("button", name="A vége egy szóval előrébb")).to_be_focused()
    story.get_by_role("button", name="Az eleje egy szóval előrébb").press("Enter")
    expect(mark_of(story, "q1")).to_have_text(["„Hétfőtől", "a"])


def test_type_cue_and_source(story: Page) -> None:
    story.get_by_label("Fajta", exact=True).select_option("függő")
    assert handles(story)[0] == "Idézet: Bokor Etelka, függő, javítva"
    expect(story.locator("#act-type")).to_be_focused()
    select_words(story, "Hozzátette")
    story.get_by_role("button", name="Ami jelzi").click()
    expect(story.locator("#details .fact.cue .words")).to_have_text("Hozzátette")
    select_words(story, "a város főmérnöke")
    story.get_by_role("button", name="A forrása").click()
    expect(story.locator("#details .fact.source .words")).to_have_text("a város főmérnöke")
    expect(story.locator(".acts .quiet")).to_contain_text("Kézzel javítva: fajta, ami jelzi, forrás.")


def test_what_was_missed_is_added_by_selection_and_by_typing(story: Page) -> None:
    select_words(story, "Új híd épül")
    story.keyboard.press("i")
    assert selected(story) == "q6"
    expect(mark_of(story, "q6")).to_have_text("Új híd épül")
    expect(story.locator("#details .tag.status")).to_have_text("hozzáadva")
    picked = story.get_by_label("Kijelölt szavak")
    picked.fill("májusra   fejezik be")
    story.get_by_role("button", name="Új idézet").click()
    expect(mark_of(story, "q7")).to_have_text("májusra fejezik be")
    story.get_by_role("button", name="Törlés").click()
    expect(mark_of(story, "q7")).to_have_count(0)
    picked.fill("nincs ilyen")
    story.get_by_role("button", name="Új idézet").click()
    expect(story.locator("#live")).to_have_text("Ezek a szavak így nem állnak a cikkben.")
    expect(picked).to_be_focused()


def test_accepting_rejecting_undo_and_redo_by_key_and_by_button(story: Page) -> None:
    before = handles(story)
    story.keyboard.press("a")
    story.keyboard.press("n")
    story.keyboard.press("x")
    after = handles(story)
    assert after[0] == "Idézet: Bokor Etelka, szó szerinti, elfogadva"
    assert len(after) == len(before) - 1
    expect(story.locator("#work .rejected")).to_contain_text("a járdát csak májusra fejezik be")
    story.keyboard.press("n")
    assert selected(story) == "q3", "the one behind the rejected one"
    story.locator("h1").click()
    story.keyboard.press("Control+Z")
    story.keyboard.press("Control+Z")
    assert handles(story) == before
    expect(story.get_by_role("button", name="Visszavonás")).to_have_attribute("aria-disabled", "true")
    story.keyboard.press("Control+Shift+Z")
    story.get_by_role("button", name="Újra", exact=True).click()
    assert handles(story) == after
    story.get_by_label("Kijelölt szavak").press_sequentially("abc")
    story.keyboard.press("Control+Z")
    assert handles(story) == after, "a field has an undo of its own"
    story.get_by_role("button", name="Visszavétel: a járdát").click()
    assert len(handles(story)) == len(before)
    assert selected(story) == "q2"


def test_anew_asks_before_corrections_are_lost(story: Page) -> None:
    story.get_by_role("button", name="Elfogadás").click()
    story.once("dialog", lambda dialog: dialog.dismiss())
    story.get_by_role("button", name="Új cikk").click()
    expect(story.locator("#article mark").first).to_be_visible()
    story.once("dialog", lambda dialog: dialog.accept())
    story.get_by_role("button", name="Új cikk").click()
    expect(story.locator("#text")).to_be_visible()
    assert kept(story) is None
