"""What both scripts are asked."""

import argparse
import os
from dataclasses import dataclass, fields
from pathlib import PurePath

from quoteservice.bulk.job import Job
from quoteservice.bulk.reading.found import Columns
from quoteservice.settings import Settings

FORMATS = {".parquet": "parquet", ".jsonl": "json", ".ndjson": "json", ".csv": "csv"}


@dataclass(frozen=True, slots=True)
class Asked:
    """Where the articles are and in which format, where the tables go, and how to read."""

    articles: str
    format: str
    out: str
    columns: Columns
    job: Job
    actors: int


def asked(description: str) -> Asked:
    """The arguments of the command line; ends the process with a sentence when one is wrong."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("articles", help="A .parquet, .jsonl or .csv file, or a folder that ends so.")
    parser.add_argument("--out", required=True, help="The folder of the tables.")
    for each in fields(Columns):
        option = "date" if each.name == "published_at" else each.name
        parser.add_argument(f"--{option}-column", dest=each.name, default=each.default)
    parser.add_argument("--actors", type=int, default=os.cpu_count() or 1, help="Of Ray; of no use to Spark.")
    given = parser.parse_args()
    form = FORMATS.get(PurePath(given.articles.rstrip("/*")).suffix)
    if form is None:
        parser.error(f"The articles end in none of {', '.join(FORMATS)}.")
    settings = Settings.from_environment(os.environ)
    columns = Columns(**{each.name: getattr(given, each.name) for each in fields(Columns)})
    return Asked(given.articles, form, given.out, columns, Job(settings, deadline=settings.deadline), given.actors)
