"""One article in, one answer out: what the web, the command line and bulk adapters share."""

from dataclasses import replace
from datetime import date
from typing import Any, Protocol

from quoteservice.model import Analysis
from quoteservice.response.answer import answer
from quoteservice.response.engine import Engine
from quoteservice.response.options import Options
from quoteservice.settings import Settings
from quoteservice.text.guards import check
from quoteservice.text.language import language_of
from quoteservice.text.view import has_control_characters, parser_view

FOREIGN = "The text does not look Hungarian; no quotations were looked for."
CONTROL = "The text holds control characters; they were read as spaces."
BOUNDED = "Very long runs of marks or letters were read only in part."


class Analyser(Protocol):
    """Finds quotations and speakers (`quoteservice.pipeline.Pipeline`, or a fake in tests)."""

    def analyse(self, text: str, published_at: date | None = None) -> Analysis:
        """What `text` reports; offsets are code points of `text`."""


class Service:
    """An analyser behind the intake guards, with the engine's name for its answers."""

    def __init__(self, analyser: Analyser, engine: Engine, settings: Settings) -> None:
        self.engine = engine
        self._analyser = analyser
        self._settings = settings

    def quotes(
        self,
        text: str,
        *,
        article_id: str | None = None,
        published_at: date | None = None,
        options: Options | None = None,
    ) -> dict[str, Any]:
        """The answer of POST /quotes for `text` as plain data.

        Raises TextRefused when the text is too long or no Unicode text.
        """
        check(text, self._settings.max_text_length)
        language = language_of(text)
        known = language == "hu"
        analysis = self._analyse(text, published_at) if known else Analysis(text, (), (), (FOREIGN,))
        return answer(analysis, self.engine, options or Options(), language, article_id)

    def _analyse(self, text: str, published_at: date | None) -> Analysis:
        seen = parser_view(text, self._settings.max_mark_run, self._settings.max_word_length)
        found = self._analyser.analyse(seen, published_at)
        return replace(found, text=text, warnings=(*_warnings(text, seen), *found.warnings))


def _warnings(text: str, seen: str) -> list[str]:
    warnings = [CONTROL] if has_control_characters(text) else []
    lost = sum(1 for was, now in zip(text, seen, strict=True) if now == " " and not was.isspace())
    return [*warnings, BOUNDED] if lost > len(text) / 10 else warnings
