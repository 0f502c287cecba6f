"""What was found in one article and what of it the caller asked for: the input of every format."""

from dataclasses import dataclass

from quoteservice.model import Analysis, Quotation, Speaker
from quoteservice.response.engine import Engine
from quoteservice.response.options import Options
from quoteservice.text.html.page import Page


@dataclass(frozen=True, slots=True)
class Report:
    """An analysis with its engine, the caller's options, the language (`hu` or `und`) and the article's id if any.

    `page` is the HTML that the text came out of, if it did.
    """

    analysis: Analysis
    engine: Engine
    options: Options
    language: str
    article_id: str | None = None
    page: Page | None = None

    def quotations(self) -> list[Quotation]:
        """The quotations that the options ask for, in text order."""
        wanted = self.options
        return [q for q in self.analysis.quotations if q.type in wanted.types and q.confidence >= wanted.min_confidence]

    def speakers(self) -> dict[str, Speaker]:
        """The article's speakers by id."""
        return {speaker.id: speaker for speaker in self.analysis.speakers}
