import socket
import time
from collections.abc import Iterator

import pytest
from flask.testing import FlaskClient

from quoteservice.service import Service
from quoteservice.settings import Settings
from quoteservice.web.app import create_app


@pytest.fixture
def connection() -> Iterator[socket.socket]:
    """The server's end of a connection whose last byte came a third of a second ago."""
    with socket.create_server(("127.0.0.1", 0)) as listener, socket.create_connection(listener.getsockname()) as sender:
        sender.sendall(b"x")
        time.sleep(0.35)
        accepted, _ = listener.accept()
        with accepted:
            yield accepted


def post(client: FlaskClient, connection: socket.socket | None = None, **headers: str) -> object:
    environment = {"gunicorn.socket": connection} if connection else {}
    sent = {name.replace("_", "-"): value for name, value in headers.items()}
    return client.post("/quotes", json={"text": "a"}, headers=sent, environ_overrides=environment)


def fronted(service: Service, proxies: int = 1) -> FlaskClient:
    return create_app(Settings(max_wait=5, trusted_proxies=proxies), service).test_client()


def test_the_wait_in_the_backlog_is_measured(
    client: FlaskClient, connection: socket.socket, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO", "quoteservice")
    assert post(client, connection).status_code == 200
    assert 300 <= caplog.records[-1].fields["wait_ms"] < 5000


@pytest.mark.parametrize("unit", [1, 1_000, 1_000_000])
@pytest.mark.parametrize("form", ["t={}", "{}"])
def test_who_waited_too_long_is_told_to_come_back(service: Service, unit: int, form: str) -> None:
    answer = post(fronted(service), X_Request_Start=form.format(int((time.time() - 10) * unit)))
    assert answer.status_code == 503
    assert answer.json["type"] == "urn:quoteservice:problem:unavailable"
    assert answer.headers["Retry-After"] == "5"


def test_who_did_not_is_answered(service: Service) -> None:
    assert post(fronted(service), X_Request_Start=f"t={time.time() - 1:.3f}").status_code == 200


def test_only_a_trusted_proxy_is_believed(service: Service) -> None:
    assert post(fronted(service, proxies=0), X_Request_Start=str(time.time() - 10)).status_code == 200


@pytest.mark.parametrize("told", ["", "tegnap", "t=", "nan", "-5", "1e3", "9" * 400, "99999999999", "0"])
def test_a_time_that_is_none_is_not_believed(service: Service, told: str) -> None:
    assert post(fronted(service), X_Request_Start=told).status_code == 200


def test_probes_are_answered_however_long_they_waited(service: Service) -> None:
    headers = {"X-Request-Start": str(time.time() - 10)}
    assert fronted(service).get("/health/live", headers=headers).status_code == 200


def test_nought_is_any_time(service: Service) -> None:
    client = create_app(Settings(max_wait=0, trusted_proxies=1), service).test_client()
    assert post(client, X_Request_Start=str(time.time() - 1000)).status_code == 200
