"""The page's modules without the page: their functions called with plain data."""

from typing import Any

from playwright.sync_api import Page

CALL = """async ([module, name, given]) => {
    const base = document.querySelector('script[type="module"]').src;
    return (await import(new URL(module, base)))[name](...given);
}"""


def call(page: Page, module: str, name: str, *given: Any) -> Any:
    """What `name` of js/`module` returns for `given`; raises playwright's Error when it throws."""
    return page.evaluate(CALL, [module, name, list(given)])


def asked(page: Page, given: dict[str, Any], accept: str = "application/json", url: str = "") -> Any:
    """What the service answers to the page's own question about `given`: JSON as data, else text."""
    body = call(page, "model/article.js", "question", given)
    headers = {"Accept": accept, "Content-Type": "application/json"}
    answer = page.request.post(f"{url or page.url}v1/quotes", headers=headers, data=body)
    assert answer.ok, answer.text()
    return answer.json() if "json" in accept else answer.text()


def article_of(page: Page, given: dict[str, Any]) -> dict[str, Any]:
    """The page's article of `given`."""
    found: dict[str, Any] = call(page, "model/article.js", "fromAnswer", given, asked(page, given))
    return found
