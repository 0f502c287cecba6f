"""The real pipeline with the embedded model, loaded once for every test that wants it."""

import functools

import pytest

from quoteservice.document.reader import ModelMissing, Reader, load
from quoteservice.pipeline import Pipeline


@functools.cache
def _loaded() -> Reader:
    return load("")


def reader() -> Reader:
    """The reader; skips the test that asks when the model is not in this checkout."""
    try:
        return _loaded()
    except ModelMissing as missing:
        pytest.skip(str(missing))


def engine() -> Pipeline:
    """The pipeline around the reader."""
    return Pipeline(reader())
