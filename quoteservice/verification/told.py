"""The answer of POST /verify as plain data, ready to be written as JSON."""

from collections.abc import Iterable, Sequence
from typing import Any

from quoteservice.model import Span
from quoteservice.response.options import Options
from quoteservice.response.places import Places
from quoteservice.response.report import Report
from quoteservice.verification.article import Article
from quoteservice.verification.compare import Comparison, Difference, article_spans, claim_span
from quoteservice.verification.losses import lost_words, negations
from quoteservice.verification.reasons import reason
from quoteservice.verification.verdict import left_out
from quoteservice.verification.verify import Checked

CONTEXT_WORDS = 12
LONGEST = 160
"""Code points of a passage that is told in the words of a reason; the differences tell all of it."""


def told_claims(
    article: Article, checked: Iterable[Checked], answer: dict[str, Any], report: Report
) -> list[dict[str, Any]]:
    """Each checked claim as the contract's JSON object; `answer` is that of POST /quotes for the same article."""
    options = report.options
    places = Places(article.analysis.text, options.offsets, report.page)
    quotes = {quote["id"]: quote for quote in answer["quotes"]}
    return [_told(article, each, places, quotes, options) for each in checked]


def _told(
    article: Article, checked: Checked, places: Places, quotes: dict[str, Any], options: Options
) -> dict[str, Any]:
    verdict, whose, found = checked.verdict, checked.whose, checked.verdict.found
    claimed = Places(checked.claim.claim.quote, options.offsets)
    differences = [_difference(article, checked, d, places, claimed) for d in found.differences] if found else []
    return {
        "verdict": verdict.name,
        "where": verdict.where,
        "similarity": round(found.similarity, 3) if found else 0.0,
        "speaker": {
            "verdict": whose.verdict,
            "speaker_ids": [speaker.id for speaker in whose.speakers],
            "names": [speaker.name for speaker in whose.speakers],
        },
        "quote": quotes[checked.quotations[0].id] if checked.quotations else None,
        "quote_ids": [quotation.id for quotation in checked.quotations],
        "matched": places.pieces(article_spans(article, found.indices)) if found else None,
        "context": _context(article, found, places) if found else None,
        "differences": differences,
        "flags": list(verdict.flags),
        "reasons": [reason(code, **details) for code, details in _reasons(article, checked)],
    }


def _difference(
    article: Article, checked: Checked, difference: Difference, places: Places, claimed: Places
) -> dict[str, Any]:
    mine = claim_span(checked.claim, difference.claim)
    return {
        "kind": difference.kind,
        "place": difference.place,
        "article": places.pieces(article_spans(article, difference.article)) if difference.article else None,
        "claim": claimed.piece(mine) if mine else None,
        "same_lemma": difference.same_lemma,
        "declared": difference.declared,
    }


def _context(article: Article, found: Comparison, places: Places) -> dict[str, Any]:
    """Some words of the article before the matched ones and behind them."""
    first, last = min(found.indices), max(found.indices)
    words, text = article.words, article.analysis.text
    before = words[max(0, first - CONTEXT_WORDS)].span.start
    behind = words[min(len(words) - 1, last + CONTEXT_WORDS)].span.end
    if last + CONTEXT_WORDS >= len(words) - 1:
        behind = len(text.rstrip())
    return {
        "before": places.piece(Span(before, words[first].span.start)),
        "after": places.piece(Span(words[last].span.end, max(behind, words[last].span.end))),
    }


def _reasons(article: Article, checked: Checked) -> list[tuple[str, dict[str, str]]]:
    verdict, found = checked.verdict, checked.verdict.found
    if found is None:
        text = [("not_found" if checked.claim.words else "no_words", dict[str, str]())]
    else:
        text = [*_grounds(article, checked, found), *_losses(article, checked, found)]
    whose = checked.whose
    details = {"names": ", ".join(speaker.name for speaker in whose.speakers)}
    if whose.ground == "speaker_unsure":
        details = {"confidence": f"{whose.confidence:.2f}"}
    used = details if whose.verdict not in ("unattributed", "not_asked") else {}
    return [*text, (whose.ground, used)] if verdict.name != "absent" or whose.verdict != "not_asked" else text


def _grounds(article: Article, checked: Checked, found: Comparison) -> list[tuple[str, dict[str, str]]]:
    """What was found, where, and what differs."""
    verdict = checked.verdict
    out: list[tuple[str, dict[str, str]]] = []
    if verdict.name == "verbatim":
        out.append(("words_stand", {}))
    elif verdict.name == "typography":
        out.append(("typography_differs", {}))
    place = {"outside": "outside_quotations", "across": "across", "report": "reported", "partly": "partly_quoted"}
    if verdict.where in place:
        out.append((place[verdict.where], {}))
    changed = [d for d in found.differences if d.kind == "changed"]
    for code, some in (
        ("forms_differ", [d for d in changed if d.same_lemma]),
        ("words_differ", [d for d in changed if not d.same_lemma]),
    ):
        if some:
            out.append((code, {"differences": _joined(_change(article, checked, d) for d in some)}))
    added = [d for d in found.differences if d.kind == "added"]
    if added:
        out.append(("words_added", {"added": _joined(_mine(checked, d.claim) for d in added)}))
    if left_out(found):
        out.append(("words_left_out", {"lost": _joined(_theirs(article, d.article) for d in left_out(found))}))
    return out


def _losses(article: Article, checked: Checked, found: Comparison) -> list[tuple[str, dict[str, str]]]:
    """The flags, with the words that they are about."""
    claim, loose = checked.claim, checked.verdict.where in ("report", "partly")
    lost, added = negations(article, claim, found, near_only=loose)
    words = {
        "negation_lost": [_theirs(article, (i,)) for i in lost],
        "negation_added": [_mine(checked, (i,)) for i in added],
        "condition_lost": [_theirs(article, (i,)) for i in lost_words(article, claim, found, "conditions")],
        "hedge_lost": [_theirs(article, (i,)) for i in lost_words(article, claim, found, "hedges")],
    }
    return [(flag, {"words": _joined(words[flag])} if flag in words else {}) for flag in checked.verdict.flags]


def _change(article: Article, checked: Checked, difference: Difference) -> str:
    return f"„{_theirs(article, difference.article)}” helyett „{_mine(checked, difference.claim)}”"


def _theirs(article: Article, indices: Sequence[int]) -> str:
    text = " ".join(span.of(article.analysis.text) for span in article_spans(article, indices))
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"


def _mine(checked: Checked, indices: Sequence[int]) -> str:
    span = claim_span(checked.claim, indices)
    text = span.of(checked.claim.claim.quote) if span else ""
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"


def _joined(pieces: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(pieces))
