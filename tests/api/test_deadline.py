import threading
import time
from datetime import date

import pytest

from quoteservice.model import Analysis
from quoteservice.service import Service
from quoteservice.settings import Settings
from quoteservice.web.app import create_app
from quoteservice.web.deadline import deadline
from quoteservice.web.problems import Problem
from tests.fakes import ENGINE


class SlowPipeline:
    """Takes a minute, and swallows every Exception on the way."""

    def analyse(self, text: str, published_at: date | None = None) -> Analysis:
        end = time.monotonic() + 60
        while time.monotonic() < end:
            try:
                time.sleep(0.01)
            except Exception:
                continue
        return Analysis(text, (), ())


def test_an_article_that_takes_too_long_is_answered_with_503() -> None:
    limits = Settings(deadline=1)
    answer = (
        create_app(limits, Service(SlowPipeline(), ENGINE, limits)).test_client().post("/quotes", json={"text": "a"})
    )
    assert answer.status_code == 503
    assert answer.json["type"] == "urn:quoteservice:problem:unavailable"


def test_nothing_is_interrupted_after_the_block() -> None:
    with deadline(0.05):
        pass
    time.sleep(0.1)


def test_the_time_is_up_inside_the_block() -> None:
    with pytest.raises(Problem), deadline(0.05):
        time.sleep(5)


def test_another_thread_has_no_limit() -> None:
    done: list[bool] = []

    def work() -> None:
        with deadline(0.01):
            time.sleep(0.05)
            done.append(True)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert done == [True]
