"""Libraries that not every installation has."""

from importlib import import_module
from typing import Any


class ExtraMissing(RuntimeError):
    """A library is not installed; the message is one sentence that says how to get it."""


def extra(module: str, name: str, purpose: str) -> Any:
    """The module, which the extra `name` brings; raises ExtraMissing, which says what it is needed for."""
    try:
        return import_module(module)
    except ImportError as error:
        library = module.partition(".")[0]
        hint = f"`pip install 'quoteservice[{name}]'` brings it"
        raise ExtraMissing(f"{purpose} needs {library}, which is not installed here; {hint}.") from error
