"""What a claim loses of a meaning: negations, conditions, hedges; and which of its words a report does not have."""

from collections import Counter

from quoteservice.lexicon import meaning
from quoteservice.verification.article import Article
from quoteservice.verification.claims import ParsedClaim
from quoteservice.verification.compare import SHORT_WORD, Comparison, Difference
from quoteservice.verification.persons import differs_in_person

CLAUSE_MARKS = ",;:–"


def negations(article: Article, claim: ParsedClaim, found: Comparison, near_only: bool) -> tuple[list[int], list[int]]:
    """The negations that the claim has lost (article indices) and those it has added (claim indices).

    `near_only`: beyond the matched stretch only those of the same clause count.
    """
    words = meaning.words("negations")
    lost, added = Counter[str](), Counter[str]()
    lost_at, added_at = [], []
    for difference in found.differences:
        here = difference.article
        if near_only and difference.place != "inside":
            here = _same_clause(article, difference)
        lost_at += [i for i in here if article.words[i].key in words]
        added_at += [i for i in difference.claim if claim.words[i].key in words]
    lost.update(article.words[i].key for i in lost_at)
    added.update(claim.words[i].key for i in added_at)
    return (
        [i for i in lost_at if lost[article.words[i].key] > added[article.words[i].key]],
        [i for i in added_at if added[claim.words[i].key] > lost[claim.words[i].key]],
    )


def _same_clause(article: Article, difference: Difference) -> tuple[int, ...]:
    """The words beyond an edge up to the next mark that parts clauses."""
    row = difference.article[::-1] if difference.place == "start" else difference.article
    found = []
    for at in row:
        gap = article.gap(at + 1 if difference.place == "start" else at)
        if any(mark in gap for mark in CLAUSE_MARKS):
            break
        found.append(at)
    return tuple(found)


def lost_words(article: Article, claim: ParsedClaim, found: Comparison, kind: meaning.Kind) -> tuple[int, ...]:
    """The article's words of one list (indices) that the claim has lost and not got anywhere else."""
    kept = {word.key for word in claim.words}
    return tuple(
        i for i in found.lost() if article.words[i].key in meaning.words(kind) and article.words[i].key not in kept
    )


def new_words(article: Article, claim: ParsedClaim, found: Comparison) -> tuple[int, ...]:
    """The claim's words (indices) of content that the place does not have in any form of person or order."""
    theirs = {article.words[i].key for i in (*found.indices, *(i for d in found.differences for i in d.article))}
    bases = {article.codes.lemma(key) for key in theirs}
    return tuple(
        i
        for difference in found.differences
        for i in difference.claim
        if _has_content(claim.words[i].key) and not _is_known(article, claim.words[i].key, theirs, bases)
    )


def _has_content(key: str) -> bool:
    return len(key) > SHORT_WORD or key[0].isdecimal() or key in meaning.words("numerals")


def _is_known(article: Article, key: str, theirs: set[str], bases: set[str]) -> bool:
    base = article.codes.lemma(key)
    if key in theirs or base in bases or any(differs_in_person(key, other) for other in theirs):
        return True
    prefix = next((key[:n] for n in range(2, len(key) - 2) if key[:n] in theirs), "")
    rest = key.removeprefix(prefix)
    return bool(prefix) and (
        base.removeprefix(prefix) in bases or any(differs_in_person(rest, other) for other in theirs)
    )
