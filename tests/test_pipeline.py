"""The flow from a document to the analysis in one place; documents built by hand, no model."""

from quoteservice.model import Analysis, Document
from quoteservice.pipeline import Pipeline, analyse
from tests.build import build

TWO = (
    "„ A híd elkészült/VERB/elkészül ” – mondta/VERB/mond>mondta PER[Réti Nóra] . ¶ "
    "„ A vasút is/ADV elkészült/VERB/elkészül ” – közölte/VERB/közöl PER[Bokor Etelka] . ¶ "
    "„ Holnap/ADV nyitunk/VERB/nyit ” – mondta/VERB/mond>mondta PER[Réti Nóra] ."
)
NESTED = (
    "PER[Réti Nóra] közölte/VERB/közöl , hogy a mérnök szerint a híd elkészült/VERB/elkészül , "
    "és a vasút is/ADV megnyílt/VERB/megnyílik ."
)


class OneDocument:
    """A reader that knows one document."""

    def __init__(self, document: Document) -> None:
        self.document = document

    def read(self, text: str) -> Document:
        assert text == self.document.text
        return self.document


def said(analysis: Analysis) -> list[tuple[str, str, list[str]]]:
    return [
        (q.id, " ".join(span.of(analysis.text) for span in q.content), list(q.speaker_ids)) for q in analysis.quotations
    ]


def test_quotations_come_in_text_order_and_speakers_by_their_first_one() -> None:
    analysis = analyse(build(TWO))
    assert said(analysis) == [
        ("q1", "A híd elkészült", ["s1"]),
        ("q2", "A vasút is elkészült", ["s2"]),
        ("q3", "Holnap nyitunk", ["s1"]),
    ]
    assert [(speaker.id, speaker.name, speaker.kind, speaker.quote_ids) for speaker in analysis.speakers] == [
        ("s1", "Réti Nóra", "person", ("q1", "q3")),
        ("s2", "Bokor Etelka", "person", ("q2",)),
    ]


def test_mentions_are_the_words_of_the_text_in_order() -> None:
    analysis = analyse(build(TWO))
    assert [[span.of(analysis.text) for span in speaker.mentions] for speaker in analysis.speakers] == [
        ["Réti Nóra", "Réti Nóra"],
        ["Bokor Etelka"],
    ]
    assert all(list(speaker.mentions) == sorted(speaker.mentions) for speaker in analysis.speakers)


def test_quotation_inside_another_names_the_one_that_holds_it() -> None:
    outer, inner = analyse(build(NESTED)).quotations
    assert (outer.parent_id, inner.parent_id) == (None, outer.id)
    assert outer.content[0].covers(inner.content[0])


def test_quotations_side_by_side_have_no_parent() -> None:
    assert [quotation.parent_id for quotation in analyse(build(TWO)).quotations] == [None, None, None]


def test_every_quotation_says_what_decided() -> None:
    for quotation in analyse(build(TWO)).quotations:
        assert quotation.evidence.keys() == {"pattern", "link", "resolution"}
        assert all(quotation.evidence.values())


def test_document_without_words_has_an_empty_analysis() -> None:
    assert analyse(Document("", (), (), ())) == Analysis("", (), ())


def test_pipeline_reads_and_analyses() -> None:
    document = build(TWO)
    assert Pipeline(OneDocument(document)).analyse(document.text) == analyse(document)
