"""Writes the tables of settings and columns and the real answer of the README's example anew: `make readme`."""

import json
import re
from dataclasses import fields
from pathlib import Path
from typing import Any

from quoteservice.assembly import build_service
from quoteservice.bulk.schema import TABLES
from quoteservice.settings import Settings, variable

ROOT = Path(__file__).parents[1]
README, ARCHIVE = ROOT / "README.md", ROOT / "docs" / "archive.md"
ARTICLE = re.compile(r"--data-binary '([^']*)'")
FLAT = re.compile(r"\{[^{}\[\]]*\}|\[[^{}\[\]]*\]|\[\s*\{[^{}\[\]]*\}\s*\]")
WIDTH = 110


def answer(readme: str) -> dict[str, Any]:
    """What the service says of the article in the README's curl command."""
    article = ARTICLE.search(readme)
    if article is None:
        raise ValueError("The README has no curl command with an article.")
    return build_service(Settings()).quotes(article[1])


def settings_table() -> str:
    """Every setting as a row of a Markdown table."""
    rows = [f"| `{variable(f.name)}` | `{f.default}` | {f.metadata['help']} |" for f in fields(Settings)]
    return "\n".join(["| variable | default | |", "|---|---|---|", *rows])


def schema_tables() -> str:
    """Every column of every table of an archive, a Markdown table each."""
    told = []
    for name, columns in TABLES.items():
        rows = [f"| `{column.name}` | {column.kind} | {column.help} |" for column in columns]
        told.append("\n".join([f"`{name}`", "", "| column | | |", "|---|---|---|", *rows]))
    return "\n\n".join(told)


def pretty(told: Any) -> str:
    """JSON with every short object on one line."""
    text, shorter = "", json.dumps(told, ensure_ascii=False, indent=2)
    while text != shorter:
        text, shorter = shorter, FLAT.sub(_on_one_line, shorter)
    return text


def _on_one_line(piece: re.Match[str]) -> str:
    line = re.sub(r"\s*\n\s*", " ", piece[0])
    return line if len(line) <= WIDTH else piece[0]


def between(readme: str, name: str, content: str) -> str:
    """The README with `content` between the marks <!-- name --> and <!-- /name -->."""
    start, end = f"<!-- {name} -->\n", f"\n<!-- /{name} -->"
    head, rest = readme.split(start)
    return head + start + content + end + rest.split(end.lstrip("\n"), 1)[1]


if __name__ == "__main__":
    text = README.read_text(encoding="utf-8")
    text = between(text, "answer", f"```json\n{pretty(answer(text))}\n```")
    README.write_text(between(text, "settings", settings_table()), encoding="utf-8")
    ARCHIVE.write_text(between(ARCHIVE.read_text(encoding="utf-8"), "schema", schema_tables()), encoding="utf-8")
