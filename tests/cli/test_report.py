"""`quoteservice report` as it is typed."""

import json
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from quoteservice.bulk.report.quotes import COLUMNS
from quoteservice.cli import app
from tests.bulk.report.test_counting import ROWS


def written(path: Path) -> Path:
    path.write_text("".join(json.dumps({name: row[name] for name in COLUMNS}) + "\n" for row in ROWS), encoding="utf-8")
    return path


def test_a_page_is_written_beside_the_table(tmp_path: Path) -> None:
    pytest.importorskip("matplotlib")
    done = CliRunner().invoke(app, ["report", str(written(tmp_path / "quotes.jsonl")), "--language", "en"])
    assert (done.exit_code, done.stdout) == (0, f"{tmp_path}/quotes.html is written.\n")
    assert "Most quoted speakers" in (tmp_path / "quotes.html").read_text(encoding="utf-8")


def test_without_matplotlib_it_says_how_to_get_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    done = CliRunner().invoke(app, ["report", str(written(tmp_path / "quotes.jsonl"))])
    assert done.exit_code == 1
    hint = "`pip install 'quoteservice[report]'` brings it"
    assert done.stderr == f"The report needs matplotlib, which is not installed here; {hint}.\n"


@pytest.mark.parametrize("name", ["nincs.parquet", "nincs.jsonl"])
def test_a_table_that_is_not_there_is_one_sentence(tmp_path: Path, name: str) -> None:
    done = CliRunner().invoke(app, ["report", str(tmp_path / name)])
    assert done.exit_code == 1
    assert done.stderr.count("\n") == 1
    assert "FileNotFoundError" in done.stderr
