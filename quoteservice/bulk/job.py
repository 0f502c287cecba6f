"""What a run asks for, the same in every process and on every machine; small, hashable, and without the model."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from quoteservice.response.options import Options
from quoteservice.service import Service
from quoteservice.settings import Settings


def with_model(settings: Settings) -> Service:
    """The service with the model that `settings` name; raises CannotStart."""
    from quoteservice import assembly  # noqa: PLC0415 - spaCy takes a second to load

    return assembly.build_service(settings)


@dataclass(frozen=True, slots=True)
class Job:
    """Settings (model and limits) and options of a run; `deadline` are the seconds that one article may take.

    `build` makes the service; it is a module's function, because engines send it by name and never send a model.
    """

    settings: Settings = field(default_factory=Settings)
    options: Options = field(default_factory=Options)
    deadline: float = 100
    build: Callable[[Settings], Service] = with_model

    def told(self) -> list[Any]:
        """Whatever of the job, besides the engine, decides what comes out for an article."""
        s, o = self.settings, self.options
        limits = [s.max_text_length, s.max_html_length, s.max_mark_run, s.max_word_length, s.max_id_length]
        return [limits, o.min_confidence, sorted(o.types)]


@cache
def service_of(job: Job) -> Service:
    """The service of `job`, built once a process; raises CannotStart."""
    return job.build(job.settings)
