"""The names of an article: where they stand and what their nominative is."""

from collections.abc import Iterator
from dataclasses import dataclass

from quoteservice.lexicon.tables import word_set, words
from quoteservice.model import EntityLabel, NamedEntity, Token
from quoteservice.resolution.names import full_nominative, looks_inflected, sure_stems
from quoteservice.search.names import given_in_case, is_bare_given
from quoteservice.search.page import Page

TITLES = word_set("names", "titles")
LEGAL_FORMS = word_set("names", "legal_forms")
CREDITS = word_set("names", "credits")
LONG_ENDINGS = tuple(ending for ending in words()["names"]["case_endings"] if len(ending) >= 3)
INNER_CASES = frozenset(
    {"Acc", "Dat", "Ins", "Ine", "Ela", "Ill", "Sup", "Del", "Sbl", "Ade", "Abl", "All", "Cau", "Ter"}
)


@dataclass(frozen=True, slots=True)
class NameMention:
    """A name at tokens `first` to `last` (half-open); `name` is its nominative without title."""

    first: int
    last: int
    label: EntityLabel
    name: str

    @property
    def words(self) -> tuple[str, ...]:
        """The words of the name."""
        return tuple(self.name.split())


def name_mentions(page: Page, known: frozenset[str]) -> tuple[NameMention, ...]:
    """All names of persons, organisations and places of a page, in text order; `known` are nominative name words."""
    return tuple(
        NameMention(first, last, entity.label, mention_name(page, first, last, known, entity.label == "LOC"))
        for entity in page.document.entities
        if entity.label != "MISC" and not _credited(page, entity)
        for first, last in _pieces(page, entity, known)
    )


def _credited(page: Page, entity: NamedEntity) -> bool:
    """*Fotó: Bokor Etelka*: who took a picture says nothing."""
    return entity.label == "PER" and page.word(entity.first - 1) == ":" and page.word(entity.first - 2) in CREDITS


def _pieces(page: Page, entity: NamedEntity, known: frozenset[str]) -> Iterator[tuple[int, int]]:
    """A person's name inflects only its last word: an ending before it parts two names (*Kis Idától Bokor Etelka*)."""
    first, last = entity.first, entity.last
    if entity.label == "PER":
        for at in range(first, last - 1):
            if _ends_inflected(page, at, known):
                if at > first or last - at > 2:
                    yield from _trimmed(page, first, at + 1)
                first = at + 1
        while last - first > 1 and page.tokens[last - 1].text[0].islower():
            last -= 1
        while (
            last - first > 2 and page.tokens[first].upos in ("VERB", "ADV", "ADJ") and page.sentence(first)[0] == first
        ):
            first += 1
    yield from _trimmed(page, first, last)


def _ends_inflected(page: Page, at: int, known: frozenset[str]) -> bool:
    """Whether a word carries a case ending: the tagger says so, or the article has it without one."""
    token = page.tokens[at]
    if token.text in known or token.upos not in ("PROPN", "NOUN"):
        return False
    bare = next((token.text.removesuffix(end) for end in LONG_ENDINGS if token.text.endswith(end)), "")
    tagged = page.case(at) in INNER_CASES and token.lemma != token.text and len(token.text) > 3
    return tagged or bare in known


def _trimmed(page: Page, first: int, last: int) -> Iterator[tuple[int, int]]:
    while first < last and (page.word(first) in TITLES or not page.is_word(first)):
        first += 1
    while last > first and not page.is_word(last - 1) and page.tokens[last - 1].text != ")":
        last -= 1
    if first < last:
        yield first, last


def mention_name(page: Page, first: int, last: int, known: frozenset[str], place: bool = False) -> str:
    """The nominative of the name that stands at tokens `first` to `last`; `place`: it is a place's."""
    words = page.document.text[page.tokens[first].start : page.tokens[last - 1].end].split()
    token = page.tokens[last - 1]
    if words[-1].endswith(".") and page.sentence(first)[1] == last and words[-1].rstrip(".").lower() not in LEGAL_FORMS:
        words[-1] = words[-1].rstrip(".") or words[-1]  # the sentence's full stop
    inflected = token.text not in known and _inflected(page, first, last - 1)
    return full_nominative(words, token.lemma, known, inflected, place)


def _inflected(page: Page, first: int, last: int) -> bool:
    """Whether the name at tokens `first` to `last` has an ending: by the tagger, its lemma, the tree or the letters."""
    token = page.tokens[last]
    if last > first and is_bare_given(token):
        return False
    if last > first and page.case(last) == "Acc" and not given_in_case(token, "Acc") and _is_subject(page, first):
        return False  # Gerard Somot azt mondta
    if page.case(last) not in ("Nom", "") or _is_accusative(page, last):
        return True
    return token.lemma in sure_stems(token.text) or _looks_inflected(page, first, token.text)


def _looks_inflected(page: Page, first: int, text: str) -> bool:
    """By the letters; the name of a subject only by sure ones."""
    return looks_inflected(text) and (looks_inflected(text, sure=True) or not _is_subject(page, first))


def _is_accusative(page: Page, at: int) -> bool:
    """An object has a *-t*, even where the tagger takes it for a nominative."""
    return page.tokens[at].text.endswith("t") and page.tree.dep(at) == "obj"


def _is_subject(page: Page, at: int) -> bool:
    """Whether the tree has a word as a subject; a second one of the same verb is a mistake of the tree."""
    tree = page.tree
    if not tree.dep(at).startswith("nsubj"):
        return False
    return not any(tree.dep(i).startswith("nsubj") for i in tree.children(tree.head(at)) if i < at)


def _seems_nominative(token: Token) -> bool:
    """Whether the tagger took a capitalised word for a name in the nominative."""
    return token.upos == "PROPN" and token.text[:1].isupper() and token.feats.get("Case", "Nom") == "Nom"


def asked_of(page: Page) -> frozenset[int]:
    """The sentences whose trees `attested` will read."""
    return frozenset(t.sentence for t in page.tokens if t.text.endswith("t") and _seems_nominative(t))


def attested(page: Page) -> frozenset[str]:
    """Capitalised words that the tagger took for a nominative, without those that only add an ending to another one."""
    seen = {t.text for t in page.tokens if _seems_nominative(t) and not _is_accusative(page, t.index)}
    cut = {t.text for t in page.tokens if t.text in seen and t.lemma in sure_stems(t.text)}
    longer = cut | {w for w in seen if any(stem in seen for stem in sure_stems(w))}
    bare = {w for w in seen - longer if not looks_inflected(w, sure=True)}
    doubtful = {w for w in bare if looks_inflected(w)}
    subjects = {t.text for t in page.tokens if t.text in doubtful and page.tree.dep(t.index).startswith("nsubj")}
    return frozenset(bare - doubtful | subjects)
