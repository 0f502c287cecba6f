"""A spaCy component that finds a word's lemma from its form and its tag, by tables learnt from corpora.

A form seen with its tag has its lemma in a table. Another is cut by the rules of the longest ending
known for its tag; of what the rules offer, a word that is known to exist wins.
"""

import re
from collections.abc import Sequence
from pathlib import Path

import srsly  # type: ignore[import-untyped]
from spacy.language import Language
from spacy.tokens import Doc

Rule = tuple[int, int, str]
"""Letters off the front, letters off the end, letters put on."""
LONGEST_ENDING = 8
CACHED = 50_000
SHORTEST_SHOUT = 4
SAFE_ENDING = 3
OPEN = {"NOUN", "ADJ", "VERB"}
MAY = ("hat", "het")
CASES = "n[ae]k|b[ae]n|b[óő]l|r[óő]l|t[óő]l|h[oeö]z|n[áé]l|ként"
HYPHENATED = re.compile(rf"(.+)-(?:[aeoö]?[tn]|ba|be|ra|re|[a-z][ae]l|ért|ig|{CASES})$")
CASED = re.compile(rf"(.+?)(?:{CASES}|(?<=(.))\2[ae]l)$")
FILE = "lemmas.msgpack"


class LemmaTables:
    """The tables: `seen` (tag, form) to lemma, `rules` (tag, ending) to rules by weight, `known` tag and word."""

    def __init__(self, seen: dict[str, str], rules: dict[str, list[Rule]], known: set[str]) -> None:
        self.seen = seen
        self.rules = rules
        self.known = known
        self._cache: dict[tuple[str, str, str], str] = {}

    def lemma(self, form: str, upos: str, feats: str) -> str:
        """The lemma of `form` with this tag; the form itself where nothing is known."""
        key = (form, upos, feats)
        found = self._cache.get(key)
        if found is None:
            if len(self._cache) >= CACHED:
                self._cache.clear()
            found = self._cache[key] = self._cased(form, upos, feats)
        return found

    def _cased(self, form: str, upos: str, feats: str) -> str:
        if upos == "PROPN" and len(form) > SHORTEST_SHOUT and form.isupper():
            return self.find(form.title(), upos, feats).upper()
        return self.find(form, upos, feats)

    def find(self, form: str, upos: str, feats: str) -> str:
        """As `lemma`, without the cache and for a name in its usual letters."""
        plain = plain_form(form, upos)
        if plain.endswith("-"):
            return plain
        full = f"{upos}|{feats}"
        for tag in (full, upos):
            if (lemma := self.seen.get(f"{tag} {plain}")) is not None:
                return lemma
        found = self._by_rule(plain, upos, full).rstrip("-") or plain
        if upos == "PROPN" and found == form:
            return self._bare_name(form)
        if upos == "VERB" and found.endswith(MAY) and f"VERB {found[:-3]}" in self.known:
            return found[:-3]
        return found

    def _by_rule(self, form: str, upos: str, full: str) -> str:
        offers = self._offers(form, full, 0)
        if upos in OPEN and not any(f"{upos} {lemma}" in self.known for lemma in offers):
            offers = [*self._offers(form, upos, SAFE_ENDING), *offers]
        for lemma in offers:
            if f"{upos} {lemma}" in self.known:
                return lemma
        if upos == "PROPN" and f"PROPN {form}" in self.known:
            return form
        return next(iter(self._offers(form, full, 0) or self._offers(form, upos, 0)), form)

    def _bare_name(self, name: str) -> str:
        """The name without its case, where the tag has missed it: *LB-n*, *Sándorral*."""
        if match := HYPHENATED.match(name):
            return match[1]
        match = CASED.match(name)
        return match[1] if match and f"PROPN {match[1]}" in self.known else name

    def _offers(self, form: str, tag: str, least: int) -> list[str]:
        """What the rules make of `form`, those of the longest ending first."""
        lemmas = []
        for length in range(min(LONGEST_ENDING, len(form)), least - 1, -1):
            for rule in self.rules.get(f"{tag} {form[len(form) - length :]}", ()):
                lemma = apply(rule, form)
                if lemma:
                    lemmas.append(lemma)
        return lemmas


def plain_form(form: str, upos: str) -> str:
    """The form as the tables have it: the capital of a first word is not part of any word but a name."""
    if upos in {"PROPN", "X", "NUM", "PUNCT", "SYM"} or not form[:1].isupper():
        return form
    if form[1:].islower() or (form.isupper() and len(form) > 4):
        return form.lower()
    return form.lower() if len(form) == 1 else form


def apply(rule: Rule, form: str) -> str:
    """The form cut by the rule; empty where too little would be left."""
    front, end, added = rule
    if front + end > len(form):
        return ""
    return form[front : len(form) - end] + added


@Language.factory("hungarian_lemmas", assigns=["token.lemma"], requires=["token.pos", "token.morph"])
class HungarianLemmas:
    """Sets the lemma of every token from `tables`, which are saved with the pipeline."""

    def __init__(self, nlp: Language, name: str) -> None:
        self.name = name
        self.tables = LemmaTables({}, {}, set())

    def __call__(self, doc: Doc) -> Doc:
        """Set the lemmas of `doc`, which has tags and features."""
        words, tags, feats = zip(*((t.text, t.pos_, str(t.morph)) for t in doc), strict=True) if len(doc) else ((),) * 3
        for token, lemma in zip(doc, self.of(words, tags, feats), strict=True):
            token.lemma_ = lemma
        return doc

    def of(self, words: Sequence[str], tags: Sequence[str], feats: Sequence[str]) -> list[str]:
        """The lemmas of the words of a text, which have these tags and features."""
        found, fresh = [], True
        for form, tag, features in zip(words, tags, feats, strict=True):
            lemma = self.tables.lemma(form, tag, features)
            if not fresh and form[0].isupper() and lemma[:1].islower():
                lemma = lemma[0].upper() + lemma[1:]  # a capital in mid-sentence belongs to the word
            found.append(lemma or form)
            fresh = not form[-1].isalnum() and form not in {",", ";", ")"}
        return found

    def to_disk(self, path: Path, exclude: tuple[str, ...] = ()) -> None:
        """Write the tables into the folder `path`."""
        path.mkdir(exist_ok=True)
        data = {"seen": self.tables.seen, "rules": self.tables.rules, "known": sorted(self.tables.known)}
        srsly.write_msgpack(path / FILE, data)

    def from_disk(self, path: Path, exclude: tuple[str, ...] = ()) -> "HungarianLemmas":
        """Read the tables back from the folder `path`."""
        data = srsly.read_msgpack(path / FILE)
        self.tables = LemmaTables(data["seen"], data["rules"], set(data["known"]))
        return self
