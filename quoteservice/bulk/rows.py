"""Articles in, rows of the tables of `schema` out: the one function that every engine calls."""

import traceback
from collections.abc import Iterable, Iterator
from pathlib import PurePath
from typing import Any

from quoteservice.bulk.article import Article, Refused, Row, article_of, id_of
from quoteservice.bulk.flat import article_row, quote_rows, speaker_rows
from quoteservice.bulk.job import Job
from quoteservice.deadline import Late, limited
from quoteservice.response.answer import answered
from quoteservice.response.problems import KINDS, TYPE
from quoteservice.service import Service
from quoteservice.text.guards import TextRefused

Outcome = dict[str, list[dict[str, Any]]]
"""The rows of one article by table."""


def outcomes(rows: Iterable[Row], service: Service, job: Job) -> Iterator[Outcome]:
    """The outcome of each row, in order; nothing about a row raises."""
    return (outcome(row, service, job) for row in rows)


def outcome(row: Row, service: Service, job: Job) -> Outcome:
    """The rows of one article's quotations and speakers with its own, or its reject."""
    try:
        article = article_of(row, job.settings)
        with limited(job.deadline):
            return _read(article, service, job)
    except Refused as refused:
        status, detail = refused.status, refused.detail
    except TextRefused as refused:
        status, detail = 422, str(refused)
    except Late:
        status, detail = 503, late(job)
    except Exception as error:
        status, detail = 500, _failure(error)
    return rejected(_readable_id(row, job), status, detail)


def rejected(article_id: str | None, status: int, detail: str) -> Outcome:
    """An outcome that says why there is none; `status` as the service would answer."""
    kind, title = KINDS[status]
    told = {"status": status, "type": TYPE + kind, "title": title, "detail": detail}
    return {"rejects": [{"article_id": article_id, "place": None, **told}]}


def late(job: Job) -> str:
    """What is told of an article that took too long."""
    return f"It was not read within {job.deadline:g} seconds."


def _read(article: Article, service: Service, job: Job) -> Outcome:
    asked: dict[str, Any] = {"published_at": article.published_at, "options": job.options}
    told = answered(service.report(article.text, html=article.html, article_id=article.id, **asked))
    return {
        "quotes": quote_rows(article, told),
        "speakers": speaker_rows(article, told),
        "articles": [article_row(article, told)],
    }


def _readable_id(row: Row, job: Job) -> str | None:
    try:
        return id_of(row, job.settings)
    except Refused:
        return None


def _failure(error: Exception) -> str:
    """The kind of failure and where it was raised; its message may quote the article."""
    frames = traceback.extract_tb(error.__traceback__)
    return f"Reading it failed ({type(error).__name__} in {PurePath(frames[-1].filename).name}:{frames[-1].lineno})."
