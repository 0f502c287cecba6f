"""The best place of a claim in an article, among exact ones, near ones, and those of its sentences one by one."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from quoteservice.verification.align import Alignment, Needle, Pair, exact, matched_length, near, needle
from quoteservice.verification.article import Article
from quoteservice.verification.claims import ParsedClaim
from quoteservice.verification.compare import Comparison, compare, rest_of_sentence
from quoteservice.verification.verdict import place_of

GOOD = 0.999
CLOSE = 0.05
"""A place in a quotation wins over one outside, and the asked speaker's over another's, when so much worse at most."""
RANKS = {"quotation": 2, "partly": 1, "report": 1, "across": 0, "outside": 0}
FEWEST = 3
MOST_PIECES = 12
ENOUGH = 0.6
"""The part of a sentence's letters that must be found together."""


def best_place(article: Article, claim: ParsedClaim, wanted: frozenset[str]) -> Comparison | None:
    """Where `claim` stands best; ties go to quotations, then to the speakers `wanted` (ids), then to the first.

    None when no word of it is anywhere.
    """
    sought = needle(article, claim)
    if not claim.words or not article.words:
        return None
    found = [compare(article, claim, alignment) for alignment in exact(article, sought)]
    if not any(place_of(article, each) != "outside" for each in found):
        found += [compare(article, claim, alignment) for alignment in near(article, sought)]
    best = _best(article, found, wanted)
    if len(claim.starts) > 1 and (best is None or best.share < GOOD or best.moved):
        pieces = _pieces(article, claim)
        best = _best(article, [*([best] if best is not None else []), pieces], wanted)
    return best


def _best(article: Article, found: Iterable[Comparison], wanted: frozenset[str]) -> Comparison | None:
    listed = [each for each in found if each.indices]
    if not listed:
        return None
    top = max(_score(each) for each in listed)
    close = [each for each in listed if _score(each) >= top - CLOSE]
    return max(close, key=lambda each: (*_rank(article, each, wanted), _score(each), -each.indices[0]))


def _score(found: Comparison) -> float:
    return found.share + 0.1 * found.similarity


def _rank(article: Article, found: Comparison, wanted: frozenset[str]) -> tuple[int, int, int]:
    quotation = article.quotation(found.indices[0])
    theirs = bool(quotation is not None and wanted.intersection(quotation.speaker_ids))
    whole = not found.differences
    return (int(RANKS[place_of(article, found)] > 0), int(whole) * RANKS[place_of(article, found)], int(theirs))


def _pieces(article: Article, claim: ParsedClaim) -> Comparison:
    """Each sentence of the claim at a place of its own."""
    bounds = [*claim.starts[:MOST_PIECES], len(claim.words)]
    pairs: list[Pair] = []
    last = -1
    for first, end in pairwise(bounds):
        part = _piece(article, claim, needle(article, claim, first, end), last)
        taken = {pair.article for pair in pairs if pair.article is not None}
        fresh = (Pair(pair.claim, None) if pair.article in taken else pair for pair in part)
        pairs.extend(pair for pair in fresh if pair != Pair(None, None))
        last = max((pair.article for pair in part if pair.article is not None), default=last)
    return compare(article, claim, tuple(_bridged(article, pairs)))


def _piece(article: Article, claim: ParsedClaim, sought: Needle, last: int) -> Alignment:
    """The best place of one sentence: an exact one behind word `last` rather than another, else a near one."""
    places = list(exact(article, sought))
    if sought.last - sought.first < FEWEST:
        places = [row for row in places if _first(row) == last + 1 or _is_whole(article, row)]
    if places:
        return min(places, key=lambda row: (article.owners[_first(row)] is None, _first(row) <= last, _first(row)))
    if sought.last - sought.first >= FEWEST:
        length = sum(len(word.key) for word in claim.words[sought.first : sought.last])
        rows = [(matched_length(article, sought, row), row) for row in near(article, sought)]
        most = max((count for count, _ in rows), default=0)
        if most >= ENOUGH * length:
            return next(row for count, row in rows if count == most)
    return tuple(Pair(at, None) for at in range(sought.first, sought.last))


def _is_whole(article: Article, row: Alignment) -> bool:
    """Whether a few words are a sentence of the article; else they could be of any."""
    first, last = _first(row), _first(row[::-1])
    return not rest_of_sentence(article, first, -1) and not rest_of_sentence(article, last, 1)


def _first(row: Sequence[Pair]) -> int:
    return next(pair.article for pair in row if pair.article is not None)


def _bridged(article: Article, pairs: Sequence[Pair]) -> Iterator[Pair]:
    """The pairs of all sentences, with what lies between two of them in a quotation, or in what is left of theirs."""
    last: int | None = None
    for pair in pairs:
        at = pair.article
        if at is not None and last is not None and at > last + 1:
            if article.owners[at] == article.owners[last]:
                between = [i for i in range(last + 1, at) if article.owners[i] == article.owners[at]]
            else:
                between = [*rest_of_sentence(article, last, 1), *reversed(rest_of_sentence(article, at, -1))]
            yield from (Pair(None, i) for i in between)
        yield pair
        last = at if at is not None else last
