"""The mean of pipelines that were trained on from one start: a little better than the best of them."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import spacy
from spacy.language import Language
from thinc.api import Model


def blend(trained: Sequence[Path], out: Path) -> Language:
    """Write the pipeline whose weights are the mean of those at `trained`."""
    pipelines = [spacy.load(path) for path in trained]
    first = pipelines[0]
    for name in first.pipe_names:
        several = [list(_weights(nlp.get_pipe(name).model)) for nlp in pipelines]  # type: ignore[attr-defined]
        for places in zip(*several, strict=True):
            layer, weight = places[0]
            layer.set_param(weight, np.mean([other.get_param(weight) for other, _ in places], axis=0))
    first.to_disk(out)
    return first


def _weights(model: Model[Any, Any]) -> Iterator[tuple[Model[Any, Any], str]]:
    return ((layer, name) for layer in model.walk() for name in layer.param_names if layer.has_param(name))
