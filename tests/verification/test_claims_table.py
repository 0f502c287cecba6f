"""Claims of our own about articles of our own, with the verdicts that they must get."""

import pytest

from quoteservice.verification.claims import Claim
from tests.verification import desk, table

ROWS = table.rows()
LEAST_CLAIMS, LEAST_ARTICLES, LEAST_RIGHT = 120, 15, 0.95


@pytest.mark.parametrize(
    "row",
    [pytest.param(r, marks=pytest.mark.xfail(strict=True, reason="a known miss")) if r.missed else r for r in ROWS],
    ids=str,
)
def test_the_words_are_judged_right(row: table.Row) -> None:
    (answer,) = desk.check(row.article, Claim(row.quote, row.asked))
    told = table.told(row, answer)
    assert (told.verdict, told.flags) == (row.verdict, row.flags)


def test_nearly_all_is_right_speakers_and_all() -> None:
    # Row by row this would fail with every change of the engine in who speaks; the share is what counts.
    told = [table.told(row, *desk.check(row.article, Claim(row.quote, row.asked))) for row in ROWS]
    wrong = [(str(row), got.verdict, got.whose) for row, got in zip(ROWS, told, strict=True) if got != row]
    assert len(ROWS) >= LEAST_CLAIMS
    assert len({row.article for row in ROWS}) >= LEAST_ARTICLES
    assert len(wrong) <= (1 - LEAST_RIGHT) * len(ROWS), wrong


def test_no_claim_that_is_not_verbatim_is_ever_called_so() -> None:
    for row in ROWS:
        (told,) = desk.check(row.article, Claim(row.quote, row.asked))
        if row.verdict not in ("verbatim", "typography"):
            assert told["verdict"] not in ("verbatim", "typography"), row
