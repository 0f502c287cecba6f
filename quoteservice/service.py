"""One article in, one answer out: what the web, the command line and bulk adapters share."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, Protocol

from quoteservice.model import Analysis, moved
from quoteservice.response.answer import answer
from quoteservice.response.engine import Engine
from quoteservice.response.options import Options
from quoteservice.settings import Settings
from quoteservice.text.guards import check
from quoteservice.text.language import Language, language_of
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
        language, analysis = self._read(text, published_at)
        return answer(analysis, self.engine, options or Options(), language, article_id)

    def verify(
        self,
        text: str,
        claims: Sequence[Claim],
        *,
        article_id: str | None = None,
        published_at: date | None = None,
        options: Options | None = None,
    ) -> dict[str, Any]:
        """The answer of POST /verify: what of `claims` (guarded) the article has, and as whose; raises as `quotes`."""
        language, analysis = self._read(text, published_at)
        asked = options or Options()
        told = answer(analysis, self.engine, asked, language, article_id)
        desk = Desk(self._analyser.lemmas, self._settings.max_mark_run, self._settings.max_word_length)
        told["claims"] = desk.told(analysis, claims, told, asked)
        del told["quotes"]
        return told

    def _read(self, text: str, published_at: date | None) -> tuple[Language, Analysis]:
        """The article, read: the one way in for whatever is asked of it."""
        check(text, self._settings.max_text_length)
        language = language_of(text)
        if language == "hu":
            return language, analysed(self._analyser, text, self._settings, published_at)
        return language, Analysis(text, (), (), (FOREIGN,))


def analysed(analyser: Analyser, text: str, settings: Settings, published_at: date | None = None) -> Analysis:
    """What `analyser` finds in a guarded text, read as `quoteservice.text.reading` says; offsets are `text`'s own."""
    reading = reading_of(text, settings.max_mark_run, settings.max_word_length)
    found = moved(analyser.analyse(reading.text, published_at), reading.places)
    return replace(found, text=text, warnings=(*_warnings(text, reading), *found.warnings))


def _warnings(text: str, reading: Reading) -> list[str]:
    warnings = [CONTROL] if has_control_characters(text) else []
    pairs = zip(reading.places, reading.text, strict=True)
    lost = sum(1 for at, now in pairs if now == " " and not text[at].isspace())
    return [*warnings, BOUNDED] if lost > len(text) / 10 else warnings
