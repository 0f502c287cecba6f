"""The floors under the measured scores: none may fall, and a floor is lowered only by hand."""

import tomllib
from collections.abc import Mapping
from pathlib import Path

FLOORS = Path(__file__).with_name("floors.toml")
UPPER_BOUNDS = frozenset({"spurious_per_1000_words", "calibration_error"})
ROOM = 0.008
"""Left under a measurement: other processors round differently, and a few parses turn."""


def load(path: Path = FLOORS) -> dict[str, float]:
    """Name of a figure → its floor (for a figure that should be small: its ceiling)."""
    return {name: float(value) for name, value in tomllib.loads(path.read_text(encoding="utf-8"))["dev"].items()}


def fallen(figures: Mapping[str, float], floors: Mapping[str, float]) -> list[str]:
    """One sentence for every figure that is below its floor or missing."""
    out = []
    for name, floor in floors.items():
        value = figures.get(name)
        if value is None:
            out.append(f"{name} is not measured, its floor is {floor}")
        elif name in UPPER_BOUNDS and value > floor:
            out.append(f"{name} is {value:.3f}, above its ceiling {floor}")
        elif name not in UPPER_BOUNDS and value < floor:
            out.append(f"{name} is {value:.3f}, below its floor {floor}")
    return out


def raised(figures: Mapping[str, float], floors: Mapping[str, float]) -> dict[str, float]:
    """The floors moved up to just under what was measured; none is moved down."""
    out = {}
    for name, floor in floors.items():
        value = figures[name]
        if name in UPPER_BOUNDS:
            out[name] = min(floor, round(value + 0.05 if name.startswith("spurious") else value + ROOM, 3))
        else:
            out[name] = max(floor, round(value - ROOM, 3))
    return out


def save(floors: Mapping[str, float], path: Path = FLOORS) -> None:
    """Write the floors back."""
    head = path.read_text(encoding="utf-8").split("[dev]")[0]
    rows = "\n".join(f'"{name}" = {value}' for name, value in floors.items())
    path.write_text(f"{head}[dev]\n{rows}\n", encoding="utf-8")
