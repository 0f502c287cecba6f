"""Labels and names out of the network's scores."""

from itertools import pairwise, product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from quoteservice.document.network import Network, decode, spans

LABELS = ("O", "B-PER", "I-PER", "B-LOC", "I-LOC")


def test_the_best_labels_are_taken_where_they_fit() -> None:
    assert decode(np.eye(5, dtype=np.float32)[[1, 2, 0, 3]], LABELS) == [1, 2, 0, 3]


def test_no_name_goes_on_without_its_beginning() -> None:
    scores = np.array([[0, 0, 5, 0, 0], [0, 0, 0, 4, 5], [3, 0, 0, 0, 2.5]], dtype=np.float32)
    assert [LABELS[n] for n in decode(scores, LABELS)] == ["B-LOC", "I-LOC", "O"]


@given(arrays(np.float32, st.tuples(st.integers(1, 5), st.just(5)), elements=st.integers(0, 9)))
def test_no_row_of_labels_that_fits_is_better(scores: np.ndarray) -> None:
    def fits(row: tuple[int, ...]) -> bool:
        tags = ["O", *(LABELS[n] for n in row)]
        return all(tag[0] != "I" or before[2:] == tag[2:] for before, tag in pairwise(tags))

    def worth(row: tuple[int, ...]) -> float:
        return float(sum(scores[n, label] for n, label in enumerate(row)))

    found = tuple(decode(scores, LABELS))
    assert fits(found)
    assert worth(found) == max(worth(row) for row in product(range(5), repeat=len(scores)) if fits(row))


def test_nothing_gives_nothing() -> None:
    assert decode(np.zeros((0, 5), dtype=np.float32), LABELS) == []


def test_spans() -> None:
    assert spans(["B-PER", "I-PER", "B-PER", "O", "B-LOC"]) == [(0, 2, "PER"), (2, 3, "PER"), (4, 5, "LOC")]


def test_a_name_says_the_same_at_all_its_places() -> None:
    """Pooling joins words of one key, wherever they stand; words without a key stay as they are."""
    rng = np.random.default_rng(0)
    arrays = _arrays(rng)
    words = rng.normal(size=(60, 8)).astype(np.float32)
    first, none = np.zeros(60, dtype=bool), np.zeros(60, dtype=np.int64)
    keys = none.copy()
    keys[[3, 55]] = 7
    tagged = np.zeros((60, 4), dtype=np.float32)
    apart, joined = (Network(arrays).scores(words, first, k, tagged) for k in (none, keys))
    changed = np.flatnonzero(np.abs(apart - joined).max(axis=1) > 1e-6)
    assert {3, 55} <= set(changed.tolist()) <= {2, 3, 4, 54, 55, 56}


def test_what_the_tags_say_of_a_word_counts_in_its_place() -> None:
    rng = np.random.default_rng(0)
    network, none = Network(_arrays(rng)), np.zeros(9, dtype=np.int64)
    words, tagged = np.zeros((9, 8), dtype=np.float32), np.zeros((9, 4), dtype=np.float32)
    bare = network.scores(words, none > 0, none, tagged)
    tagged[4] = 3
    changed = np.abs(network.scores(words, none > 0, none, tagged) - bare).max(axis=1) > 1e-6
    assert np.flatnonzero(changed).tolist() == [3, 4, 5]


def _arrays(rng: np.random.Generator) -> dict[str, np.ndarray]:
    shapes = {"piece0": (4, 3), "enter": (3 + 2 + 1 + 2, 8), "enter_bias": (8,), "pool": (8, 8), "tagged": (4, 8),
              "out": (8, 5), "out_bias": (5,), "block0": (24, 8), "bias0": (8,)}  # fmt: skip
    arrays = {name: rng.normal(size=size).astype(np.float32) for name, size in shapes.items()}
    for norm in ("enter_norm", "pool_norm", "norm0"):
        arrays |= {f"{norm}.scale": np.ones(8, dtype=np.float32), f"{norm}.shift": np.zeros(8, dtype=np.float32)}
    return arrays | {
        "reaches": np.array([1]),
        "pooled_before": np.array(0),
        "vector_scale": np.ones(2, dtype=np.float32),
    }
