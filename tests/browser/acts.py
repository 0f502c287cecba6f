"""What a person does with the page."""

from pathlib import Path

from playwright.sync_api import Page, Route

EXAMPLES = Path(__file__).parents[2] / "examples"
STORY = (
    "Új híd épül Dombszegen\n\n"
    "„Hétfőtől újra járható a híd” – mondta Bokor Etelka, a város főmérnöke. Hozzátette, hogy a járdát csak májusra "
    "fejezik be.\n\n"
    "Tímár Gellért alpolgármester szerint „a város megérdemli, hogy végre átjusson a folyón”. Az alpolgármester azt is "
    "elmondta: a főmérnök neki azt ígérte, hogy „a zajjal éjjelre leállnak”.\n"
)


def opened(page: Page, url: str) -> Page:
    """The page at `url`, ready to be used."""
    page.goto(url)
    page.wait_for_selector("html[data-ready]")
    return page


def paste(page: Page, text: str, html: str | None = None) -> None:
    """Put `text`, and `html` as its rich form, on the clipboard, and paste it into the box with the keyboard."""
    page.evaluate(
        """async ([text, html]) => {
            const types = { "text/plain": new Blob([text], { type: "text/plain" }) };
            if (html) types["text/html"] = new Blob([html], { type: "text/html" });
            await navigator.clipboard.write([new ClipboardItem(types)]);
        }""",
        [text, html],
    )
    page.locator("#text").focus()
    page.keyboard.press("Control+V")


def read(page: Page, text: str) -> None:
    """Paste `text` and ask for its quotations."""
    paste(page, text)
    page.keyboard.press("Control+Enter")
    page.wait_for_selector("#article [data-start]")


def example(page: Page, url: str, title: str = "Szélerőműveket") -> None:
    """Open one of our articles."""
    opened(page, url).get_by_role("button", name=title).click()
    page.wait_for_selector("#article mark")


def handles(page: Page) -> list[str]:
    """The labels of the quotations in the order of the article."""
    return [each.get_attribute("aria-label") or "" for each in page.locator("#article .handle").all()]


def selected(page: Page) -> str | None:
    """The id of the quotation whose details show."""
    pressed = page.locator("#article .handle[aria-pressed=true]")
    return pressed.get_attribute("data-quote") if pressed.count() else None


def article_text(page: Page) -> list[str]:
    """The paragraphs of the article as they stand in the page."""
    return page.locator("#article [data-start]").evaluate_all("all => all.map(each => each.textContent)")


def expect_no_sideways_scrolling(page: Page) -> None:
    """Nothing is wider than the window."""
    width = page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
    assert width[0] <= width[1], width


def held(page: Page) -> None:
    """Let no answer to a question come back."""
    waiting: list[Route] = []

    def hold(route: Route) -> None:
        waiting.append(route)

    page.route("**/v1/quotes", hold)
