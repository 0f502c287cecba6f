"""Which names of an article mean the same person or body: marked texts of our own and the speakers they hold."""

import pytest

from quoteservice.resolution import acronyms
from quoteservice.resolution.entities import Registry
from quoteservice.resolution.mentions import attested, name_mentions
from tests.resolution import hand

PEOPLE = [
    ("[PER Jurij Usakov] tegnap beszélt. [PER Usakovval|Ins] tárgyaltak.", ["Jurij Usakov"]),
    ("[PER Példa Anna] jött. [PER Példa] szólt. [PER Annával|Ins] mentek.", ["Példa Anna"]),
    ("[PER Fenyő Béla] jött. [PER Fenyő Réka] ment.", ["Fenyő Béla", "Fenyő Réka"]),
    ("[PER Fenyő Béla] jött. [PER Fenyő Réka] ment. [PER Fenyő Bélának|Dat] szóltak.", ["Fenyő Béla", "Fenyő Réka"]),
    ("[PER Ursula von der Leyen] szólt. [PER von der Leyennel|Ins] mentek.", ["Ursula von der Leyen"]),
    ("[PER Ursula von der Leyen] szólt. [PER Leyennek|Dat] írtak.", ["Ursula von der Leyen"]),
    (
        "[PER Ursula von der Leyen] szólt. [PER von der Leyen] ment. [PER von der Leyent|Acc] várták.",
        ["Ursula von der Leyen"],
    ),
    ("[PER Charles de Gaulle-lal|Ins] mentek. [PER de Gaulle] szólt.", ["Charles de Gaulle"]),
    ("[PER Orbán Viktor] szólt. [PER Viktor Orbán] ment. [PER Viktor Orbánnal|Ins] mentek.", ["Viktor Orbán"]),
    ("[PER Fenyő Béla] jött. [PER Fenyő Réka] ment. [PER Fenyő] szólt.", ["Fenyő Béla", "Fenyő Réka"]),
    ("[PER Kovács Péter] jött. [PER Péter Anna] ment.", ["Kovács Péter", "Péter Anna"]),
    ("[PER Donald Trumppal|Ins] mentek. [PER Melania Trump] jött.", ["Donald Trump", "Melania Trump"]),
    ("[PER Hszi Csin-pinggel|Ins] mentek. [PER Hszi] szólt.", ["Hszi Csin-ping"]),
    ("[PER Dr. Hárs Judit] rendelt. [PER Hárs Judittól|Abl] kérdezték.", ["Hárs Judit"]),
    ("[PER ifj. Cserháti Pál] jött. [PER Cserháti Pált|Acc] várták.", ["Cserháti Pál"]),
    ("[PER Kovács Jánosné] szólt. [PER Kovács Jánosnénak|Dat] írtak.", ["Kovács Jánosné"]),
    ("[PER Kovács Jánosné] szólt. [PER Kovács János] ment.", ["Kovács János", "Kovács Jánosné"]),
    ("[PER Szirmay-Zala Edit] szólt. [PER Szirmay-Zalával|Ins] mentek.", ["Szirmay-Zala Edit"]),
    ("[PER Kim Dzsongun] szólt. [PER Kimnek|Dat] írtak.", ["Kim Dzsongun"]),
    ("[PER Marco Rubio] szólt. [PER Rubióval|Ins] tárgyaltak. [PER Rubiótól|Abl] kérték.", ["Marco Rubio"]),
    ("[PER Robert Ficónak|Dat] írtak. [PER Ficóval|Ins] tárgyaltak.", ["Robert Fico"]),
    ("[PER Emmanuel Macronnal|Ins] tárgyaltak. [PER Macron] szólt.", ["Emmanuel Macron"]),
    ("[PER J. D. Vance-szel|Ins] tárgyaltak. [PER Vance] szólt.", ["J. D. Vance"]),
    ("[PER Volodimir Zelenszkij] és [PER Olena Zelenszka] ott volt.", ["Olena Zelenszka", "Volodimir Zelenszkij"]),
]
BODIES = [
    ("A [ORG Központi Statisztikai Hivatal] ( [ORG KSH] ) közölte. A [ORG KSH-nak|Dat] írtak.",
     ["Központi Statisztikai Hivatal"]),
    ("A [ORG Központi Statisztikai Hivatal] közölte. A [ORG KSH-tól|Abl] kérték.", ["Központi Statisztikai Hivatal"]),
    ("Az [ORG MTI-vel|Ins] közölték. Az [ORG MTI-nek|Dat] írták.", ["MTI"]),
    ("A [ORG Magyar Nemzeti Bankkal|Ins] szóltak. Az [ORG MNB] közölte.", ["Magyar Nemzeti Bank"]),
    ("A [ORG Fidesszel|Ins] egyeztettek. A [ORG Fidesz] szólt.", ["Fidesz"]),
    ("A [ORG Mol Nyrt] közölte. A [ORG Mollal|Ins] mentek.", ["Mol Nyrt"]),
    ("A [ORG Hódvári Pékség Kft] közölte. A [ORG Hódvári Pékségtől|Abl] kérték.", ["Hódvári Pékség Kft"]),
    ("Az [ORG Egészségügyi Világszervezet] ( [ORG WHO] ) szólt. A [ORG WHO-tól|Abl] kérték.",
     ["Egészségügyi Világszervezet"]),
    ("A [ORG Nemzeti Adó- és Vámhivatal] ( [ORG NAV] ) közölte. A [ORG NAV-ot|Acc] kérték.",
     ["Nemzeti Adó- és Vámhivatal"]),
    ("A [ORG Fidesz] és a [ORG Jobbik] szólt.", ["Fidesz", "Jobbik"]),
    ("A [ORG Reutersnek|Dat] szóltak. A [ORG Reuters] írta.", ["Reuters"]),
    ("A [ORG Magyar Nemzet] írta. A [ORG Magyar Nemzeti Bank] közölte.", ["Magyar Nemzet", "Magyar Nemzeti Bank"]),
]  # fmt: skip


def names(marked: str, kind: str) -> list[str]:
    page = hand.page(marked)
    registry = Registry(name_mentions(page, attested(page)))
    acronyms.join(page, registry)
    return sorted(entity.name for entity in registry.entities if entity.kind == kind)


@pytest.mark.parametrize(("marked", "expected"), PEOPLE)
def test_people(marked: str, expected: list[str]) -> None:
    assert names(marked, "person") == expected


@pytest.mark.parametrize(("marked", "expected"), BODIES)
def test_bodies(marked: str, expected: list[str]) -> None:
    assert names(marked, "organization") == expected


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Központi Statisztikai Hivatal", "KSH"),
        ("Világgazdasági Fórum", "VF"),
        ("Egyesült Nemzetek Szervezete", "ENS"),
        ("Társaság a Szabadságjogokért", "TS"),
        ("Bank of England", "BE"),
    ],
)
def test_initials_leave_small_words_out(name: str, letters: str) -> None:
    assert acronyms.initials(name) == letters


def test_many_names_stay_apart() -> None:
    page = hand.page(" ".join(f"[PER Kovács{n} Péter{n}] jött. [PER Kovács{n}] szólt." for n in range(200)))
    registry = Registry(name_mentions(page, attested(page)))
    assert len(registry.entities) == 200
