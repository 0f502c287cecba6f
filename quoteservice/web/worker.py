"""What a long request knows of the worker process that answers it; gunicorn's configuration fills it in."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass
class Worker:
    """`beat` tells the master that the worker lives; `stopping` is whether it was asked to end."""

    beat: Callable[[], None] = lambda: None
    stopping: Callable[[], bool] = lambda: False


THIS = Worker()
"""Outside gunicorn nobody listens and nobody stops."""
