"""What engines carry, and what their scripts say when something is missing."""

import sys
from datetime import date
from typing import Any

import pytest

from quoteservice.bulk.extras import ExtraMissing
from quoteservice.bulk.job import Job, service_of
from quoteservice.bulk.jobs import ray_job, spark_job
from quoteservice.bulk.jobs.arguments import asked
from quoteservice.bulk.lines import pairs, row_of
from quoteservice.bulk.reading.found import Columns
from quoteservice.bulk.rows import outcome
from tests.bulk.builds import fake, row


def test_rows_of_all_tables_come_back_as_they_were() -> None:
    job = Job(build=fake)
    told = [row_of(table, line) | {"table": table} for table, line in pairs([row(1), {"id": "2"}], job)]
    made = [outcome(each, service_of(job), job) for each in (row(1), {"id": "2"})]
    expected = [each | {"table": table} for rows in made for table, all_of in rows.items() for each in all_of]
    for each in expected:
        if each.get("published_at"):
            each["published_at"] = date(2024, 5, 6)
    assert told == expected
    assert [each["table"] for each in told] == ["quotes", "speakers", "articles", "rejects"]


def test_what_a_script_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["job", "s3://a/b.csv", "--out", "o", "--date-column", "d", "--actors", "3"])
    given = asked("")
    assert (given.articles, given.format, given.out, given.actors) == ("s3://a/b.csv", "csv", "o", 3)
    assert given.columns == Columns(published_at="d")


def test_a_format_that_engines_do_not_read_is_one_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["job", "a.txt", "--out", "o"])
    with pytest.raises(SystemExit):
        asked("")
    assert capsys.readouterr().err.endswith("The articles end in none of .parquet, .jsonl, .ndjson, .csv.\n")


@pytest.mark.parametrize(("job", "library", "name"), [(spark_job, "pyspark", "spark"), (ray_job, "ray", "ray")])
def test_an_engine_that_is_missing_is_one_sentence(
    monkeypatch: pytest.MonkeyPatch, job: Any, library: str, name: str
) -> None:
    monkeypatch.setattr(sys, "argv", ["job", "a.parquet", "--out", "o"])
    for module in [each for each in sys.modules if each.split(".")[0] == library]:
        monkeypatch.delitem(sys.modules, module)
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(ExtraMissing, match=rf"needs {library}, .* `pip install 'quoteservice\[{name}\]'`"):
        job.main()
