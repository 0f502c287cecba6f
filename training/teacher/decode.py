"""The best tree for a matrix of arc scores (Chu-Liu-Edmonds, one root)."""

import numpy as np

from training.teacher.features import Floats

NEVER = -1e9
ONE_ROOT = 1e4
"""Taken off every arc from the root: the best tree then has no more of them than it must."""


def best_tree(scores: Floats) -> list[int]:
    """Head positions of words 1..n for `scores[dependent, head]`, n rows, n + 1 columns, column 0 the root."""
    n = len(scores)
    full = np.full((n + 1, n + 1), NEVER)
    full[1:] = scores
    full[1:, 0] -= ONE_ROOT
    np.fill_diagonal(full, NEVER)
    return _spanning(full)[1:]


def _spanning(scores: Floats) -> list[int]:
    size = len(scores)
    heads = [int(h) for h in scores.argmax(axis=1)]
    heads[0] = 0
    cycle = _cycle(heads)
    if not cycle:
        return heads
    inside = set(cycle)
    outside = [v for v in range(size) if v not in inside]
    small = np.full((len(outside) + 1, len(outside) + 1), NEVER)
    cost = sum(scores[v, heads[v]] for v in cycle)
    enter, leave = {}, {}
    for a, v in enumerate(outside):
        small[a, : len(outside)] = scores[v, outside]
        w = max(cycle, key=lambda c: scores[v, c])
        small[a, -1], leave[a] = scores[v, w], w
        w = max(cycle, key=lambda c: scores[c, v] - scores[c, heads[c]])
        small[-1, a], enter[a] = cost + scores[w, v] - scores[w, heads[w]], w
    small[0], small[-1, -1] = NEVER, NEVER
    found = _spanning(small)
    result = list(heads)
    for a, v in enumerate(outside):
        result[v] = leave[a] if found[a] == len(outside) else outside[found[a]]
    entry = enter[found[-1]]
    result[entry] = outside[found[-1]]
    result[0] = 0
    return result


def _cycle(heads: list[int]) -> list[int]:
    state = [0] * len(heads)
    state[0] = 2
    for start in range(1, len(heads)):
        path, at = [], start
        while state[at] == 0:
            state[at] = 1
            path.append(at)
            at = heads[at]
        if state[at] == 1:
            return path[path.index(at) :]
        for v in path:
            state[v] = 2
    return []
