"""Learns the tables of the lemma component from the corpora and from a list of words that exist."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

from quoteservice.document.lemmas import LONGEST_ENDING, LemmaTables, Rule, plain_form
from training.sources import Sentence

UD_WEIGHT = 4
MOST_RULES = 3
SHARE = 0.05
Counts = dict[tuple[str, str], Counter[str]]


def count(sentences: Iterable[Sentence], weight: int, into: Counts) -> None:
    """Add up the lemmas of every form under its full tag and under its part of speech."""
    for sentence in sentences:
        for word in sentence.words:
            if word.lemma:
                form = plain_form(word.form, word.upos)
                for tag in (f"{word.upos}|{word.feats}", word.upos):
                    into[tag, form][word.lemma] += weight


def learn_lemmas(ud: list[Sentence], others: list[Sentence], known: Iterable[str]) -> LemmaTables:
    """Tables from gold sentences in one convention; `known` adds words to those that are lemmas there."""
    counts: Counts = defaultdict(Counter)
    count(ud, UD_WEIGHT, counts)
    count(others, 1, counts)
    lemmas = {lemma for found in counts.values() for lemma, n in found.items() if n > 1}
    rules = _rules(counts)
    tables = LemmaTables({}, rules, lemmas | set(known))
    for (tag, form), found in counts.items():
        tables.seen[f"{tag} {form}"] = found.most_common(1)[0][0]
    return _without_the_obvious(tables)


def _rules(counts: Counts) -> dict[str, list[Rule]]:
    by_ending: dict[str, Counter[Rule]] = defaultdict(Counter)
    for (tag, form), found in counts.items():
        rule = rule_for(form, found.most_common(1)[0][0])
        if rule is not None:
            for length in range(min(LONGEST_ENDING, len(form)) + 1):
                by_ending[f"{tag} {form[len(form) - length :]}"][rule] += 1
    kept: dict[str, list[Rule]] = {}
    for ending, rules in by_ending.items():
        enough = [r for r, n in rules.most_common(MOST_RULES) if n >= max(2, SHARE * rules.total())]
        shorter = by_ending.get(_shorter(ending))
        same = shorter is not None and [r for r, _ in shorter.most_common(1)] == enough[:1] and len(enough) == 1
        if enough and not same:
            kept[ending] = enough
    return kept


def rule_for(form: str, lemma: str) -> Rule | None:
    """The cut that makes `lemma` of `form`; none where they share too little."""
    fronts = (0, 3) if form.startswith("leg") else (0,)
    best: Rule | None = None
    for front in fronts:
        shared = 0
        while front + shared < len(form) and shared < len(lemma) and form[front + shared] == lemma[shared]:
            shared += 1
        rule = (front, len(form) - front - shared, lemma[shared:])
        if shared >= min(2, len(lemma)) and (best is None or rule[1] + len(rule[2]) < best[1] + len(best[2])):
            best = rule
    return best


def _shorter(ending: str) -> str:
    tag, _, letters = ending.partition(" ")
    return f"{tag} {letters[1:]}" if letters else ""


def _without_the_obvious(tables: LemmaTables) -> LemmaTables:
    """Leave out of `seen` what the tables give without it."""
    slim = LemmaTables({}, tables.rules, tables.known)
    for key in sorted(tables.seen, key=lambda k: "|" in k.partition(" ")[0]):
        tag, _, form = key.partition(" ")
        upos, _, feats = tag.partition("|")
        if slim.find(form, upos, feats) != tables.seen[key]:
            slim.seen[key] = tables.seen[key]
    return slim


def frequent_words(vectors: Path, most: int) -> list[str]:
    """The words of a vector file (most frequent first), marks and figures left out."""
    words = []
    with vectors.open(encoding="utf-8") as lines:
        next(lines)
        for line in lines:
            word = line.split(" ", 1)[0]
            if word.replace("-", "").isalpha():
                words.append(word)
            if len(words) == most:
                break
    return words
