"""Why a quotation is one, in words; made from its evidence alone."""

from typing import Any

from quoteservice.lexicon.evidence import Language, words
from quoteservice.model import Quotation, Speaker
from quoteservice.response.places import Places

SHORT_FIELDS = ("pattern", "link", "resolution")
PHRASES: dict[Language, dict[str, str]] = {
    "hungarian": {
        "cue": "A közlést „{cue}” jelzi ({lemma}).",
        "inside": "Egy másik közlésen belül áll.",
        "source": "A forrás „{source}”: {link}.",
        "none": "Forrás: {link}.",
        "speaker": "A beszélő {names}: {resolution}.",
        "unknown": "Beszélő: {resolution}.",
        "rivals": "Szóba jönne még: {names}.",
    },
    "english": {
        "cue": "„{cue}” ({lemma}) signals it.",
        "inside": "It stands inside another quotation.",
        "source": "The source is „{source}”: {link}.",
        "none": "Source: {link}.",
        "speaker": "The speaker is {names}: {resolution}.",
        "unknown": "Speaker: {resolution}.",
        "rivals": "It could also be {names}.",
    },
}


def short_evidence(quotation: Quotation) -> dict[str, Any]:
    """The fields of the evidence that every answer has; `candidates` only where the speaker is not sure."""
    told: dict[str, Any] = {key: quotation.evidence[key] for key in SHORT_FIELDS if key in quotation.evidence}
    return {**told, "candidates": list(quotation.candidates)} if quotation.candidates else told


def explained(quotation: Quotation, speakers: tuple[Speaker, ...], places: Places) -> dict[str, Any]:
    """All of the evidence, and what it means: `words` in Hungarian, `words_en` in English."""
    told = {"words": _told(quotation, speakers, places, "hungarian")}
    told["words_en"] = _told(quotation, speakers, places, "english")
    return {**quotation.evidence, **short_evidence(quotation), **told}


def _told(quotation: Quotation, speakers: tuple[Speaker, ...], places: Places, language: Language) -> str:
    found, phrase = quotation.evidence, PHRASES[language]
    pattern, link, resolution = (words(kind, found[kind], language) for kind in SHORT_FIELDS)
    sentences = [_sentence(pattern), _sentence(words("type", quotation.type, language))]
    if quotation.parent_id:
        sentences.append(phrase["inside"])
    if quotation.cue:
        sentences.append(phrase["cue"].format(cue=places.words(quotation.cue.spans), lemma=quotation.cue.lemma))
        if quotation.cue.stance != "neutral":
            sentences.append(_sentence(words("stance", quotation.cue.stance, language)))
    if quotation.source:
        sentences.append(phrase["source"].format(source=places.words([quotation.source.span]), link=link))
    else:
        sentences.append(phrase["none"].format(link=link))
    names = ", ".join(speaker.name for speaker in speakers if speaker.id in quotation.speaker_ids)
    sentences.append(phrase["speaker" if names else "unknown"].format(names=names, resolution=resolution))
    if quotation.candidates:
        sentences.append(phrase["rivals"].format(names=", ".join(quotation.candidates)))
    return " ".join(sentences)


def _sentence(clause: str) -> str:
    """A clause of the evidence table with its capital and full stop."""
    return f"{clause[0].upper()}{clause[1:]}."
