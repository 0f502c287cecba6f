"""Whole runs around a fake analyser: tables, rejects, what is skipped, and what ends no run."""

import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from quoteservice.bulk import run as runs
from quoteservice.bulk.job import Job
from quoteservice.bulk.reading.found import Layout
from quoteservice.bulk.run import TWICE, InputChanged, Run
from quoteservice.bulk.writing.target import Target
from quoteservice.response.options import Options
from tests.bulk.builds import DEADLY, STUCK, fake, row, slow, troubled

FAKE = Job(build=fake)
Rows = Sequence[Mapping[str, Any]]


@pytest.fixture
def extract(tmp_path: Path) -> Callable[..., dict[str, list[Any]]]:
    """Runs over rows and tells the tables, and as `read` how many articles were read this time."""

    def call(rows: Rows, job: Job = FAKE, out: str = "out", **more: Any) -> dict[str, list[Any]]:
        archive, read = tmp_path / "a.jsonl", []
        archive.write_text("".join(f"{json.dumps(each)}\n" for each in rows), encoding="utf-8")
        target = Target.at(tmp_path / out, "jsonl")
        run = Run([archive], Layout(), job, target, 2, **more)
        counts = run.execute(lambda total, done: None, lambda: read.append(1))
        lines = {name: path.read_text(encoding="utf-8").splitlines() for name, path in target.tables.items()}
        assert counts == {name: len(each) for name, each in lines.items()}
        return {**{name: [json.loads(line) for line in each] for name, each in lines.items()}, "read": read}

    return call


def test_rows_come_in_the_order_of_the_input(extract: Callable[..., Any]) -> None:
    told = extract([row(n) for n in range(50)])
    assert [each["article_id"] for each in told["quotes"]] == [f"a{n}" for n in range(50)]
    assert [each["article_id"] for each in told["articles"]] == [f"a{n}" for n in range(50)]
    assert (len(told["speakers"]), told["rejects"], len(told["read"])) == (50, [], 50)


def test_what_is_finished_is_not_read_again(extract: Callable[..., Any]) -> None:
    rows = [row(n) for n in range(10)]
    first = extract(rows)
    again = extract(rows)
    assert again.pop("read") == []
    assert again == {name: each for name, each in first.items() if name != "read"}


@pytest.mark.parametrize(
    "change",
    [
        {"text": "„Kész” – mondta Példa Anna."},
        {"published_at": "2024-05-07"},
        {"outlet": "Más"},
        {"id": "other"},
        {"text": None, "html": "<p>a"},
    ],
)
def test_an_article_that_was_changed_is_read_again(extract: Callable[..., Any], change: dict[str, Any]) -> None:
    extract([row(1), row(2)])
    assert len(extract([row(1), row(2, **change)])["read"]) == 1


def test_other_options_and_limits_mean_reading_again(extract: Callable[..., Any]) -> None:
    extract([row(1)])
    assert len(extract([row(1)], Job(build=fake, options=Options(min_confidence=0.95)))["read"]) == 1
    assert extract([row(1)])["read"] == []


def test_an_archive_may_grow_at_any_end(extract: Callable[..., Any]) -> None:
    extract([row(2)])
    told = extract([row(1), row(2), row(3)])
    assert [each["article_id"] for each in told["articles"]] == ["a1", "a2", "a3"]
    assert len(told["read"]) == 2


def test_an_id_that_stands_twice_is_its_first_article(extract: Callable[..., Any], tmp_path: Path) -> None:
    told = extract([row(1), row(1, outlet="Más"), row(1), row(2)])
    assert [(each["article_id"], each["outlet"]) for each in told["articles"]] == [
        ("a1", "Hírmondó"),
        ("a2", "Hírmondó"),
    ]
    assert [(each["place"], each["detail"]) for each in told["rejects"]] == [
        (f"{tmp_path}/a.jsonl#{n}", TWICE) for n in (2, 3)
    ]


def test_a_row_that_is_rejected_does_not_take_the_id(extract: Callable[..., Any]) -> None:
    told = extract([row(1, published_at="tavaly"), row(1)])
    assert (len(told["articles"]), [each["article_id"] for each in told["rejects"]]) == (1, ["a1"])


def test_articles_that_kill_or_stop_a_process_are_rejected_and_no_others(extract: Callable[..., Any]) -> None:
    rows = [row(n) for n in range(12)]
    rows[3], rows[7] = row(3, text=DEADLY), row(7, text=STUCK)
    told = extract(rows, Job(build=troubled, deadline=0.3))
    assert [(each["article_id"], each["status"]) for each in told["rejects"]] == [("a3", 500), ("a7", 503)]
    assert [each["article_id"] for each in told["articles"]] == [f"a{n}" for n in range(12) if n not in (3, 7)]
    assert extract(rows, Job(build=troubled, deadline=0.3))["read"] == []
    assert len(extract(rows, Job(build=troubled, deadline=0.3), retry=True)["read"]) == 2


def test_a_process_that_somebody_kills_loses_no_article(extract: Callable[..., Any], tmp_path: Path) -> None:
    told = extract([row(n, text=f"Esik. once:{tmp_path / str(n)}") for n in range(6)], Job(build=slow))
    assert (len(told["articles"]), told["rejects"]) == (6, [])


def test_an_input_that_changes_meanwhile_is_one_sentence(
    extract: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    passes = iter([[1, 2], [1]])
    found = runs.articles_of
    monkeypatch.setattr(
        runs, "articles_of", lambda files, layout: [list(found(files, layout))[n - 1] for n in next(passes)]
    )
    with pytest.raises(InputChanged, match="1 articles changed while they were read"):
        extract([row(1), row(2)])


def test_the_tables_of_a_file_stand_beside_it(tmp_path: Path) -> None:
    target = Target.at(tmp_path / "idézetek.parquet")
    assert {name: path.name for name, path in target.tables.items()} == {
        "quotes": "idézetek.parquet", "speakers": "idézetek.speakers.parquet", "articles": "idézetek.articles.parquet",
        "rejects": "idézetek.rejects.jsonl",
    }  # fmt: skip
    assert (target.journal.name, target.format) == ("idézetek.journal.sqlite", "parquet")


def test_parquet_and_lines_hold_the_same(extract: Callable[..., Any], tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    archive = tmp_path / "b.jsonl"
    archive.write_text("".join(f"{json.dumps(row(n))}\n" for n in range(30)), encoding="utf-8")
    target = Target.at(tmp_path / "q.parquet")
    Run([archive], Layout(), Job(build=fake), target, 1).execute(lambda total, done: None, lambda: None)
    lines = extract([row(n) for n in range(30)])
    for name in ("quotes", "speakers", "articles"):
        rows = parquet.read_table(target.tables[name]).to_pylist()
        told = [each | {"published_at": each["published_at"].isoformat()} for each in rows]
        assert told == lines[name]


def test_an_outcome_is_kept_before_the_next_one_is_told(extract: Callable[..., Any], tmp_path: Path) -> None:
    class Broken(Exception):
        pass

    archive = tmp_path / "a.jsonl"
    archive.write_text("".join(f"{json.dumps(row(n))}\n" for n in range(20)), encoding="utf-8")
    seen: list[int] = []

    def advanced() -> None:
        seen.append(1)
        if len(seen) == 5:
            raise Broken

    run = Run([archive], Layout(), Job(build=fake), Target.at(tmp_path / "out", "jsonl"), 2)
    with pytest.raises(Broken):
        run.execute(lambda total, done: None, advanced)
    assert len(extract([row(n) for n in range(20)])["read"]) == 15
