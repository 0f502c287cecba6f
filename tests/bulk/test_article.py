"""Which rows are articles, and what the others are told."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from quoteservice.bulk.article import NO_DAY, Refused, article_of
from quoteservice.settings import Settings

DAY = date(2024, 5, 6)


@pytest.mark.parametrize(
    "given",
    ["2024-05-06", " 2024-05-06 ", "2024-05-06T23:59:00+02:00", "2024-05-06 10:00", DAY,
     datetime(2024, 5, 6, 23, 30, tzinfo=UTC)],
)  # fmt: skip
def test_a_day_is_read_as_it_is_written(given: Any) -> None:
    assert article_of({"id": "1", "text": "a", "published_at": given}, Settings()).published_at == DAY


@pytest.mark.parametrize("given", [None, "", float("nan")])
def test_no_day_is_no_day(given: Any) -> None:
    assert article_of({"id": "1", "text": "a", "published_at": given}, Settings()).published_at is None


def test_an_id_may_be_a_number_and_nulls_are_missing() -> None:
    article = article_of({"id": 7, "text": None, "html": "<p>a", "outlet": float("nan")}, Settings())
    assert (article.id, article.text, article.html, article.outlet) == ("7", None, "<p>a", None)


@pytest.mark.parametrize(
    ("row", "detail"),
    [
        ({}, "An article needs an `id`, a string or a whole number."),
        ({"id": ""}, "An article needs an `id`, a string or a whole number."),
        ({"id": True}, "An article needs an `id`, a string or a whole number."),
        ({"id": "x" * 201}, "`id` has more than 200 code points."),
        ({"id": "\ud800"}, "`id` has a lone surrogate; this is no Unicode text."),
        ({"id": "1"}, "The row has neither `text` nor `html`."),
        ({"id": "1", "text": "a", "html": "b"}, "Give it either as `text` or as `html`, not as both."),
        ({"id": "1", "text": 5}, "`text` is not a string."),
        ({"id": "1", "text": "a", "published_at": "tavaly"}, NO_DAY),
        ({"id": "1", "text": "a", "published_at": "2024-02-30"}, NO_DAY),
        ({"id": "1", "text": "a", "published_at": "1066-10-14"}, NO_DAY),
        ({"id": "1", "text": "a", "published_at": 20240506}, NO_DAY),
        ({"id": "1", "text": "a", "outlet": "x" * 201}, "`outlet` is longer than 200 code points or no Unicode text."),
    ],
)
def test_a_row_that_is_no_article_is_told_why(row: dict[str, Any], detail: str) -> None:
    with pytest.raises(Refused) as refused:
        article_of(row, Settings())
    assert (refused.value.status, refused.value.detail) == (422, detail)
