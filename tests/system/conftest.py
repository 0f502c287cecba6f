"""The real service with the embedded model, once for all tests here."""

from collections.abc import Iterator

import pytest

from benchmarks.server import Server, serving


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """gunicorn with one worker on a free port."""
    with serving(workers=1) as running:
        yield running
