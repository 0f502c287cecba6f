"""A reader checks what somebody claims to be in the article."""

from playwright.sync_api import Page, expect

from benchmarks.server import Server
from tests.browser.acts import opened, read, selected
from tests.browser.modules import call
from tests.browser.test_accessible import violations

ARTICLE = (
    "Áll a hajó\n\n„Nem tudjuk, mi okozta a balesetet. A hajót a múlt héten vizsgálták át” – mondta Csekő Vilmos "
    "igazgató. Barsi Ilona polgármester szerint a társaság halogatta a felújítást.\n\n„Ha a folyó engedi, holnap "
    "indulunk” – közölte Csekő."
)


def check(page: Page, claim: str, speaker: str = "") -> None:
    if page.locator("#verify details[open]").count() == 0:
        page.locator("#verify summary").click()
    page.get_by_label("Állított idézet").fill(claim)
    page.get_by_label("Állítólag ő mondta").fill(speaker)
    page.get_by_role("button", name="Ellenőrzés").click()
    page.wait_for_selector(".verdict-word")


CLAIMS = [
    ("Nem tudjuk, mi okozta a balesetet.", "az igazgató", ["Szó szerint így áll", "is ő mondta: Csekő Vilmos."]),
    ("nem tudjuk, mi okozta a balesetet", "", ["csak az írásjelek", "A cikk szerint ő mondta: Csekő Vilmos."]),
    ("Tudjuk, mi okozta a balesetet.", "Csekő Vilmos", ["Nem így áll", "Tagadás maradt ki", "Kimaradt: „Nem”"]),
    ("Nem tudjuk, mi okozta a bajt.", "", ["Nem így áll a cikkben", "„balesetet” helyett: „bajt”"]),
    ("Halogattuk a felújítást.", "Csekő", ["csak tartalmilag közli", "A cikk szerint más mondta: Barsi Ilona."]),
    ("Ez soha senkinek sem jutott eszébe.", "Csekő", ["nincs ilyen vagy ehhez hasonló"]),
]  # fmt: skip


def test_the_verdict_in_plain_words_with_the_differing_words_marked(page: Page, server: Server) -> None:
    read(opened(page, server.url), ARTICLE)
    for claim, speaker, sentences in CLAIMS:
        page.evaluate("document.querySelector('.verdict').replaceChildren()")
        check(page, claim, speaker)
        for sentence in sentences:
            expect(page.locator(".verdict")).to_contain_text(sentence)
    expect(page.get_by_role("button", name="Megmutatom a cikkben")).to_have_count(0)
    check(page, "A folyó engedi, holnap délben indulunk", "Csekő Vilmos")
    expect(page.locator(".compared ins")).to_have_text(["délben"])
    expect(page.locator(".compared del")).to_have_text(["Ha"])
    expect(page.locator("#live")).to_contain_text("Nem így áll a cikkben")
    assert violations(page) == []
    page.get_by_role("button", name="English").click()
    expect(page.locator(".verdict-word")).to_have_text("The article has it differently.")
    expect(page.get_by_label("Claimed quotation")).to_have_value("A folyó engedi, holnap délben indulunk")


def test_the_place_in_the_article_is_shown(page: Page, server: Server) -> None:
    page.set_viewport_size({"width": 360, "height": 500})
    read(opened(page, server.url), ARTICLE)
    check(page, "holnap indulunk")
    page.get_by_role("button", name="Megmutatom a cikkben").press("Enter")
    assert page.evaluate("getSelection().toString()") == "holnap indulunk"
    assert page.evaluate("document.activeElement.dataset.start") == str(ARTICLE.index("„Ha a"))
    assert 0 <= page.evaluate("getSelection().getRangeAt(0).getBoundingClientRect().top") < 500
    assert selected(page) == "q3"


def test_what_the_reader_has_corrected_is_said(page: Page, server: Server) -> None:
    read(opened(page, server.url), ARTICLE)
    page.keyboard.press("n")
    page.get_by_label("Beszélő (több").fill("Barsi Ilona")
    page.keyboard.press("Enter")
    check(page, "Nem tudjuk, mi okozta a balesetet.", "Csekő")
    expect(page.locator(".verdict")).to_contain_text("Ön javította; a beszélője most: Barsi Ilona.")


def test_a_problem_is_a_sentence(page: Page, server: Server) -> None:
    read(opened(page, server.url), ARTICLE)
    page.locator("#verify summary").click()
    page.get_by_label("Állított idézet").fill("a" * 1001)
    page.get_by_role("button", name="Ellenőrzés").click()
    expect(page.locator(".verdict [role=alert]")).to_contain_text(
        "1001 karakter hosszú; legfeljebb 1000 karaktert olvasunk."
    )


def test_a_claim_is_text(page: Page, server: Server) -> None:
    hostile = "<img src=x onerror=window.hacked=1>"
    read(opened(page, server.url), ARTICLE)
    check(page, f"Nem tudjuk, mi okozta a balesetet. A hajót {hostile} a múlt héten vizsgálták át.", "Csekő")
    expect(page.locator(".compared")).to_contain_text(hostile)
    assert page.locator("#verify img").count() == 0
    assert page.evaluate("window.hacked") is None


PARTS = [
    ("a b c", "A B C", [(0, 5)], [((2, 3), (2, 3))], [("a ", 0), ("b", 1), (" c", 0)],
     [("A ", 0), ("B", 1), (" C", 0)]),
    ("b", "A B, C. D", [(2, 3), (8, 9)], [(None, (0, 1))], [("b", 0)], [("A", 1), (" B", 0), (" … ", 0), ("D", 0)]),
]  # fmt: skip


def test_both_sides_are_cut_where_they_differ(blank: Page) -> None:
    def span(pair: tuple[int, int]) -> dict[str, int]:
        return {"start": pair[0], "end": pair[1]}

    for claim, text, matched, pairs, mine, theirs in PARTS:
        differences = [
            {"claim": of_claim and span(of_claim), "article": {"spans": [span(of_article)]}}
            for of_claim, of_article in pairs
        ]
        told = {"matched": {"spans": [span(each) for each in matched]}, "differences": differences}
        found = call(blank, "claims.js", "quotations", claim, text, told)
        for side, wanted in (("mine", mine), ("theirs", theirs)):
            assert [(part["text"], int(part["differs"])) for part in found[side]] == wanted
