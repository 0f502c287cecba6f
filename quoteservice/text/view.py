"""The text as the parser sees it: as long as the original to the code point, but with nothing in it that hurts.

spaCy's tokenizer is quadratic in a run of marks without a space (48 KB of `„` take 16 s), a control character or
an exotic space becomes a token of its own, and a lone carriage return is no line break to it.
"""

import re

CONTROL = re.compile(r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ufeff\ufffe\uffff]")
EXOTIC_SPACE = re.compile(r"[\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]")
LINE_BREAK = re.compile(r"\r(?!\n)|[\x0b\x0c\x1c-\x1f\x85\u2028\u2029]")
STRAY = re.compile(r"\\+(?!\S)")
"""A backslash before white space is left over from a format of someone's."""
SHOWN = re.compile(r"\S")
MARK = r"(?:[^\w\s]|_)"


def parser_view(text: str, longest_run: int, longest_word: int) -> str:
    """A text of the same length as `text`, in which every code point is the original one, a space or a line break.

    Of more than `longest_run` marks with nothing but white space between them the rest are spaces, and every
    `longest_word`-th code point of an unbroken run of non-spaces is a space.
    """
    text = CONTROL.sub(" ", text)
    text = EXOTIC_SPACE.sub(" ", text)
    text = LINE_BREAK.sub("\n", text)
    if re.search(rf"[\W_]{{{longest_run + 1}}}", text) is not None:
        text = re.sub(rf"((?:{MARK}\s*){{{longest_run}}})((?:{MARK}\s*)+)", _blank_rest, text)
    if max(map(len, text.split()), default=0) >= longest_word:
        text = re.sub(rf"(\S{{{longest_word - 1}}})\S", r"\1 ", text)
    return STRAY.sub(lambda run: " " * len(run[0]), text)


def has_control_characters(text: str) -> bool:
    """Whether `text` holds characters that no article has (NUL and its like); the parser sees them as spaces."""
    return CONTROL.search(text) is not None


def _blank_rest(run: re.Match[str]) -> str:
    return run[1] + SHOWN.sub(" ", run[2])
