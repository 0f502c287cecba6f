"""Finds where in an article the words of a claim stand, exactly or nearly; rapidfuzz does the alignment."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz import fuzz, process
from rapidfuzz.distance import Levenshtein

from quoteservice.verification.article import Article
from quoteservice.verification.claims import ParsedClaim

MOST_EXACT = 40
MOST_NEAR = 6
LEAST_RATIO = 35
STRAY = 2
"""So many words beyond a gap may have met by chance."""
WIDE = 4


@dataclass(frozen=True, slots=True)
class Pair:
    """A word of the claim, one of the article, or both where they stand for each other."""

    claim: int | None
    article: int | None


Alignment = tuple[Pair, ...]


@dataclass(frozen=True, slots=True)
class Needle:
    """A claim, or words `first` to `last` (half-open) of it, as streams."""

    first: int
    last: int
    forms: str
    bases: str


def needle(article: Article, claim: ParsedClaim, first: int = 0, last: int | None = None) -> Needle:
    """Words `first` to `last` of `claim` in the codes of `article`."""
    end = len(claim.words) if last is None else last
    part = claim.words[first:end]
    return Needle(first, end, article.codes.forms(part), article.codes.bases(part))


def exact(article: Article, sought: Needle) -> Iterator[Alignment]:
    """Every place where the words stand one after the other: in the quotations' contents, then in the whole article."""
    for stream in (article.quoted, article.whole):
        at, found = stream.forms.find(sought.forms), 0
        while at >= 0 and found < MOST_EXACT:
            yield tuple(Pair(sought.first + i, stream.indices[at + i]) for i in range(len(sought.forms)))
            at, found = stream.forms.find(sought.forms, at + 1), found + 1


def near(article: Article, sought: Needle) -> Iterator[Alignment]:
    """The likeliest places of most of the words: in the quotations one by one, in all of them, in the article."""
    for passage in _passages(article, sought):
        found = _aligned(article, sought, passage)
        if found:
            yield without_others(article, found)


def _passages(article: Article, sought: Needle) -> Iterator[Sequence[int]]:
    size = len(sought.bases)
    choices = {n: bases for n, bases in article.bases_of.items() if 2 * len(bases) >= size}
    ranked = process.extract(
        sought.bases, choices, scorer=fuzz.partial_ratio, limit=MOST_NEAR, score_cutoff=LEAST_RATIO
    )
    for _, _, n in ranked:
        yield _window(choices[n], article.members[n], sought.bases)
    for stream in (article.quoted, article.whole):
        yield _window(stream.bases, stream.indices, sought.bases)


def matched_length(article: Article, sought: Needle, alignment: Alignment) -> int:
    """The letters of the article's words that the alignment has in place, by lemmas."""
    places = (pair.article for pair in alignment if _equal(article, sought, pair))
    return sum(len(article.words[at].key) for at in places if at is not None)


def _window(codes: str, indices: Sequence[int], sought: str) -> Sequence[int]:
    """The part of a passage around where the sought words are densest, with room for as many again on both sides."""
    found = fuzz.partial_ratio_alignment(sought, codes, score_cutoff=LEAST_RATIO)
    if found is None:
        return ()
    room = len(sought) + 2 * WIDE
    return indices[max(0, found.dest_start - room) : found.dest_end + room]


def _aligned(article: Article, sought: Needle, passage: Sequence[int]) -> Alignment:
    """The words of the claim beside those of the passage; words of the passage before and behind are left off."""
    whole = passage
    while passage:
        codes = "".join(article.bases[i] for i in passage)
        pairs = _pairs(sought, codes, passage)
        matched = _matched(article, sought, pairs)
        if not matched:
            return ()
        kept = pairs[matched[0] : matched[-1] + 1]
        stray = _stray([n - matched[0] for n in matched], kept)
        if stray is None:
            slid = _slid(article, _slid(article, pairs)[::-1])[::-1]
            return _with_ends(article, slid, _matched(article, sought, slid), whole)
        first, last = stray
        inside = [p.article for p in kept if p.article is not None]
        passage = inside[first : len(inside) - last]
    return ()


def _matched(article: Article, sought: Needle, pairs: Sequence[Pair]) -> list[int]:
    return [n for n, pair in enumerate(pairs) if _equal(article, sought, pair)]


def _slid(article: Article, pairs: Sequence[Pair]) -> list[Pair]:
    """Of two equal words the one that is nearer to the next match: the first pair moved over the gap behind it."""
    row = list(pairs)
    first = next((n for n, pair in enumerate(row) if pair.claim is not None and pair.article is not None), len(row))
    end = first + 1
    while end < len(row) and row[end].claim is None:
        end += 1
    if first + 1 < end < len(row):
        here, there = row[first].article, row[end - 1].article
        if here is not None and there is not None and article.bases[here] == article.bases[there]:
            row[end - 1], row[first] = Pair(row[first].claim, there), Pair(None, here)
    return row


def without_others(article: Article, alignment: Alignment) -> Alignment:
    """`alignment` without the words of quotations that the claim has nothing of: they are no loss of it."""
    touched = {article.owners[p.article] for p in alignment if p.article is not None and p.claim is not None}
    return tuple(pair for pair in alignment if pair.claim is not None or article.owners[pair.article or 0] in touched)


def _with_ends(article: Article, pairs: Sequence[Pair], matched: Sequence[int], passage: Sequence[int]) -> Alignment:
    """The matched stretch; the claim's words beyond it stand for their neighbours in the same sentence, if any."""
    first, last = matched[0], matched[-1]
    before = [pair.claim for pair in pairs[:first] if pair.claim is not None]
    behind = [pair.claim for pair in pairs[last + 1 :] if pair.claim is not None]
    place = {index: n for n, index in enumerate(passage)}
    opening, closing = (place[pairs[n].article or 0] for n in (first, last))
    left = _neighbours(article, passage[opening::-1], len(before))[::-1]
    right = _neighbours(article, passage[closing:], len(behind))
    lone: list[int | None] = [None] * (len(before) - len(left))
    rest: list[int | None] = [None] * (len(behind) - len(right))
    return (
        *map(Pair, before, (*lone, *left)),
        *pairs[first : last + 1],
        *map(Pair, behind, (*right, *rest)),
    )


def _neighbours(article: Article, line: Sequence[int], most: int) -> list[int]:
    """At most `most` words next to the first of `line` that are in its sentence."""
    found: list[int] = []
    for one, other in pairwise(line):
        if len(found) == most or article.parts(min(one, other), max(one, other)):
            break
        found.append(other)
    return found


def _stray(matched: Sequence[int], kept: Sequence[Pair]) -> tuple[int, int] | None:
    """How many words to leave off before and behind, when a few matched ones lie beyond a wide gap."""
    for reverse in (False, True):
        order = [len(kept) - 1 - n for n in reversed(matched)] if reverse else list(matched)
        row = list(reversed(kept)) if reverse else list(kept)
        for number, (one, other) in enumerate(pairwise(order), 1):
            skipped = sum(1 for pair in row[one + 1 : other] if pair.claim is None)
            if number <= STRAY and skipped > WIDE * number:
                off = sum(1 for pair in row[:other] if pair.article is not None) - number
                return (0, off) if reverse else (off, 0)
    return None


def _equal(article: Article, sought: Needle, pair: Pair) -> bool:
    if pair.claim is None or pair.article is None:
        return False
    return sought.bases[pair.claim - sought.first] == article.bases[pair.article]


def _pairs(sought: Needle, codes: str, passage: Sequence[int]) -> list[Pair]:
    pairs: list[Pair] = []
    for step in Levenshtein.opcodes(sought.bases, codes):
        claim = range(sought.first + step.src_start, sought.first + step.src_end)
        article = passage[step.dest_start : step.dest_end]
        if step.tag in ("equal", "replace"):
            pairs.extend(Pair(c, a) for c, a in zip(claim, article, strict=True))
        elif step.tag == "delete":
            pairs.extend(Pair(c, None) for c in claim)
        else:
            pairs.extend(Pair(None, a) for a in article)
    return pairs
