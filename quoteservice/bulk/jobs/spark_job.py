"""`spark-submit spark_job.py ARTICLES --out FOLDER`: the tables of an archive, by Apache Spark."""

import sys

from quoteservice.bulk.extras import ExtraMissing, extra
from quoteservice.bulk.jobs.arguments import asked
from quoteservice.bulk.lines import IdsTwice
from quoteservice.bulk.spark import extract


def main() -> None:
    """Read the articles and write every table as a folder of Parquet files."""
    given = asked(__doc__ or "")
    spark = extra("pyspark.sql", "spark", "Spark").SparkSession.builder.appName("quoteservice").getOrCreate()
    options = {"header": True, "multiLine": True, "escape": '"'} if given.format == "csv" else {}
    frame = spark.read.options(**options).format(given.format).load(given.articles)
    for table, rows in extract(frame, given.job, given.columns).items():
        rows.write.mode("overwrite").parquet(f"{given.out}/{table}.parquet")
    spark.stop()


if __name__ == "__main__":
    try:
        main()
    except (ExtraMissing, IdsTwice) as error:
        sys.exit(str(error))
