"""Whatever the contract allows or forbids, the application answers as the contract says."""

import schemathesis
from hypothesis import HealthCheck, settings

from quoteservice.service import Service
from quoteservice.settings import Settings
from quoteservice.web.app import create_app
from tests.fakes import ENGINE, FakePipeline

APP = create_app(Settings(), Service(FakePipeline(), ENGINE, Settings()))
schema = schemathesis.openapi.from_wsgi("/openapi.yaml", APP)


@schema.parametrize()
@settings(max_examples=150, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
def test_answers_as_the_contract_says(case: schemathesis.Case) -> None:
    case.call_and_validate()
