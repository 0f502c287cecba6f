"""What an answer tells of an article that came as HTML: its text, and the HTML with its quotations marked."""

from collections.abc import Iterable, Sequence
from typing import Any

from quoteservice.model import Quotation, Speaker
from quoteservice.response.options import Options
from quoteservice.text.html.marking import Mark, marked
from quoteservice.text.html.page import Page


def of_page(
    page: Page, quotations: Iterable[Quotation], speakers: Sequence[Speaker], options: Options
) -> dict[str, Any]:
    """The members `text` and, when asked for, `annotated_html` of an answer that tells `quotations`."""
    told: dict[str, Any] = {"text": page.text}
    if options.annotated_html:
        names = {speaker.id: speaker.name for speaker in speakers}
        told["annotated_html"] = marked(page, _marks(quotations, names))
    return told


def _marks(quotations: Iterable[Quotation], names: dict[str, str]) -> Iterable[Mark]:
    for quotation in quotations:
        speaker = ", ".join(names[each] for each in quotation.speaker_ids if each in names)
        yield from (Mark(span, quotation.id, speaker) for span in quotation.content)
