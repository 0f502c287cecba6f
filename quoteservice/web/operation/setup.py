"""Puts the parts around the routes, in the order in which a request meets them."""

from flask import Flask

from quoteservice.keys import read_digests
from quoteservice.service import Service
from quoteservice.settings import Settings
from quoteservice.web.operation import keys, measuring, origins, proxies, rates, tracing, waiting
from quoteservice.web.operation.metrics import Metrics
from quoteservice.web.operation.watched import Watched


def operated(app: Flask, settings: Settings, service: Service) -> Service:
    """Register all parts that `settings` ask for; the service with its analyser watched. Raises SettingInvalid."""
    spans, metrics = tracing.spans_of(settings), Metrics(service.engine)
    proxies.register(app, settings.trusted_proxies)
    origins.register(app, settings)
    tracing.register(app, spans, settings)
    if settings.metrics == "on":
        measuring.register(app, metrics)
    waiting.register(app, settings)
    keys.register(app, read_digests(settings.api_keys))
    rates.register(app, settings)
    return service.around(lambda analyser: Watched(analyser, metrics, spans))
