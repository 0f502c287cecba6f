"""`python -m quoteservice.bulk.jobs.ray_job ARTICLES --out FOLDER`: the tables of an archive, by Ray Data."""

import sys

from quoteservice.bulk.extras import ExtraMissing, extra
from quoteservice.bulk.jobs.arguments import asked
from quoteservice.bulk.lines import IdsTwice
from quoteservice.bulk.ray import extract


def main() -> None:
    """Read the articles and write every table as a folder of Parquet files."""
    given = asked(__doc__ or "")
    read = getattr(extra("ray.data", "ray", "Ray"), f"read_{given.format}")
    for table, rows in extract(read(given.articles), given.job, given.columns, given.actors).items():
        rows.write_parquet(f"{given.out}/{table}.parquet")


if __name__ == "__main__":
    try:
        main()
    except (ExtraMissing, IdsTwice) as error:
        sys.exit(str(error))
