"""A text of nothing but names must not cost the square of their number."""

import tracemalloc

import pytest

from quoteservice.document.reader import ModelMissing, load

MOST = 400 * 2**20


def test_memory_grows_with_the_names_and_no_faster() -> None:
    try:
        reader = load()
    except ModelMissing as missing:
        pytest.skip(str(missing))
    tracemalloc.start()
    document = reader.read("Kő Pál, " * 8_000)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(document.tokens) > 20_000
    assert peak < MOST
