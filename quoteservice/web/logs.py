"""Logs as JSON lines with lengths and timings; never a word of an article, never the message of an exception."""

import json
import logging
import traceback
from datetime import UTC, datetime
from typing import Any

from flask import g, has_request_context

LOGGER = logging.getLogger("quoteservice")


class JsonLines(logging.Formatter):
    """One JSON object a record; the `fields` of a record stand beside time, level and event."""

    def format(self, record: logging.LogRecord) -> str:
        """The record as one line."""
        line: dict[str, Any] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "event": record.getMessage(),
            **getattr(record, "fields", {}),
            **(_origin(record.exc_info[1]) if record.exc_info and record.exc_info[1] else {}),
        }
        return json.dumps(line, ensure_ascii=True)


def logging_config(level: str) -> dict[str, Any]:
    """A `logging.config` dictionary: our records from `level` up, gunicorn's own from warning up, on stderr."""
    ours, theirs = level.upper(), "INFO" if level == "debug" else "WARNING"
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"json": {"()": f"{__name__}.{JsonLines.__name__}"}},
        "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "json"}},
        "root": {"level": "WARNING", "handlers": ["stderr"]},
        "loggers": {
            LOGGER.name: {"level": ours, "handlers": ["stderr"], "propagate": False},
            "gunicorn.error": {"level": theirs, "handlers": ["stderr"], "propagate": False},
            "gunicorn.access": {"level": "CRITICAL", "handlers": [], "propagate": False},
        },
    }


def log_event(event: str, level: int = logging.INFO, **fields: Any) -> None:
    """Log `event` with `fields`, and with the request's id inside a request."""
    known = {"request_id": g.request_id} if has_request_context() else {}
    LOGGER.log(level, event, extra={"fields": {**known, **fields}})


def log_failure(error: BaseException, **fields: Any) -> None:
    """Log where `error` came from; its message may quote the article and is left out."""
    log_event("failure", logging.ERROR, **_origin(error), **fields)


def _origin(error: BaseException) -> dict[str, Any]:
    frames = traceback.extract_tb(error.__traceback__)
    stack = [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames]
    return {"error": type(error).__name__, "stack": stack}
