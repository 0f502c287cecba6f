from collections.abc import Callable

import pytest
from flask.testing import FlaskClient

from quoteservice.keys import digest_of
from quoteservice.service import Service
from quoteservice.settings import SettingInvalid, Settings
from quoteservice.web.app import create_app

ARTICLE = {"text": "a"}


@pytest.fixture
def limited(service: Service) -> Callable[..., FlaskClient]:
    return lambda limit="2/minute", **more: create_app(Settings(rate_limit=limit, **more), service).test_client()


def test_what_goes_beyond_the_limit_is_a_429_that_says_when_to_come_back(limited: Callable[..., FlaskClient]) -> None:
    client = limited()
    answers = [client.post("/quotes", json=ARTICLE) for _ in range(3)]
    assert [a.status_code for a in answers] == [200, 200, 429]
    assert [a.headers["RateLimit-Remaining"] for a in answers] == ["1", "0", "0"]
    assert {a.headers["RateLimit-Limit"] for a in answers} == {"2"}
    assert all(1 <= int(a.headers["RateLimit-Reset"]) <= 60 for a in answers)
    assert answers[2].json["type"] == "urn:quoteservice:problem:too-many-requests"
    assert answers[2].content_type == "application/problem+json"
    assert 1 <= int(answers[2].headers["Retry-After"]) <= 60
    assert "Retry-After" not in answers[0].headers


def test_all_addresses_share_the_limit_but_probes_and_metrics(limited: Callable[..., FlaskClient]) -> None:
    client = limited()
    for path in ("/health/live", "/health/ready", "/openapi.yaml", "/metrics") * 2:
        assert client.get(path).status_code == 200
    statuses = [client.post(path, json=ARTICLE).status_code for path in ("/quotes", "/v1/quotes", "/quotes")]
    assert statuses == [200, 200, 429]


def test_each_address_has_a_limit_of_its_own(limited: Callable[..., FlaskClient]) -> None:
    client = limited("1/minute")
    statuses = [
        client.post("/quotes", json=ARTICLE, environ_base={"REMOTE_ADDR": each}).status_code
        for each in ("10.0.0.1", "10.0.0.2", "10.0.0.1")
    ]
    assert statuses == [200, 200, 429]


def test_each_key_has_a_limit_of_its_own_whatever_its_address(limited: Callable[..., FlaskClient]) -> None:
    client = limited("1/minute", api_keys=f"{digest_of('a')} {digest_of('b')}")
    statuses = [
        client.post(
            "/quotes", json=ARTICLE, headers={"X-API-Key": key}, environ_base={"REMOTE_ADDR": where}
        ).status_code
        for key, where in (("a", "10.0.0.1"), ("b", "10.0.0.1"), ("a", "10.0.0.2"))
    ]
    assert statuses == [200, 200, 429]


@pytest.mark.parametrize(
    ("trusted", "statuses"),
    [(0, [200, 429, 429]), (1, [200, 200, 429])],
    ids=["a sender's own word", "a proxy's word"],
)
def test_the_client_is_who_a_trusted_proxy_says(
    limited: Callable[..., FlaskClient], trusted: int, statuses: list[int]
) -> None:
    client = limited("1/minute", trusted_proxies=trusted)
    told = [
        client.post("/quotes", json=ARTICLE, headers={"X-Forwarded-For": f"{n}.9.9.9, {last}"}).status_code
        for n, last in enumerate(("10.0.0.1", "10.0.0.2", "10.0.0.1"), 1)
    ]
    assert told == statuses


def test_a_storage_that_is_away_stops_no_one_and_the_worker_counts(limited: Callable[..., FlaskClient]) -> None:
    pytest.importorskip("redis")
    client = limited("2/minute", rate_storage="redis://127.0.0.1:1")
    assert [client.post("/quotes", json=ARTICLE).status_code for _ in range(3)] == [200, 200, 429]


def test_without_a_limit_there_are_no_headers(client: FlaskClient) -> None:
    answer = client.post("/quotes", json=ARTICLE)
    assert not [name for name in dict(answer.headers) if name.startswith("RateLimit")]


@pytest.mark.parametrize("limit", ["sok", "5", "-1/minute", "5/eternity"])
def test_a_limit_that_is_none_ends_the_start(limited: Callable[..., FlaskClient], limit: str) -> None:
    with pytest.raises(SettingInvalid, match="QUOTESERVICE_RATE_LIMIT"):
        limited(limit)
