"""Claims against an article, one after the other: the verdict on the words, and on whose they are."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from quoteservice.model import Analysis, Quotation, Speaker
from quoteservice.text.reading import Reading
from quoteservice.verification.article import Article, article_of
from quoteservice.verification.claims import Claim, ParsedClaim, parsed
from quoteservice.verification.locate import best_place
from quoteservice.verification.speakers import Meant, asked, speakers_like
from quoteservice.verification.verdict import Verdict, judge, quotations
from quoteservice.verification.words import words_of

SpeakerVerdict = Literal["confirmed", "other", "uncertain", "unattributed", "not_asked"]
SPEAKER_VERDICTS: tuple[SpeakerVerdict, ...] = get_args(SpeakerVerdict)
SURE = 0.5
"""A quotation's confidence below which its speaker is neither confirmed nor denied."""


@dataclass(frozen=True, slots=True)
class Whose:
    """Whether the words are the asked speaker's; `speakers` are those the article gives them to.

    `ground` is the code of the reason; `confidence` the service's own in the quotation, where there is one.
    """

    verdict: SpeakerVerdict
    speakers: tuple[Speaker, ...]
    ground: str
    confidence: float | None


@dataclass(frozen=True, slots=True)
class Checked:
    """A claim with its verdicts and the quotations it was found in, the main one first."""

    claim: ParsedClaim
    verdict: Verdict
    whose: Whose
    quotations: tuple[Quotation, ...]


def verify(
    analysis: Analysis,
    reading: Reading,
    claims: Sequence[tuple[Claim, Reading, Reading | None]],
    lemmas: Mapping[str, str],
) -> tuple[Article, tuple[Checked, ...]]:
    """The article made ready, and the verdict on each claim (with the readings of its quote and its speaker).

    `lemmas`: form → lemma of the words of the article and of the claims.
    """
    article = article_of(analysis, reading, lemmas)
    article.codes.adopt([word for _, quote, _ in claims for word in words_of(quote)], article.words)
    return article, tuple(_checked(article, *each, lemmas) for each in claims)


def _checked(
    article: Article, claim: Claim, quote: Reading, speaker: Reading | None, lemmas: Mapping[str, str]
) -> Checked:
    meant = None if speaker is None else speakers_like(article.analysis, asked(speaker, lemmas))
    one = parsed(claim, quote)
    verdict = judge(article, one, best_place(article, one, frozenset(meant.ids if meant else ())))
    found = quotations(article, verdict.found) if verdict.found is not None else ()
    return Checked(one, verdict, _whose(article, verdict, found, meant), found)


def _whose(article: Article, verdict: Verdict, found: Sequence[Quotation], meant: Meant | None) -> Whose:
    known = {speaker.id: speaker for speaker in article.analysis.speakers}
    theirs = tuple(known[i] for i in dict.fromkeys(i for quotation in found for i in quotation.speaker_ids))
    confidence = min((quotation.confidence for quotation in found), default=None)
    if meant is None:
        return Whose("not_asked", theirs, "not_asked", confidence)
    if verdict.where in (None, "outside"):
        return Whose("unattributed", (), "nobody_speaks", None)
    if not theirs:
        return Whose("unattributed", (), "speaker_unresolved", confidence)
    if confidence is not None and confidence < SURE:
        return Whose("uncertain", theirs, "speaker_unsure", confidence)
    return Whose(*_told(found, meant, {speaker.id for speaker in theirs}, theirs), confidence)


def _told(
    found: Sequence[Quotation], meant: Meant, ids: set[str], theirs: tuple[Speaker, ...]
) -> tuple[SpeakerVerdict, tuple[Speaker, ...], str]:
    """Verdict, speakers and ground for words that are `theirs`."""
    if not ids.intersection(meant.ids):
        if meant.by in ("synonym", "nothing"):
            return "uncertain", theirs, "speaker_unknown"
        return "other", theirs, "speaker_is_other"
    if not all(set(meant.ids).intersection(quotation.speaker_ids) for quotation in found):
        return "other", theirs, "speakers_differ"
    if not ids.issuperset(meant.ids):
        return "uncertain", theirs, "speaker_ambiguous"
    return "confirmed", theirs, "speaker_named"
