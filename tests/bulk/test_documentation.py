"""docs/archive.md says what the code does, and its examples run."""

import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import get_args

import pytest

from benchmarks.sizing import table
from quoteservice.bulk.job import Job
from quoteservice.bulk.reading.archive import READERS
from quoteservice.bulk.reading.found import Layout
from quoteservice.bulk.run import Run
from quoteservice.bulk.writing.target import Format, Target
from tests.bulk.builds import fake, row
from tools.update_readme import schema_tables

ROOT = Path(__file__).parents[2]
ARCHIVE_MD = (ROOT / "docs" / "archive.md").read_text(encoding="utf-8")


def example(name: str) -> str:
    return re.search(rf"<!-- {name} -->\n```\w+\n(.*?)```", ARCHIVE_MD, re.DOTALL)[1]


@pytest.fixture
def tables(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The folder `tables` of an archive of ten articles here, in Parquet and as lines."""
    pytest.importorskip("pyarrow")
    monkeypatch.chdir(tmp_path)
    Path("a.jsonl").write_text("".join(f"{json.dumps(row(n))}\n" for n in range(10)), encoding="utf-8")
    for form in get_args(Format):
        run = Run([Path("a.jsonl")], Layout(), Job(build=fake), Target.at(Path("tables"), form), 1)
        run.execute(lambda total, done: None, lambda: None)


def r_reads_lines(r: str | None) -> bool:
    asked = "quit(status = !requireNamespace('jsonlite'))"
    return r is not None and subprocess.run([r, "-e", asked], check=False, capture_output=True).returncode == 0


def test_every_column_is_documented_as_it_is() -> None:
    assert f"<!-- schema -->\n{schema_tables()}\n<!-- /schema -->" in ARCHIVE_MD


def test_every_kind_of_file_is_documented() -> None:
    table = ARCHIVE_MD.split("## What goes in")[1].split("\n\n")[1]
    assert set(re.findall(r"`(\.\w+)`", table)) == set(READERS)


def test_the_example_for_pandas_runs(tables: None, capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("pandas", reason="pandas is not installed")
    exec(example("pandas"), {})
    assert re.search(r"Példa Anna +10", capsys.readouterr().out)


def test_the_example_for_duckdb_runs(tables: None) -> None:
    duckdb = pytest.importorskip("duckdb", reason="DuckDB is not installed")
    assert duckdb.sql(example("duckdb").strip().rstrip(";")).fetchall() == [("Példa Anna", 10, 10)]


def test_the_example_for_r_runs(tables: None) -> None:
    r = shutil.which("Rscript")
    if not r_reads_lines(r):
        pytest.skip("R with jsonlite is not installed")
    run = subprocess.run([r, "-e", example("r")], capture_output=True, text=True, check=True)
    assert re.search(r"^Példa Anna *\n *10", run.stdout, re.MULTILINE)


def test_the_sizes_are_calculated_from_what_was_measured() -> None:
    sizing = (ROOT / "docs" / "sizing.md").read_text(encoding="utf-8")
    assert f"<!-- sizing -->\n{table()}\n<!-- /sizing -->" in sizing
