"""A small share of `python -m tests.bulk.kill`."""

import random
from pathlib import Path

from tests.bulk.kill import trial


def test_a_run_that_is_killed_ends_with_the_same_bytes(tmp_path: Path) -> None:
    made = trial(tmp_path, 300, real=False, form="jsonl")
    chance = random.Random(7)
    kills = [made.round(number, chance) for number in range(3)]
    assert sum(runs for runs, _ in kills) >= 2
    assert sum(workers for _, workers in kills) >= 1
