"""What a tagger reads, and what it is where it stands."""

import pytest

from quoteservice.model import Token
from quoteservice.search.misread import read

# sentence, the word, the tagger's class and features -> what it is
READINGS = [
    ("Előrejelzésük szerint esni fog", 0, "VERB", "Person=1", "NOUN", {"Case": "Nom", "Number[psor]": "Plur"}),
    ("Tervezése szerint jó a híd", 0, "VERB", "Person=3", "NOUN", {"Case": "Nom", "Number[psor]": "Sing"}),
    ("Előrejelzésük késik", 0, "VERB", "Person=1", "VERB", {"Person": "1"}),
    ("Beszéltek arról is", 0, "VERB", "Person=2|Number=Plur|Tense=Pres", "VERB", {"Person": "3", "Tense": "Past"}),
    ("Mondtok valamit", 0, "VERB", "Person=2|Number=Plur|Tense=Pres", "VERB", {"Person": "2", "Tense": "Pres"}),
    ("Tuba Pál Sportért felelős államtitkár", 2, "PROPN", "Case=Nom", "NOUN", {"Case": "Cau"}),
    ("Tuba Pál Sportért küzd", 2, "PROPN", "Case=Nom", "PROPN", {"Case": "Nom"}),
    ("mondta a sértett", 2, "VERB", "Person=3", "NOUN", {"Case": "Nom"}),
    ("az iskola volt igazgatója", 2, "VERB", "Person=3", "ADJ", {"Case": "Nom"}),
    ("az iskola volt ott", 2, "VERB", "Person=3", "VERB", {"Person": "3"}),
    ("közölte Michel", 1, "PROPN", "Case=Ins", "PROPN", {"Case": "Nom"}),
    ("Moirot azt mondta", 0, "PROPN", "Case=Acc", "PROPN", {"Case": "Nom"}),
]


def token(index: int, text: str, upos: str = "NOUN", feats: str = "") -> Token:
    told = dict(pair.split("=") for pair in feats.split("|") if pair)
    return Token(index, 0, 0, text, text.lower(), upos, told, 0)


@pytest.mark.parametrize(("sentence", "at", "upos", "feats", "expected", "told"), READINGS)
def test_reading(sentence: str, at: int, upos: str, feats: str, expected: str, told: dict[str, str]) -> None:
    words = [token(i, word) for i, word in enumerate(sentence.split())]
    words[at] = token(at, words[at].text, upos, feats)
    if sentence.endswith("igazgatója"):
        words[3] = token(3, "igazgatója", "NOUN", "Case=Nom|Number[psor]=Sing")._replace(lemma="igazgató")
    found = read(words, words[at])
    assert (found.upos, {name: found.feats.get(name) for name in told}) == (expected, told)


def test_what_is_right_is_the_same_object() -> None:
    words = [token(i, word, "NOUN", "Case=Nom") for i, word in enumerate("a híd áll".split())]
    assert all(read(words, word) is word for word in words)
