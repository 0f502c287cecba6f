"""Articles of about 400 words, made of the ones in examples/."""

from pathlib import Path

EXAMPLES = Path(__file__).parents[1] / "examples"
WORDS = 400


def articles() -> list[str]:
    """One article for each example: its paragraphs, and then those of the next ones, up to 400 words."""
    examples = [file.read_text(encoding="utf-8").split("\n\n") for file in sorted(EXAMPLES.glob("*.txt"))]
    return [_filled(examples[n:] + examples[:n]) for n in range(len(examples))]


def _filled(examples: list[list[str]]) -> str:
    taken: list[str] = []
    for paragraph in (p for example in examples for p in example):
        taken.append(paragraph.strip())
        if sum(len(p.split()) for p in taken) >= WORDS:
            break
    return "\n\n".join(taken)
