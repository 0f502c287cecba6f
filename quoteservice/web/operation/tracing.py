"""OpenTelemetry spans of requests and of the stages of an analysis, when it is installed and switched on.

Spans carry route, status and lengths; neither a text nor the message of an exception.
"""

import os
from contextlib import AbstractContextManager, nullcontext
from typing import TYPE_CHECKING, Any

from flask import Flask, Response, g, request

from quoteservice.settings import SettingInvalid, Settings, variable

if TYPE_CHECKING:
    from opentelemetry.trace import Tracer

NAME = "quoteservice"


class Spans:
    """Opens spans of a tracer; with none, does nothing."""

    def __init__(self, tracer: "Tracer | None" = None) -> None:
        self._tracer = tracer

    def span(self, name: str, **attributes: int | str) -> AbstractContextManager[Any]:
        """The block as a span with `attributes`; an exception in it is not recorded, as it may quote the article."""
        if self._tracer is None:
            return nullcontext()
        return self._tracer.start_as_current_span(
            f"{NAME}.{name}", attributes={f"{NAME}.{key}": value for key, value in attributes.items()},
            record_exception=False, set_status_on_exception=False,
        )  # fmt: skip


def spans_of(settings: Settings) -> Spans:
    """The spans that `settings` ask for; raises SettingInvalid when OpenTelemetry is wanted and not installed."""
    if settings.tracing == "off":
        return Spans()
    try:
        from opentelemetry import trace  # noqa: PLC0415 - an extra that most do not install
    except ImportError:
        raise SettingInvalid(f"{variable('tracing')} is on, but opentelemetry-sdk is not installed.") from None
    return Spans(trace.get_tracer(NAME))


def export_from_here() -> None:
    """Start the export of spans in this process, as the OTEL_* variables say; its thread does not outlive a fork.

    OTEL_TRACES_EXPORTER=console writes them to stdout; else they go to OTEL_EXPORTER_OTLP_ENDPOINT over HTTP.
    """
    from opentelemetry import trace  # noqa: PLC0415
    from opentelemetry.sdk.trace import TracerProvider  # noqa: PLC0415
    from opentelemetry.sdk.trace.export import BatchSpanProcessor, ConsoleSpanExporter, SpanExporter  # noqa: PLC0415

    os.environ.setdefault("OTEL_SERVICE_NAME", NAME)
    exporter: SpanExporter = ConsoleSpanExporter()
    if os.environ.get("OTEL_TRACES_EXPORTER", "otlp") != "console":
        from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter  # noqa: PLC0415

        exporter = OTLPSpanExporter()
    provider = TracerProvider()
    provider.add_span_processor(BatchSpanProcessor(exporter))
    trace.set_tracer_provider(provider)


def register(app: Flask, spans: Spans, settings: Settings) -> None:
    """Make a span of every request of `app`, as a child of the one that `traceparent` names."""
    if settings.tracing == "off":
        return
    from opentelemetry import context, propagate, trace  # noqa: PLC0415

    def begin() -> None:
        g.trace_context = context.attach(propagate.extract({name.lower(): value for name, value in request.headers}))
        route = request.url_rule.rule if request.url_rule else "none"
        g.span = spans.span("request", method=request.method, route=route)
        g.span.__enter__()

    def end(response: Response) -> Response:
        trace.get_current_span().set_attribute(f"{NAME}.status", response.status_code)
        return response

    def close(error: BaseException | None) -> None:
        if "span" in g:
            g.pop("span").__exit__(None, None, None)
            context.detach(g.pop("trace_context"))

    app.before_request(begin)
    app.after_request(end)
    app.teardown_request(close)
