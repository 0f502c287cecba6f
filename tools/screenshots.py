"""Makes the pictures of the page in docs/screenshots anew: `python -m tools.screenshots`."""

from base64 import b64decode
from pathlib import Path

from playwright.sync_api import Page

from benchmarks.server import serving
from tools.chromium import browser

FOLDER = Path(__file__).parents[1] / "docs" / "screenshots"
QUALITY = 85
ARTICLE = "Szélerőműveket"
SHOTS = {
    "desktop": {"viewport": {"width": 1440, "height": 900}},
    "phone": {"viewport": {"width": 390, "height": 844}, "has_touch": True},
    "dark": {"viewport": {"width": 1440, "height": 900}, "color_scheme": "dark"},
}


def main() -> None:
    """Open our example article in each kind of window and take a picture of it with a quotation selected."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with serving(workers=1) as server, browser() as running:
        for name, window in SHOTS.items():
            context = running.new_context(**window, locale="hu-HU", reduced_motion="reduce")
            page = context.new_page()
            show(page, server.url)
            (FOLDER / f"{name}.webp").write_bytes(picture(page))
            context.close()
    for file in sorted(FOLDER.glob("*.webp")):
        print(f"{file.name}: {file.stat().st_size / 1000:.0f} kB")


def show(page: Page, url: str) -> None:
    """The article with its third quotation selected."""
    page.goto(url)
    page.get_by_role("button", name=ARTICLE).click()
    page.wait_for_selector("#article mark")
    for _ in range(3):
        page.keyboard.press("n")
    page.locator(":focus").evaluate("each => each.blur()")


def picture(page: Page) -> bytes:
    """What the window shows, as WebP: a third of the same as PNG."""
    shot = page.context.new_cdp_session(page).send("Page.captureScreenshot", {"format": "webp", "quality": QUALITY})
    return b64decode(shot["data"])


if __name__ == "__main__":
    main()
