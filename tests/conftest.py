"""Fixtures that several folders of tests share."""

from pathlib import Path

import pytest
from flask.testing import FlaskClient
from hypothesis import settings

from quoteservice.service import Service
from quoteservice.settings import Settings
from quoteservice.web.app import create_app
from tests.fakes import ENGINE, FakePipeline

ROOT = Path(__file__).parents[1]
# How long an example takes tells of the machine; what takes too long is measured in benchmarks/.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


@pytest.fixture
def pipeline() -> FakePipeline:
    return FakePipeline()


@pytest.fixture
def service(pipeline: FakePipeline) -> Service:
    return Service(pipeline, ENGINE, Settings())


@pytest.fixture
def client(service: Service) -> FlaskClient:
    """A client of the application around the fake pipeline."""
    return create_app(Settings(), service).test_client()


@pytest.fixture(scope="session")
def readme() -> str:
    return (ROOT / "README.md").read_text(encoding="utf-8")
