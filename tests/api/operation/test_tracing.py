from collections.abc import Iterator
from datetime import date

import pytest

from quoteservice.model import Analysis
from quoteservice.service import Service
from quoteservice.settings import SettingInvalid, Settings
from quoteservice.stages import stage
from quoteservice.web.app import create_app
from quoteservice.web.operation import tracing
from tests.fakes import ENGINE, FailingPipeline

TRACE = "0af7651916cd43dd8448eb211c80319c"


class StagedPipeline:
    """Goes through two stages."""

    def analyse(self, text: str, published_at: date | None = None) -> Analysis:
        with stage("read"):
            pass
        with stage("search"):
            return Analysis(text, (), ())


@pytest.fixture
def exported() -> Iterator[list]:
    """The spans that end in the test."""
    pytest.importorskip("opentelemetry.sdk")
    from opentelemetry import trace
    from opentelemetry.sdk.trace import TracerProvider
    from opentelemetry.sdk.trace.export import SimpleSpanProcessor
    from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

    exporter = InMemorySpanExporter()
    provider = trace.get_tracer_provider()
    if not isinstance(provider, TracerProvider):
        provider = TracerProvider()
        trace.set_tracer_provider(provider)
    processor = SimpleSpanProcessor(exporter)
    provider.add_span_processor(processor)
    yield exporter.get_finished_spans
    exporter.shutdown()


def test_a_request_and_its_stages_are_spans_of_the_senders_trace(exported: Iterator[list]) -> None:
    limits = Settings(tracing="on")
    client = create_app(limits, Service(StagedPipeline(), ENGINE, limits)).test_client()
    client.post("/quotes", json={"text": "Titok."}, headers={"traceparent": f"00-{TRACE}-b7ad6b7169203331-01"})
    spans = {span.name: span for span in exported()}
    assert set(spans) == {f"quoteservice.{name}" for name in ("read", "search", "analyse", "request")}
    assert {f"{span.context.trace_id:032x}" for span in spans.values()} == {TRACE}
    assert spans["quoteservice.read"].parent.span_id == spans["quoteservice.analyse"].context.span_id
    assert spans["quoteservice.analyse"].parent.span_id == spans["quoteservice.request"].context.span_id
    assert dict(spans["quoteservice.request"].attributes) == {
        "quoteservice.method": "POST",
        "quoteservice.route": "/quotes",
        "quoteservice.status": 200,
    }
    assert dict(spans["quoteservice.analyse"].attributes) == {"quoteservice.characters": 6}


def test_a_failure_ends_its_spans_and_tells_no_text(exported: Iterator[list]) -> None:
    limits = Settings(tracing="on")
    client = create_app(limits, Service(FailingPipeline(), ENGINE, limits)).test_client()
    assert client.post("/quotes", json={"text": "Titok."}).status_code == 500
    spans = exported()
    assert [span.name for span in spans] == ["quoteservice.analyse", "quoteservice.request"]
    assert "itok" not in "".join(span.to_json() for span in spans)


def test_without_opentelemetry_it_cannot_be_switched_on(service: Service, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "opentelemetry", None)
    with pytest.raises(SettingInvalid, match="QUOTESERVICE_TRACING is on, but opentelemetry-sdk is not installed"):
        create_app(Settings(tracing="on"), service)


def test_switched_off_it_costs_nothing(service: Service) -> None:
    assert tracing.spans_of(Settings()).span("x").__enter__() is None
