"""Whether a stated confidence is true: of the answers given with 0.8, eight in ten should be right."""

from collections.abc import Iterator, Sequence

WIDTH = 10


def bins(said: Sequence[float], right: Sequence[int]) -> Iterator[tuple[float, float, int, float, float]]:
    """Per tenth of confidence that occurs: its bounds, how many answers, their mean confidence, the share right."""
    for n in range(WIDTH):
        inside = [(s, r) for s, r in zip(said, right, strict=True) if min(int(s * WIDTH), WIDTH - 1) == n]
        if inside:
            count = len(inside)
            yield (
                n / WIDTH,
                (n + 1) / WIDTH,
                count,
                sum(s for s, _ in inside) / count,
                sum(r for _, r in inside) / count,
            )


def error(said: Sequence[float], right: Sequence[int]) -> float:
    """Expected calibration error over ten bins of equal width (Naeini, Cooper and Hauskrecht 2015)."""
    return sum(count * abs(mean - share) for _, _, count, mean, share in bins(said, right)) / max(1, len(right))
