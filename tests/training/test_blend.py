"""Weights of pipelines that were trained on from one start are averaged, and the change is scaled."""

from pathlib import Path

import numpy as np
import spacy
from spacy.language import Language
from spacy.training import Example

from training.blend import blend


def _saved(path: Path, value: float) -> tuple[Path, Language]:
    nlp = spacy.blank("hu")
    tagger = nlp.add_pipe("tagger")
    doc = nlp.make_doc("jó reggelt")
    nlp.initialize(lambda: [Example.from_dict(doc, {"tags": ["A", "B"]})])
    layer = tagger.model.get_ref("softmax")  # type: ignore[attr-defined]
    layer.set_param("b", np.full(2, value, dtype="float32"))
    nlp.to_disk(path)
    return path, nlp


def test_the_mean_change_is_scaled(tmp_path: Path) -> None:
    (start, _), (one, _), (other, _) = (_saved(tmp_path / str(v), v) for v in (1.0, 2.0, 4.0))
    blended = blend(start, [one, other], tmp_path / "out", 1.5)
    for nlp in (blended, spacy.load(tmp_path / "out")):
        assert nlp.get_pipe("tagger").model.get_ref("softmax").get_param("b").tolist() == [4.0, 4.0]  # type: ignore[attr-defined]
