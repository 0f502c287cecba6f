"""What is counted, under which names; never a word of an article, only lengths, times and kinds."""

from collections.abc import Iterator
from contextlib import contextmanager
from time import perf_counter

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram

from quoteservice.model import Analysis
from quoteservice.response.engine import Engine
from quoteservice.response.options import QUOTATION_TYPES

SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120)
CHARACTERS = (250, 500, 1_000, 2_500, 5_000, 10_000, 25_000, 50_000, 100_000, 250_000)
STAGES = ("read", "search", "attribute", "resolve", "compose")


class Metrics:
    """The metrics of one application, in a registry of its own."""

    def __init__(self, engine: Engine) -> None:
        self.registry = registry = CollectorRegistry()
        self.requests = Counter(
            "quoteservice_requests", "Requests answered.", ("route", "method", "status"), registry=registry
        )
        self.request_seconds = Histogram(
            "quoteservice_request_seconds", "Time from reading a request to its answer.", ("route",),
            buckets=SECONDS, registry=registry,
        )  # fmt: skip
        self.wait_seconds = Histogram(
            "quoteservice_wait_seconds", "Time that a request waited for a free worker.",
            buckets=SECONDS, registry=registry,
        )  # fmt: skip
        self.problems = Counter("quoteservice_problems", "Problems answered.", ("type",), registry=registry)
        self.in_flight = Gauge(
            "quoteservice_requests_in_flight", "Requests in work.", registry=registry, multiprocess_mode="livesum"
        )
        self.analysis_seconds = Histogram(
            "quoteservice_analysis_seconds", "Time of the analysis of an article.", buckets=SECONDS, registry=registry
        )
        self.stage_seconds = Counter(
            "quoteservice_stage_seconds", "Time spent in each stage of analyses.", ("stage",), registry=registry
        )
        self.characters = Histogram(
            "quoteservice_article_characters", "Code points of an article.", buckets=CHARACTERS, registry=registry
        )
        self.quotations = Counter("quoteservice_quotations", "Quotations found.", ("type",), registry=registry)
        self.unresolved = Counter(
            "quoteservice_unresolved_quotations", "Quotations found whose speaker is unresolved.", registry=registry
        )
        self._begin(engine)

    def _begin(self, engine: Engine) -> None:
        """Start every series whose labels are known at 0, so that rates need no first sample."""
        for kind in QUOTATION_TYPES:
            self.quotations.labels(kind)
        for name in STAGES:
            self.stage_seconds.labels(name)
        labels = engine.told()
        build = Gauge(
            "quoteservice_build_info", "What runs here.", tuple(labels), registry=self.registry,
            multiprocess_mode="max",
        )  # fmt: skip
        build.labels(**labels).set(1)

    def analysed(self, characters: int, seconds: float, analysis: Analysis) -> None:
        """Count one analysis of a text of `characters` code points."""
        self.characters.observe(characters)
        self.analysis_seconds.observe(seconds)
        for quotation in analysis.quotations:
            self.quotations.labels(quotation.type).inc()
            if not quotation.speaker_ids:
                self.unresolved.inc()

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Count the time of the block as that of stage `name`."""
        started = perf_counter()
        try:
            yield
        finally:
            self.stage_seconds.labels(name).inc(perf_counter() - started)
