"""Puts the tagger's classes of names right where the words themselves tell: *Duna Group* is no person."""

from collections.abc import Iterable
from dataclasses import replace

from quoteservice.lexicon import roles
from quoteservice.lexicon.inflected import stems
from quoteservice.lexicon.media import platforms
from quoteservice.lexicon.tables import word_set
from quoteservice.resolution.mentions import NameMention

BODY_WORDS = word_set("names", "body_words") | word_set("names", "legal_forms")
BODY_ENDINGS = tuple(word_set("according", "bodies"))
BODY_JOINTS = word_set("names", "body_joints")


def relabel(mentions: Iterable[NameMention]) -> tuple[NameMention, ...]:
    """The names that can speak; bodies by their words, and a family name alone has the class of the full name."""
    able = [m for m in map(_without_platform, mentions) if len(m.name) > 1 and not _is_platform(m.name)]
    checked = [replace(m, label="ORG") if m.label != "ORG" and _is_body(m) else m for m in able]
    people = {word for m in checked if m.label == "PER" and len(m.words) > 1 for word in (m.words[0], m.words[-1])}
    bodies = {m.name for m in checked if m.label == "ORG" and len(m.words) > 1}
    return tuple(
        replace(m, label="PER") if m.label != "PER" and m.name in people and not _opens(m.name, bodies) else m
        for m in checked
    )


def _is_platform(name: str) -> bool:
    """*Instagramon* too, where the tagger takes it for a nominative."""
    return name in platforms() or any(stem.capitalize() in platforms() and case != "Nom" for stem, case in stems(name))


def _is_body(mention: NameMention) -> bool:
    if len(mention.words) < 2:
        return False
    last = mention.words[-1].lower().strip(".")
    if last in BODY_WORDS or any(word in BODY_JOINTS for word in mention.words[1:-1]):
        return True
    return mention.words[-1][0].isupper() and any(_names_body(stem) for stem, case in stems(last) if case == "Nom")


def _names_body(noun: str) -> bool:
    role = roles.role_of(noun)
    return noun.endswith(BODY_ENDINGS) if role is None else role.kind == "organization"


def _without_platform(mention: NameMention) -> NameMention:
    """*Facebook-oldalán Nagy Éva*: the page is no part of the name."""
    if len(mention.words) > 1 and mention.words[0].split("-")[0] in platforms() and "-" in mention.words[0]:
        return replace(mention, first=mention.first + 1, name=" ".join(mention.words[1:]))
    return mention


def _opens(name: str, bodies: set[str]) -> bool:
    return any(body.startswith(f"{name} ") for body in bodies)
