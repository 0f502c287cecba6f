from pathlib import Path

import pytest
from flask.testing import FlaskClient

from quoteservice.keys import digest_of, new_key, read_digests
from quoteservice.service import Service
from quoteservice.settings import SettingInvalid, Settings
from quoteservice.web.app import create_app

KEY, OTHER = "qs_elso", "qs_masodik"
ARTICLE = {"text": "a"}


@pytest.fixture
def guarded(service: Service) -> FlaskClient:
    """A client of an application with two keys."""
    keys = f"{digest_of(KEY)}, {digest_of(OTHER).upper()}"
    return create_app(Settings(api_keys=keys), service).test_client()


@pytest.mark.parametrize(
    "headers",
    [
        {"X-API-Key": KEY},
        {"X-API-Key": OTHER},
        {"Authorization": f"Bearer {KEY}"},
        {"Authorization": f"bearer {OTHER}"},
        {"X-API-Key": KEY, "Authorization": "Basic YTpi"},
    ],
)
def test_a_known_key_is_let_in(guarded: FlaskClient, headers: dict[str, str]) -> None:
    assert guarded.post("/quotes", json=ARTICLE, headers=headers).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"X-API-Key": ""},
        {"X-API-Key": "qs_harmadik"},
        {"X-API-Key": KEY + " x"},
        {"X-API-Key": "\u00e9"},
        {"X-API-Key": digest_of(KEY)},
        {"X-API-Key": "qs_harmadik", "Authorization": f"Bearer {KEY}"},
        {"Authorization": KEY},
        {"Authorization": f"Basic {KEY}"},
        {"Authorization": "Bearer"},
    ],
)
def test_without_a_known_key_there_is_a_401(guarded: FlaskClient, headers: dict[str, str]) -> None:
    answer = guarded.post("/quotes", json=ARTICLE, headers=headers)
    assert answer.status_code == 401
    assert answer.json["type"] == "urn:quoteservice:problem:key-required"
    assert answer.headers["WWW-Authenticate"] == 'Bearer realm="quoteservice"'


@pytest.mark.parametrize("path", ["/v1/quotes", "/metrics"])
def test_other_addresses_need_a_key_too(guarded: FlaskClient, path: str) -> None:
    assert guarded.open(path, method="POST" if "quotes" in path else "GET").status_code == 401


@pytest.mark.parametrize("path", ["/health/live", "/health/ready", "/openapi.yaml"])
def test_probes_and_the_contract_need_none(guarded: FlaskClient, path: str) -> None:
    assert guarded.get(path).status_code == 200


def test_a_preflight_needs_none(guarded: FlaskClient) -> None:
    assert guarded.options("/quotes").status_code == 200


def test_without_keys_all_are_let_in(client: FlaskClient) -> None:
    assert client.post("/quotes", json=ARTICLE, headers={"X-API-Key": "valami"}).status_code == 200


def test_the_log_names_a_key_by_the_beginning_of_its_digest(
    guarded: FlaskClient, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO", "quoteservice")
    guarded.post("/quotes", json=ARTICLE, headers={"X-API-Key": KEY})
    assert caplog.records[-1].fields["key"] == digest_of(KEY)[:8]
    assert KEY not in caplog.text


def test_a_new_key_is_long_and_has_its_digest() -> None:
    (one, digest), (two, _) = new_key(), new_key()
    assert digest == digest_of(one)
    assert one != two
    assert len(one) >= 43


def test_digests_come_from_a_file(tmp_path: Path) -> None:
    file = tmp_path / "keys"
    file.write_text(f"# senders\n{digest_of(KEY)}  # the CMS\n\n{digest_of(OTHER)}\n", encoding="utf-8")
    assert read_digests(str(file)) == (digest_of(KEY), digest_of(OTHER))


@pytest.mark.parametrize("content", ["", "# nothing\n", "qs_elso\n", "0" * 63, "\x00"])
def test_a_file_without_digests_ends_the_start(tmp_path: Path, content: str) -> None:
    file = tmp_path / "keys"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(SettingInvalid, match="QUOTESERVICE_API_KEYS"):
        read_digests(str(file))


@pytest.mark.parametrize("setting", ["qs_elso", "nowhere", "0" * 63, "0" * 64 + " x"])
def test_what_is_no_digest_ends_the_start(setting: str) -> None:
    with pytest.raises(SettingInvalid, match="QUOTESERVICE_API_KEYS"):
        read_digests(setting)


def test_no_setting_is_no_key() -> None:
    assert read_digests("") == ()
