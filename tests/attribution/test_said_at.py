"""When it was said: `<at>` marks the words that have to be found, a row without it expects no time.

Intervals are told for articles of Thursday, 14 August 2025.
"""

import pytest

from quoteservice.model import SaidAt
from tests.attribution.circumstances import engine, examples, found, quotations, wanted
from tests.marked import read

ROWS = [
    "„A híd márciusra elkészül” – mondta <at>kedden</at> Bárdos Ilona polgármester.",
    "„A híd márciusra elkészül” – mondta Bárdos Ilona polgármester <at>kedd este</at>.",
    "A tárca <at>hétfőn délután</at> közölte, hogy lezárják a hidat.",
    "A tárca <at>tegnap</at> azt közölte, hogy hétfőn lezárják a hidat.",
    "<at>Tegnap</at> azt mondta a miniszter, hogy nem mond le.",
    "A miniszter <at>csütörtöki</at> sajtótájékoztatóján elmondta, hogy emelik a béreket.",
    "A cég <at>pénteki</at> közleményében azt írta, hogy nem fizet.",
    "A cég <at>pénteki</at> közleménye szerint nem lesz elbocsátás.",
    "Az elnök a <at>hétfőn</at> kiadott közleményében azt írta, hogy lemond.",
    "A szóvivő <at>március 12-én</at> azt mondta, hogy április 3-án indul a gyártás.",
    "A szóvivő <at>2021 májusában</at> azt mondta, hogy a projekt leáll.",
    "A fejlesztő <at>tavaly</at> azt ígérte, hogy idén elkészül a stadion.",
    "A fejlesztő <at>a múlt héten</at> azt mondta, hogy elkészül a stadion.",
    "A főmérnök <at>pár napja</at> azt mondta, hogy tart a gát.",
    "A főmérnök <at>két hete</at> azt mondta, hogy tart a gát.",
    "„Nincs több kérdésünk” – közölte az ügyész <at>ma reggel</at>.",
    "Az egyik lakó <at>vasárnap este</at> azt írta, hogy nincs áram.",
    "A hadsereg <at>szerdára virradóra</at> közölte, hogy lelőttek egy drónt.",
    "A szövetség <at>2025. augusztus 12-én</at> közölte, hogy elmarad a torna.",
    "Három ember megsérült – közölte a katasztrófavédelem <at>vasárnap</at> az MTI-vel.",
    "Mint a klinika <at>szerdán</at> közölte, javul a beteg állapota.",
    "A klub <at>május elején</at> közölte, hogy új edzőt keres.",
    "A bizottság <at>kedd délután</at> azt közölte, hogy szerdán folytatja az ülést.",
    "A miniszter <at>korábban</at> azt mondta, hogy nincs ilyen terv.",
    "A tanár <at>nemrég</at> azt nyilatkozta, hogy külföldre megy.",
    "Az ügyvéd <at>hétfői</at> beszédében azt mondta, hogy győzni fognak.",
    "Az elnök, aki szombaton érkezett, <at>vasárnap</at> azt mondta, hogy marad.",
    # a time of something else
    "A miniszter azt mondta, hogy kedden döntenek.",
    "A miniszter a kedden elfogadott törvényről azt mondta, hogy jó.",
    "A miniszter a keddi szavazásról azt mondta, hogy megismétlik.",
    "A szóvivő a hétfő óta tartó sztrájkról azt mondta, hogy véget ér.",
    "Az elnök, aki kedden érkezett Szegedre, azt mondta, hogy marad.",
    "Kedden lezárták a gyárat, és a cég azt közölte, hogy nem nyit ki többet.",
    "A szóvivő a jövő heti szavazásról azt mondta, hogy elmarad.",
    "A kutató a 2021-es adatokról azt mondta, hogy hiányosak.",
    "A rendőrség közölte, hogy hétfő este baleset történt.",
    "Hétfő este baleset történt – közölte a rendőrség.",
    "„Tegnap még volt víz” – mondta az egyik lakó.",
    "A tárca szerint jövőre nő a támogatás.",
]

INTERVALS = [
    ("„Nincs veszély” – mondta kedden a szóvivő.", "2025-08-12T00:00", "2025-08-13T00:00"),
    ("„Nincs veszély” – mondta kedd este a szóvivő.", "2025-08-12T18:00", "2025-08-13T00:00"),
    ("A szóvivő csütörtöki közleményében azt írta, hogy nincs veszély.", "2025-08-14T00:00", "2025-08-15T00:00"),
    ("A szóvivő pénteken azt mondta, hogy nincs veszély.", "2025-08-08T00:00", "2025-08-09T00:00"),
    ("A szóvivő tavaly decemberben azt mondta, hogy nincs veszély.", "2024-12-01T00:00", "2025-01-01T00:00"),
    ("A szóvivő nemrég azt mondta, hogy nincs veszély.", None, None),
]


@pytest.mark.parametrize("row", ROWS)
def test_said_at(row: str) -> None:
    assert found(row, "at") == wanted(row, "at")


@pytest.mark.parametrize("row", examples("times"))
def test_example_of_the_lexicon(row: str) -> None:
    assert found(row, "at") == wanted(row, "at")


@pytest.mark.parametrize(("row", "start", "end"), INTERVALS)
def test_interval(row: str, start: str | None, end: str | None) -> None:
    _, (quotation,) = quotations(row)
    assert quotation.said_at is not None
    assert (quotation.said_at.start, quotation.said_at.end) == (start, end)


def test_without_a_day_of_publication_only_the_words_are_told() -> None:
    text, _ = quotations(INTERVALS[0][0])
    (quotation,) = engine().analyse(read(text).text).quotations
    assert quotation.said_at is not None
    assert quotation.said_at == SaidAt(quotation.said_at.span)
