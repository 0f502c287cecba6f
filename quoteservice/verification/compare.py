"""What a claim and the place it was found at differ in: words added, left out and changed, and what the loss means."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Literal

from rapidfuzz.distance import Indel

from quoteservice.model import Span
from quoteservice.verification.align import Alignment, Pair
from quoteservice.verification.article import Article
from quoteservice.verification.claims import ELLIPSIS, ParsedClaim

Kind = Literal["added", "left_out", "changed"]
Place = Literal["inside", "start", "end"]
FULL, SHORT = 1.0, 0.35
SHORT_WORD = 3
LONGEST_REST = 300
"""Words of a sentence that are looked at beyond a claim's own."""


@dataclass(frozen=True, slots=True)
class Difference:
    """Words of the article (indices) and of the claim (indices) that are not the same; one of them may be missing.

    `place`: inside the matched stretch, or beyond its start or end in the same sentence. `same_lemma`: forms of the
    same words. `declared`: the claim itself marks with *…* that words are left out here.
    """

    kind: Kind
    article: tuple[int, ...]
    claim: tuple[int, ...]
    place: Place = "inside"
    same_lemma: bool = False
    declared: bool = False


@dataclass(frozen=True, slots=True)
class Comparison:
    """An alignment with what it shows; `indices` are the article's words that the claim's stand for, in order."""

    alignment: Alignment
    indices: tuple[int, ...]
    differences: tuple[Difference, ...]
    share: float
    """How much of the claim the article has there, by lemmas in whatever order; short words count less."""
    similarity: float
    moved: frozenset[int]
    """Words of the article (indices) that the claim has in another place."""
    joints: tuple[tuple[int, int], ...]
    """Article words that the claim makes neighbours though whole sentences or quotations lie between them."""

    def lost(self) -> tuple[int, ...]:
        """The article's words that the claim does not have, inside its stretch and in the rest of its sentences."""
        return tuple(i for difference in self.differences for i in difference.article if i not in self.moved)


def compare(article: Article, claim: ParsedClaim, alignment: Alignment) -> Comparison:
    """The comparison of a claim with one place; every word of the claim is in `alignment`."""
    pairs = [pair for pair in alignment if pair.claim is not None and pair.article is not None]
    equal = [pair for pair in pairs if _same(article, claim, pair, lemma=True)]
    indices = tuple(pair.article for pair in pairs if pair.article is not None)
    inside = tuple(_differences(article, claim, alignment))
    edges = tuple(_edges(article, claim, indices))
    around = (*indices, *(i for each in (*edges, *inside) for i in each.article))
    share, bag = _shares(article, claim, equal, around)
    moved = _moved(article, claim, (*edges, *inside))
    return Comparison(
        alignment,
        indices,
        (*edges, *inside),
        max(share, bag),
        _similarity(article, claim, alignment),
        moved,
        tuple(_joints(article, alignment)),
    )


def _same(article: Article, claim: ParsedClaim, pair: Pair, lemma: bool = False) -> bool:
    if pair.claim is None or pair.article is None:
        return False
    one, other = claim.words[pair.claim].key, article.words[pair.article].key
    return one == other or (lemma and article.codes.lemma(one) == article.codes.lemma(other))


def _case_changed(article: Article, claim: ParsedClaim, pair: Pair) -> bool:
    """A letter in another case where no sentence begins: *nagy* is not *Nagy*."""
    if pair.claim is None or pair.article is None:
        return False
    one, other = claim.words[pair.claim].written, article.words[pair.article].written
    if one == other:
        return False
    begins = pair.claim in claim.starts or article.breaks[pair.article] or _opens(article, pair.article)
    if begins and one[1:] == other[1:]:
        return False
    return not all(word.written.isupper() for word in claim.words)


def _opens(article: Article, at: int) -> bool:
    """Whether quoted words begin at word `at`."""
    return at == 0 or article.owners[at - 1] != article.owners[at] or article.marked[at - 1] != article.marked[at]


def _differences(article: Article, claim: ParsedClaim, alignment: Alignment) -> Iterator[Difference]:
    def apart(pair: Pair) -> bool:
        return not _same(article, claim, pair) or _case_changed(article, claim, pair)

    at = 0
    for different, group in groupby(alignment, apart):
        pairs = list(group)
        claimed = tuple(pair.claim for pair in pairs if pair.claim is not None)
        if different:
            yield _difference(article, claim, pairs, claimed, at)
        at = claimed[-1] + 1 if claimed else at


def _difference(
    article: Article, claim: ParsedClaim, pairs: Sequence[Pair], claimed: tuple[int, ...], at: int
) -> Difference:
    standing = tuple(pair.article for pair in pairs if pair.article is not None)
    kind: Kind = "left_out" if not claimed else "changed" if standing else "added"
    same = kind == "changed" and all(_same(article, claim, pair, lemma=True) for pair in pairs)
    return Difference(kind, standing, claimed, "inside", same, kind == "left_out" and at in claim.parted)


def _edges(article: Article, claim: ParsedClaim, indices: Sequence[int]) -> Iterator[Difference]:
    """What of the first and the last sentence stands before and behind the claim's words."""
    if not indices:
        return
    before = tuple(reversed(rest_of_sentence(article, indices[0], -1)))
    if before:
        yield Difference("left_out", before, (), "start", False, 0 in claim.parted)
    behind = tuple(rest_of_sentence(article, indices[-1], 1))
    if behind:
        yield Difference("left_out", behind, (), "end", False, bool(ELLIPSIS.search(claim.gap(len(claim.words)))))


def rest_of_sentence(article: Article, at: int, step: int) -> list[int]:
    """The words behind (`step` 1) or before (-1) word `at` in its sentence or quoted piece, nearest first."""
    stream: Sequence[int] = article.content if article.owners[at] is not None else range(len(article.words))
    place = bisect_left(stream, at)
    found: list[int] = []
    while 0 <= place + step < len(stream) and len(found) < LONGEST_REST:
        one, other = sorted((stream[place], stream[place + step]))
        if article.parts(one, other):
            break
        place += step
        found.append(stream[place])
    return found


def _shares(article: Article, claim: ParsedClaim, equal: Sequence[Pair], around: Iterable[int]) -> tuple[float, float]:
    """The share of the claim that stands there in its order, and in any order among the words `around`."""
    keys = [article.codes.lemma(word.key) for word in claim.words]
    weights = [FULL if len(word.key) > SHORT_WORD else SHORT for word in claim.words]
    whole = sum(weights)
    bag = Counter(article.codes.lemma(article.words[i].key) for i in set(around))
    in_order = sum(weights[pair.claim] for pair in equal if pair.claim is not None)
    anyhow = 0.0
    for key, weight in zip(keys, weights, strict=True):
        if bag[key] > 0:
            bag[key] -= 1
            anyhow += weight
    return in_order / whole, anyhow / whole


def _moved(article: Article, claim: ParsedClaim, differences: Sequence[Difference]) -> frozenset[int]:
    """The article's unmatched words that are among the claim's unmatched ones; equal forms find each other first."""
    theirs = [i for difference in differences if not difference.same_lemma for i in difference.article]
    ours = Counter(claim.words[i].key for d in differences if not d.same_lemma for i in d.claim)
    found = set()
    for i in theirs:
        key = article.words[i].key
        if ours[key] > 0:
            ours[key] -= 1
            found.add(i)
    return frozenset(found)


def _similarity(article: Article, claim: ParsedClaim, alignment: Alignment) -> float:
    one = " ".join(word.key for word in claim.words)
    other = " ".join(article.words[pair.article].key for pair in alignment if pair.article is not None)
    return float(Indel.normalized_similarity(one, other))


def _joints(article: Article, alignment: Alignment) -> Iterator[tuple[int, int]]:
    """Neighbours in the claim that are no neighbours in the article: other quotations, or sentences between them."""
    placed = [(pair.claim, pair.article) for pair in alignment if pair.article is not None]
    matched = [article_at for claim_at, article_at in placed if claim_at is not None]
    for one, other in pairwise(matched):
        if other <= one or article.owners[one] != article.owners[other]:
            if not _nested(article, one, other):
                yield one, other
        elif any(article.breaks[one + 1 : other]) and article.owners[one] is not None:
            between = [i for i in range(one + 1, other) if article.owners[i] == article.owners[one]]
            if between and any(article.parts(a, b) for a, b in zip([one, *between], [*between, other], strict=True)):
                yield one, other


def _nested(article: Article, one: int, other: int) -> bool:
    """Whether one of two neighbouring words belongs to a quotation that stands inside the other's."""
    first, second = article.owners[one], article.owners[other]
    if first is None or second is None or other < one:
        return False
    return bool({one, other} <= set(article.members[first]) or {one, other} <= set(article.members[second]))


def claim_span(claim: ParsedClaim, indices: Sequence[int]) -> Span | None:
    """From the first to the last of some words of the claim."""
    return Span(claim.words[indices[0]].span.start, claim.words[indices[-1]].span.end) if indices else None


def article_spans(article: Article, indices: Sequence[int]) -> tuple[Span, ...]:
    """Words of the article as spans; neighbours are one span."""
    runs: list[list[int]] = []
    for at in sorted(set(indices)):
        if runs and runs[-1][-1] == at - 1:
            runs[-1].append(at)
        else:
            runs.append([at])
    return tuple(Span(article.words[run[0]].span.start, article.words[run[-1]].span.end) for run in runs)
