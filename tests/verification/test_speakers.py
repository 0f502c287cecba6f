import pytest

from quoteservice.model import Analysis, Span, Speaker
from quoteservice.text.reading import reading_of
from quoteservice.verification.speakers import asked, speakers_like

TEXT = "A külügyminiszter, a Duna Kft. szóvivője"


def speaker(number: int, name: str, *descriptions: str, kind: str = "person") -> Speaker:
    return Speaker(f"s{number}", name, kind, descriptions, (Span(0, 0),), ())  # type: ignore[arg-type]


ANALYSIS = Analysis(
    TEXT,
    (),
    (
        speaker(1, "Kovács Péter", "svéd miniszter"),
        speaker(2, "Nagy Anna", "a Duna Kft. szóvivője"),
        speaker(3, "Duna Kft.", kind="organization"),
        speaker(4, "Szabó Lajosné", "norvég miniszter"),
        speaker(5, "Kovács Rita"),
        speaker(6, "kormányfő", "kormányfő"),
        speaker(7, "Trump", "amerikai elnök"),
    ),
)


@pytest.mark.parametrize(
    ("who", "ids", "by"),
    [
        ("Kovács Péter", "s1", "name"),
        ("KOVÁCS PÉTER", "s1", "name"),
        ("Kovács Péternek", "s1", "name"),
        ("Kovács Péterrel", "s1", "name"),
        ("dr. Kovács Péter", "s1", "name"),
        ("Kovács Péter miniszter", "s1", "name"),
        ("Kovács", "s1 s5", "name"),
        ("Kovács János", "", "name"),
        ("Péter", "s1", "name"),
        ("Nagy Annát", "s2", "name"),
        ("Szabó Lajosnétól", "s4", "name"),
        ("Trumppal", "s7", "name"),
        ("Donald Trump", "s7", "name"),
        ("a svéd miniszter", "s1", "description"),
        ("a norvég miniszternek", "s4", "description"),
        ("a miniszter", "s1 s4", "description"),
        ("a Duna Kft. szóvivője", "s2", "description"),
        ("a Duna Kft. szóvivőjének", "s2", "description"),
        ("Kovács Péter miniszternek", "s1", "name"),
        ("Kovács Péter szóvivője", "", "name"),
        ("a miniszterelnök", "s6", "synonym"),
        ("az amerikai elnök", "s7", "description"),
        ("a kertész", "", "nothing"),
        ("", "", "nothing"),
        ("Ismeretlen Ilona", "", "name"),
    ],
)
def test_whom_a_claim_means(who: str, ids: str, by: str) -> None:
    meant = speakers_like(ANALYSIS, asked(reading_of(who, 8, 300), {}))
    assert (" ".join(meant.ids), meant.by) == (ids, by)
