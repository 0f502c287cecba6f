"""`python -m quoteservice` is the command `quoteservice`."""

from quoteservice.cli import app

app()
