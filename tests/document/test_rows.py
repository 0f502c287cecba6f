"""What the quotation rules lean on, sentence by sentence: rows of our own, a floor of passes a group."""

import csv
from collections import defaultdict
from pathlib import Path

import pytest

from quoteservice.document.reader import EMBEDDED, Reader, load
from quoteservice.model import Document, Token

ROWS = Path(__file__).parent / "rows.tsv"
FLOORS = {
    "subject": 0.95,
    "complement": 0.95,
    "szerint": 0.95,
    "apposition": 0.8,
    "name": 0.9,
    "lemma": 0.97,
    "preverb": 0.92,
    "sentences": 1.0,
}
Row = dict[str, str]


def rows() -> dict[str, list[Row]]:
    grouped: dict[str, list[Row]] = defaultdict(list)
    with ROWS.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            grouped[row["group"]].append(row)
    return grouped


@pytest.fixture(scope="module")
def reader() -> Reader:
    if not EMBEDDED.exists():
        pytest.skip("the embedded model is not in this checkout: run `python -m training.build`")
    return load()


def token(document: Document, word: str) -> Token | None:
    return next((t for t in document.tokens if t.text == word), None)


def holds(reader: Reader, row: Row) -> bool:
    """Whether the model reads the row's sentence as the row says."""
    if row["group"] == "sentences":
        return sentences_hold(reader, row["text"].replace("\\n", "\n"))
    document = reader.read(row["text"])
    if row["group"] == "name":
        spans = [
            (row["text"][document.tokens[e.first].start : document.tokens[e.last - 1].end], e.label)
            for e in document.entities
        ]
        return (row["word"], row["relation"]) in spans
    found = token(document, row["word"])
    if found is None:
        return False
    if row["group"] == "lemma":
        return found.lemma == row["relation"]
    head, label = document.arcs(found.sentence)[found.index - document.sentences[found.sentence][0]]
    relation = label == row["relation"] or label.startswith(row["relation"] + ":")
    return relation and document.tokens[head].text == row["head"]


def sentences_hold(reader: Reader, marked: str) -> bool:
    text = marked.replace("\n|", "\n").replace("|", " ")
    document = reader.read(text)
    found = [text[document.tokens[first].start : document.tokens[last - 1].end] for first, last in document.sentences]
    return found == [part.strip() for part in marked.split("|")]


def test_there_are_rows_for_every_floor() -> None:
    grouped = rows()
    assert grouped.keys() == FLOORS.keys()
    assert sum(map(len, grouped.values())) >= 150


@pytest.mark.parametrize("group", FLOORS)
def test_enough_rows_of_the_group_hold(reader: Reader, group: str) -> None:
    of_group = rows()[group]
    failed = [f"{r['word']} {r['relation']} {r['head']}: {r['text']}" for r in of_group if not holds(reader, r)]
    rate = 1 - len(failed) / len(of_group)
    assert rate >= FLOORS[group], f"{rate:.2f} of {group}:\n" + "\n".join(failed)
