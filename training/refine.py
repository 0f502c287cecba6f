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
KEPT = ["tok2vec", "morphologizer", "parser"]


def refine(trained: Path, out: Path, overrides: dict[str, Any]) -> Language:
    """Prune the parser at `trained`, go on by the config with `overrides`, write to `out`."""
    use_numpy()
    out.mkdir(parents=True, exist_ok=True)
    start = spacy.load(trained)
    prune_moves(start.get_pipe("parser"), LEAST)
    start.to_disk(out / "start")
    raw = util.load_config(CONFIG, interpolate=False)
    raw["nlp"]["pipeline"] = KEPT
    raw["components"] = {name: raw["components"][name] for name in KEPT}
    config = util.load_model_from_config(raw, auto_fill=True, validate=False).config
    # Only now: filling a config would turn a source back into a factory, and training would start from nothing.
    config["components"] = {name: {"source": str(out / "start")} for name in KEPT}
    config["training"]["optimizer"]["learn_rate"].update(initial_rate=RATE, warmup_steps=20)
    for key, value in overrides.items():
        section, name = key.rsplit(".", 1)
        config[section][name] = value
    config["training"]["optimizer"]["learn_rate"]["total_steps"] = config["training"]["max_steps"]
    for corpus in ("train", "dev"):
        config["corpora"][corpus]["path"] = config["paths"][corpus]
    config["initialize"]["vectors"] = config["paths"]["vectors"]
    nlp, _ = train(init_nlp(config, use_gpu=-1), out, use_gpu=-1)
    return nlp
