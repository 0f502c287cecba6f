"""Finds the cues of a page: where a word or phrase of the lexicon stands in a form that can report."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from quoteservice.lexicon import cues
from quoteservice.lexicon.cues import CueRow
from quoteservice.lexicon.tables import word_set
from quoteservice.model import Token
from quoteservice.search import preverbs
from quoteservice.search.page import VERBS, Page

HitKind = Literal["verb", "according", "pronominal", "converb", "noun", "document"]
NEGATIONS = word_set("clause", "negations")
CONDITIONALS = word_set("clause", "conditionals")
RECEIVING = frozenset({"kap", "megkap", "hall", "olvas", "fogad"})
"""„Q” – kapta meg a kérdést X: the subject is who was asked."""
OWNED_WORDS = {"figyelmét": "figyelmet", "figyelmüket": "figyelmet", "figyelmünket": "figyelmet"}
IN_WORDS = frozenset({"szavaival", "szavával", "kifejezésével"})
"""*az író szavaival élve*."""
VOICED = frozenset({"kifejez", "hangot ad"})
"""Verbs that voice the noun right before them: *reményét fejezte ki*, *véleményének adott hangot*."""
GUESSES = word_set("clause", "guesses")
DENIABLE = frozenset({"megerősít", "cáfol", "tagad", "kizár", "vitat", "ért", "egyetért", "zárkózik", "titkol", "rejt"})
AFFIRMING = frozenset({"megerősít", "ért", "egyetért"})
"""Those of them that grant the content unless they are negated."""
UNLIKELY = frozenset({"DET", "PUNCT", "CCONJ", "SCONJ", "NUM", "PRON", "PROPN"})
"""Tags of no cue that only its lemma tells."""
INDEFINITE_PAST = ("ott", "ett", "ött", "t")
AMBIGUOUS = ("ja", "i", "ják", "ik")
POTENTIAL = re.compile(r"[a-záéíóöőúüű]h[ae]t(?:ja|i|ják|ik|ott|ett|ta|te|nak|nek)?$")
OF_ITSELF = frozenset({"magáért", "önmagáért"})
"""*Az eredmény magáért beszél*: nobody does."""
NO_REPORT = frozenset({"kezdve", "látva", "tudva", "érezve", "tartva"})
"""Converbs that count up (*kezdve ott, hogy …*) or tell what is only in someone's head (*attól tartva*)."""
POINTERS = frozenset({"azt", "arra", "attól", "úgy", "arról", "azzal"})


@dataclass(frozen=True, slots=True)
class Hit:
    """A cue in the text: its row, the tokens that form it in text order, and the token that carries the clause."""

    row: CueRow
    kind: HitKind
    tokens: tuple[int, ...]
    head: int
    negated: bool = False

    @property
    def first(self) -> int:
        """The first token of the cue."""
        return self.tokens[0]

    @property
    def last(self) -> int:
        """The token behind the cue."""
        return self.tokens[-1] + 1

    @property
    def stance(self) -> str:
        """How the sayer stands to the content; a negated cue turns over: *nem erősítette meg* denies, *nem cáfolta*
        concedes."""
        if not self.negated:
            return self.row.stance
        return "denies" if self.row.lemma in AFFIRMING else "concedes"


def find(page: Page) -> tuple[Hit, ...]:
    """All cues of a page in text order, before any frame has judged them."""
    index = cues.index()
    likely = [
        t for t in page.tokens if page.word(t.index) in index.words or page.is_dash(t.index - 1) or _may_be_cue(t)
    ]
    if any(preverbs.asks_tree(page, token.index) for token in likely):  # then all at once are cheaper than these alone
        page.document.expect({token.sentence for token in likely if page.is_finite(token.index)})
    found = [hit for token in likely for hit in _at(page, token.index)]
    taken = {i for hit in found if hit.kind == "verb" for i in hit.tokens}
    return tuple(hit for hit in found if hit.kind != "noun" or hit.head not in taken)


def _may_be_cue(token: Token) -> bool:
    """A quick look at a word by itself, since most words are none."""
    if token.upos in UNLIKELY:
        return False
    index, lemma = cues.index(), token.lemma.lower()
    if token.upos == "NOUN":
        return lemma in index.nouns
    verb = token.upos in VERBS or token.feats.get("VerbForm") == "Conv"
    return verb and (lemma in index.heads or lemma.replace("föl", "fel", 1) in index.verbs)


def _at(page: Page, at: int) -> Iterator[Hit]:
    index, word = cues.index(), page.word(at)
    if word in ("szerint", "szerinte", "szerintük"):
        kind: HitKind = "according" if word == "szerint" else "pronominal"
        yield Hit(cues.special(word), kind, (at,), at)
    elif word == "élve" and page.word(at - 1) in IN_WORDS:
        yield Hit(index.nouns["szavaival"], "converb", (at - 1, at), at)
    elif (row := _converb(page, at)) is not None:
        yield Hit(row, "converb", (at,), at)
    elif word == "így" and _lost_its_verb(page, at):
        yield Hit(cues.special(word), "verb", (at,), at)
    elif word == "olvasható":
        yield Hit(cues.special(word), "document", (at,), at)
    elif (hit := _verb(page, at)) is not None:
        yield hit
    elif page.tokens[at].upos == "NOUN" and page.tokens[at].lemma.lower() in index.nouns:
        yield Hit(index.nouns[page.tokens[at].lemma.lower()], "noun", (at,), at)


def _converb(page: Page, at: int) -> CueRow | None:
    """A listed converb, or the -va/-ve form of a verb of the lexicon."""
    index, token = cues.index(), page.tokens[at]
    if page.word(at) in NO_REPORT:
        return None
    if (row := index.converbs.get(page.word(at))) is not None:
        return row
    if token.feats.get("VerbForm") == "Conv" and page.word(at).endswith(("va", "ve", "ván", "vén")):
        return index.verbs.get(token.lemma.lower())
    return None


def _lost_its_verb(page: Page, at: int) -> bool:
    """„Q” – így X: who said it follows at once, and no verb does before the next comma or dash."""
    if not page.is_dash(at - 1) or page.region_closing_at(at - 2) is None:
        return False
    end = page.clause(at + 1)[1]
    named = page.word(at + 1) in {"a", "az"} or page.entity_at(at + 1) is not None
    return named and not page.has_finite(at, end)


def _verb(page: Page, at: int) -> Hit | None:
    token = page.tokens[at]
    known_past = cues.index().past.get(page.word(at))
    if not page.is_finite(at) and known_past is None and not _maybe_verb(page, at):
        return None
    preverb = preverbs.separated(page, at)
    found = _phrase(page, at, preverb) or _pair(page, at)
    found = found or (_plain(page, at) if preverb is None else _split(page, at, preverb))
    found = found or _unlisted(page, at, preverb)
    if found is None or not _reports(page, at):
        return None
    row, tokens = found[0], _voiced(page, *found)
    negated = _negated(page, tokens)
    if negated and row.stance != "denies" and row.lemma not in DENIABLE:
        return None
    if token.feats.get("Person", "3") != "3" and not (row.lemma == "megtud" and token.feats.get("Number") == "Plur"):
        return None
    if row.lemma == "jelent" and token.feats.get("Tense") == "Pres":
        return None
    if row.lemma == "kezd" and _begins_doing(page, at):
        return None
    return Hit(row, "verb", tokens, at, negated)


def _begins_doing(page: Page, at: int) -> bool:
    """*csökkenni kezdtek*, *tesztelésbe kezdtek*, *kezdi meghozni*: what begins is no speech."""
    beside = [page.tokens[i].feats for i in (at - 1, at + 1) if 0 <= i < len(page.tokens)]
    return any(feats.get("VerbForm") == "Inf" or feats.get("Case") == "Ill" for feats in beside)


def _maybe_verb(page: Page, at: int) -> bool:
    """A word that a tagger missed: told by the preverb behind it, or a past form behind the dash of an inquit."""
    word, index = page.word(at), cues.index()
    if (word, page.word(at + 1)) in index.split_past or _pair(page, at) is not None:
        return True
    return page.is_dash(at - 1) and any(
        word.removesuffix(end) in index.verbs for end in INDEFINITE_PAST if word.endswith(end)
    )


def _phrase(page: Page, at: int, preverb: int | None) -> tuple[CueRow, tuple[int, ...]] | None:
    lemma, phrases = page.tokens[at].lemma.lower(), cues.index().phrases
    options = [] if preverb is None else [(page.word(preverb) + lemma, (preverb,))]
    for verb, extra in [*options, (lemma, ())]:
        for wanted, row in phrases.get(verb, ()):
            first, last = page.clause(at)
            near = [
                i for i in range(max(first, at - 6), min(last, at + 7)) if _bare(page, i) in wanted and _points(page, i)
            ]
            if near and {_bare(page, i) for i in near} == wanted and row.frame != "3PL impersonal":
                words = [i for i in near if page.word(i) not in POINTERS]
                return row, tuple(sorted({at, *extra, *words, *_article(page, words)}))
    return None


def _bare(page: Page, at: int) -> str:
    """The word as the table has it: *felhívta a lakók figyelmét*."""
    return OWNED_WORDS.get(page.word(at), page.word(at))


def _points(page: Page, at: int) -> bool:
    """*arra jutott*, but not *arra a meggyőződésre jutott*: a pointer before an article belongs to a noun."""
    return page.word(at) not in POINTERS or page.word(at + 1) not in {"a", "az"}


def _pair(page: Page, at: int) -> tuple[CueRow, tuple[int, ...]] | None:
    """*adott hangot*, *hangot adott*: a set phrase of two words side by side, whatever the tagger makes of them."""
    word, pairs = page.word(at), cues.index().pairs
    if not word.endswith(("t", "ta", "te")) or word.endswith(("ot", "et", "át", "ét")):
        return None
    for other in (at - 1, at + 1):
        row = pairs.get((page.word(min(at, other)), page.word(max(at, other))))
        if row is not None:
            return row, tuple(sorted((at, other)))
    return None


def _voiced(page: Page, row: CueRow, tokens: tuple[int, ...]) -> tuple[int, ...]:
    """The tokens of a cue with the noun that it voices."""
    before = tokens[0] - 1
    owned = row.lemma in VOICED and before >= 0 and "Number[psor]" in page.tokens[before].feats
    owned = owned and (row.pos == "VPHRASE" or page.word(before - 1) not in {"a", "az"})
    return (before, *tokens) if owned and page.case(before) in ("Acc", "Dat") else tokens


def _article(page: Page, words: list[int]) -> list[int]:
    """*felhívta a figyelmet*: the article belongs to the set phrase."""
    return [i - 1 for i in words if page.word(i) in ("figyelmet", "kérdést", "szót") and page.word(i - 1) == "a"]


def _split(page: Page, at: int, preverb: int) -> tuple[CueRow, tuple[int, ...]] | None:
    index, lemma, bare = cues.index(), page.tokens[at].lemma.lower(), page.word(preverb).replace("föl", "fel")
    row = index.split.get((lemma, bare)) or index.split_past.get((page.word(at), bare)) or index.verbs.get(lemma)
    if row is None or (row.lemma == lemma and not lemma.startswith(bare)):
        return None
    return row, tuple(sorted((at, preverb)))


def _plain(page: Page, at: int) -> tuple[CueRow, tuple[int, ...]] | None:
    index, lemma = cues.index(), page.tokens[at].lemma.lower()
    listed = index.past.get(page.word(at))
    if listed is not None and page.word(at) in listed.forms:
        return listed, (at,)
    row = index.verbs.get(lemma) or listed or index.verbs.get(lemma.replace("föl", "fel", 1))
    if row is None and page.is_dash(at - 1):
        stems = (page.word(at).removesuffix(end) for end in INDEFINITE_PAST if page.word(at).endswith(end))
        row = next((index.verbs[stem] for stem in stems if stem in index.verbs), None)
    return None if row is None else (row, (at,))


def _unlisted(page: Page, at: int, preverb: int | None) -> tuple[CueRow, tuple[int, ...]] | None:
    """„Q” – lépett fel ellene X: behind a closing mark and a dash any verb serves as an inquit."""
    if not (page.is_dash(at - 1) and page.region_closing_at(at - 2) is not None and page.is_finite(at)):
        return None
    if page.tokens[at].lemma.lower() in RECEIVING:
        return None
    tokens = (at,) if preverb is None else (at, preverb)
    lemma = ("" if preverb is None else page.word(preverb)) + page.tokens[at].lemma.lower()
    return CueRow(lemma, "VERB", (page.word(at),), "NOM", frozenset(), "", "say", "neutral", "Y", "N", "N"), tokens


def _reports(page: Page, at: int) -> bool:
    """Indicative, not under *ha*, and not a guess of the author's (*valószínűleg arra utalt*)."""
    first, _ = page.clause(at)
    before = {page.word(i) for i in range(first, at)}
    mood = page.tokens[at].feats.get("Mood", "Ind")
    if mood == "Cnd" or (mood == "Imp" and ("hogy" in before or not page.word(at).endswith(AMBIGUOUS))):
        return False
    if POTENTIAL.search(page.word(at)) and page.word(at) not in cues.index().past:
        return False
    ordered = page.tokens[page.sentence(at)[1] - 1].text == "!" and page.word(at).endswith(AMBIGUOUS)
    return not ordered and not before & (CONDITIONALS | GUESSES | OF_ITSELF)


def _negated(page: Page, tokens: tuple[int, ...]) -> bool:
    """*nem mondta*, *ki sem mondta*, *nem azt mondta*."""
    before = {page.word(tokens[0] - 1), page.word(tokens[-1] - 1) if len(tokens) > 1 else ""}
    if page.word(tokens[0] - 1) in POINTERS:
        before.add(page.word(tokens[0] - 2))
    return bool(before & NEGATIONS)
