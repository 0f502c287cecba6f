"""What somebody needs who goes on working on an answer: its text, the names in it, and the way back to the HTML."""

from typing import Any

from quoteservice.response.names import Names
from quoteservice.response.options import OffsetUnit
from quoteservice.response.places import offsets
from quoteservice.response.report import Report
from quoteservice.text.html.page import Page


def for_editing(report: Report) -> dict[str, Any]:
    """The members `text`, `iris` and, where the article came as HTML, `html_map` of an answer."""
    told: dict[str, Any] = {"text": report.analysis.text, "iris": _iris(report)}
    return {**told, "html_map": _html_map(report.page, report.options.offsets)} if report.page else told


def _iris(report: Report) -> dict[str, str]:
    """As `quoteservice.response.annotation` names them."""
    names = Names(report)
    parts = ["collection", "page", *(q.id for q in report.quotations()), *report.speakers()]
    return {"article": names.article, **{part: names.of(part) for part in parts}}


def _html_map(page: Page, unit: OffsetUnit) -> dict[str, list[list[int]]]:
    """Runs of characters that stand in the HTML as they are, and the characters between them, each for itself."""
    at, html_at = offsets(page.text, unit), offsets(page.source, unit)
    runs: list[list[int]] = []
    for i, (first, last) in enumerate(zip(page.starts, page.ends, strict=True)):
        if runs and last - first == 1 and _as_is(runs[-1]) and runs[-1][3] == first:
            runs[-1][1], runs[-1][3] = i + 1, last
        else:
            runs.append([i, i + 1, first, last])
    told = [[at(start), at(end), html_at(first), html_at(last)] for start, end, first, last in runs]
    return {"runs": told, "own_marks": [[html_at(a), html_at(b)] for a, b in sorted(page.own_marks.items())]}


def _as_is(run: list[int]) -> bool:
    return run[1] - run[0] == run[3] - run[2]
