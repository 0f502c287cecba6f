"""The measures on hand-made answers."""

import pytest

from evaluation import floors
from evaluation.figures import figures
from evaluation.measures import Tally, count, names, pair, same_speakers

TEXT = "Azt mondta Bokor Etelka, hogy a híd márciusra elkészül."
QUOTE = {"type": "indirect", "content": [[25, 54]], "cue": [[4, 10]], "source": [11, 23], "speaker": ["Bokor Etelka"]}


def scored(answer: list[dict]) -> dict:
    tally = Tally()
    count(tally, "a1", TEXT, [QUOTE], answer)
    return figures(tally)


def test_right_answer_is_whole() -> None:
    assert scored([QUOTE])["whole"]["f"] == 1.0


def test_leading_hogy_does_not_count() -> None:
    assert scored([{**QUOTE, "content": [[30, 54]]}])["content_exact"]["f"] == 1.0


def test_shorter_content_overlaps_but_is_not_exact() -> None:
    result = scored([{**QUOTE, "content": [[30, 45]]}])
    assert result["content_overlap"]["f"] == 1.0
    assert result["content_exact"]["f"] == 0.0


def test_second_answer_is_spurious() -> None:
    assert scored([QUOTE, {**QUOTE, "content": [[0, 10]]}])["spurious_per_1000_words"] == pytest.approx(1000 / 9)


@pytest.mark.parametrize(
    ("gold", "answer", "lenient"),
    [
        (["Bokor Etelka"], ["Bokor"], True),
        (["Bokor Etelka"], ["Sárdi"], False),
        (["a tárca"], ["tárca"], True),
        ([], ["x"], False),
    ],
)
def test_lenient_names(gold: list[str], answer: list[str], lenient: bool) -> None:
    assert same_speakers(gold, answer, strict=False) is lenient


def test_names_lose_article_and_case() -> None:
    assert names(["A Kreml Sajtószolgálata"]) == {"kreml sajtószolgálata"}


def test_best_pair_comes_first() -> None:
    one, two = frozenset({1, 2, 3, 4}), frozenset({3, 4, 5, 6})
    assert pair([one, two], [frozenset({3, 4, 5}), one]) == {0: 1, 1: 0}


def test_floors_fail_below_and_never_sink() -> None:
    assert floors.fallen({"attribution": 0.5}, {"attribution": 0.6})
    assert not floors.fallen({"attribution": 0.7}, {"attribution": 0.6})
    assert floors.fallen({"spurious_per_1000_words": 2.0}, {"spurious_per_1000_words": 1.0})
    assert floors.raised({"attribution": 0.5}, {"attribution": 0.6}) == {"attribution": 0.6}
    assert floors.raised({"attribution": 0.7}, {"attribution": 0.6})["attribution"] == pytest.approx(0.7 - floors.ROOM)
