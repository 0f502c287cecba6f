"""An answer of the service, as plain data, laid flat into rows of the tables of `schema`."""

from typing import Any

from quoteservice.bulk.article import Article

Told = dict[str, Any]
MENTIONED = ("addressee", "medium", "said_at")


def quote_rows(article: Article, told: Told) -> list[Told]:
    """A row for each quotation in `told`, the answer for `article`, in its order."""
    speakers = {speaker["id"]: speaker for speaker in told["speakers"]}
    common, engine = _common(article), _engine(told)
    return [{**common, **_content(q), **_who(q, speakers), **_how(q), **engine} for q in told["quotes"]]


def speaker_rows(article: Article, told: Told) -> list[Told]:
    """A row for each speaker in `told`, in its order."""
    return [{**_common(article), **_speaker(speaker), **_engine(told)} for speaker in told["speakers"]]


def article_row(article: Article, told: Told) -> Told:
    """The row of the article itself."""
    counts = {name: len(told[name]) for name in ("quotes", "speakers")}
    own = {"language": told["language"], **counts, "warnings": told["warnings"]}
    return {**_common(article), **own, **_engine(told)}


def _common(article: Article) -> Told:
    day = article.published_at
    return {"article_id": article.id, "published_at": day and day.isoformat(), "outlet": article.outlet}


def _engine(told: Told) -> Told:
    return {f"engine_{name}": value for name, value in told["engine"].items()}


def _content(quote: Told) -> Told:
    spans = quote["content"]["spans"]
    stretches = [stretch for span in spans for stretch in span.get("html", ())]
    return {
        "quote_id": quote["id"],
        "type": quote["type"],
        "content": quote["content"]["text"],
        "content_start": spans[0]["start"],
        "content_end": spans[-1]["end"],
        "content_starts": [span["start"] for span in spans],
        "content_ends": [span["end"] for span in spans],
        "html_starts": [stretch["start"] for stretch in stretches],
        "html_ends": [stretch["end"] for stretch in stretches],
    }


def _who(quote: Told, speakers: dict[str, Told]) -> Told:
    known = [speakers[each] for each in quote["speaker_ids"]]
    return {
        **_mention("source", quote["source"]),
        "source_form": quote["source"] and quote["source"]["form"],
        "speaker_ids": quote["speaker_ids"],
        "speakers": [speaker["name"] for speaker in known],
        "speaker_kinds": [speaker["kind"] for speaker in known],
        "speaker_named": [speaker["named"] for speaker in known],
    }


def _how(quote: Told) -> Told:
    cue, said_at, evidence = quote["cue"], quote["said_at"] or {}, quote["evidence"]
    spans = cue["spans"] if cue else [{"start": None, "end": None}]
    mentions = [_mention(name, quote[name]) for name in MENTIONED]
    return {
        "cue": cue and cue["text"],
        "cue_start": spans[0]["start"],
        "cue_end": spans[-1]["end"],
        **{f"cue_{name}": cue and cue[name] for name in ("lemma", "category", "stance")},
        **{name: cell for mention in mentions for name, cell in mention.items()},
        "said_from": said_at.get("from"),
        "said_to": said_at.get("to"),
        "parent_id": quote["parent_id"],
        "confidence": quote["confidence"],
        **{name: evidence.get(name) for name in ("pattern", "link", "resolution")},
        "candidates": evidence.get("candidates", []),
    }


def _mention(name: str, piece: Told | None) -> Told:
    piece = piece or {}
    return {name: piece.get("text"), f"{name}_start": piece.get("start"), f"{name}_end": piece.get("end")}


def _speaker(speaker: Told) -> Told:
    mentions = speaker["mentions"]
    return {
        "speaker_id": speaker["id"],
        **{name: speaker[name] for name in ("name", "kind", "named", "descriptions", "quote_ids")},
        "mentions": [mention["text"] for mention in mentions],
        "mention_starts": [mention["start"] for mention in mentions],
        "mention_ends": [mention["end"] for mention in mentions],
    }
