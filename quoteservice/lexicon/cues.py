"""The cue lexicon: verbs, nouns and set phrases that report speech, and how each is written."""

from dataclasses import dataclass
from functools import cache

from quoteservice.lexicon import tables

FREQUENTATIVE = ("eget", "gat", "get")
"""Verbs whose present a tagger takes for the potential (*feszegeti*)."""
ALONE = ("szerint", "szerinte", "szerintük", "olvasható", "élve")
PREVERBS = tables.word_set("nouns", "preverbs")


@dataclass(frozen=True, slots=True)
class CueRow:
    """One cue: `uses` says in which frames it reports (Y usual, R rare, N never) by direct, indirect, paratactic."""

    lemma: str
    pos: str
    forms: tuple[str, ...]
    frame: str
    correlatives: frozenset[str]
    addressee: str
    category: str
    stance: str
    direct: str
    indirect: str
    paratactic: str


@dataclass(frozen=True)
class CueIndex:
    """The lexicon ready for look-up; words are lower case.

    `verbs`: verb lemma → row. `past`: past form → row, for lemmas that a tagger mistakes.
    `split`: (bare verb lemma, preverb) → row and `split_past`: (bare past form, preverb) → row.
    `pairs`: the two words of a set phrase as they stand side by side (*adott*, *hangot*) → row.
    `phrases`: bare or preverbed verb lemma → [(words that must stand near the verb, row)].
    `nouns`, `saying` (*véleménye szerint* …): noun lemma → row. `converbs`: form → row.
    """

    verbs: dict[str, CueRow]
    past: dict[str, CueRow]
    split: dict[tuple[str, str], CueRow]
    split_past: dict[tuple[str, str], CueRow]
    phrases: dict[str, list[tuple[frozenset[str], CueRow]]]
    pairs: dict[tuple[str, ...], CueRow]
    nouns: dict[str, CueRow]
    saying: dict[str, CueRow]
    converbs: dict[str, CueRow]
    words: set[str]
    """Every word that the tables or rules of their own know in this form, whatever a tagger makes of it."""
    heads: set[str]
    """Every verb lemma, bare or with its preverb, that may carry a cue."""


@cache
def index() -> CueIndex:
    """Load cues.tsv once a process."""
    out = CueIndex({}, {}, {}, {}, {}, {}, {}, {}, {}, set(), set())
    for cells in tables.rows("cues"):
        row = _row(cells)
        if row.pos in ("VERB", "PREVERB+VERB"):
            _add_verb(out, row)
            _add_converb(out, row)
        elif row.pos == "VPHRASE":
            _add_phrase(out, row)
            _add_pairs(out, row, cells["separated"])
        elif row.pos == "NOUN" and row.lemma.endswith(" szerint"):
            out.saying[_bare_noun(row.lemma.removesuffix(" szerint"))] = row
        elif row.pos == "NOUN":
            out.nouns[row.lemma] = row
        elif row.pos == "CONVERB":
            out.converbs[row.lemma.split()[-1]] = row
    out.words.update(ALONE, out.past, out.converbs, *out.pairs, (verb for verb, _ in out.split_past))
    out.heads.update(out.verbs, (verb for verb, _ in out.split), *map(_bare_verbs, out.phrases))
    return out


def _bare_verbs(verb: str) -> set[str]:
    """A verb as it is, and without what may be its preverb."""
    return {verb, *(verb.removeprefix(preverb) for preverb in PREVERBS)}


@cache
def special(lemma: str) -> CueRow:
    """The row of *szerint*, *szerinte*, *olvasható* … ; raises KeyError for a word that has none."""
    for cells in tables.rows("cues"):
        if cells["lemma"] == lemma:
            return _row(cells)
    raise KeyError(lemma)


def _row(cells: dict[str, str]) -> CueRow:
    forms = tuple(form.split(" (")[0].strip() for form in cells["forms"].split("/"))
    correlatives = frozenset(word.strip() for word in cells["correlative"].split(",") if word)
    return CueRow(
        cells["lemma"], cells["pos"], forms, cells["frame"], correlatives, cells["addressee"], cells["category"],
        cells["stance"], cells["direct"], cells["indirect"], cells["paratactic"],
    )  # fmt: skip


def _add_verb(out: CueIndex, row: CueRow) -> None:
    out.verbs[row.lemma] = row
    past = [form for form in row.forms if " " not in form]
    past += [form + "k" for form in past if form.endswith(("ta", "te"))]
    past += [
        form + ending for form in past for ending in ("ak", "ek") if form.endswith(("ott", "ett", "ött", "lt", "rt"))
    ]
    past += [row.lemma + ending for ending in ("ta", "te", "ták", "ték")]
    if row.lemma.endswith(FREQUENTATIVE):
        past += [row.lemma + ending for ending in ("i", "ik", "ja", "ják")]
    for form in past:
        form = form.replace("tak", "ták").replace("tek", "ték") if form.endswith(("tak", "tek")) else form
        out.past.setdefault(form, row)
    if row.pos == "PREVERB+VERB":
        preverb = max((p for p in PREVERBS if row.lemma.startswith(p) and len(row.lemma) > len(p) + 1), key=len)
        out.split[row.lemma.removeprefix(preverb), preverb] = row
        for form in past:
            out.split_past[form.removeprefix(preverb), preverb] = row


def _add_converb(out: CueIndex, row: CueRow) -> None:
    """*magyaráz* → *magyarázva*: for converbs that a tagger does not know."""
    stem = row.lemma.removesuffix("ik")
    for ending in ("va", "ve"):
        out.converbs.setdefault(stem + ending, row)


def _add_phrase(out: CueIndex, row: CueRow) -> None:
    verb, *others = row.lemma.split()[::-1] if row.lemma.split()[0] not in FRONTED else row.lemma.split()
    if verb in PREVERBS:
        verb = verb + others.pop(0)
    lemma = PHRASE_VERBS.get(verb, verb)
    out.phrases.setdefault(lemma, []).append((frozenset(w for w in others if w != "a"), row))


def _add_pairs(out: CueIndex, row: CueRow, separated: str) -> None:
    """*hangot adott*, *adott hangot*: for verbs that a tagger takes for participles."""
    for words in (tuple(cell.split()) for cell in (*row.forms, separated)):
        if len(words) == 2 and not {"attól", "arra", "úgy", "azt"} & set(words):
            out.pairs[words] = row


FRONTED = {"felhívja", "átveszi", "felteszi", "tart", "fél", "megosztja", "nekiszegezi"}
PHRASE_VERBS = {
    "felhívja": "felhív", "átveszi": "átvesz", "felteszi": "feltesz", "tudja": "tud", "megosztja": "megoszt",
    "nekiszegezi": "nekiszegez", "kifejezi": "kifejez", "beszélik": "beszél",
}  # fmt: skip


def _bare_noun(possessed: str) -> str:
    """*véleménye* → *vélemény*: the lemma of the possessed noun of a set phrase."""
    if possessed in SUPPLETIVE:
        return SUPPLETIVE[possessed]
    for ending in ("ói", "ai", "ei", "ója", "ője", "ja", "je", "i", "a", "e"):
        if possessed.endswith(ending):
            stem = possessed.removesuffix(ending) + (ending[0] if ending in ("ói", "ója", "ője") else "")
            return stem[:-1] + {"á": "a", "é": "e"}.get(stem[-1], stem[-1])  # teóriája, véleménye
    return possessed


SUPPLETIVE = {"szavai": "szó"}
