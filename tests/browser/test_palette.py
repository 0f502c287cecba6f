"""The colours of speakers can be read on paper, and told from each other by readers of any colour vision."""

import math
import re
from itertools import combinations

import pytest

from quoteservice.web.page import FOLDER

TOKENS = (FOLDER / "css/tokens.css").read_text(encoding="utf-8")
READABLE, APART = 4.5, 0.069
# Machado, Oliveira, Fernandes 2009, severity 1: linear RGB as seen without one kind of cones.
SIGHTS = {
    "all cones": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.01182, 0.04294, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.3039)),
}
FEWER_SEE_SO = {"tritanopia": 0.75}
"""Tritanopia is a hundred times rarer than the other two: its colours may be a little nearer."""
Colour = tuple[float, float, float]


def linear(code: str) -> Colour:
    red, green, blue = (int(code[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return tuple(c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (red, green, blue))  # type: ignore[return-value]


def colours(scheme: int, pattern: str) -> list[Colour]:
    """Linear RGB of what `light-dark()` gives to the names that match, 0 for light and 1 for dark."""
    found = re.findall(rf"{pattern}: light-dark\((#\w{{6}}), (#\w{{6}})\)", TOKENS)
    return [linear(each[scheme]) for each in found]


def luminance(colour: Colour) -> float:
    return sum(share * part for share, part in zip((0.2126, 0.7152, 0.0722), colour, strict=True))


def contrast(one: Colour, other: Colour) -> float:
    """As WCAG 2 defines it."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def oklab(colour: Colour) -> Colour:
    """Ottosson's OKLab, in which a distance of 0.02 can just be seen."""
    red, green, blue = (max(part, 0) for part in colour)
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    middle = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    return (
        0.2104542553 * long + 0.793617785 * middle - 0.0040720468 * short,
        1.9779984951 * long - 2.428592205 * middle + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * middle - 0.808675766 * short,
    )


def seen(colour: Colour, sight: str) -> Colour:
    parts = (sum(m * part for m, part in zip(row, colour, strict=True)) for row in SIGHTS[sight])
    return oklab(tuple(min(1, max(0, part)) for part in parts))  # type: ignore[arg-type]


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_the_colours_of_speakers_can_be_read_on_paper(scheme: int) -> None:
    speakers, paper = colours(scheme, r"\.c(?:\d+|-none) { --s"), colours(scheme, "--paper")[0]
    assert len(speakers) == 13
    assert min(contrast(each, paper) for each in speakers) >= READABLE


@pytest.mark.parametrize("sight", SIGHTS)
@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_any_two_speakers_can_be_told_apart(scheme: int, sight: str) -> None:
    found = [seen(each, sight) for each in colours(scheme, r"\.c\d+ { --s")]
    assert len(found) == 12
    assert min(math.dist(*pair) for pair in combinations(found, 2)) >= APART * FEWER_SEE_SO.get(sight, 1)
