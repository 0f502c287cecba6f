import os
import subprocess
import sys
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from prometheus_client.parser import text_string_to_metric_families

from quoteservice.service import Service
from quoteservice.settings import Settings
from quoteservice.web.app import create_app
from tests.fakes import ENGINE, FailingPipeline

ROOT = Path(__file__).parents[3]
ARTICLE = "„Titkos” – mondta Példa Anna."

WORKER = """
import os, sys
from quoteservice.response.engine import Engine
from quoteservice.web.operation.metrics import Metrics
metrics = Metrics(Engine("1", "m", "l"))
for _ in range(3):
    if os.fork() == 0:
        metrics.requests.labels("/quotes", "POST", "200").inc(2)
        metrics.in_flight.inc()
        metrics.analysis_seconds.observe(0.2)
        os._exit(0)
    os.wait()
"""


def samples(text: str) -> dict[tuple[str, frozenset[tuple[str, str]]], float]:
    return {
        (sample.name, frozenset(sample.labels.items())): sample.value
        for family in text_string_to_metric_families(text)
        for sample in family.samples
    }


def value(text: str, name: str, **labels: str) -> float:
    return samples(text)[f"quoteservice_{name}", frozenset(labels.items())]


def test_requests_analyses_and_quotations_are_counted(client: FlaskClient) -> None:
    for _ in range(2):
        client.post("/quotes", json={"text": ARTICLE})
    told = client.get("/metrics").text
    assert value(told, "requests_total", route="/quotes", method="POST", status="200") == 2
    assert value(told, "request_seconds_count", route="/quotes") == 2
    assert value(told, "analysis_seconds_count") == 2
    assert value(told, "article_characters_sum") == 2 * len(ARTICLE)
    assert value(told, "quotations_total", type="direct") == 2
    assert value(told, "quotations_total", type="mixed") == 0
    assert value(told, "unresolved_quotations_total") == 0
    assert value(told, "stage_seconds_total", stage="read") == 0
    assert value(told, "build_info", **ENGINE.told()) == 1


def test_problems_are_counted_by_type(client: FlaskClient) -> None:
    client.post("/quotes", data=b"{", content_type="application/json")
    client.get("/semmi")
    told = client.get("/metrics").text
    assert value(told, "problems_total", type="bad-request") == 1
    assert value(told, "problems_total", type="not-found") == 1
    assert value(told, "requests_total", route="none", method="GET", status="404") == 1


def test_the_request_in_work_is_the_scrape_alone_also_after_a_failure() -> None:
    client = create_app(Settings(), Service(FailingPipeline(), ENGINE, Settings())).test_client()
    assert client.post("/quotes", json={"text": ARTICLE}).status_code == 500
    assert value(client.get("/metrics").text, "requests_in_flight") == 1


def test_a_sender_cannot_make_up_series(client: FlaskClient) -> None:
    for n in range(20):
        client.open(f"/uj{n}", method=f"UJ{n}")
    told = client.get("/metrics").text
    assert value(told, "requests_total", route="none", method="other", status="404") == 20


def test_no_word_of_an_article_is_told(client: FlaskClient) -> None:
    client.post("/quotes", json={"text": ARTICLE, "id": "titkos"})
    client.post("/quotes", json={"text": ARTICLE, "titkos": 1})
    client.get("/titkos?titkos=titkos")
    assert "itkos" not in client.get("/metrics").text


def test_it_is_prometheus_text(client: FlaskClient) -> None:
    answer = client.get("/metrics")
    assert answer.content_type.startswith("text/plain; version=")
    assert {family.name for family in text_string_to_metric_families(answer.text)} >= {"quoteservice_requests"}


def test_every_metric_is_documented(client: FlaskClient) -> None:
    docs = (ROOT / "docs" / "operation.md").read_text(encoding="utf-8")
    families = list(text_string_to_metric_families(client.get("/metrics").text))
    assert len(families) > 10
    told = {f.name + ("_total" if f.type == "counter" else "") for f in families if not f.name.endswith("_created")}
    assert {name for name in told if f"`{name}`" not in docs} == set()


def test_it_can_be_switched_off(service: Service) -> None:
    client = create_app(Settings(metrics="off"), service).test_client()
    assert client.post("/quotes", json={"text": ARTICLE}).status_code == 200
    assert client.get("/metrics").status_code == 404


@pytest.mark.parametrize("buried", [False, True])
def test_what_dead_workers_counted_is_kept_in_one_file(tmp_path: Path, buried: bool) -> None:
    bury = (
        "from pathlib import Path; from quoteservice.web.operation.series import bury\n"
        "folder = Path(os.environ['PROMETHEUS_MULTIPROC_DIR'])\n"
        "for pid in {int(f.stem.rpartition('_')[2]) for f in folder.glob('*.db')} - {os.getpid()}: bury(pid, folder)\n"
    )
    tell = (
        "from quoteservice.web.operation.series import collected; from prometheus_client import generate_latest\n"
        "print(generate_latest(collected(metrics.registry)).decode())"
    )
    environment = {**os.environ, "PROMETHEUS_MULTIPROC_DIR": str(tmp_path)}
    program = WORKER + (bury if buried else "") + tell
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, env=environment)
    assert value(done.stdout, "requests_total", route="/quotes", method="POST", status="200") == 6
    assert value(done.stdout, "analysis_seconds_bucket", le="0.25") == 3
    assert value(done.stdout, "analysis_seconds_sum") == pytest.approx(0.6)
    assert value(done.stdout, "requests_in_flight") == (0 if buried else 3)
    names = {file.name for file in tmp_path.glob("counter_*.db")}
    assert len(names) == (2 if buried else 4)
