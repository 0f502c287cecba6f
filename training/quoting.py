"""Builds quotations out of sentences with trees: a corpus of news wire from 2000 holds too few of them.

The trees follow UD Hungarian-Szeged: the quoted clause is `ccomp:obj` of the reporting verb, the
marks, the comma and the dash hang on the head of the quoted clause.
"""

from dataclasses import replace
from random import Random

from training.sources import Sentence, Word

PAST = "Definite=Def|Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin|Voice=Act"
PRESENT = PAST.replace("Past", "Pres")
VERBS = (
    ("mondta", "mond", ""), ("közölte", "közöl", ""), ("nyilatkozta", "nyilatkozik", ""), ("írta", "ír", ""),
    ("hangsúlyozta", "hangsúlyoz", ""), ("kiemelte", "kiemel", ""), ("elmondta", "elmond", ""),
    ("hozzátette", "hozzátesz", ""), ("kijelentette", "kijelent", ""), ("állítja", "állít", ""),
    ("mondja", "mond", ""), ("fogalmazott", "fogalmaz", ""), ("magyarázta", "magyaráz", ""),
    ("jelentette", "jelent", "ki"), ("tette", "tesz", "hozzá"), ("emelte", "emel", "ki"), ("vélte", "vél", ""),
    ("válaszolta", "válaszol", ""), ("tudatta", "tudat", ""), ("jelezte", "jelez", ""), ("ismertette", "ismertet", ""),
    ("reagált", "reagál", ""), ("árulta", "árul", "el"), ("figyelmeztetett", "figyelmeztet", ""),
)  # fmt: skip
INDEFINITE = {"fogalmazott", "reagált", "figyelmeztetett"}
FINITE = {"VERB", "ADJ", "NOUN", "AUX"}
SUBJECTS = {"nsubj"}


def subjects(sentences: list[Sentence]) -> list[list[Word]]:
    """Subtrees of nominative subjects that are names or persons described, with their own heads from 0 on."""
    found = []
    for sentence in sentences:
        for n, word in enumerate(sentence.words):
            if word.dep not in SUBJECTS or word.upos not in {"PROPN", "NOUN"} or "Case=Nom" not in word.feats:
                continue
            inside = [m for m in range(len(sentence.words)) if _under(sentence.words, m, n)]
            solid = inside == list(range(inside[0], inside[-1] + 1)) and len(inside) <= 8
            if solid and any(sentence.words[m].upos == "PROPN" for m in inside):
                place = {m: k for k, m in enumerate(inside)}
                part = [replace(sentence.words[m]) for m in inside]
                for own, (m, piece) in enumerate(zip(inside, part, strict=True)):
                    head = sentence.words[m].head
                    piece.head = own if m == n or head is None else place[head]
                if not any(p.form in {",", '"', "–", "—"} for p in part[-1:]):
                    found.append(part)
    return found


def quote(sentence: Sentence, speaker: list[Word], rng: Random) -> Sentence | None:
    """`sentence` set into a quotation by `speaker`: before or after the reporting clause, with hogy or marks."""
    words = sentence.words
    root = next((n for n, w in enumerate(words) if w.head == n), None)
    if root is None or words[root].upos not in FINITE or words[-1].form != "." or len(words) > 30:
        return None
    if any(w.form in {'"', "„", "”", ":", "–", "—", "-"} for w in words):
        return None
    body = [replace(w) for w in words[:-1]]
    if any(w.head == len(body) for w in body) or len(body) < 3:
        return None
    shape = rng.random()
    if shape < 0.6:
        return _clause_first(body, root, speaker, rng)
    return _clause_last(body, root, speaker, rng, "hogy" if shape < 0.8 else ":")


def _clause_first(body: list[Word], root: int, speaker: list[Word], rng: Random) -> Sentence:
    marks = rng.random() < 0.75
    row: list[Word] = []
    at = 1 if marks else 0
    if marks:
        row.append(_mark("„", at + root, space=False))
    row += _moved(body, at)
    body_root = at + root
    row[-1].space = not marks
    end = rng.choice((",", "–", ", –", "–")) if marks else rng.choice((",", "–", ", –"))
    if marks:
        row.append(_mark("”", body_root))
    for sign in end.split():
        if sign == ",":
            row[-1].space = False
        row.append(_mark(sign, body_root))
    verb_at = len(row)
    row[body_root].head, row[body_root].dep = verb_at, "ccomp:obj"
    row += _report(speaker, verb_at, rng, verb_first=rng.random() < 0.9)
    if row[verb_at].upos != "VERB":
        actual = next(n for n in range(verb_at, len(row)) if row[n].dep == "ROOT")
        row[body_root].head = actual
    return Sentence(_closed(row), tree=True)


def _clause_last(body: list[Word], root: int, speaker: list[Word], rng: Random, link: str) -> Sentence:
    row = _report(speaker, 0, rng, verb_first=rng.random() < 0.4)
    verb = next(n for n, w in enumerate(row) if w.dep == "ROOT")
    row[0].form = row[0].form[:1].upper() + row[0].form[1:]
    row[-1].space = False
    extra = 2 if link == "hogy" else 1
    marks = link == ":" and rng.random() < 0.8
    body_root = len(row) + extra + (1 if marks else 0) + root
    if link == "hogy":
        row.append(_mark(",", body_root))
        row.append(Word("hogy", "hogy", "SCONJ", "", body_root, "mark", "", True))
        if body[0].upos not in {"PROPN", "NUM", "X"} and body[0].lemma[:1].islower():
            body[0].form = body[0].form[:1].lower() + body[0].form[1:]
    else:
        row.append(_mark(":", body_root))
    if marks:
        row.append(_mark("„", body_root, space=False))
    row += _moved(body, len(row))
    row[body_root].head, row[body_root].dep = verb, "ccomp:obj"
    if marks:
        row[-1].space = False
        row.append(_mark("”", body_root))
    return Sentence(_closed(row, verb), tree=True)


def _report(speaker: list[Word], at: int, rng: Random, verb_first: bool) -> list[Word]:
    form, lemma, preverb = rng.choice(VERBS)
    feats = PRESENT if form in {"állítja", "mondja"} else PAST
    if form in INDEFINITE:
        feats = feats.replace("Definite=Def", "Definite=Ind")
    parts = 1 + bool(preverb)
    verb = at if verb_first else at + len(speaker)
    group = [Word(form, lemma, "VERB", feats, verb, "ROOT")]
    if preverb:
        group.append(Word(preverb, preverb, "ADV", "", verb, "compound:preverb"))
    start = at + parts if verb_first else at
    names = _moved(speaker, start)
    for own, word in enumerate(names):
        if speaker[own].head == own:
            word.head, word.dep = verb, "nsubj"
    names[-1].space = True
    if verb_first and names[0].upos in {"DET", "ADJ", "NOUN"} and names[0].lemma[:1].islower():
        names[0].form = names[0].form[:1].lower() + names[0].form[1:]
    return group + names if verb_first else names + group


def _closed(row: list[Word], verb: int | None = None) -> list[Word]:
    if verb is None:
        verb = next(n for n, w in enumerate(row) if w.dep == "ROOT")
    row[-1].space = False
    return [*row, _mark(".", verb)]


def _mark(form: str, head: int, space: bool = True) -> Word:
    return Word(form, form, "PUNCT", "", head, "punct", "", space)


def _moved(words: list[Word], by: int) -> list[Word]:
    return [replace(w, head=(w.head or 0) + by, dep=w.dep) for w in words]


def _under(words: list[Word], at: int, top: int) -> bool:
    while at != top:
        head = words[at].head
        if head is None or head == at:
            return False
        at = head
    return True
