"""`python -m benchmarks.sizing`: what an archive needs, calculated from what was measured; writes docs/sizing.md."""

from dataclasses import dataclass
from pathlib import Path

from tools.update_readme import between

SIZING = Path(__file__).parents[1] / "docs" / "sizing.md"


@dataclass(frozen=True, slots=True)
class Measured:
    """Seconds of a core for an article of `words` words, and memory in MiB of a run and of each worker (PSS)."""

    seconds: float
    words: int
    run: float
    worker: float


@dataclass(frozen=True, slots=True)
class Shape:
    """An instance: virtual processors, memory in GiB, and how many of them."""

    name: str
    processors: int
    memory: int
    count: int = 1


MEASURED = Measured(seconds=0.049, words=420, run=120, worker=120)
SHAPES = (
    Shape("a laptop", 4, 16),
    Shape("medium", 8, 16),
    Shape("large", 32, 64),
    Shape("cluster of ten large", 32, 64, 10),
)
ARTICLES = (1_000_000, 100_000_000)
PRICE = 0.04
"""US dollars for an hour of a virtual processor: an example, not an offer."""
USED = 0.9
"""The share of its processors that an instance spends on reading; the rest is its system, files and the run itself."""
GIBIBYTE = 1024


def hours(articles: int, shape: Shape) -> float:
    """Hours of the shape, all of its instances at once."""
    return articles * MEASURED.seconds / (shape.processors * shape.count * USED) / 3600


def memory(shape: Shape) -> float:
    """GiB that a worker on every virtual processor and the run need."""
    return (MEASURED.run + MEASURED.worker * shape.processors) / GIBIBYTE


def table() -> str:
    """Every shape by every number of articles."""
    rows = ["| instances | vCPU | GiB | GiB needed | articles | hours | vCPU hours | at the example price |"]
    rows.append("|---|---|---|---|---|---|---|---|")
    for articles in ARTICLES:
        for shape in SHAPES:
            taken = hours(articles, shape)
            spent = taken * shape.processors * shape.count
            cells = [
                shape.name,
                f"{shape.processors * shape.count}",
                f"{shape.memory * shape.count}",
                f"{memory(shape) * shape.count:.1f}",
                f"{articles:,}",
                f"{taken:,.1f}" if taken >= 1 else f"{taken:.2f}",
                f"{spent:,.0f}",
                f"{spent * PRICE:,.0f} USD",
            ]
            rows.append(f"| {' | '.join(cells)} |")
    return "\n".join(rows)


def main() -> None:
    """Write the table into the page."""
    SIZING.write_text(between(SIZING.read_text(encoding="utf-8"), "sizing", table()), encoding="utf-8")
    print(table())


if __name__ == "__main__":
    main()
