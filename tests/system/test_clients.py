"""Every client in docs/clients does against the real service what its first line says."""

import csv
import io
import json
import re
import shutil
import subprocess
import sys
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
import requests
import yaml

from benchmarks.server import Server
from tests.system.browser import shown

ROOT = Path(__file__).parents[2]
CLIENTS = ROOT / "docs" / "clients"
ARTICLES = sorted((ROOT / "examples").glob("*.txt"))[:3]


def asked(server: Server, text: str) -> dict[str, Any]:
    return requests.post(f"{server.url}/quotes", json={"text": text}, timeout=120).json()


def expected(server: Server, article: Path) -> list[str]:
    answer = asked(server, article.read_text(encoding="utf-8"))
    names = {speaker["id"]: speaker["name"] for speaker in answer["speakers"]}
    said = [(", ".join(names[i] for i in q["speaker_ids"]) or "?", q["content"]["text"]) for q in answer["quotes"]]
    assert len(said) >= 5
    return "".join(f"{who}: {what}\n" for who, what in said).splitlines()


def run(program: str, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    found = sys.executable if program == "python" else shutil.which(program)
    if found is None:
        pytest.skip(f"{program} is not installed")
    command = [found, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=120, check=False)


def printed(program: str, *arguments: str | Path) -> str:
    done = run(program, *arguments)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


SINGLE = [("python", "quotes.py"), ("node", "node.mjs"), ("php", "quotes.php")]


@pytest.mark.parametrize(("program", "file"), SINGLE)
def test_who_said_what_is_printed(server: Server, program: str, file: str) -> None:
    for article in ARTICLES:
        assert printed(program, CLIENTS / file, server.url, article).splitlines() == expected(server, article)


@pytest.mark.parametrize(("program", "file"), SINGLE)
def test_a_problem_is_told(server: Server, program: str, file: str, tmp_path: Path) -> None:
    article = tmp_path / "long.txt"
    article.write_text("Esik az eső. " * 20_000, encoding="utf-8")
    done = run(program, CLIENTS / file, server.url, article)
    assert done.returncode != 0
    assert "See `errors` for the fields." in done.stderr + done.stdout


def test_curl_prints_a_table(server: Server) -> None:
    if shutil.which("curl") is None:
        pytest.skip("curl is not installed")
    rows = list(csv.DictReader(io.StringIO(printed("sh", CLIENTS / "quotes.sh", server.url, ARTICLES[0]))))
    answer = asked(server, ARTICLES[0].read_text(encoding="utf-8"))
    assert [row["quote_id"] for row in rows] == [quote["id"] for quote in answer["quotes"]]
    names = [speaker["name"] for speaker in answer["speakers"]]
    assert {row["speakers"] for row in rows if row["speakers"]} <= {*names, "; ".join(names)}


def test_a_batch_is_printed_article_by_article(server: Server) -> None:
    lines = printed("python", CLIENTS / "batch.py", server.url, *ARTICLES).splitlines()
    wanted = [line for file in ARTICLES for line in (f"{file}:", *(f"  {each}" for each in expected(server, file)))]
    assert lines == [each for line in wanted for each in line.splitlines()]


class OneAddress(SimpleHTTPRequestHandler):
    """The clients' folder, and the service behind it, as a page finds them under one address."""

    def __init__(self, *arguments: Any, service: str, **options: Any) -> None:
        self.service = service
        super().__init__(*arguments, directory=str(CLIENTS), **options)

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        headers = {"Content-Type": self.headers["Content-Type"]}
        answer = requests.post(self.service + self.path, body, headers=headers, timeout=120)
        self.send_response(answer.status_code)
        self.send_header("Content-Type", answer.headers["Content-Type"])
        self.end_headers()
        self.wfile.write(answer.content)

    def log_message(self, *_: Any) -> None:
        """Keep quiet."""


def test_a_browser_shows_who_said_what(server: Server, tmp_path: Path) -> None:
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(OneAddress, service=server.url)) as pages:
        threading.Thread(target=pages.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{pages.server_address[1]}/browser.html"
        try:
            page, _ = shown(address, tmp_path)
        finally:
            pages.shutdown()
    assert re.findall("<li>(.*?)</li>", page) == ["Bokor Etelka: Hétfőtől újra járható a híd"]


def test_every_client_is_listed() -> None:
    listed = re.findall(r"\]\((.*?)\)", (CLIENTS / "README.md").read_text(encoding="utf-8"))
    assert sorted(listed) == sorted(file.name for file in CLIENTS.iterdir() if file.name != "README.md")


def test_the_example_of_the_batch_in_the_contract_is_answered(server: Server) -> None:
    contract = yaml.safe_load((ROOT / "openapi.yaml").read_text(encoding="utf-8"))
    example = contract["components"]["requestBodies"]["Batch"]["content"]["application/x-ndjson"]["example"]
    headers = {"Content-Type": "application/x-ndjson"}
    answer = requests.post(f"{server.url}/quotes/batch", example.encode(), headers=headers, timeout=60)
    assert [len(json.loads(line)["quotes"]) for line in answer.content.splitlines()] == [1, 1]
