"""What has to hold for any article, and what a change that means nothing must not change."""

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from quoteservice.model import Analysis, Quotation, Span
from quoteservice.service import analysed
from quoteservice.settings import Settings
from tests.property.articles import ARTICLES, PLAIN
from tests.whole import engine

LIMITS = Settings()
MARKS = dict.fromkeys(map(ord, '„”"“»«'), "|")
few = settings(
    max_examples=25,
    deadline=None,
    derandomize=True,
    phases=[Phase.explicit, Phase.generate],  # the articles are small as they are
    suppress_health_check=list(HealthCheck),
)
Told = tuple[str, list[str], list[str], str | None, list[str]]


def analyse(text: str) -> Analysis:
    """As the service does."""
    return analysed(engine(), text, LIMITS)


def words(text: str, span: Span) -> str:
    """The words of a span, whatever the spaces and quotation marks between them."""
    return " ".join(span.of(text).translate(MARKS).split())


def told(text: str, analysis: Analysis) -> list[Told]:
    """Type, content, cue, source and speakers of every quotation in words."""
    names = {speaker.id: " ".join(speaker.name.translate(MARKS).split()) for speaker in analysis.speakers}
    return [
        (
            quotation.type,
            [words(text, span) for span in quotation.content],
            [words(text, span) for span in quotation.cue.spans] if quotation.cue else [],
            words(text, quotation.source.span) if quotation.source else None,
            [names[speaker] for speaker in quotation.speaker_ids],
        )
        for quotation in analysis.quotations
    ]


def spans(quotation: Quotation) -> list[Span]:
    """Every span of a quotation."""
    loose = [quotation.addressee, quotation.medium, quotation.source and quotation.source.span]
    loose.append(quotation.said_at and quotation.said_at.span)
    cue = quotation.cue.spans if quotation.cue else ()
    return [*quotation.content, *cue, *(span for span in loose if span is not None)]


@given(ARTICLES)
@few
def test_spans_stand_in_the_text_and_have_no_space_at_their_edges(text: str) -> None:
    analysis = analyse(text)
    every = [span for quotation in analysis.quotations for span in spans(quotation)]
    every += [span for speaker in analysis.speakers for span in speaker.mentions]
    for span in every:
        assert 0 <= span.start < span.end <= len(text)
        assert span.of(text) == span.of(text).strip()


@given(ARTICLES)
@few
def test_pieces_of_a_quotation_do_not_overlap(text: str) -> None:
    for quotation in analyse(text).quotations:
        cue = quotation.cue.spans if quotation.cue else ()
        for pieces in (quotation.content, cue):
            assert all(one.end <= other.start for one, other in pairwise(pieces))
        assert not any(part.overlaps(word) for part in quotation.content for word in cue)


@given(ARTICLES)
@few
def test_quotations_and_speakers_refer_to_each_other(text: str) -> None:
    analysis = analyse(text)
    said = {quotation.id: set(quotation.speaker_ids) for quotation in analysis.quotations}
    assert len(said) == len(analysis.quotations)
    assert len({speaker.id for speaker in analysis.speakers}) == len(analysis.speakers)
    for speaker in analysis.speakers:
        assert speaker.name == speaker.name.strip() != ""
        assert set(speaker.quote_ids) == {quote for quote, speakers in said.items() if speaker.id in speakers}
    assert set().union(*said.values()) <= {speaker.id for speaker in analysis.speakers}
    for quotation in analysis.quotations:
        assert 0 <= quotation.confidence <= 1
        assert quotation.parent_id is None or quotation.parent_id in said.keys() - {quotation.id}


@given(ARTICLES)
@few
def test_no_two_quotations_are_the_same(text: str) -> None:
    seen = [(q.content, q.cue and q.cue.spans) for q in analyse(text).quotations]
    assert len(set(seen)) == len(seen)


@given(ARTICLES)
@few
def test_the_same_text_has_the_same_analysis(text: str) -> None:
    assert analyse(text) == analyse(text)


@given(ARTICLES, st.sampled_from(PLAIN))
@few
def test_closing_paragraph_without_quotation_changes_nothing(text: str, closing: str) -> None:
    alone, longer = analyse(text), analyse(f"{text}\n\n{closing}")
    assert longer.quotations == alone.quotations
    assert longer.speakers == alone.speakers


@pytest.mark.parametrize(("opening", "closing"), ['""', "»«", "“”", "„“"])
@given(ARTICLES)
@few
def test_style_of_the_marks_changes_nothing(opening: str, closing: str, text: str) -> None:
    swapped = text.replace("„", opening).replace("”", closing)
    assert told(swapped, analyse(swapped)) == told(text, analyse(text))


@pytest.mark.parametrize("space", ["\u00a0", "\u202f"], ids=["no-break", "narrow"])
@given(ARTICLES)
@few
def test_kind_of_space_changes_nothing(space: str, text: str) -> None:
    spaced = text.replace(" ", space)
    assert told(spaced, analyse(spaced)) == told(text, analyse(text))


@pytest.mark.parametrize("end", ["\r\n\r\n", "\n", "\n\n\n", " \n\n"], ids=["carriage", "one", "three", "blank"])
@given(ARTICLES)
@few
def test_kind_of_line_end_changes_nothing(end: str, text: str) -> None:
    lined = text.replace("\n\n", end)
    assert told(lined, analyse(lined)) == told(text, analyse(text))


@pytest.mark.parametrize("dash", ["-", "—"])
@given(ARTICLES)
@few
def test_kind_of_dash_changes_nothing(dash: str, text: str) -> None:
    dashed = text.replace(" – ", f" {dash} ")
    assert told(dashed, analyse(dashed)) == told(text, analyse(text))


@pytest.mark.parametrize("name", ["Szabó Péter", "Vadas Kinga", "Bognár Benedek", "Peter Miller"])
@given(ARTICLES)
@few
def test_another_name_changes_only_the_name(name: str, text: str) -> None:
    renamed = text.replace("Kardos Géza", name)
    expected = repr(told(text, analyse(text))).replace("Kardos Géza", name)
    assert repr(told(renamed, analyse(renamed))) == expected


def test_two_blanks_in_a_name_change_nothing() -> None:
    text = "„A híd jövő tavasszal elkészül” – közölte Bokor Etelka."
    spaced = text.replace(" ", "  ")
    assert told(spaced, analyse(spaced)) == told(text, analyse(text))
