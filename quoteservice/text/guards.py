"""Refuses texts and HTML that are no Unicode text or too long to read."""

import re

LONE_SURROGATE = re.compile("[\ud800-\udfff]")


class TextRefused(ValueError):
    """The text cannot be read; the message is one sentence for the sender and holds nothing of the text."""


def check(text: str, longest: int, called: str = "text") -> None:
    """Raise TextRefused when `text` has more than `longest` code points or holds a lone surrogate.

    `called`: what it is to the sender.
    """
    if len(text) > longest:
        raise TextRefused(f"The {called} has {len(text)} code points; at most {longest} are read.")
    lone = LONE_SURROGATE.search(text)
    if lone:
        raise TextRefused(f"There is a lone surrogate at code point {lone.start()}; this is no Unicode text.")
