"""Tokenizer rules for text as newsrooms write it: marks and dashes glued to words still stand alone."""

from spacy.language import Language
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

MARKS = '"„“”»«'
LOWER, UPPER = "a-záéíóöőúüű", "A-ZÁÉÍÓÖŐÚÜŰ"
GLUED = (
    rf"[{MARKS}]",
    rf"(?<=[{LOWER}])[.!?](?=[{UPPER}])",
    rf"(?<=[{LOWER}])[.!?…](?=[{MARKS}])",
    rf"(?<=[{LOWER}])[.!?](?=\()",
    rf"(?<=[{MARKS}])[-–—](?=[{LOWER}])",
    rf"(?<=[{LOWER}])[:,;](?=[{UPPER}{LOWER}{MARKS}])",
    rf"(?<=[{LOWER}])[–—](?=[{LOWER}])",
)


def split_glued_marks(nlp: Language) -> None:
    """Extend the infixes of the pipeline's tokenizer in place; web addresses stay whole."""
    tokenizer = nlp.tokenizer
    prefixes = [*(nlp.Defaults.prefixes or ()), rf"[-–—](?=[{LOWER}]{{3}})"]
    suffixes = [*(nlp.Defaults.suffixes or ()), rf"(?<=[{UPPER}]{{2}})\.", rf"(?<=[{LOWER}])[–—]"]
    tokenizer.prefix_search = compile_prefix_regex(prefixes).search  # type: ignore[union-attr]
    tokenizer.suffix_search = compile_suffix_regex(suffixes).search  # type: ignore[union-attr]
    infixes = [*(nlp.Defaults.infixes or ()), *GLUED]
    tokenizer.infix_finditer = compile_infix_regex(infixes).finditer  # type: ignore[union-attr]
