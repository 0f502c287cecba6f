"""Which addresses are for everyone: probes, browsers and readers of the contract need them, and no article is there."""

from flask import request

METRICS = "/metrics"
OPEN = frozenset({"/", "/openapi.yaml"})
OPEN_FOLDERS = ("/health/", "/docs", "/page/")


def is_open() -> bool:
    """Whether this request needs neither a key nor a place in the queue; a preflight carries no key by its nature."""
    rule = request.url_rule.rule if request.url_rule else None
    return rule is None or request.method == "OPTIONS" or rule in OPEN or rule.startswith(OPEN_FOLDERS)
