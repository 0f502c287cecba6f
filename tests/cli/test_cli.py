import socket
from hashlib import sha256
from pathlib import Path

import pytest
from typer.testing import CliRunner

from quoteservice import assembly
from quoteservice.cli import app
from quoteservice.service import Service


@pytest.fixture
def runner(monkeypatch: pytest.MonkeyPatch, service: Service) -> CliRunner:
    """Runs commands around the fake pipeline."""
    monkeypatch.setattr(assembly, "build_service", lambda settings: service)
    return CliRunner(env={"COLUMNS": "100"})


def test_quotes_prints_speaker_type_cue_and_content(runner: CliRunner, tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("„Kész [b]a híd[/b]” – mondta Példa Anna.", encoding="utf-8")
    done = runner.invoke(app, ["quotes", str(file)])
    assert done.exit_code == 0
    (row,) = [line for line in done.output.splitlines() if "Példa" in line]
    assert [cell.strip() for cell in row.strip("│").split("│")] == [
        "Példa Anna",
        "direct",
        "mondta",
        "Kész [b]a híd[/b]",
    ]


def test_quotes_reads_standard_input_and_prints_warnings(runner: CliRunner) -> None:
    done = runner.invoke(app, ["quotes", "-"], input="The mayor of the town said that it is not in the budget.")
    assert "Note: The text does not look Hungarian" in done.output


def test_a_file_that_is_not_there_is_one_sentence(runner: CliRunner, tmp_path: Path) -> None:
    done = runner.invoke(app, ["quotes", str(tmp_path / "none.txt")])
    assert done.exit_code == 1
    assert done.stderr.endswith("none.txt cannot be read as UTF-8 text (FileNotFoundError).\n")


def test_a_file_in_another_charset_is_one_sentence(runner: CliRunner, tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes("kérdés".encode("cp1250"))
    done = runner.invoke(app, ["quotes", str(file)])
    assert (done.exit_code, done.stderr.count("\n")) == (1, 1)
    assert "UnicodeDecodeError" in done.stderr


@pytest.mark.parametrize("charset", ["utf-8", "cp1250"])
def test_quotes_reads_a_page_in_its_charset(runner: CliRunner, tmp_path: Path, charset: str) -> None:
    file = tmp_path / "a.HTML"
    html = f"<meta charset={charset}><p>„Kész a <b>híd</b>&rdquo; – mondta Példa Anna."
    file.write_bytes(html.encode(charset))
    assert "Kész a híd" in runner.invoke(app, ["quotes", str(file)]).output


@pytest.mark.parametrize("page", [b"<p>\xff", b"<meta charset=klingon>"])
def test_a_page_in_no_charset_is_one_sentence(runner: CliRunner, tmp_path: Path, page: bytes) -> None:
    file = tmp_path / "a.html"
    file.write_bytes(page)
    done = runner.invoke(app, ["quotes", str(file)])
    assert (done.exit_code, done.stderr.count("\n")) == (1, 1)
    assert "cannot be read as HTML" in done.stderr


def test_a_missing_model_is_one_sentence() -> None:
    done = CliRunner().invoke(app, ["quotes", __file__], env={"QUOTESERVICE_MODEL": "hu_core_news_nincs"})
    assert done.exit_code == 1
    assert done.stderr == (
        "The model hu_core_news_nincs is not installed; `quoteservice model install hu_core_news_nincs` fetches it.\n"
    )


@pytest.mark.parametrize("command", [["serve"], ["quotes", __file__]])
def test_a_bad_setting_is_one_sentence(command: list[str]) -> None:
    done = CliRunner().invoke(app, command, env={"QUOTESERVICE_WORKERS": "sok"})
    assert done.exit_code == 1
    assert done.stderr == "QUOTESERVICE_WORKERS must be a whole number of at least 1.\n"


def test_a_busy_port_is_one_sentence() -> None:
    with socket.socket() as busy:
        busy.bind(("127.0.0.1", 0))
        busy.listen()
        bind = f"127.0.0.1:{busy.getsockname()[1]}"
        done = CliRunner().invoke(app, ["serve"], env={"QUOTESERVICE_BIND": bind})
    assert done.exit_code == 1
    assert done.stderr.startswith(f"{bind} cannot be listened on (Address already in use)")


def test_an_unknown_model_is_one_sentence(runner: CliRunner) -> None:
    done = runner.invoke(app, ["model", "install", "x"])
    assert (done.exit_code, done.stderr) == (1, "x is none of hu_core_news_lg, hu_core_news_md, hu_core_news_trf.\n")


def test_a_new_key_is_told_with_its_digest(runner: CliRunner) -> None:
    told = dict(line.split(" ") for line in runner.invoke(app, ["key", "new"]).stdout.splitlines())
    assert told["sha256"] == sha256(told["key"].encode()).hexdigest()
