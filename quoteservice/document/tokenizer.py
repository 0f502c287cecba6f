"""Tokenizer rules for text as newsrooms write it: marks and dashes glued to words still stand alone."""

import re
from collections.abc import Callable

from spacy.language import Language
from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]
from spacy.tokens import Doc
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

from quoteservice.lexicon import tables

STRETCH = re.compile(r"\S+")
KEPT = 20_000
Words = tuple[list[str], list[int]]
"""Words in text order and where each starts (code points); white space is none."""
ROMAN = re.compile(r"^[IVXLC]+\.$")
MARKS = '"„“”»«'
LOWER, UPPER = "a-záéíóöőúüű", "A-ZÁÉÍÓÖŐÚÜŰ"
AGENCIES = tuple(row["form"] for row in tables.rows("glued") if row["side"] == "agency")
"""What ends a photo credit (*Fotó: AFP*): a capital behind it opens the next sentence."""
GLUED = (
    rf"[{MARKS}]",
    rf"(?<=[{LOWER}])[.!?](?=[{UPPER}])",
    rf"(?<=[{LOWER}])[.!?…](?=[{MARKS}])",
    rf"(?<=[{LOWER}])[.!?](?=\()",
    rf"(?<=[{MARKS}])[-–—](?=[{LOWER}])",
    rf"(?<=[{LOWER}])[:,;](?=[{UPPER}{LOWER}{MARKS}])",
    rf"(?<=[{LOWER}])[–—](?=[{LOWER}])",
    rf"\)(?=[{UPPER}])",
    r"(?<=[.!?])\(",
    *(rf"(?<=\b{name})(?=[{UPPER}][{LOWER}]|Az?$)" for name in AGENCIES),
    rf"(?<=[{LOWER}])(?=(?:Fotó|Forrás|Kép|Illusztráció|Videó)\b)",
)


def split_glued_marks(nlp: Language) -> None:
    """Extend the infixes of the pipeline's tokenizer in place; web addresses stay whole."""
    tokenizer = nlp.tokenizer
    if not isinstance(tokenizer, Tokenizer):
        return
    prefixes = [*(nlp.Defaults.prefixes or ()), rf"[-–—](?=[{LOWER}]{{3}})", rf"[–—](?=[{UPPER}])"]
    suffixes = [*(nlp.Defaults.suffixes or ()), rf"(?<=[{UPPER}]{{2}})\.", rf"(?<=[{LOWER}])[–—]"]
    infixes = [*(nlp.Defaults.infixes or ()), *GLUED]
    tokenizer.prefix_search = compile_prefix_regex(prefixes).search
    tokenizer.suffix_search = compile_suffix_regex(suffixes).search
    tokenizer.infix_finditer = compile_infix_regex(infixes).finditer
    tokenizer.rules = {form: parts for form, parts in (tokenizer.rules or {}).items() if form != "):"}  # no face here
    whole = tokenizer.token_match
    tokenizer.token_match = lambda text: ROMAN.match(text) or (whole(text) if whole is not None else None)


class KeptTokenizer:
    """A tokenizer that keeps what it made of each stretch between blanks, as spaCy's own does outside a memory zone."""

    def __init__(self, nlp: Language) -> None:
        self._make_doc = nlp.make_doc
        self._kept: dict[str, tuple[str, ...]] = {}

    def __call__(self, text: str) -> Words:
        """The words of `text`, as the pipeline's tokenizer cuts it."""
        words: list[str] = []
        places: list[int] = []
        for stretch in STRETCH.finditer(text):
            at = stretch.start()
            for word in self._kept.get(stretch[0]) or self._cut(stretch[0]):
                words.append(word)
                places.append(at)
                at += len(word)
        return words, places

    def _cut(self, stretch: str) -> tuple[str, ...]:
        if len(self._kept) >= KEPT:
            self._kept.clear()
        cut = self._kept[stretch] = tuple(token.text for token in self._make_doc(stretch))
        return cut


def tokenizer_of(nlp: Language) -> Callable[[str], Words]:
    """What cuts a text into words for this pipeline."""
    return KeptTokenizer(nlp) if isinstance(nlp.tokenizer, Tokenizer) else lambda text: _words(nlp.make_doc(text))


def _words(doc: Doc) -> Words:
    kept = [token for token in doc if not token.is_space]
    return [token.text for token in kept], [token.idx for token in kept]
