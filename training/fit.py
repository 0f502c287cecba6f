"""Trains a spaCy pipeline from a config and packed corpora, on one core, by the same seed every time."""

import json
import sys
from pathlib import Path
from typing import Any

from spacy import util
from spacy.language import Language
from spacy.training.initialize import init_nlp
from spacy.training.loop import train
from thinc.api import NumpyOps, set_current_ops

CONFIG = Path(__file__).parent / "config.cfg"


def use_numpy() -> None:
    """Multiply matrices with numpy: its BLAS is about three times as fast as the one spaCy brings."""
    set_current_ops(NumpyOps(use_blis=False))


def fit(out: Path, overrides: dict[str, Any], config: Path = CONFIG) -> Language:
    """Train by `config` with `overrides` (dotted keys) and write the averaged weights to `out`."""
    use_numpy()
    out.mkdir(parents=True, exist_ok=True)
    raw = util.load_config(config, overrides=overrides, interpolate=False)
    filled = util.load_model_from_config(raw, auto_fill=True, validate=False).config
    nlp = init_nlp(filled, use_gpu=-1)
    nlp, _ = train(nlp, out, use_gpu=-1)
    return nlp


def main() -> None:
    """Run one experiment: `python -m training.fit OUT '{"dotted.key": value}' [CONFIG]`."""
    out, overrides = Path(sys.argv[1]), json.loads(sys.argv[2])
    fit(out, overrides, Path(sys.argv[3]) if len(sys.argv) > 3 else CONFIG)


if __name__ == "__main__":
    main()
