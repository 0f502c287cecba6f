"""Takes the rarest moves out of a trained parser: each costs time at every step, few are ever the best."""

from spacy.pipeline import DependencyParser
from thinc.api import Linear

LIFTED = "||"
"""Joins the two labels of an arc that was lifted to make its tree projective."""


def prune_moves(parser: DependencyParser, least: int) -> tuple[int, int]:
    """Drop, in place, lifted labels seen fewer than `least` times; how many moves there were and are."""
    before = list(parser.move_names)
    kept = {
        action: {label: n for label, n in labels.items() if LIFTED not in label or n >= least}
        for action, labels in parser.moves.labels.items()
    }
    parser.moves.initialize_actions(kept)
    rows = [before.index(name) for name in parser.move_names]
    upper = parser.model.get_ref("upper")
    smaller = Linear(nO=len(rows), nI=upper.get_dim("nI"))
    smaller.set_param("W", upper.get_param("W")[rows])
    smaller.set_param("b", upper.get_param("b")[rows])
    parser.model.layers[-1] = smaller
    parser.model.set_ref("upper", smaller)
    return len(before), len(rows)
