"""The real service and one Chromium for all tests here; each test has a fresh profile of it."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page

from benchmarks.server import Server, serving
from tests.browser.acts import opened
from tests.chromium import chromium
from tools.chromium import browser as launched

REFUSED = re.compile("Failed to load resource: (the server responded with a status of|net::ERR_)")


@pytest.fixture(scope="package")
def server() -> Iterator[Server]:
    """gunicorn with one worker on a free port."""
    chromium()
    with serving(workers=1) as running:
        yield running


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """A headless Chromium; closed with this folder, as its event loop is in the way of others."""
    with launched(chromium()) as running:
        yield running


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A window of a laptop in a profile of its own; fails the test when the page has complained on the console."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, locale="hu-HU", reduced_motion="reduce")
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    context.set_default_timeout(20_000)
    with heard(context.new_page()) as page:
        yield page
        context.close()


@pytest.fixture(scope="package")
def blank(browser: Browser, server: Server) -> Iterator[Page]:
    """The page without an article, one for all tests that only call its modules."""
    with heard(browser.new_page()) as page:
        yield opened(page, server.url)
        page.context.close()


@contextmanager
def heard(page: Page) -> Iterator[Page]:
    """Fails when `page` has complained on the console."""
    complaints = []

    def listen(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"} and not REFUSED.match(message.text):
            complaints.append(message.text)

    page.on("console", listen)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield page
    assert complaints == []
