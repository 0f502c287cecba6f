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
def test_the_verdict_is_right(row: table.Row) -> None:
    (told,) = desk.check(row.article, Claim(row.quote, row.asked))
    assert table.told(row, told) == row


def test_the_table_is_large_enough_and_right_enough() -> None:
    assert len(ROWS) >= LEAST_CLAIMS
    assert len({row.article for row in ROWS}) >= LEAST_ARTICLES
    assert sum(1 for row in ROWS if not row.missed) >= LEAST_RIGHT * len(ROWS)


def test_no_claim_that_is_not_verbatim_is_ever_called_so() -> None:
    for row in ROWS:
        (told,) = desk.check(row.article, Claim(row.quote, row.asked))
        if row.verdict not in ("verbatim", "typography"):
            assert told["verdict"] not in ("verbatim", "typography"), row
