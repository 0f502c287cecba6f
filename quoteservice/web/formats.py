"""The media types in which POST /quotes tells its answer."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from flask import Response

from quoteservice.response import annotation, schema_org
from quoteservice.response.answer import answered
from quoteservice.response.report import Report
from quoteservice.response.table import table
from quoteservice.web.negotiation import MediaType
from quoteservice.web.writing import JSON, json_response

LINKED = "application/ld+json"


@dataclass(frozen=True, slots=True)
class Format(MediaType):
    """A media type and what makes its content of a report: text, or data to be written as JSON."""

    tell: Callable[[Report], Any] = answered

    def response(self, report: Report) -> Response:
        """`report` in this format."""
        told = self.tell(report)
        if isinstance(told, str):
            return Response(told.encode("utf-8"), content_type=self.content_type)
        return json_response(told, media_type=self.content_type)


FORMATS = (
    Format(JSON, JSON),
    Format(LINKED, f'{LINKED}; profile="{annotation.PROFILE}"', (annotation.PROFILE,), annotation.annotations),
    Format(
        LINKED,
        f'{LINKED}; profile="{schema_org.PROFILE}"',
        (schema_org.PROFILE, schema_org.PROFILE.replace("https:", "http:")),
        schema_org.draft,
    ),
    Format("text/csv", "text/csv; charset=utf-8; header=present", tell=table),
)
"""The first is the default; where an Accept header likes several alike, the earlier one is told."""
