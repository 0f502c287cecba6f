"""`python -m benchmarks.page`: from the last byte of the answer to the painted article, in a browser."""

import statistics

from playwright.sync_api import Browser, Page

from benchmarks.articles import EXAMPLES
from benchmarks.server import serving
from tools.chromium import browser

WORDS = 1500
ROUNDS = 15
LIMIT_MS = 300
PAINTED = """() => new Promise((done) => {
    const look = () => (performance.getEntriesByName("painted").length ? done() : setTimeout(look, 50));
    look();
})"""
TIMES = """() => {
    const asked = performance.getEntriesByType("resource").filter((each) => each.name.endsWith("/v1/quotes")).at(-1);
    return performance.getEntriesByName("painted").at(-1).startTime - asked.responseEnd;
}"""


def main() -> None:
    """Measure and print."""
    text = article()
    with serving(workers=1) as server, browser() as running:
        print(f"Chromium {running.version}, {ROUNDS} fresh windows each")
        for slower in (1, 4):
            measured = [once(running, server.url, text, slower) for _ in range(ROUNDS)]
            times, quotations = [each[0] for each in measured], measured[0][1]
            print(
                f"{len(text.split())} words, {quotations} quotations, processor slowed {slower} times: "
                f"median {statistics.median(times):.0f} ms, worst {max(times):.0f} ms (limit {LIMIT_MS} ms)"
            )


def article() -> str:
    """1,500 words out of our examples, again and again."""
    paragraphs = [p for file in sorted(EXAMPLES.glob("*.txt")) for p in file.read_text(encoding="utf-8").split("\n\n")]
    taken: list[str] = []
    while sum(len(each.split()) for each in taken) < WORDS:
        taken.append(paragraphs[len(taken) % len(paragraphs)].strip())
    return "\n\n".join(taken)


def once(running: Browser, url: str, text: str, slower: int) -> tuple[float, int]:
    """Milliseconds until the article is painted, and its quotations."""
    context = running.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    slow_down(page, slower)
    page.goto(url)
    page.locator("#text").fill(text)
    page.keyboard.press("Control+Enter")
    page.evaluate(PAINTED)
    told: float = page.evaluate(TIMES)
    quotations = page.locator("#article .handle").count()
    context.close()
    return told, quotations


def slow_down(page: Page, times: int) -> None:
    """Let the page have only every `times`-th moment of the processor, as a phone might."""
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": times})


if __name__ == "__main__":
    main()
