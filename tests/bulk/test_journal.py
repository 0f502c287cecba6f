"""What is remembered, for whom, and what is no journal."""

import sqlite3
from pathlib import Path

import pytest

from quoteservice.bulk.journal import Journal, JournalRefused, Planned, packed, unpacked


def test_outcomes_come_in_the_order_of_the_input(tmp_path: Path) -> None:
    with Journal(tmp_path / "j") as journal:
        with journal.planning():
            assert [journal.plan(Planned(key, key.decode(), None)) for key in (b"c", b"a", b"b")] == [True] * 3
        for key in (b"a", b"b", b"c", b"other"):
            journal.put(key, packed(key.decode()))
        assert journal.counts() == (3, 3)
        assert [(place, unpacked(told)) for place, told in journal.outcomes()] == [("c", "c"), ("a", "a"), ("b", "b")]


def test_an_id_stands_once_and_a_new_order_replaces_the_old(tmp_path: Path) -> None:
    with Journal(tmp_path / "j") as journal:
        for _ in range(2):
            with journal.planning():
                assert journal.plan(Planned(b"k", "1", "a"))
                assert not journal.plan(Planned(b"l", "2", "a"))
        assert journal.open(Planned(b"k", "1", "a"))
        assert not journal.open(Planned(b"l", "2", "a"))


def test_what_is_done_is_there_in_the_next_run_and_what_failed_can_be_forgotten(tmp_path: Path) -> None:
    for run in range(2):
        with Journal(tmp_path / "j") as journal:
            with journal.planning():
                journal.plan(Planned(b"k", "1", "a"))
                journal.plan(Planned(b"l", "2", "b"))
            assert journal.counts() == (2, 2 * run)
            journal.put(b"k", packed(""))
            journal.put(b"l", packed(""), failed=True)
    with Journal(tmp_path / "j") as journal:
        journal.forget_failed()
        assert journal.counts() == (2, 1)


def test_an_order_that_is_broken_off_leaves_the_old_one(tmp_path: Path) -> None:
    with Journal(tmp_path / "j") as journal:
        with journal.planning():
            journal.plan(Planned(b"k", "1", "a"))
        with pytest.raises(KeyboardInterrupt), journal.planning():
            raise KeyboardInterrupt
        assert journal.counts() == (1, 0)


def test_two_runs_at_once_are_refused(tmp_path: Path) -> None:
    with Journal(tmp_path / "j"), pytest.raises(JournalRefused, match="in use by another run"):
        Journal(tmp_path / "j")


def test_what_is_no_journal_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "j"
    path.write_bytes(b"x" * 5000)
    with pytest.raises(JournalRefused, match="is no journal"):
        Journal(path)
    assert path.read_bytes() == b"x" * 5000


def test_a_journal_of_another_version_is_refused(tmp_path: Path) -> None:
    other = sqlite3.connect(tmp_path / "j")
    other.execute("PRAGMA user_version = 99")
    other.close()
    with pytest.raises(JournalRefused, match="another version"):
        Journal(tmp_path / "j")


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(JournalRefused, match="cannot be written"):
        Journal(tmp_path / "no" / "j")
