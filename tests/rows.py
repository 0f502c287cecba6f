"""Rows of a text file as parameters of a test; those that the engine gets wrong are strict xfails."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest


def lines(path: Path) -> list[str]:
    """The rows of a file, without empty lines and comments."""
    return [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("# ")]


def parameters(path: Path, known: Mapping[str, str]) -> Iterator[object]:
    """One parameter a row; `known`: row → what the engine does wrong."""
    for row in lines(path):
        reason = known.get(row)
        late = [pytest.mark.xfail(reason=reason, raises=AssertionError, strict=True)] if reason else []
        yield pytest.param(row, id=row[:70], marks=late)
