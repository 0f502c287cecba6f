"""Where an article leaves open who is meant, the answer names the others too."""

import pytest

from quoteservice.document.reader import ModelMissing
from tests.whole import engine

ROWS = [
    (
        "Oslóban Kövesdi Ármin finn elnök és Halmos Dezső svéd elnök tárgyalt. Az elnök szerint jó a terv.",
        "Halmos Dezső",
        ("Kövesdi Ármin",),
    ),
    (
        "Tegnap Halmos Dezső polgármester és Tuba Aranka polgármester is beszélt. A polgármester szerint kevés a pénz.",
        "Tuba Aranka",
        ("Halmos Dezső",),
    ),
    (
        "Oslóban Kövesdi Ármin finn elnök és Halmos Dezső svéd elnök tárgyalt. A finn elnök szerint jó a terv.",
        "Kövesdi Ármin",
        (),
    ),
    ("Tegnap Tuba Aranka polgármester is beszélt. A polgármester szerint kevés a pénz.", "Tuba Aranka", ()),
]


@pytest.mark.parametrize(("text", "speaker", "others"), ROWS)
def test_candidates(text: str, speaker: str, others: tuple[str, ...]) -> None:
    try:
        analysis = engine().analyse(text)
    except ModelMissing as missing:
        pytest.skip(str(missing))
    quotation = analysis.quotations[-1]
    name = {s.id: s.name for s in analysis.speakers}
    assert [name[i] for i in quotation.speaker_ids] == [speaker]
    assert quotation.candidates == others
