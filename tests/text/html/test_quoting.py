"""`q`, `blockquote` and `cite` are read as an article of plain text would have put them."""

import pytest

from quoteservice.model import Span
from quoteservice.text.html.reading import page_of

ROWS = [
    ("Azt mondta: <q>Jövök</q>.", "Azt mondta: „Jövök”."),
    ("Azt mondta: <q> Jövök </q>.", "Azt mondta: „Jövök” ."),
    ("<q>„Jövök”</q>, mondta", "„Jövök”, mondta"),
    ("„<q>Jövök</q>”, mondta", "„Jövök”, mondta"),
    ("<q>A <q>kész</q> híd</q>", "„A „kész” híd”"),
    ("<p><q>Jövök</p><p>Nem.", "„Jövök”\n\nNem."),
    ("<q><p>Egy.</p><p>Kettő.</p></q>", "„Egy.\n\nKettő.”"),
    ("a<q></q>b<q> </q>", "ab"),
    ("<p>Azt mondta:</p><blockquote><p>Jövök.</p></blockquote>", "Azt mondta:\n\n„Jövök.”"),
    ("Elmondta.<blockquote>Egy.<p>Kettő.</blockquote>Vége.", "Elmondta.\n\n„Egy.\n\nKettő.”\n\nVége."),
    ("<blockquote>„Jövök” – mondta.</blockquote>", "„Jövök” – mondta."),
    ("<blockquote>A „kész” híd.</blockquote>", "„A „kész” híd.”"),
    ("<blockquote>Azt mondta, „jövök” – s elment.</blockquote>", "Azt mondta, „jövök” – s elment."),
    ("<blockquote><q>Jövök.</q></blockquote>", "„Jövök.”"),
    ("<blockquote><blockquote>Jövök.</blockquote></blockquote>", "„Jövök.”"),
    ("<blockquote><p>Jövök.</p><cite>Kő Pál</cite></blockquote>", "Kő Pál: „Jövök.”"),
    ("<blockquote><p>Jövök. <cite>– Kő Pál</cite></p></blockquote>Vége.", "Kő Pál: „Jövök.”\n\nVége."),
    ("Esett.<blockquote>Jövök.<footer>— Kő, <cite>Lap</cite></footer></blockquote>", "Esett.\n\nKő, Lap: „Jövök.”"),
    ("<figure><blockquote>Jövök.</blockquote><figcaption>Kő</figcaption></figure>Vége.", "Kő: „Jövök.”\n\nVége."),
    ("<blockquote>„Jövök.”<cite>Kő Pál</cite></blockquote>", "Kő Pál: „Jövök.”"),
    # a source that is told already, or that is none
    ("<p>Kő Pál:</p><blockquote>Jövök.<p><cite>Kő Pál</cite></blockquote>", "Kő Pál:\n\n„Jövök.”\n\nKő Pál"),
    ("<blockquote>Jövök. <cite>forrás: lap</cite></blockquote>", "„Jövök.” forrás: lap"),
    ("<blockquote><cite>Kő Pál</cite><p>jön.</blockquote>", "„Kő Pál\n\njön.”"),
    ("<blockquote>A <cite>Lap</cite> írta.</blockquote>", "„A Lap írta.”"),
    ("A <cite>Lap</cite> írta.", "A Lap írta."),
    ("<blockquote>Jövök.</blockquote><figure><img><figcaption>Kő Pál</figcaption></figure>", "„Jövök.”"),
    ("<blockquote class='twitter-tweet'>Jövök.</blockquote>Esett.", "Esett."),
]  # fmt: skip


@pytest.mark.parametrize(("html", "text"), ROWS)
def test_reads_quoting_elements(html: str, text: str) -> None:
    assert page_of(html).text == text


def test_a_moved_source_keeps_its_place() -> None:
    html = "<blockquote><p>Jövök.</p><cite>— <b>Kő</b> Pál</cite></blockquote>"
    page = page_of(html)
    assert [stretch.of(html) for stretch in page.stretches(Span(0, 6))] == ["Kő", " Pál"]
    assert [stretch.of(html) for stretch in page.stretches(Span(6, len(page.text)))] == ["Jövök."]


def test_tells_what_is_quoted_and_which_address_is_cited() -> None:
    page = page_of(
        "a <q>b</q><blockquote cite=' https://pelda.hu '><p>c</p><p><q cite=''>d</q></p><cite>E</cite></blockquote>"
    )
    assert [(q.tag, page.text[q.start : q.end], q.cite) for q in page.quoted] == [
        ("q", "b", None),
        ("q", "d", None),
        ("blockquote", "c\n\n„d", "https://pelda.hu"),
    ]
    at = page.text.index("d")
    assert page.quoted_around(Span(at, at + 1)).tag == "q"
    assert page.quoted_around(Span(at - 4, at)).tag == "blockquote"
    assert page.quoted_around(Span(0, 1)) is None
