"""Tokenizer rules for text as newsrooms write it: marks and dashes glued to words still stand alone."""

import re

from spacy.language import Language
from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]
from spacy.tokens import Doc
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

from quoteservice.lexicon import tables

STRETCH = re.compile(r"(\S+|\s+)( ?)")
"""A blank behind a stretch is no token; more white space is."""
KEPT = 20_000
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
        self._make_doc, self._vocab = nlp.make_doc, nlp.vocab
        self._kept: dict[str, tuple[str, ...]] = {}

    def __call__(self, text: str) -> Doc:
        """The tokens of `text`, as the pipeline's tokenizer cuts it."""
        words: list[str] = []
        spaces: list[bool] = []
        for stretch, blank in STRETCH.findall(text):
            cut = self._kept.get(stretch) or self._cut(stretch)
            words += cut
            spaces += [False] * (len(cut) - 1)
            spaces.append(bool(blank))
        return Doc(self._vocab, words=words, spaces=spaces)

    def _cut(self, stretch: str) -> tuple[str, ...]:
        if len(self._kept) >= KEPT:
            self._kept.clear()
        cut = self._kept[stretch] = tuple(token.text for token in self._make_doc(stretch))
        return cut
