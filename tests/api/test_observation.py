import json
import logging
import re
import subprocess
import sys

import pytest
from flask.testing import FlaskClient

from quoteservice.web.logs import JsonLines


@pytest.fixture
def lines(caplog: pytest.LogCaptureFixture) -> pytest.LogCaptureFixture:
    caplog.set_level(logging.INFO, "quoteservice")
    caplog.handler.setFormatter(JsonLines())
    return caplog


def test_a_request_is_one_json_line_of_lengths_and_timings(
    client: FlaskClient, lines: pytest.LogCaptureFixture
) -> None:
    client.post(
        "/quotes?nev=titok",
        json={"text": "Titok a „Kész” – mondta Példa Anna.", "id": "titok"},
        headers={"X-Request-ID": "r1"},
    )
    (line,) = lines.text.splitlines()
    told = json.loads(line)
    assert told.pop("time").endswith("+00:00")
    assert told.pop("ms") >= told.pop("analysis_ms") >= 0
    assert told == {
        "level": "info",
        "event": "request",
        "request_id": "r1",
        "method": "POST",
        "route": "/quotes",
        "status": 200,
        "characters": 35,
        "quotes": 1,
    }
    assert "itok" not in line


def test_health_checks_are_not_logged(client: FlaskClient, lines: pytest.LogCaptureFixture) -> None:
    client.get("/health/live")
    assert lines.text == ""


def test_a_logged_exception_tells_its_place_and_not_its_message() -> None:
    try:
        raise RuntimeError("titok")
    except RuntimeError:
        record = logging.LogRecord("x", logging.ERROR, __file__, 1, "broken", None, sys.exc_info())
    told = json.loads(JsonLines().format(record))
    assert (told["event"], told["error"]) == ("broken", "RuntimeError")
    assert "test_a_logged_exception" in told["stack"][0]
    assert "titok" not in json.dumps(told)


@pytest.mark.parametrize("given", ["abc-1", "A.b:c_9", "x" * 64])
def test_a_proper_request_id_comes_back(client: FlaskClient, given: str) -> None:
    assert client.get("/health/live", headers={"X-Request-ID": given}).headers["X-Request-ID"] == given


@pytest.mark.parametrize("given", ["", "x" * 65, "két szó", "a;b", '"}'])
def test_another_request_id_is_replaced(client: FlaskClient, given: str) -> None:
    answer = client.get("/nothing", headers={"X-Request-ID": given.encode("utf-8").decode("latin-1")})
    assert re.fullmatch("[0-9a-f]{32}", answer.headers["X-Request-ID"])


@pytest.mark.parametrize("level", ["debug", "info", "warning", "error"])
def test_the_process_logs_json_lines_on_stderr_from_its_level_up(level: str) -> None:
    program = (
        "import logging.config; from quoteservice.web.logs import *; "
        f"logging.config.dictConfig(logging_config({level!r})); log_event('seen', logging.{level.upper()}); "
        "log_event('hidden', logging.DEBUG - 1)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert [json.loads(line)["event"] for line in done.stderr.splitlines()] == ["seen"]
    assert done.stdout == ""
