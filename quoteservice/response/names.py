"""IRIs for an article, its quotations and speakers: the same for the same article, engine and options."""

import base64
import hashlib
import re
from uuid import NAMESPACE_URL, UUID, uuid5

from quoteservice.response.report import Report

IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`\x00-\x20]+")
OWN = "urn:quoteservice"


class Names:
    """The IRIs of one report."""

    def __init__(self, report: Report) -> None:
        text = report.analysis.text.encode("utf-8", "surrogatepass")
        self.article = _article(report.article_id, text)
        self._space = _space(report, text)

    def of(self, part: str) -> str:
        """The IRI of a part of the answer, such as `q1` or `s1`; its digest holds nothing that can be read back."""
        return uuid5(self._space, part).urn


def _article(article_id: str | None, text: bytes) -> str:
    """The caller's id where it is an IRI, else one made of the text's SHA-256 digest (RFC 6920)."""
    if article_id and IRI.fullmatch(article_id):
        return article_id
    digest = base64.urlsafe_b64encode(hashlib.sha256(text).digest()).decode("ascii").rstrip("=")
    return f"ni:///sha-256;{digest}"


def _space(report: Report, text: bytes) -> UUID:
    told = f"{OWN}\n{report.article_id}\n{report.engine}\n{report.options}\n{hashlib.sha256(text).hexdigest()}"
    return uuid5(NAMESPACE_URL, told)
