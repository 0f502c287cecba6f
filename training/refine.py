"""Trains a trained pipeline on, with a falling rate: what it ends with is nearer to the gold trees."""

from pathlib import Path
from typing import Any

import spacy
from spacy import util
from spacy.language import Language
from spacy.training.initialize import init_nlp
from spacy.training.loop import train

from training.fit import CONFIG, use_numpy
from training.prune import prune_moves

RATE, LEAST = 0.0006, 300


def refine(trained: Path, out: Path, overrides: dict[str, Any]) -> Language:
    """Prune the parser at `trained`, go on by the config with `overrides`, write to `out`."""
    use_numpy()
    out.mkdir(parents=True, exist_ok=True)
    start = spacy.load(trained)
    prune_moves(start.get_pipe("parser"), LEAST)  # type: ignore[arg-type]
    start.to_disk(out / "start")
    raw = util.load_config(CONFIG, interpolate=False)
    raw["components"] = {name: {"source": str(out / "start")} for name in raw["nlp"]["pipeline"]}
    raw["training"]["optimizer"]["learn_rate"] |= {"initial_rate": RATE, "warmup_steps": 20}
    for key, value in overrides.items():
        section, name = key.rsplit(".", 1)
        raw[section][name] = value
    filled = util.load_model_from_config(raw, auto_fill=True, validate=False).config
    nlp, _ = train(init_nlp(filled, use_gpu=-1), out, use_gpu=-1)
    return nlp
