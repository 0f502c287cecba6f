"""A small part of the fuzz; `python -m tests.fuzz` is the whole."""

import pytest

from quoteservice.service import Service
from quoteservice.settings import Settings
from quoteservice.web.app import create_app
from tests.fakes import ENGINE, FailingPipeline
from tests.fuzz.drive import answered, application, drive, fault_of
from tests.fuzz.inputs import Input

INPUTS = 1_500


def test_no_request_breaks_the_service() -> None:
    told = drive(application(), 7, INPUTS)
    assert sum(told.values()) == INPUTS
    assert told["/quotes 200"] > INPUTS / 20


def test_a_service_that_fails_is_caught() -> None:
    client = create_app(Settings(), Service(FailingPipeline(), ENGINE, Settings())).test_client()
    asked = Input("/quotes", "Kő Pál azt mondta, hogy jön.".encode(), {"Content-Type": "text/plain"})
    assert fault_of(answered(client, asked)) == "status 500"


@pytest.mark.parametrize("seed", [1, 2])
def test_a_seed_draws_the_same_requests(seed: int) -> None:
    from random import Random

    from tests.fuzz.inputs import draw

    one, two = ([draw(random, ["/quotes"]) for _ in range(200)] for random in (Random(seed), Random(seed)))
    assert one == two
    assert len({each.body for each in one}) > 150
