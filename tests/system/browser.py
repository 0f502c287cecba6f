"""A headless browser, where one is installed."""

import subprocess
from pathlib import Path

from tests.chromium import chromium

OPTIONS = ("--headless", "--no-sandbox", "--disable-gpu", "--enable-logging=stderr", "--virtual-time-budget=20000")


def shown(address: str, folder: Path) -> tuple[str, list[str]]:
    """The page at `address` as HTML after its scripts have run, and what it wrote to the console; else skips."""
    command = [chromium(), *OPTIONS, f"--user-data-dir={folder}", "--dump-dom", address]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=120, check=True)
    return done.stdout, [line for line in done.stderr.splitlines() if "CONSOLE" in line]
