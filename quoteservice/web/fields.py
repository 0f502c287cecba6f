"""marshmallow fields that take a JSON value of exactly one type; its own ones convert between types."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from marshmallow import ValidationError, fields

DATE = re.compile(r"(19|20)[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])")


class StrictBoolean(fields.Field[bool]):
    """true or false, not 1 or "yes"."""

    def _deserialize(self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **kwargs: Any) -> bool:
        if isinstance(value, bool):
            return value
        raise ValidationError("Must be true or false.")


class Share(fields.Field[float]):
    """A number from 0 to 1."""

    def _deserialize(self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **kwargs: Any) -> float:
        if isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 1:
            return float(value)
        raise ValidationError("Must be a number from 0 to 1.")


class Day(fields.Field[date]):
    """A date as YYYY-MM-DD, from 1900 to 2099."""

    def _deserialize(self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **kwargs: Any) -> date:
        if isinstance(value, str) and DATE.fullmatch(value):
            try:
                return date.fromisoformat(value)
            except ValueError:
                pass
        raise ValidationError("Must be a date as YYYY-MM-DD, from 1900 to 2099.")
