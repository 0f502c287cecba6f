"""The list of speakers of an answer: who was quoted, under which name, with which mentions."""

from bisect import bisect_left, insort
from collections.abc import Mapping, Sequence

from quoteservice.model import Span, Speaker
from quoteservice.resolution.entities import Entity


def build(
    resolved: Sequence[tuple[str, tuple[Entity, ...], Span | None]], all_mentions: Mapping[int, list[Span]]
) -> tuple[tuple[Speaker, ...], dict[str, tuple[str, ...]]]:
    """The speakers in order of their first quotation, and the speaker ids of every quotation id.

    `resolved`: quotation id, its entities and its source span. `all_mentions`: entity identity → spans of its name.
    """
    order: list[Entity] = []
    quotes: dict[int, list[str]] = {}
    mentions: dict[int, list[Span]] = {}
    for quote_id, entities, source in resolved:
        for entity in entities:
            if id(entity) not in quotes:
                order.append(entity)
            quotes.setdefault(id(entity), []).append(quote_id)
            if id(entity) not in mentions:
                mentions[id(entity)] = sorted(set(all_mentions.get(id(entity), ())))
            if source is not None and len(entities) == 1 and not _holds_any(source, mentions[id(entity)]):
                insort(mentions[id(entity)], source)
    ids = {id(entity): f"s{number}" for number, entity in enumerate(order, 1)}
    speakers = tuple(
        Speaker(
            ids[id(e)],
            e.name,
            e.kind,
            tuple(e.descriptions),
            tuple(mentions[id(e)]),
            tuple(quotes[id(e)]),
            e.named,
        )
        for e in order
    )
    return speakers, {quote_id: tuple(ids[id(e)] for e in entities) for quote_id, entities, _ in resolved}


def _holds_any(source: Span, spans: Sequence[Span]) -> bool:
    """Whether one of `spans`, which are sorted, stands inside `source`."""
    for index in range(bisect_left(spans, Span(source.start, source.start)), len(spans)):
        if spans[index].start > source.end:
            return False
        if source.covers(spans[index]):
            return True
    return False
