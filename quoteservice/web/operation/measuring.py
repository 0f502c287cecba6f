"""Counts every request, and serves the sums of all workers at /metrics."""

from time import perf_counter

from flask import Flask, Response, g, request
from prometheus_client import CollectorRegistry
from prometheus_client.exposition import choose_encoder

from quoteservice.web.operation.addresses import METRICS
from quoteservice.web.operation.metrics import Metrics
from quoteservice.web.operation.series import collected

METHODS = frozenset({"GET", "HEAD", "POST", "OPTIONS"})


def register(app: Flask, metrics: Metrics) -> None:
    """Count the requests of `app` in `metrics` and add the route /metrics."""
    app.before_request(lambda: _begin(metrics))
    app.after_request(lambda response: _counted(metrics, response))
    app.teardown_request(lambda error: _end(metrics))
    app.add_url_rule(METRICS, "metrics", lambda: _exposition(metrics.registry), methods=["GET"])


def _begin(metrics: Metrics) -> None:
    g.counted = True
    metrics.in_flight.inc()


def _end(metrics: Metrics) -> None:
    if g.pop("counted", False):
        metrics.in_flight.dec()


def _counted(metrics: Metrics, response: Response) -> Response:
    # A label must not be a sender's to choose, or series would grow without end.
    route = request.url_rule.rule if request.url_rule else "none"
    method = request.method if request.method in METHODS else "other"
    started, status = g.started, response.status_code
    if "waited" in g:
        metrics.wait_seconds.observe(g.waited)
    if "problem" in g:
        metrics.problems.labels(g.problem).inc()

    def count() -> None:
        metrics.requests.labels(route, method, str(status)).inc()
        metrics.request_seconds.labels(route).observe(perf_counter() - started)

    if response.is_streamed:
        response.call_on_close(count)
    else:
        count()
    return response


def _exposition(registry: CollectorRegistry) -> Response:
    encode, content_type = choose_encoder(request.headers.get("Accept", ""))
    return Response(encode(collected(registry)), content_type=content_type)
