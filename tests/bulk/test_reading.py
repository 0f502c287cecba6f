"""Files as rows: formats, charsets, places, and what is wrong with which."""

import csv
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from quoteservice.bulk.reading.archive import NoArchive, articles_of, files_of
from quoteservice.bulk.reading.found import Columns, Found, Layout
from quoteservice.settings import Settings

PLAIN = Layout()
SMALL = Layout(settings=Settings(max_text_length=10, max_html_length=10))


def read(path: Path, layout: Layout = PLAIN) -> list[Found]:
    return list(articles_of([path], layout))


def given(found: Found) -> dict[str, Any]:
    return {name: cell for name, cell in found.row.items() if cell is not None}


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_a_text_file_is_an_article_called_by_its_path(tmp_path: Path, mark: bytes) -> None:
    path = tmp_path / "a.TXT"
    path.write_bytes(mark + "Kész a híd.".encode())
    (found,) = read(path)
    assert (found.place, given(found)) == (path.as_posix(), {"id": path.as_posix(), "text": "Kész a híd."})


def test_a_page_is_read_in_its_charset(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_bytes("<meta charset=iso-8859-2><p>őű".encode("iso-8859-2"))
    assert read(path)[0].row["html"] == "<meta charset=iso-8859-2><p>őű"


@pytest.mark.parametrize(
    ("name", "content", "status"),
    [
        ("a.txt", b"\xff", 400),
        ("a.html", b"<meta charset=utf-8>\xff", 400),
        ("a.html", b"<meta charset=klingon>", 415),
        ("a.txt", b"a" * 65_577, 413),
        ("a.jsonl", b"a" * 65_577, 413),
        ("a.jsonl", b"{", 400),
        ("a.jsonl", b'{"id": NaN}', 400),
        ("a.jsonl", b'{"id": 1, "id": 2}', 400),
        ("a.jsonl", b'"\xff"', 400),
        ("a.jsonl", b"[]", 422),
        ("a.csv", b"name\n1\n", 422),
        ("a.csv", b"id,text\n1\n", 422),
        ("a.csv", b"id,text\n1,a,b\n", 422),
        ("a.csv", b'id,text\n1,"a"b\n', 400),
        ("a.csv", b"id,text\n1," + b"a" * 65_577, 400),
    ],
)
def test_what_is_unreadable_is_told_with_its_status(tmp_path: Path, name: str, content: bytes, status: int) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    (found,) = read(path, SMALL)
    assert found.refused is not None
    assert (found.refused.status, found.row) == (status, {})


def test_a_file_that_is_gone_is_told(tmp_path: Path) -> None:
    (found,) = read(tmp_path / "a.txt")
    assert found.refused is not None
    assert found.refused.detail == "The file cannot be read (FileNotFoundError)."


def test_lines_are_counted_with_the_blank_ones_and_named_by_their_place(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(
        '{"id": 5, "text": "a", "more": 1}\r\n\n{"text": "b"}\nx\n{"id": "6", "text": "c"}', encoding="utf-8"
    )
    found = read(path)
    assert [each.place for each in found] == [f"{path}#{n}" for n in (1, 3, 4, 5)]
    assert [given(each) for each in found] == [
        {"id": 5, "text": "a"}, {"id": f"{path}#3", "text": "b"}, {}, {"id": "6", "text": "c"},
    ]  # fmt: skip


def test_a_line_after_one_that_is_too_long_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text("x" * 300_000 + '\n{"id": "1", "text": "a"}\n')
    assert [each.refused is None for each in read(path, SMALL)] == [False, True]


def test_csv_has_columns_as_it_likes_and_empty_cells_are_missing(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        rows = csv.writer(file, delimiter=";")
        rows.writerows([["kód", "cikk", "mikor"], ["1", "Kész,\n„híd”", ""], ["", "b", "2024-05-06"]])
    columns = Columns(id="kód", text="cikk", published_at="mikor")
    found = read(path, Layout(columns, ";"))
    assert [given(each) for each in found] == [
        {"id": "1", "text": "Kész,\n„híd”"}, {"id": f"{path}#2", "text": "b", "published_at": "2024-05-06"},
    ]  # fmt: skip


def test_bytes_of_a_cell_that_are_no_utf_8_harm_no_other_row(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes("id,text\n1,ő\n2,".encode() + b"\xf5\n3,b\n")
    assert [each.row["text"] for each in read(path)] == ["ő", "\udcf5", "b"]


def test_parquet_is_read_by_column(tmp_path: Path) -> None:
    arrow, parquet = pytest.importorskip("pyarrow"), pytest.importorskip("pyarrow.parquet")
    path = tmp_path / "a.parquet"
    day = date(2024, 5, 6)
    parquet.write_table(
        arrow.table({"id": [1, 2], "text": ["a", None], "published_at": [day, None], "x": [0, 0]}), path
    )
    assert [given(each) for each in read(path)] == [{"id": 1, "text": "a", "published_at": day}, {"id": 2}]


@pytest.mark.parametrize("content", [b"", b"PAR1 no PAR1"])
def test_what_is_no_parquet_is_told(tmp_path: Path, content: bytes) -> None:
    pytest.importorskip("pyarrow")
    path = tmp_path / "a.parquet"
    path.write_bytes(content)
    (found,) = read(path)
    assert found.refused is not None
    assert (found.refused.status, found.place) == (400, f"{path}#1")


def test_folders_are_walked_in_order_without_hidden_and_foreign_files(tmp_path: Path) -> None:
    names = ["b.txt", "a/2.jsonl", "a/1.html", ".hidden/x.txt", ".x.txt", "c.pdf", "out.jsonl"]
    for name in names:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(json.dumps({}))
    found = files_of([tmp_path / "b.txt", tmp_path], lambda path: path.name == "out.jsonl")
    assert [path.relative_to(tmp_path).as_posix() for path in found] == ["b.txt", "a/1.html", "a/2.jsonl"]


@pytest.mark.parametrize(
    ("name", "sentence"), [("no.txt", "does not exist"), ("x.pdf", "is none of"), (".", "no file")]
)
def test_what_is_no_archive_is_one_sentence(tmp_path: Path, name: str, sentence: str) -> None:
    (tmp_path / "x.pdf").touch()
    with pytest.raises(NoArchive, match=sentence):
        files_of([tmp_path / name])
