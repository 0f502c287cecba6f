"""Why a quotation is one, in words; made from its evidence alone."""

from quoteservice.model import Quotation, Speaker
from quoteservice.response.places import Places

SHORT_FIELDS = ("pattern", "link", "resolution")


def short_evidence(quotation: Quotation) -> dict[str, str]:
    """The fields of the evidence that every answer has."""
    return {key: quotation.evidence[key] for key in SHORT_FIELDS if key in quotation.evidence}


def explained(quotation: Quotation, speakers: tuple[Speaker, ...], places: Places) -> dict[str, str]:
    """All of the evidence and one sentence each on content, cue, source and speaker, as `words`."""
    return {**quotation.evidence, "words": " ".join(_sentences(quotation, speakers, places))}


def _sentences(quotation: Quotation, speakers: tuple[Speaker, ...], places: Places) -> list[str]:
    found = quotation.evidence
    told = [f"The {quotation.type} content was found by the pattern {found.get('pattern', 'unknown')}."]
    if quotation.cue:
        told.append(
            f"The cue is „{places.words(quotation.cue.spans)}” ({quotation.cue.lemma}: {quotation.cue.category})."
        )
    else:
        told.append("No cue stands beside it.")
    if quotation.source:
        told.append(
            f"The source is „{places.words([quotation.source.span])}”, joined by {found.get('link', 'position')}."
        )
    else:
        told.append("The text does not express the source here.")
    names = ", ".join(speaker.name for speaker in speakers if speaker.id in quotation.speaker_ids)
    told.append(
        f"The speaker is {names} ({found.get('resolution', 'as named')})." if names else "The speaker is unresolved."
    )
    return told
