"""Articles of about 400 words, made of the ones in examples/."""

import random
from collections.abc import Iterator
from itertools import count, islice
from pathlib import Path

EXAMPLES = Path(__file__).parents[1] / "examples"
WORDS = 400


def articles() -> list[str]:
    """One article for each example: its paragraphs, and then those of the next ones, up to 400 words."""
    examples = [file.read_text(encoding="utf-8").split("\n\n") for file in sorted(EXAMPLES.glob("*.txt"))]
    return [_filled(examples[n:] + examples[:n]) for n in range(len(examples))]


def many(number: int, words: int = WORDS) -> Iterator[str]:
    """So many articles of about `words` words, no two alike: paragraphs of the examples, and one with a new name."""
    examples = [file.read_text(encoding="utf-8").split("\n\n") for file in sorted(EXAMPLES.glob("*.txt"))]
    return islice((_mixed(examples, n, words) for n in count()), number)


def _mixed(examples: list[list[str]], number: int, words: int) -> str:
    chance = random.Random(number)
    name = f"{_word(chance)}i {_word(chance)}"
    taken = [f"{name} közölte, hogy a(z) {number}. számú kérelmet {_word(chance).lower()} ügyében elutasították."]
    while sum(len(paragraph.split()) for paragraph in taken) < words:
        taken.append(chance.choice(chance.choice(examples)).strip())
    return "\n\n".join(taken)


def _word(chance: random.Random) -> str:
    """A word that hardly stands anywhere else."""
    return "".join(chance.choice("bdgklmnprstvz") + chance.choice("aáeéioóuü") for _ in range(3)).capitalize()


def _filled(examples: list[list[str]]) -> str:
    taken: list[str] = []
    for paragraph in (p for example in examples for p in example):
        taken.append(paragraph.strip())
        if sum(len(p.split()) for p in taken) >= WORDS:
            break
    return "\n\n".join(taken)
