"""Nothing is learnt by heart: no speaker of the reference and no piece of an article stands in what we ship."""

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
GOLD = [SHARED / "seed" / "gold.json", SHARED / "gold" / "dev.jsonl"]
pytestmark = pytest.mark.skipif(
    not all(path.is_file() for path in GOLD), reason="the reference articles (../shared) are not here"
)
PIECE = 60
NAMED = {"person", "organization"}
PUBLIC = {
    ("quoteservice/lexicon/roles.tsv", "Európai Bizottság"),
    ("quoteservice/lexicon/words.toml", "Der Standard"),
    ("quoteservice/lexicon/words.toml", "Financial Times"),
    ("quoteservice/lexicon/words.toml", "Magyar Hang"),
    ("quoteservice/lexicon/words.toml", "Magyar Hírlap"),
    ("quoteservice/lexicon/words.toml", "Magyar Nemzet"),
}
"""A list of such bodies or of the press holds them whether an article does or not."""


def articles() -> list[dict[str, Any]]:
    return [
        json.loads(GOLD[0].read_text(encoding="utf-8")),
        *(json.loads(line) for line in GOLD[1].read_text(encoding="utf-8").splitlines() if line.strip()),
    ]


def names() -> set[str]:
    """The speakers of several words with a capital among them."""
    found = {name for a in articles() for q in a["quotes"] if q["kind"] in NAMED for name in q["speaker"]}
    return {name for name in found if len(name.split()) > 1 and any(word[0].isupper() for word in name.split())}


def flat(text: str) -> str:
    return " ".join(text.split())


def tracked(under: str = ".") -> dict[str, str]:
    """The text files that git keeps, by path; no models."""
    listed = subprocess.run(["git", "ls-files", "-z", under], cwd=ROOT, capture_output=True, check=False)
    if listed.returncode:
        pytest.skip("this is no git checkout")
    files = {}
    for path in filter(None, listed.stdout.decode("utf-8").split("\0")):
        if path.startswith("quoteservice/models/") or not (ROOT / path).is_file():
            continue
        try:
            files[path] = flat((ROOT / path).read_text(encoding="utf-8"))
        except UnicodeDecodeError:
            continue
    return files


def shared_pieces(text: str, aligned: set[str], whole: str) -> list[str]:
    """The pieces of PIECE characters that `text` has in common with `whole`; the first of each run."""
    half, at, found = PIECE // 2, 0, []
    while at + half <= len(text):
        if text[at : at + half] in aligned:
            for start in range(max(0, at - half), at + 1):
                piece = text[start : start + PIECE]
                if len(piece) == PIECE and piece in whole:
                    found.append(piece)
                    at += PIECE
                    break
        at += 1
    return found


def common(files: dict[str, str], texts: list[str]) -> dict[str, list[str]]:
    """The pieces that each file has in common with the texts."""
    half = PIECE // 2
    aligned = {text[at : at + half] for text in texts for at in range(0, len(text) - half + 1, half)}
    whole = "\n".join(texts)
    return {path: pieces for path, text in files.items() if (pieces := shared_pieces(text, aligned, whole))}


def names_in_package() -> set[tuple[str, str]]:
    wanted = sorted(names())
    assert len(wanted) > 100
    hits = {(path, name) for path, text in tracked("quoteservice").items() for name in wanted if name in text}
    return hits - PUBLIC


def test_package_names_no_speaker_of_the_reference() -> None:
    assert names_in_package() == set()


def test_no_file_holds_a_piece_of_an_article() -> None:
    assert common(tracked(), [flat(article["text"]) for article in articles()]) == {}


@pytest.mark.parametrize("before", range(0, 61, 7))
def test_piece_is_found_wherever_it_stands(before: int) -> None:
    article = "".join(f"{number:03d} " for number in range(100))
    for start in range(45):
        file = "x" * before + article[start : start + PIECE] + "y"
        assert common({"f": file}, [article]) == {"f": [article[start : start + PIECE]]}
    assert common({"f": article[3 : 2 + PIECE]}, [article]) == {}
