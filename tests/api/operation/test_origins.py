import pytest
from flask.testing import FlaskClient

from quoteservice.service import Service
from quoteservice.settings import SettingInvalid, Settings
from quoteservice.web.app import create_app

OURS, THEIRS = "https://cms.pelda.hu", "https://mas.pelda.hu"


def client_of(service: Service, origins: str) -> FlaskClient:
    return create_app(Settings(cors_origins=origins), service).test_client()


def test_a_listed_origin_may_read_the_answer_and_its_headers(service: Service) -> None:
    client = client_of(service, f"{OURS}, http://localhost:3000")
    answer = client.post("/quotes", json={"text": "a"}, headers={"Origin": OURS})
    assert answer.headers["Access-Control-Allow-Origin"] == OURS
    assert "Access-Control-Allow-Credentials" not in answer.headers
    assert {"X-Request-ID", "Retry-After"} <= set(answer.headers["Access-Control-Expose-Headers"].split(", "))
    assert "Origin" in ", ".join(answer.headers.getlist("Vary"))


def test_an_error_may_be_read_too(service: Service) -> None:
    answer = client_of(service, OURS).post("/quotes", data=b"{", headers={"Origin": OURS})
    assert answer.status_code == 415
    assert answer.headers["Access-Control-Allow-Origin"] == OURS


def test_a_preflight_allows_what_a_page_needs(service: Service) -> None:
    asked = {
        "Origin": OURS,
        "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": "content-type, x-api-key",
    }
    answer = client_of(service, OURS).options("/quotes", headers=asked)
    assert answer.status_code == 200
    assert answer.headers["Access-Control-Allow-Origin"] == OURS
    assert "POST" in answer.headers["Access-Control-Allow-Methods"]
    assert {"content-type", "x-api-key"} <= set(answer.headers["Access-Control-Allow-Headers"].lower().split(", "))
    assert answer.headers["Access-Control-Max-Age"] == "600"


@pytest.mark.parametrize("origin", [THEIRS, OURS + ".evil.hu", "http://cms.pelda.hu", "https://cmsxpelda.hu", "null"])
@pytest.mark.parametrize("method", ["POST", "OPTIONS"])
def test_another_origin_may_not(service: Service, origin: str, method: str) -> None:
    headers = {"Origin": origin, "Access-Control-Request-Method": "POST"}
    answer = client_of(service, OURS).open("/quotes", method=method, json={"text": "a"}, headers=headers)
    assert "Access-Control-Allow-Origin" not in answer.headers


def test_a_star_is_for_all_and_never_with_credentials(service: Service) -> None:
    answer = client_of(service, "*").post("/quotes", json={"text": "a"}, headers={"Origin": THEIRS})
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Credentials" not in answer.headers


def test_by_default_no_origin_may(client: FlaskClient) -> None:
    answer = client.post("/quotes", json={"text": "a"}, headers={"Origin": OURS})
    assert "Access-Control-Allow-Origin" not in answer.headers


@pytest.mark.parametrize("origins", ["cms.pelda.hu", "https://cms.pelda.hu/", "https://.*", "https://a b", "null"])
def test_what_is_no_origin_ends_the_start(service: Service, origins: str) -> None:
    with pytest.raises(SettingInvalid, match="QUOTESERVICE_CORS_ORIGINS"):
        client_of(service, origins)
