"""One article in, one answer out: what the web, the command line and bulk adapters share."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, Protocol, Self

from quoteservice.model import Analysis, moved
from quoteservice.response.answer import answered
from quoteservice.response.engine import Engine
from quoteservice.response.options import Options
from quoteservice.response.report import Report
from quoteservice.settings import Settings
from quoteservice.text.guards import check
from quoteservice.text.html.intake import checked_page
from quoteservice.text.language import language_of
from quoteservice.text.reading import Reading, reading_of
from quoteservice.text.view import has_control_characters
from quoteservice.verification.claims import Claim
from quoteservice.verification.desk import Desk

FOREIGN = "The text does not look Hungarian; no quotations were looked for."
CONTROL = "The text holds control characters; they were read as spaces."
BOUNDED = "Very long runs of marks or letters were read only in part."


class Analyser(Protocol):
    """Finds quotations and speakers (`quoteservice.pipeline.Pipeline`, or a fake in tests)."""

    def analyse(self, text: str, published_at: date | None = None) -> Analysis:
        """What `text` reports; offsets are code points of `text`."""

    def lemmas(self, text: str) -> Mapping[str, str]:
        """The lemma of each form in `text`."""


class Service:
    """An analyser behind the intake guards, with the engine's name for its answers."""

    def __init__(self, analyser: Analyser, engine: Engine, settings: Settings) -> None:
        self.engine = engine
        self._analyser = analyser
        self._settings = settings

    def around(self, wrap: Callable[[Analyser], Analyser]) -> Self:
        """The same service with its analyser inside another, which may measure it."""
        return type(self)(wrap(self._analyser), self.engine, self._settings)

    def quotes(
        self,
        text: str | None = None,
        *,
        html: str | None = None,
        article_id: str | None = None,
        published_at: date | None = None,
        options: Options | None = None,
    ) -> dict[str, Any]:
        """The answer of POST /quotes for an article given as either `text` or `html`, as plain data; see `report`."""
        asked: dict[str, Any] = {"article_id": article_id, "published_at": published_at, "options": options}
        return answered(self.report(text, html=html, **asked))

    def report(
        self,
        text: str | None = None,
        *,
        html: str | None = None,
        article_id: str | None = None,
        published_at: date | None = None,
        options: Options | None = None,
    ) -> Report:
        """What the article reports and what of it the caller asked for, for any of the formats.

        Raises TextRefused when it is too long or no Unicode text, ValueError unless exactly one of the two is given.
        """
        limits, page = self._settings, None
        if html is not None and text is None:
            page = checked_page(html, limits.max_html_length, limits.max_text_length)
            text = page.text
        elif text is None or html is not None:
            raise ValueError("Exactly one of text and html makes an article.")
        check(text, limits.max_text_length)
        language = language_of(text)
        if language == "hu":
            analysis = analysed(self._analyser, text, limits, published_at)
        else:
            analysis = Analysis(text, (), (), (FOREIGN,))
        return Report(analysis, self.engine, options or Options(), language, article_id, page)

    def verify(
        self,
        text: str | None = None,
        claims: Sequence[Claim] = (),
        *,
        html: str | None = None,
        article_id: str | None = None,
        published_at: date | None = None,
        options: Options | None = None,
    ) -> dict[str, Any]:
        """The answer of POST /verify: what of `claims` (guarded) the article has, and as whose; raises as `report`."""
        report = self.report(text, html=html, article_id=article_id, published_at=published_at, options=options)
        told = answered(report)
        desk = Desk(self._analyser.lemmas, self._settings.max_mark_run, self._settings.max_word_length)
        told["claims"] = desk.told(report, claims, told)
        del told["quotes"]
        return told


def analysed(analyser: Analyser, text: str, settings: Settings, published_at: date | None = None) -> Analysis:
    """What `analyser` finds in a guarded text, read as `quoteservice.text.reading` says; offsets are `text`'s own."""
    reading = reading_of(text, settings.max_mark_run, settings.max_word_length)
    found = analyser.analyse(reading.text, published_at)
    if len(reading.places) < len(text):
        found = moved(found, reading.places)
    return replace(found, text=text, warnings=(*_warnings(text, reading), *found.warnings))


def _warnings(text: str, reading: Reading) -> list[str]:
    warnings = [CONTROL] if has_control_characters(text) else []
    if reading.text == text:
        return warnings
    pairs = zip(reading.places, reading.text, strict=True)
    lost = sum(1 for at, now in pairs if now == " " and not text[at].isspace())
    return [*warnings, BOUNDED] if lost > len(text) / 10 else warnings
