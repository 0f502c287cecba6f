"""Claims and an analysis in, told verdicts out: reads the claims as the article was read, and gets their lemmas."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from quoteservice.response.report import Report
from quoteservice.text.reading import Reading, reading_of
from quoteservice.verification.claims import Claim
from quoteservice.verification.told import told_claims
from quoteservice.verification.verify import verify
from quoteservice.verification.words import WORD


@dataclass(frozen=True, slots=True)
class Desk:
    """What checks claims: `lemmas` reads a text for the lemma of each form; the bounds are those of `reading_of`."""

    lemmas: Callable[[str], Mapping[str, str]]
    longest_run: int
    longest_word: int

    def told(self, report: Report, claims: Sequence[Claim], answer: dict[str, Any]) -> list[dict[str, Any]]:
        """The verdicts on `claims` as plain data; `answer` is that of POST /quotes for `report`."""
        analysis = report.analysis
        readings = [(c, self._read(c.quote), None if c.speaker is None else self._read(c.speaker)) for c in claims]
        known = analysis.lemmas()
        # Only claims with words of their own need to be read for lemmas.
        unknown = [q.text for _, q, _ in readings if not known.keys() >= set(WORD.findall(q.text))]
        lemmas = {**(self.lemmas("\n\n".join(unknown)) if unknown else {}), **known}
        article, checked = verify(analysis, self._read(analysis.text), readings, lemmas)
        return told_claims(article, checked, answer, report)

    def _read(self, text: str) -> Reading:
        return reading_of(text, self.longest_run, self.longest_word)
