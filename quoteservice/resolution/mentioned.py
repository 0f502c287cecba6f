"""Whom a noun phrase means, by the name in it or else by what it describes."""

from quoteservice.resolution import described, named
from quoteservice.resolution.entities import Entity
from quoteservice.resolution.scene import Scene
from quoteservice.search.phrases import Phrase


def entities_of(scene: Scene, phrase: Phrase) -> tuple[Entity, ...]:
    """The entities of a phrase, at least one; a description that nobody is known by makes a new one."""
    return (named.resolve(scene, phrase) or described.resolve(scene, phrase, phrase.first)).entities
