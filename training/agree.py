"""Brings the three corpora to one convention, that of UD Hungarian-Szeged, which the evaluation uses."""

from collections import Counter, defaultdict
from collections.abc import Iterable

from training.sources import Sentence, Text, Word

Reading = tuple[str, str]
CLOSED = {"ADP", "ADV", "AUX", "CCONJ", "DET", "NUM", "PART", "PRON", "SCONJ"}
SURE = 0.8


class Agreement:
    """A table learnt from UD: how UD analyses a form that another corpus analyses in a way UD never does."""

    def __init__(self, ud: Iterable[Text]) -> None:
        self._ud: dict[str, Counter[tuple[str, Reading]]] = defaultdict(Counter)
        for sentence in sentences(ud):
            for word in sentence.words:
                self._ud[word.form.lower()][word.lemma, (word.upos, word.feats)] += 1

    def apply(self, texts: list[Text]) -> list[Text]:
        """Rewrite the words of another corpus in place; returns `texts`."""
        for sentence in sentences(texts):
            for word in sentence.words:
                self._word(word)
        return texts

    def _word(self, word: Word) -> None:
        seen = self._ud.get(word.form.lower())
        if not seen or word.upos == "PROPN" or any(r == (word.upos, word.feats) for _, r in seen):
            return
        (lemma, (upos, feats)), count = seen.most_common(1)[0]
        if count < SURE * seen.total() or upos == "PROPN":
            return
        if upos in CLOSED or word.upos in CLOSED or (count > 1 and upos == word.upos):
            word.lemma, word.upos, word.feats = lemma, upos, feats


def sentences(texts: Iterable[Text]) -> Iterable[Sentence]:
    """All sentences of all texts."""
    for text in texts:
        yield from text


def tidy(texts: list[Text]) -> list[Text]:
    """Apply, in place, the rules that hold for every corpus; returns `texts`."""
    for sentence in sentences(texts):
        for n, word in enumerate(sentence.words):
            word.lemma = _lemma(word)
            word.feats = _feats(word)
            if sentence.tree:
                word.dep = _dep(word, sentence.words[word.head or 0], n)
                if word.dep == "nmod:att":
                    word.feats = word.feats.replace("Case=Dat", "Case=Gen")
    return texts


def _lemma(word: Word) -> str:
    lemma = word.lemma
    if len(lemma) > 2 and "+" in lemma:
        lemma = lemma.replace("+", "")
    if lemma in {"", "_"} or word.upos == "PUNCT":
        lemma = word.form
    if lemma.isdigit() and word.form == lemma + ".":
        return word.form  # an ordinal keeps its point, as in UD
    if lemma[0].isupper() and lemma[1:].islower() and word.upos not in {"PROPN", "X", "NUM", "PUNCT"}:
        return lemma.lower()  # the capital of a first word
    return lemma


def _feats(word: Word) -> str:
    feats = dict(f.split("=", 1) for f in word.feats.split("|") if f)
    if feats.get("Case") == "Sub":
        feats["Case"] = "Sbl"
    if word.upos == "ADJ" and "VerbForm" in feats:
        feats.pop("Degree", None)
    if feats.get("VerbForm") == "Inf":
        feats.pop("Tense", None)
    feats.pop("Typo", None)
    return "|".join(f"{k}={v}" for k, v in sorted(feats.items(), key=lambda kv: kv[0].lower()))


def _dep(word: Word, head: Word, own: int) -> str:
    dep = word.dep
    if word.head == own:
        return "ROOT"
    if dep == "amod:mode":
        return "advmod:mode"
    if dep in {"nmod:obl", "amod:obl"}:
        return "nmod:obl" if head.upos in {"NOUN", "PROPN"} and dep == "nmod:obl" else "obl"
    return dep
