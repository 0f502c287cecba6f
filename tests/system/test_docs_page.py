"""The page /docs in a browser: it shows the whole contract, and its policy stops nothing that it needs."""

import re
from pathlib import Path

import requests
import yaml

from benchmarks.server import Server
from tests.system.browser import shown


def test_the_contract_is_shown_and_nothing_is_refused(server: Server, tmp_path: Path) -> None:
    page, console = shown(f"{server.url}/docs", tmp_path)
    contract = yaml.safe_load(requests.get(f"{server.url}/openapi.yaml", timeout=60).content)
    assert set(re.findall('data-path="(.*?)"', page)) == set(contract["paths"])
    assert console == []
