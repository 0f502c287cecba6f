"""Puts the learnt network into the form that `quoteservice/document/names.py` reads."""

from typing import Any

import numpy as np
from spacy.language import Language
from spacy.vectors import Vectors

from quoteservice.document.names import Arrays, NameFinder
from training.names.data import LABELS
from training.names.net import Params, Sizes


def arrays(params: Params, sizes: Sizes, lists: dict[int, int], subwords: Vectors, scale: float) -> Arrays:
    """All that the component needs, in half precision where that is enough."""
    found: dict[str, Any] = {"reaches": np.array(sizes.dilations), "pooled_before": np.array(sizes.pooled_after)}
    for name, value in params.items():
        if isinstance(value, dict):
            found |= {f"{name}.{part}": np.asarray(array, dtype="float32") for part, array in value.items()}
        else:
            found[name] = np.asarray(value, dtype="float16")
    found["vector_scale"] = np.full(sizes.vector, scale, dtype="float32")
    found["subwords"] = np.asarray(subwords.data, dtype="float16")
    found["listed"] = np.fromiter(lists, dtype="uint32")
    found["listed_bits"] = np.fromiter(lists.values(), dtype="uint16")
    return found


def settings(subwords: Vectors) -> dict[str, object]:
    """Labels and how the vectors are put together from pieces of words."""
    names = ("minn", "maxn", "hash_count", "hash_seed", "bow", "eow")
    return {"labels": list(LABELS), "floret": {name: getattr(subwords, name) for name in names}}


def add_finder(nlp: Language, found: Arrays, how: dict[str, object]) -> NameFinder:
    """Put the name finder at the end of `nlp`, in the place of any `ner`."""
    for name in ("ner", "name_finder"):
        if name in nlp.pipe_names:
            nlp.remove_pipe(name)
    finder: NameFinder = nlp.add_pipe("name_finder", name="ner", last=True)  # type: ignore[assignment]
    return finder.learnt(found, how)
