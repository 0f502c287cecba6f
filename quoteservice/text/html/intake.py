"""Takes HTML in, within limits."""

from quoteservice.text.guards import check
from quoteservice.text.html.page import Page
from quoteservice.text.html.reading import page_of


def checked_page(html: str, longest_html: int, longest_text: int) -> Page:
    """The article in `html`; lengths in code points.

    Raises TextRefused when the HTML or its article is too long, or the HTML no Unicode text.
    """
    check(html, longest_html, "HTML")
    page = page_of(html)
    check(page.text, longest_text, "text of the HTML")
    return page
