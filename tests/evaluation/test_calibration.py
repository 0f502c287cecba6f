"""Calibration of made-up confidences."""

import pytest

from evaluation.calibration import bins, error


def test_true_confidence_has_no_error() -> None:
    assert error([0.75] * 4, [1, 1, 1, 0]) == 0.0


def test_overconfidence_is_its_distance() -> None:
    assert error([0.9] * 10, [1] * 5 + [0] * 5) == pytest.approx(0.4)


def test_bins_hold_every_answer_and_one_is_in_the_last() -> None:
    found = list(bins([0.05, 1.0, 0.95], [0, 1, 1]))
    assert [count for _, _, count, _, _ in found] == [1, 2]
