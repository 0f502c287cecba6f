"""One article of our own, analysed by hand, for the tests of every format."""

from quoteservice.model import Analysis, Cue, Quotation, SaidAt, Source, Span, Speaker
from quoteservice.response.options import Options
from quoteservice.response.report import Report
from tests.fakes import ENGINE

TEXT = (
    "𝒞 „Kész a híd” – mondta hétfőn Példa Anna –, „de a járda, sajnos, nem.” "
    "A hivatal szerint a munka drága; ezt „tudtuk”. Pletyka: „elfogyott a pénz”."
)
EVIDENCE = {"pattern": "inquit.dash", "link": "nsubj", "resolution": "name"}


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


QUOTATIONS = (
    Quotation(
        "q1",
        "direct",
        (span("Kész a híd"), span("de a járda, sajnos, nem.")),
        Cue((span("mondta"),), "mond", "say", "neutral"),
        Source(span("Példa Anna"), "name"),
        ("s1",),
        0.91251,
        EVIDENCE,
        said_at=SaidAt(span("hétfőn"), "2025-08-11T00:00", "2025-08-12T00:00"),
    ),
    Quotation(
        "q2",
        "indirect",
        (span("a munka drága; ezt „tudtuk”"),),
        Cue((span("szerint"),), "szerint", "accord", "neutral"),
        Source(span("A hivatal"), "description"),
        ("s2",),
        0.8,
        EVIDENCE,
    ),
    Quotation("q3", "mixed", (span("tudtuk"),), None, None, ("s2",), 0.7, EVIDENCE, parent_id="q2"),
    Quotation(
        "q4", "direct", (span("elfogyott a pénz"),), None, None, (), 0.4, EVIDENCE, candidates=("Példa Anna", "hivatal")
    ),
)
SPEAKERS = (
    Speaker("s1", "Példa Anna", "person", ("főmérnök",), (span("Példa Anna"),), ("q1",)),
    Speaker("s2", "hivatal", "organization", (), (span("A hivatal"),), ("q2", "q3"), named=False),
)


def report(article_id: str | None = None, text: str = TEXT, **options: object) -> Report:
    """The report of the article with `options`."""
    analysis = Analysis(text, QUOTATIONS, SPEAKERS, ("Egy figyelmeztetés.",))
    return Report(analysis, ENGINE, Options(**options), "hu", article_id)
