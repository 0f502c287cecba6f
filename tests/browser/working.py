"""What a person does with an article that shows: selecting words, saving, opening."""

from typing import Any

from playwright.sync_api import Locator, Page

PLACES = """words => {
    const range = document.createRange();
    for (const paragraph of document.querySelectorAll("#article [data-start]")) {
        const at = paragraph.textContent.indexOf(words);
        if (at < 0) continue;
        paragraph.scrollIntoView({ block: "center" });
        const place = offset => {
            const nodes = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
            for (let left = offset; nodes.nextNode(); left -= nodes.currentNode.length)
                if (left < nodes.currentNode.length) return [nodes.currentNode, left];
        };
        range.setStart(...place(at));
        range.setEnd(...place(at));
        range.setEnd(range.endContainer, range.endOffset + 1);
        const first = range.getBoundingClientRect();
        range.setStart(...place(at + words.length - 1));
        range.setEnd(range.startContainer, range.startOffset + 1);
        const last = range.getBoundingClientRect();
        const middle = box => box.top + box.height / 2;
        return [first.left + 1, middle(first), last.right - 1, middle(last)];
    }
}"""


def select_words(page: Page, words: str) -> None:
    """Drag with the mouse over `words`, which stand in one paragraph of the article."""
    left, top, right, bottom = page.evaluate(PLACES, words)
    page.mouse.move(left, top)
    page.mouse.down()
    page.mouse.move(right, bottom, steps=4)
    page.mouse.up()


def mark_of(page: Page, quote_id: str) -> Locator:
    """The marks of a quotation's content."""
    return page.locator(f'#article mark[data-quote="{quote_id}"]')


def kept(page: Page) -> str | None:
    """What the browser keeps of the article."""
    found: str | None = page.evaluate("localStorage.getItem('quoteservice.article')")
    return found


def drop(page: Page, name: str, content: bytes, mime: str = "") -> None:
    """Drop a file on the page."""
    page.evaluate(
        """([name, bytes, type]) => {
            const carried = new DataTransfer();
            carried.items.add(new File([Uint8Array.from(bytes)], name, { type }));
            const how = { dataTransfer: carried, bubbles: true, cancelable: true };
            for (const kind of ["dragover", "drop"]) document.body.dispatchEvent(new DragEvent(kind, how));
        }""",
        [name, list(content), mime],
    )


def saved(page: Page, name: str) -> bytes:
    """The file that the button of the format `name` gives."""
    if page.locator("#files details[open]").count() == 0:
        page.locator("#files summary").click()
    with page.expect_download() as waiting:
        page.locator(f'[data-format="{name}"]').click()
    return waiting.value.path().read_bytes()


def file_of(name: str, content: bytes, mime: str = "") -> Any:
    """A file for a file input."""
    return {"name": name, "mimeType": mime or "application/octet-stream", "buffer": content}
