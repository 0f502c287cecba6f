"""Learns the tables of the lemma component from the corpora, and what words exist from tagged running text."""

from collections import Counter, defaultdict
from collections.abc import Iterable

from quoteservice.document.lemmas import LONGEST_ENDING, LemmaTables, Rule, plain_form
from training.sources import Sentence

UD_WEIGHT = 4
MOST_RULES = 3
SHARE = 0.05
MOSTLY = 0.7
NOMINAL = {"NOUN", "PROPN", "ADJ"}
BARE = {"Case=Nom|Number=Sing", "Case=Nom|Degree=Pos|Number=Sing"}
Counts = dict[tuple[str, str], Counter[str]]


def count(sentences: Iterable[Sentence], weight: int, into: Counts) -> None:
    """Add up the lemmas of every form under its full tag and under its part of speech."""
    for sentence in sentences:
        for word in sentence.words:
            if word.lemma:
                form = plain_form(word.form, word.upos)
                capital = word.upos == "PROPN" and form[0].isupper()
                lemma = word.lemma[0].upper() + word.lemma[1:] if capital else word.lemma
                for tag in (f"{word.upos}|{word.feats}", word.upos):
                    into[tag, form][lemma] += weight


def learn_lemmas(ud: list[Sentence], others: list[Sentence], raw: list[Sentence]) -> LemmaTables:
    """Tables from gold sentences in one convention; nominatives of `raw`, tagged text, are known words too."""
    counts: Counts = defaultdict(Counter)
    count(ud, UD_WEIGHT, counts)
    count(others, 1, counts)
    known = {f"{tag} {le}" for (tag, _), found in counts.items() if "|" not in tag for le, n in found.items() if n > 1}
    tables = LemmaTables({}, _rules(counts), known | nominatives(raw))
    for (tag, form), found in counts.items():
        tables.seen[f"{tag} {form}"] = found.most_common(1)[0][0]
    return _without_the_obvious(tables)


def nominatives(raw: Iterable[Sentence]) -> set[str]:
    """Forms that tagged text has, mostly and more than once, as bare nominatives, with their part of speech."""
    bare: Counter[str] = Counter()
    seen: Counter[str] = Counter()
    for sentence in raw:
        for word in sentence.words:
            if word.upos in NOMINAL:
                key = f"{word.upos} {plain_form(word.form, word.upos)}"
                seen[key] += 1
                bare[key] += word.feats in BARE
    return {key for key, n in bare.items() if n > 1 and n >= MOSTLY * seen[key]}


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
