"""Spark and Ray make the tables that the pool makes; needs the extras `spark` and `ray`, and Java for Spark."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from quoteservice.bulk.job import Job
from quoteservice.bulk.lines import IdsTwice
from quoteservice.bulk.reading.found import Columns, Layout
from quoteservice.bulk.run import Run
from quoteservice.bulk.schema import TABLES
from quoteservice.bulk.writing.target import Target
from tests.bulk.builds import executioner, fake, row, slow
from tests.whole import reader

ROOT = Path(__file__).parents[2]
Tables = dict[str, list[dict[str, Any]]]
BAD = [{"id": "none"}, {"id": "day", "text": "a", "published_at": "tavaly"}]
CLUSTER = "local-cluster[2,1,1024]"


def archive(path: Path, rows: list[dict[str, Any]]) -> str:
    arrow, parquet = pytest.importorskip("pyarrow"), pytest.importorskip("pyarrow.parquet")
    schema = arrow.schema([(name, "string") for name in ("id", "text", "html", "published_at", "outlet")])
    parquet.write_table(arrow.Table.from_pylist(rows, schema), path, row_group_size=8)
    return str(path)


def articles() -> list[dict[str, Any]]:
    """The examples as text and as HTML, and rows that are rejected."""
    texts = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "examples").glob("*.txt"))]
    plain = [
        {"id": f"t{n}", "text": text, "published_at": "2024-05-06", "outlet": "Lap"} for n, text in enumerate(texts)
    ]
    return [*plain, {"id": "h", "html": f"<p>{texts[0]}"}, {"id": "en", "text": "The mayor said it."}, *BAD]


def pooled(path: str, job: Job, folder: Path) -> Tables:
    target = Target.at(folder / "pool")
    Run([Path(path)], Layout(), job, target, 2).execute(lambda total, done: None, lambda: None)
    return ordered({name: read(each) for name, each in target.tables.items()})


def read(path: Path) -> list[dict[str, Any]]:
    if path.suffix == ".jsonl":
        return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    parquet = pytest.importorskip("pyarrow.parquet")
    files = sorted(path.glob("*.parquet")) if path.is_dir() else [path]
    return [row for file in files for row in parquet.read_table(file).to_pylist()]


def ordered(tables: Tables) -> Tables:
    """Without what only the pool knows: the order of the articles and the place of a reject."""
    for reject in tables["rejects"]:
        reject["place"] = None
    return {name: sorted(rows, key=lambda row: json.dumps(row, default=str)) for name, rows in tables.items()}


@pytest.fixture(scope="module")
def spark() -> Iterator[Any]:
    """A cluster of two workers on this machine."""
    sql = pytest.importorskip("pyspark.sql", reason="pyspark is not installed")
    if shutil.which("java") is None:
        pytest.skip("there is no Java for Spark")
    os.environ |= {"PYSPARK_PYTHON": sys.executable, "SPARK_LOCAL_IP": "127.0.0.1", "PYTHONPATH": str(ROOT)}
    # A driver without its own folder of Spark would not know how to start the workers.
    os.environ.setdefault("SPARK_HOME", str(Path(sql.__file__).parents[1]))
    options = {"spark.ui.enabled": "false", "spark.sql.shuffle.partitions": "2", "spark.default.parallelism": "4"}
    made = sql.SparkSession.builder.master(CLUSTER).config(map=options).getOrCreate()
    yield made
    made.stop()


def by_spark(spark: Any, path: str, job: Job) -> Tables:
    from quoteservice.bulk.spark import extract

    frame = spark.read.parquet(path).repartition(4)
    tables = extract(frame, job, Columns())
    # Rows of Spark are told as the others are: lists as lists, days as days.
    return ordered({name: [each.asDict(recursive=True) for each in rows.collect()] for name, rows in tables.items()})


def test_spark_tells_what_the_pool_tells(spark: Any, tmp_path: Path) -> None:
    reader()
    path = archive(tmp_path / "a.parquet", articles())
    told = by_spark(spark, path, Job())
    expected = pooled(path, Job(), tmp_path)
    assert len(expected["quotes"]) > 50
    assert len(expected["rejects"]) == 2
    assert_same(told, expected)


def test_spark_loses_nothing_with_an_executor(spark: Any, tmp_path: Path) -> None:
    mark = tmp_path / "mark"
    rows = [dict(row(n)) for n in range(64)]
    rows[40]["text"] += f" once:{mark}"
    path = archive(tmp_path / "a.parquet", rows)
    told = by_spark(spark, path, Job(build=executioner))
    assert mark.exists()  # the executor was killed while it read
    assert_same(told, pooled(path, Job(build=fake), tmp_path))


def test_spark_refuses_ids_that_stand_twice(spark: Any, tmp_path: Path) -> None:
    path = archive(tmp_path / "a.parquet", [dict(row(n)) for n in (1, 2, 1)])
    with pytest.raises(IdsTwice, match="1 ids stand more than once"):
        by_spark(spark, path, Job(build=fake))


def test_the_script_for_spark_writes_the_tables(spark: Any, tmp_path: Path) -> None:
    reader()
    from quoteservice.bulk.jobs import spark_job

    path = archive(tmp_path / "a.parquet", articles())
    submit = [shutil.which("spark-submit", path=Path(sys.executable).parent) or "spark-submit", "--master", "local[1]"]
    command = [*submit, spark_job.__file__, path, "--out", str(tmp_path / "out")]
    subprocess.run(command, check=True, capture_output=True, cwd=tmp_path)
    told = ordered({name: read(tmp_path / "out" / f"{name}.parquet") for name in TABLES})
    assert_same(told, pooled(path, Job(), tmp_path))


@pytest.fixture(scope="module")
def ray() -> Iterator[Any]:
    """Ray on this machine with two processors."""
    made = pytest.importorskip("ray", reason="ray is not installed")
    pytest.importorskip("ray.data", reason="ray[data] is not installed")
    made.init(
        num_cpus=2, include_dashboard=False, log_to_driver=False, runtime_env={"env_vars": {"PYTHONPATH": str(ROOT)}}
    )
    made.data.DataContext.get_current().enable_progress_bars = False
    yield made
    made.shutdown()


def by_ray(ray: Any, path: str, job: Job) -> Tables:
    from quoteservice.bulk.ray import extract

    tables = extract(ray.data.read_parquet(path), job, Columns(), 2)
    return ordered({name: rows.take_all() for name, rows in tables.items()})


def test_ray_tells_what_the_pool_tells(ray: Any, tmp_path: Path) -> None:
    reader()
    path = archive(tmp_path / "a.parquet", articles())
    assert_same(by_ray(ray, path, Job()), pooled(path, Job(), tmp_path))


def test_ray_loses_nothing_with_an_actor(ray: Any, tmp_path: Path) -> None:
    rows = [dict(row(n)) for n in range(64)]
    rows[40]["text"] += f" once:{tmp_path / 'mark'}"
    path = archive(tmp_path / "a.parquet", rows)
    told = by_ray(ray, path, Job(build=slow))
    assert (tmp_path / "mark").exists()
    assert_same(told, pooled(path, Job(build=fake), tmp_path))


def test_ray_refuses_ids_that_stand_twice(ray: Any, tmp_path: Path) -> None:
    path = archive(tmp_path / "a.parquet", [dict(row(n)) for n in (1, 2, 1)])
    with pytest.raises(IdsTwice, match="1 ids stand more than once"):
        by_ray(ray, path, Job(build=fake))


def test_the_script_for_ray_writes_the_tables(tmp_path: Path) -> None:
    pytest.importorskip("ray.data", reason="ray[data] is not installed")
    reader()
    path = archive(tmp_path / "a.parquet", articles())
    command = [
        sys.executable,
        "-m",
        "quoteservice.bulk.jobs.ray_job",
        path,
        "--out",
        str(tmp_path / "out"),
        "--actors",
        "1",
    ]
    subprocess.run(command, check=True, capture_output=True, cwd=ROOT)
    told = ordered({name: read(tmp_path / "out" / f"{name}.parquet") for name in TABLES})
    assert_same(told, pooled(path, Job(), tmp_path))


def assert_same(told: Tables, expected: Tables) -> None:
    assert set(told) == set(expected)
    for name, rows in expected.items():
        assert told[name] == rows, name
