"""A spaCy component that finds a word's lemma from its form and its tag, by tables learnt from corpora.

A form seen with its tag has its lemma in a table. Another is cut by the rules of the longest ending
known for its tag; of what the rules offer, a word that is known to exist wins.
"""

from pathlib import Path

import srsly  # type: ignore[import-untyped]
from spacy.language import Language
from spacy.tokens import Doc

Rule = tuple[int, int, str]
"""Letters off the front, letters off the end, letters put on."""
LONGEST_ENDING = 8
CACHED = 50_000
SHORTEST_SHOUT = 4
FILE = "lemmas.msgpack"


class LemmaTables:
    """The tables: `seen` (tag, form) to lemma, `rules` (tag, ending) to rules by weight, `known` words."""

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
        for tag in (f"{upos}|{feats}", upos):
            if (lemma := self.seen.get(f"{tag} {plain}")) is not None:
                return lemma
        first = ""
        for tag in (f"{upos}|{feats}", upos):
            for lemma in self._offers(plain, tag):
                if lemma in self.known:
                    return lemma
                first = first or lemma
            if first:
                return first
        return plain

    def _offers(self, form: str, tag: str) -> list[str]:
        """What the rules make of `form`, those of the longest ending first."""
        lemmas = []
        for length in range(min(LONGEST_ENDING, len(form)), -1, -1):
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
        lemma = self.tables.lemma
        for token in doc:
            token.lemma_ = lemma(token.text, token.pos_, str(token.morph))
        return doc

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
