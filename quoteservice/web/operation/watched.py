"""An analyser that measures the one inside it: metrics, and spans when traces are on."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from time import perf_counter

from quoteservice.model import Analysis
from quoteservice.service import Analyser
from quoteservice.stages import watching
from quoteservice.web.operation.metrics import Metrics
from quoteservice.web.operation.tracing import Spans


class Watched:
    """Analyses as the analyser inside does, and counts it."""

    def __init__(self, inner: Analyser, metrics: Metrics, spans: Spans) -> None:
        self._inner = inner
        self._metrics = metrics
        self._spans = spans

    def analyse(self, text: str, published_at: date | None = None) -> Analysis:
        """The inner analyser's analysis."""
        started = perf_counter()
        with self._spans.span("analyse", characters=len(text)), watching(self._stage):
            analysis = self._inner.analyse(text, published_at)
        self._metrics.analysed(len(text), perf_counter() - started, analysis)
        return analysis

    def lemmas(self, text: str) -> Mapping[str, str]:
        """The inner analyser's lemmas."""
        return self._inner.lemmas(text)

    @contextmanager
    def _stage(self, name: str) -> Iterator[None]:
        with self._spans.span(name), self._metrics.stage(name):
            yield
