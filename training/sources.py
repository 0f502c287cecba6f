"""Reads the three annotated corpora into one plain form: UD CoNLL-U, NerKor CoNLL-U Plus, KorKor TSV."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

UD_TRAIN = "ud/hu_szeged-ud-train.conllu"
UD_DEV = "ud/hu_szeged-ud-dev.conllu"
GENRES = ("fiction", "legal", "news", "web", "wikipedia")


@dataclass(slots=True)
class Word:
    """One token with what its corpus says; `head` is an index into the sentence, its own index for the root."""

    form: str
    lemma: str = ""
    upos: str = ""
    feats: str = ""
    head: int | None = None
    dep: str = ""
    name: str = ""
    """BIO tag of the name; empty where the corpus does not annotate names."""
    space: bool = True
    """Whether white space follows."""


@dataclass(slots=True)
class Sentence:
    """The words of a sentence, in order."""

    words: list[Word] = field(default_factory=list)
    tree: bool = False
    """Whether heads and dependency labels are there."""


Text = list[Sentence]
"""Sentences that follow each other in one document."""


def read_ud(path: Path) -> list[Text]:
    """All sentences of a CoNLL-U file as one text (the files mark no document borders)."""
    sentences = []
    for lines in _blocks(path):
        rows = [line.split("\t") for line in lines if not line.startswith("#")]
        words = [
            Word(r[1], r[2], r[3], _feats(r[5]), _head(int(r[6]), n), r[7], space="SpaceAfter=No" not in r[9])
            for n, r in enumerate(row for row in rows if row[0].isdigit())
        ]
        sentences.append(Sentence(words, tree=True))
    return [sentences]


def read_nerkor(folder: Path, genres: tuple[str, ...] = GENRES) -> list[Text]:
    """Every file of a NerKor split as a text, with names and without trees; spaces are guessed."""
    texts = []
    for genre in genres:
        for path in sorted((folder / genre).glob("*.conllup")):
            text = []
            for lines in _blocks(path):
                rows = [line.split("\t") for line in lines if not line.startswith("#")]
                words = [Word(r[0], r[1], r[2], _feats(r[4]), name=_bio(r[5])) for r in rows if len(r) > 5]
                if words:
                    text.append(Sentence(guess_spaces(words)))
            texts.append(text)
    return texts


def read_korkor(folder: Path) -> list[Text]:
    """Every file of a KorKor split as a text; sentences whose tree is broken are left out."""
    texts = []
    for path in sorted(folder.glob("*.tsv")):
        text = []
        for lines in _blocks(path):
            words = _korkor_words([line.split("\t") for line in lines if not line.startswith("id\t")])
            if words and is_tree(words):
                text.append(Sentence(guess_spaces(words), tree=True))
        texts.append(text)
    return texts


def is_tree(words: list[Word]) -> bool:
    """Whether every word reaches one single root."""
    if sum(w.head == n for n, w in enumerate(words)) != 1:
        return False
    for start in range(len(words)):
        at, steps = start, 0
        while words[at].head != at:
            head = words[at].head
            if head is None or steps > len(words):
                return False
            at, steps = head, steps + 1
    return True


def guess_spaces(words: list[Word]) -> list[Word]:
    """Set `space` by the rules of Hungarian typesetting, for corpora that do not record it; returns `words`."""
    inside = False
    for word, following in zip(words, [*words[1:], None], strict=True):
        if word.form == '"':
            inside = not inside
        opens = word.form in {"(", "[", "„", "»"} or (word.form == '"' and inside)
        closes = following is not None and (
            following.form in {",", ".", ";", ":", "!", "?", ")", "]", "”", "«", "…", "%"}
            or (following.form == '"' and inside)
        )
        word.space = not (opens or closes)
    return words


def _korkor_words(rows: list[list[str]]) -> list[Word]:
    place: dict[str, int] = {}
    for row in rows:
        if row[0].isdigit():
            place[row[0]] = len(place)
    words = []
    for row in rows:
        if row[0] in place:
            n = place[row[0]]
            head = n if row[9] == "0" else place.get(row[9])
            words.append(Word(row[1], row[2], row[4], _feats(row[5]), head, row[10]))
    return words


def _blocks(path: Path) -> Iterator[list[str]]:
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        lines = block.strip("\n").split("\n")
        if lines != [""]:
            yield lines


def _feats(column: str) -> str:
    return "" if column == "_" else column


def _head(column: int, own: int) -> int:
    return own if column == 0 else column - 1


def _bio(column: str) -> str:
    return column if column == "O" or column[:2] in {"B-", "I-"} else "O"
