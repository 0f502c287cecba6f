"""Running text is cut into sentences as Hungarian print means it."""

import pytest
import spacy

from training.raw import split

NLP = spacy.blank("hu")


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("Esik az eső. Fúj a szél.", 2),
        ("„Esik az eső.” – mondta a kertész.", 1),
        ("„Esik az eső.” A kertész hazament.", 2),
        ("A szárnyashajó 2024. június 19-én indult el.", 1),
        ("Megjött Dr. Zöld Olga is.", 1),
        ("– Hol a kulcs? – kérdezte a házmester.", 1),
        ("Vett kenyeret, tejet stb. a boltban.", 1),
    ],
)
def test_split(line: str, parts: int) -> None:
    found = list(split(NLP, line))
    assert len(found) == parts
    assert " ".join(w.form for s in found for w in s.words).split() == [t.text for t in NLP(line)]
