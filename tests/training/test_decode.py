"""The best tree is the one that no other tree beats."""

from itertools import product

import numpy as np
import pytest

from training.sources import Word, is_tree
from training.teacher.decode import best_tree


def total(scores: np.ndarray, heads: list[int]) -> float:
    return float(sum(scores[d, h] for d, h in enumerate(heads)))


def words(heads: list[int]) -> list[Word]:
    return [Word("x", head=n if h == 0 else h - 1) for n, h in enumerate(heads)]


@pytest.mark.parametrize("seed", range(30))
def test_best_of_all_trees(seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(4, 5)).astype("float32")
    choices = product(*([h for h in range(5) if h != own + 1] for own in range(4)))
    trees = [list(heads) for heads in choices if is_tree(words(list(heads)))]
    found = best_tree(scores)
    assert is_tree(words(found))
    assert total(scores, found) == pytest.approx(max(total(scores, t) for t in trees))
