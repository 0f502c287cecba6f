"""The scores of one set of articles: content, cue, source and speaker against a gold annotation.

Words are what `\\w+` finds; a leading *hogy* of a content span and a leading article of a source do not count, nor does
punctuation. Quotations are paired one to one, best word F1 first, from 0.5 on.

exact: same words. overlap: paired. token: micro figures over words. attribution: paired and rightly attributed, over
all gold quotations. whole: exact content, right type and strictly right speaker. spurious: unpaired answers for 1,000
words.
A speaker is right strictly when the sets of names are equal without case and article, leniently when each name shares
its last word or a word of four letters or more.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

Quote = Mapping[str, Any]
Spans = Iterable[Sequence[int]]
WORD = re.compile(r"\w+")
ARTICLES = frozenset({"a", "az", "egy"})
HOGY = frozenset({"hogy"})
PAIRED_FROM = 0.5


@dataclass(frozen=True)
class Words:
    """The words of a text with their places (code points)."""

    items: tuple[tuple[int, int, str], ...]

    @classmethod
    def of(cls, text: str) -> "Words":
        """Split a text."""
        return cls(tuple((m.start(), m.end(), m.group().casefold()) for m in WORD.finditer(text)))

    def inside(self, spans: Spans, drop: frozenset[str] = frozenset()) -> frozenset[int]:
        """The words that overlap the spans; leading words of each that are in `drop` left out."""
        found: set[int] = set()
        for start, end in spans:
            run = [i for i, (s, e, _) in enumerate(self.items) if s < end and e > start]
            while run and self.items[run[0]][2] in drop:
                del run[0]
            found.update(run)
        return frozenset(found)


@dataclass
class Tally:
    """Counts over articles: `n` in all, and by type of quotation and by whether a source is expressed."""

    n: Counter[str] = field(default_factory=Counter)
    by_type: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    by_source: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    errors: list[tuple[str, str, str, str, str]] = field(default_factory=list)


def agreement(one: frozenset[int], other: frozenset[int]) -> float:
    """F1 of two word sets; two empty ones agree."""
    if not one and not other:
        return 1.0
    return 2 * len(one & other) / (len(one) + len(other))


def names(values: Iterable[str]) -> set[str]:
    """Names without case, punctuation and leading article."""
    found = set()
    for value in values:
        words = [word for _, _, word in Words.of(value).items]
        while words and words[0] in ARTICLES:
            del words[0]
        if words:
            found.add(" ".join(words))
    return found


def same_speakers(gold: Iterable[str], answer: Iterable[str], strict: bool) -> bool:
    """Whether two lists of names mean the same speakers."""
    wanted, given = names(gold), names(answer)
    if strict or not wanted or not given:
        return wanted == given
    if len(wanted) != len(given):
        return False
    left = set(given)
    for name in wanted:
        hit = next((other for other in sorted(left) if _keys(name) & _keys(other)), None)
        if hit is None:
            return False
        left.discard(hit)
    return True


def _keys(name: str) -> set[str]:
    words = name.split()
    return {words[-1], *(word for word in words if len(word) >= 4)}


def pair(gold: Sequence[frozenset[int]], answer: Sequence[frozenset[int]]) -> dict[int, int]:
    """Gold index → answer index, best agreement first, earlier ones first among equals."""
    options = sorted(
        ((-agreement(g, a), i, j) for i, g in enumerate(gold) for j, a in enumerate(answer)), key=lambda row: row
    )
    paired: dict[int, int] = {}
    taken: set[int] = set()
    for value, i, j in options:
        if -value >= PAIRED_FROM and i not in paired and j not in taken:
            paired[i] = j
            taken.add(j)
    return paired


def count(tally: Tally, article: str, text: str, gold: Sequence[Quote], answer: Sequence[Quote]) -> None:
    """Add one article to a tally."""
    words = Words.of(text)
    gold_words = [words.inside(q["content"], HOGY) for q in gold]
    answer_words = [words.inside(q["content"], HOGY) for q in answer]
    paired = pair(gold_words, answer_words)
    all_gold = frozenset().union(*gold_words)
    all_answer = frozenset().union(*answer_words)
    tally.n.update(
        words=len(words.items), token_hit=len(all_gold & all_answer), token_gold=len(all_gold),
        token_answer=len(all_answer), gold=len(gold), answer=len(answer), spurious=len(answer) - len(paired),
    )  # fmt: skip
    for quote in answer:
        tally.by_type[quote["type"]]["answer"] += 1
    for i, quote in enumerate(gold):
        tally.by_type[quote["type"]]["gold"] += 1
        tally.by_source[_stratum(quote)]["gold"] += 1
        if i in paired:
            j = paired[i]
            _count_pair(tally, article, text, words, (quote, answer[j]), gold_words[i] == answer_words[j])
        else:
            tally.errors.append((article, "MISSED", quote["type"], excerpt(text, quote), ""))
    for j, quote in enumerate(answer):
        if j not in paired.values():
            tally.errors.append((article, "SPURIOUS", quote["type"], "", excerpt(text, quote)))


def _count_pair(tally: Tally, article: str, text: str, words: Words, both: tuple[Quote, Quote], exact: bool) -> None:
    gold, answer = both
    kind, stratum = tally.by_type[gold["type"]], tally.by_source[_stratum(gold)]
    typed = gold["type"] == answer["type"]
    lenient = same_speakers(gold["speaker"], answer["speaker"], strict=False)
    strict = same_speakers(gold["speaker"], answer["speaker"], strict=True)
    sources = [words.inside([q["source"]] if q.get("source") else [], ARTICLES) for q in both]
    tally.n.update(
        paired=1, exact=exact, type=typed, lenient=lenient, strict=strict, whole=exact and typed and strict,
        cue=words.inside(gold["cue"]) == words.inside(answer["cue"]), source=sources[0] == sources[1],
        source_overlap=bool(sources[0] & sources[1]) or not any(sources),
    )  # fmt: skip
    kind.update(paired=1, typed=typed, typed_exact=exact and typed, lenient=lenient)
    stratum.update(lenient=lenient, strict=strict)
    if not exact:
        tally.errors.append((article, "EXTENT", gold["type"], excerpt(text, gold), excerpt(text, answer)))
    if not lenient:
        said = f"{gold['speaker']} <- {excerpt(text, gold)}"
        tally.errors.append((article, "SPEAKER", gold["type"], said, str(answer["speaker"])))


def _stratum(quote: Quote) -> str:
    return "source span" if quote.get("source") else "no source span"


def excerpt(text: str, quote: Quote) -> str:
    """The content of a quotation on one line."""
    return " […] ".join(text[start:end] for start, end in quote["content"]).replace("\n", " ")
