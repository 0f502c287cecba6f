"""A headless Chromium, the one that is installed; tools/ensure-chromium gets one where it can."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome")
OPTIONS = [
    "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--disable-quic",
]  # fmt: skip


def installed() -> str | None:
    """The path of the browser; None when there is none."""
    return next(filter(None, map(shutil.which, NAMES)), None)


@contextmanager
def browser(path: str | None = None) -> Iterator[Browser]:
    """The browser at `path`, or the installed one, for as long as the block lasts; raises RuntimeError without one."""
    found = path or installed()
    if found is None:
        raise RuntimeError("No Chromium is installed; tools/ensure-chromium says how to get one.")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=found, args=OPTIONS)
        yield running
        running.close()
