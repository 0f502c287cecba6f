"""The command line: serve, quotes of a file, an archive, its report, keys, models."""

from quoteservice.cli import archive, quotes, report, serve
from quoteservice.cli.common import app

__all__ = ["app", "archive", "quotes", "report", "serve"]
