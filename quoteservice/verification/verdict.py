"""Decides on a claim: where it was found best, whether it stands there as claimed, and what it lost."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal, get_args

from quoteservice.model import Quotation
from quoteservice.verification.article import Article
from quoteservice.verification.claims import ParsedClaim
from quoteservice.verification.compare import SHORT_WORD, Comparison, Difference
from quoteservice.verification.losses import lost_words, negations, new_words

VerdictName = Literal["verbatim", "typography", "altered", "indirect", "absent"]
Where = Literal["quotation", "report", "partly", "across", "outside"]
Flag = Literal[
    "cut", "joined", "declared", "reordered", "negation_lost", "negation_added", "condition_lost", "hedge_lost",
    "denial_lost", "question_lost", "question_added",
]  # fmt: skip
VERDICTS: tuple[VerdictName, ...] = get_args(VerdictName)
WHERES: tuple[Where, ...] = get_args(Where)
FLAGS: tuple[Flag, ...] = get_args(Flag)
LEAST = {"quotation": 0.55, "report": 0.6, "partly": 0.6, "across": 0.65, "outside": 0.7}
"""How much of a claim must stand somewhere (`Comparison.share`) to be taken for what was said there."""
REPORTED = 0.7
INQUIT_WORDS = 14
"""So many words may stand between two quotations of a speaker that the article itself puts side by side."""
STATEMENT = ".!"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was decided of the words of a claim; `where` and `found` are None when they are absent."""

    name: VerdictName
    where: Where | None
    flags: tuple[Flag, ...]
    found: Comparison | None


def place_of(article: Article, found: Comparison) -> Where:
    """Where the article's words of a comparison stand."""
    owned = [article.owners[i] is not None for i in found.indices]
    if not any(owned):
        return "outside"
    if not all(owned):
        return "across"
    marked = [article.marked[i] for i in found.indices]
    return "quotation" if all(marked) else "partly" if any(marked) else "report"


def is_there(article: Article, found: Comparison) -> bool:
    """Whether enough of the claim stands at the place to speak of it."""
    return bool(found.indices) and found.share >= LEAST[place_of(article, found)]


def judge(article: Article, claim: ParsedClaim, found: Comparison | None) -> Verdict:
    """The verdict on a claim whose best place is `found`."""
    if found is None or not is_there(article, found):
        return Verdict("absent", None, (), None)
    where = place_of(article, found)
    flags = _flags(article, claim, found, where)
    return Verdict(_name(article, claim, found, where, flags), where, flags, found)


def quotations(article: Article, found: Comparison) -> tuple[Quotation, ...]:
    """The quotations that the matched words belong to, the one with most of them first."""
    owners = [owner for owner in (article.owners[i] for i in found.indices) if owner is not None]
    ranked = sorted(dict.fromkeys(owners), key=lambda owner: (-owners.count(owner), owner))
    return tuple(article.analysis.quotations[owner] for owner in ranked)


def _name(article: Article, claim: ParsedClaim, found: Comparison, where: Where, flags: Sequence[Flag]) -> VerdictName:
    if where in ("report", "partly"):
        turned = {"negation_lost", "negation_added", "denial_lost", "question_lost"}.intersection(flags)
        return "altered" if turned or found.share < REPORTED or new_words(article, claim, found) else "indirect"
    if found.differences or where == "across" or _hard_joints(article, found):
        return "altered"
    if {"question_lost", "question_added"}.intersection(flags):
        return "altered" if _closed(claim) else "typography"
    return "verbatim" if _same_typography(article, claim, found) else "typography"


def _flags(article: Article, claim: ParsedClaim, found: Comparison, where: Where) -> tuple[Flag, ...]:
    flags: set[Flag] = set()
    loose = where in ("report", "partly")
    lost = frozenset(found.lost())
    dropped = [d for d in left_out(found) if lost.intersection(d.article) and not (loose and d.place != "inside")]
    if dropped and not loose:
        flags.add("cut")
    if any(d.declared for d in dropped) or (claim.parted and dropped):
        flags.add("declared")
    if found.joints and not loose:
        flags.add("joined")
    if _is_reordered(article, found) and not loose:
        flags.add("reordered")
    flags |= _meanings(article, claim, found, loose)
    flags |= _askings(article, claim, found)
    return tuple(flag for flag in FLAGS if flag in flags)


def _is_reordered(article: Article, found: Comparison) -> bool:
    """Whether a word of content stands in another place."""
    return any(len(article.words[i].key) > SHORT_WORD for i in found.moved)


def _meanings(article: Article, claim: ParsedClaim, found: Comparison, loose: bool) -> set[Flag]:
    flags: set[Flag] = set()
    lost, added = negations(article, claim, found, near_only=loose)
    denied = any(q.cue is not None and q.cue.stance == "denies" for q in quotations(article, found))
    if denied and loose:
        if not added:
            flags.add("denial_lost")
        added = []
    if lost:
        flags.add("negation_lost")
    if added:
        flags.add("negation_added")
    if lost_words(article, claim, found, "conditions"):
        flags.add("condition_lost")
    if lost_words(article, claim, found, "hedges"):
        flags.add("hedge_lost")
    return flags


def _askings(article: Article, claim: ParsedClaim, found: Comparison) -> set[Flag]:
    pairs = [pair for pair in found.alignment if pair.claim is not None and pair.article is not None]
    flags: set[Flag] = set()
    for pair, following in zip(pairs, [*pairs[1:], None], strict=True):
        if pair.claim is None or pair.article is None:
            continue
        theirs, ours = "?" in claim.gap(pair.claim + 1), "?" in article.gap(pair.article + 1)
        if following is not None and following.article != pair.article + 1:
            continue
        if ours and not theirs:
            flags.add("question_lost")
        if theirs and not ours:
            flags.add("question_added")
    asked = [q for q in quotations(article, found) if q.cue is not None and q.cue.stance == "questions"]
    if asked and asked[0].type == "indirect" and "?" not in claim.claim.quote:
        flags.add("question_lost")
    if asked:
        flags.discard("question_added")
    return flags


def _closed(claim: ParsedClaim) -> bool:
    """Whether the claim itself says that its last sentence is a statement, or has a question where there is none."""
    end = claim.gap(len(claim.words))
    return "?" in claim.claim.quote or any(mark in end for mark in STATEMENT)


def _hard_joints(article: Article, found: Comparison) -> bool:
    """Whether parts are joined that the article does not put side by side."""
    for one, other in found.joints:
        first, second = article.quotation(one), article.quotation(other)
        if first is None or second is None or first is second or not first.speaker_ids:
            return True
        if first.speaker_ids != second.speaker_ids or not one < other <= one + INQUIT_WORDS:
            return True
        if any("\n" in article.gap(at) for at in range(one + 1, other + 1)):
            return True
        if any(article.owners[at] is not None for at in range(one + 1, other)):
            return True
    return False


def _same_typography(article: Article, claim: ParsedClaim, found: Comparison) -> bool:
    pairs = [(pair.claim, pair.article) for pair in found.alignment if pair.claim is not None]
    for at, index in pairs:
        if index is None or claim.words[at].span.of(claim.claim.quote) != article.words[index].span.of(
            article.analysis.text
        ):
            return False
    for (at, index), (_, following) in pairwise(pairs):
        if index is not None and following == index + 1 and claim.gap(at + 1) != article.gap(index + 1):
            return False
    return _same_end(article, claim, found)


def _same_end(article: Article, claim: ParsedClaim, found: Comparison) -> bool:
    """Whether the claim has no final mark, or the one that the article has there."""
    last = next(iter(claim.gap(len(claim.words)).strip("„”“»«\"'’ \n\t")), "")
    return not last or article.gap(found.indices[-1] + 1).startswith(last)


def left_out(found: Comparison) -> tuple[Difference, ...]:
    """The differences in which words of the article are missing from the claim."""
    return tuple(d for d in found.differences if d.kind == "left_out")
