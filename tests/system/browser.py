"""A headless browser, where one is installed."""

import shutil
import subprocess
from pathlib import Path

import pytest

NAMES = ("chromium", "chromium-browser", "google-chrome")
OPTIONS = ("--headless", "--no-sandbox", "--disable-gpu", "--enable-logging=stderr", "--virtual-time-budget=20000")


def shown(address: str, folder: Path) -> tuple[str, list[str]]:
    """The page at `address` as HTML after its scripts have run, and what it wrote to the console; else skips."""
    browser = next(filter(shutil.which, NAMES), None)
    if browser is None:
        pytest.skip("no Chromium is installed")
    command = [browser, *OPTIONS, f"--user-data-dir={folder}", "--dump-dom", address]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=120, check=True)
    return done.stdout, [line for line in done.stderr.splitlines() if "CONSOLE" in line]
