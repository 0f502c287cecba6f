import subprocess
from io import BytesIO
from pathlib import Path
from urllib.error import URLError

import huspacy
import pytest

from quoteservice import installation
from quoteservice.installation import NotInstalled, install


@pytest.fixture
def refusing_pip(monkeypatch: pytest.MonkeyPatch) -> None:
    """huspacy's own way ends the process, as it does with a pip from 24.1 on."""

    def download(name: str) -> None:
        raise SystemExit(1)

    monkeypatch.setattr(huspacy, "download", download)


def test_huspacy_does_it_where_it_can(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(huspacy, "download", asked.append)
    install("hu_core_news_lg")
    assert asked == ["hu_core_news_lg"]


@pytest.mark.usefixtures("refusing_pip")
@pytest.mark.parametrize("name", installation.MODELS)
def test_else_the_wheel_is_fetched_and_installed_under_a_proper_name(
    monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    installed: dict[str, bytes] = {}

    def run(command: list[str], check: bool) -> subprocess.CompletedProcess[str]:
        installed[Path(command[-1]).name] = Path(command[-1]).read_bytes()
        return subprocess.CompletedProcess(command, 0)

    monkeypatch.setattr(installation, "urlopen", lambda url, timeout: BytesIO(url.encode()))
    monkeypatch.setattr(subprocess, "run", run)
    install(name)
    version, url = installation.address(name)
    assert installed == {f"{name}-{version}-py3-none-any.whl": url.encode()}
    assert name in url


@pytest.mark.usefixtures("refusing_pip")
def test_no_network_is_one_clear_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(url: str, timeout: float) -> BytesIO:
        raise URLError("no route")

    monkeypatch.setattr(installation, "urlopen", fail)
    with pytest.raises(NotInstalled, match=r"^hu_core_news_md could not be fetched; can \S+ be reached from here\?$"):
        install("hu_core_news_md")


def test_another_name_is_refused() -> None:
    with pytest.raises(NotInstalled, match="en_core_web_sm is none of hu_core_news_lg"):
        install("en_core_web_sm")
