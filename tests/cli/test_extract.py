"""`quoteservice extract` as it is typed: options, sentences, exit codes, and one archive with the real model."""

import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from quoteservice import assembly
from quoteservice.cli import app
from quoteservice.service import Service
from tests.bulk.builds import row

ROOT = Path(__file__).parents[2]
COMMAND = [sys.executable, "-m", "quoteservice", "extract"]
MANY = 4000
"""Articles of a run that must not be done before it is stopped, on a busy machine either."""


@pytest.fixture
def runner(monkeypatch: pytest.MonkeyPatch, service: Service) -> CliRunner:
    """Runs commands around the fake pipeline."""
    monkeypatch.setattr(assembly, "build_service", lambda settings: service)
    return CliRunner(env={"COLUMNS": "100"})


def written(path: Path, rows: list[Any]) -> Path:
    path.write_text("".join(f"{json.dumps(each)}\n" for each in rows), encoding="utf-8")
    return path


def test_a_folder_becomes_tables(runner: CliRunner, tmp_path: Path) -> None:
    written(tmp_path / "a.jsonl", [row(1), row(2), {"id": "3"}])
    done = runner.invoke(app, ["extract", str(tmp_path), "--out", str(tmp_path / "out"), "--format", "jsonl"])
    assert (done.exit_code, done.stderr) == (0, "")
    rejects = tmp_path / "out" / "rejects.jsonl"
    assert done.stdout == f"2 articles with 2 quotations by 2 speakers; 1 rejected, see {rejects}.\n"
    again = runner.invoke(app, ["extract", str(tmp_path), "--out", str(tmp_path / "out"), "--format", "jsonl"])
    assert again.stdout == done.stdout  # what was written is not read as a part of the archive


def test_columns_delimiter_and_options_can_be_set(runner: CliRunner, tmp_path: Path) -> None:
    archive, out = tmp_path / "a.csv", tmp_path / "q.jsonl"
    archive.write_text("k;t;m;o\n7;„Kész” – mondta Példa Anna;2024-05-06;Hírmondó\n", encoding="utf-8")
    columns = "--id-column k --text-column t --date-column m --outlet-column o --delimiter ;".split()
    asked = ["extract", str(archive), "--out", str(out), *columns, "--workers", "1", "--type", "direct"]
    assert runner.invoke(app, asked).exit_code == 0
    (quote,) = map(json.loads, out.read_text(encoding="utf-8").splitlines())
    shown = {name: quote[name] for name in ("article_id", "published_at", "outlet", "content")}
    assert list(shown.values()) == ["7", "2024-05-06", "Hírmondó", "Kész"]
    runner.invoke(app, [*asked, "--min-confidence", "0.99"])
    assert out.read_text(encoding="utf-8") == ""


def test_a_terminal_shows_how_far_it_is(runner: CliRunner, tmp_path: Path) -> None:
    archive = written(tmp_path / "a.jsonl", [row(n) for n in range(30)])
    asked = ["extract", str(archive), "--out", str(tmp_path / "q.jsonl")]
    shown = runner.invoke(app, asked, env={"FORCE_COLOR": "1"}).stderr
    plain = re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", shown)
    assert "30/30" in plain
    assert re.search(r"\d\.\d articles/s 0:00:00", plain)


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (["nincs.txt"], "nincs.txt does not exist."),
        (["--delimiter", "ab"], "A delimiter is one character."),
        (["--type", "rumour"], "rumour is none of direct, indirect, mixed."),
        (["--out", "{a}/x"], "{a} cannot be written (NotADirectoryError)."),
    ],
)
def test_what_cannot_be_done_is_one_sentence(
    runner: CliRunner, tmp_path: Path, options: list[str], sentence: str
) -> None:
    archive = written(tmp_path / "a.jsonl", [row(1)])
    filled = [each.format(a=archive) for each in options]
    out = [] if "--out" in options else ["--out", str(tmp_path / "out")]
    done = runner.invoke(app, ["extract", *([] if "nincs" in options[0] else [str(archive)]), *out, *filled])
    assert done.exit_code == 1
    assert done.stderr.endswith(sentence.format(a=f"{archive}/x") + "\n")
    assert done.stderr.count("\n") == 1


def test_parquet_without_pyarrow_is_one_sentence(
    runner: CliRunner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    archive = written(tmp_path / "a.jsonl", [row(1)])
    done = runner.invoke(app, ["extract", str(archive), "--out", str(tmp_path / "out")])
    assert (done.exit_code, done.stderr) == (
        1, "Parquet needs pyarrow, which is not installed here; `pip install 'quoteservice[bulk]'` brings it.\n",
    )  # fmt: skip


def test_a_missing_model_is_one_sentence(tmp_path: Path) -> None:
    archive = written(tmp_path / "a.jsonl", [row(1)])
    asked = ["extract", str(archive), "--out", str(tmp_path / "out"), "--format", "jsonl"]
    done = CliRunner().invoke(app, asked, env={"QUOTESERVICE_MODEL": "hu_core_news_nincs"})
    assert (done.exit_code, done.stderr.count("\n")) == (1, 1)
    assert "hu_core_news_nincs is not installed" in done.stderr


@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGTERM])
def test_a_stop_is_clean_says_how_to_go_on_and_the_rest_is_done_then(tmp_path: Path, stop: signal.Signals) -> None:
    archive = written(tmp_path / "a.jsonl", [row(n) for n in range(MANY)])
    options = [str(archive), "--out", str(tmp_path / "out"), "--format", "jsonl", "--workers", "2"]
    command = [sys.executable, "-m", "tests.bulk.command", "extract", *options]
    with subprocess.Popen(
        command,
        cwd=ROOT,
        stderr=subprocess.PIPE,
        start_new_session=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509 - else ignored in the background
    ) as running:
        journal, started = tmp_path / "out" / "journal.sqlite-wal", time.monotonic()
        while (not journal.exists() or journal.stat().st_size < 500 * MANY) and time.monotonic() - started < 60:
            time.sleep(0.01)
        # A terminal sends SIGINT to the workers as well.
        os.killpg(running.pid, stop) if stop is signal.SIGINT else running.terminate()
        said = running.communicate(timeout=30)[1].decode()
    assert running.returncode == 130
    assert said.startswith("Stopped; ")
    assert said.endswith("The same command goes on from there.\n")
    assert 0 < int(said.split()[1]) < MANY
    assert not (tmp_path / "out" / "quotes.jsonl").exists()
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.startswith(f"{MANY} articles")


def test_a_folder_is_read_with_the_real_model(tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    out = tmp_path / "quotes.parquet"
    subprocess.run([*COMMAND, "examples", "--out", str(out)], cwd=ROOT, check=True, capture_output=True)
    rows = parquet.read_table(out).to_pylist()
    texts = {path.name: path.read_text(encoding="utf-8") for path in (ROOT / "examples").glob("*.txt")}
    assert {each["article_id"] for each in rows} == {f"examples/{name}" for name in texts}
    for each in rows:
        text = texts[each["article_id"].removeprefix("examples/")]
        spans = zip(each["content_starts"], each["content_ends"], strict=True)
        assert " ".join(text[a:b] for a, b in spans) == each["content"]
