"""The real pipeline with the embedded model, loaded once for every test that wants it."""

import functools

import pytest

from quoteservice.document.reader import ModelMissing, load
from quoteservice.pipeline import Pipeline


@functools.cache
def _loaded() -> Pipeline:
    return Pipeline(load(""))


def engine() -> Pipeline:
    """The pipeline; skips the test that asks when the model is not in this checkout."""
    try:
        return _loaded()
    except ModelMissing as missing:
        pytest.skip(str(missing))
