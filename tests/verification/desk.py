"""The real service at work on the articles of this folder; each article is read once."""

import functools
from typing import Any

from quoteservice.model import Analysis
from quoteservice.response.answer import answered
from quoteservice.response.options import Options
from quoteservice.response.report import Report
from quoteservice.service import analysed
from quoteservice.settings import Settings
from quoteservice.verification.claims import Claim
from quoteservice.verification.desk import Desk
from tests import whole
from tests.fakes import ENGINE
from tests.verification import table


@functools.cache
def analysis_of(name: str) -> Analysis:
    return analysed(whole.engine(), table.article(name), Settings())


def report_of(name: str) -> Report:
    return Report(analysis_of(name), ENGINE, Options(), "hu")


@functools.cache
def frame_of(name: str) -> dict[str, Any]:
    return answered(report_of(name))


def check(name: str, *claims: Claim) -> list[dict[str, Any]]:
    """What POST /verify says of claims about one article."""
    return Desk(whole.engine().lemmas, 8, 300).told(report_of(name), claims, frame_of(name))


def quoted(name: str) -> list[str]:
    """The direct quotations of an article, without what stands between their parts."""
    text = analysis_of(name).text
    direct = (quotation for quotation in analysis_of(name).quotations if quotation.type == "direct")
    return [" ".join(span.of(text) for span in quotation.content) for quotation in direct]
