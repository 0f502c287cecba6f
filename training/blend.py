"""The mean of pipelines that were trained on from one start, moved on along the line from it."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import spacy
from spacy.language import Language
from thinc.api import Model


def blend(start: Path, trained: Sequence[Path], out: Path, factor: float) -> Language:
    """Write the pipeline whose weights are those at `start` and `factor` times the mean change at `trained`."""
    pipelines = [spacy.load(path) for path in trained]
    first, origin = pipelines[0], spacy.load(start)
    for name in first.pipe_names:
        several = [list(_weights(nlp, name)) for nlp in pipelines]
        for (before, weight), *places in zip(_weights(origin, name), *several, strict=True):
            old = before.get_param(weight)
            mean = np.mean([layer.get_param(weight) for layer, _ in places], axis=0)
            places[0][0].set_param(weight, (old + factor * (mean - old)).astype("float32"))
    first.to_disk(out)
    return first


def _weights(nlp: Language, name: str) -> Iterator[tuple[Model[Any, Any], str]]:
    model: Model[Any, Any] = nlp.get_pipe(name).model  # type: ignore[attr-defined]
    return ((layer, weight) for layer in model.walk() for weight in layer.param_names if layer.has_param(weight))
