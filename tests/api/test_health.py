from flask.testing import FlaskClient

from tests.fakes import ENGINE


def test_live(client: FlaskClient) -> None:
    assert client.get("/health/live").json == {"status": "live"}


def test_ready_names_the_engine(client: FlaskClient) -> None:
    assert client.get("/health/ready").json == {"status": "ready", "engine": ENGINE.told()}


def test_head_works(client: FlaskClient) -> None:
    answer = client.head("/health/ready")
    assert (answer.status_code, answer.data) == (200, b"")
