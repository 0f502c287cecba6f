"""The corpora are brought to the convention of UD Hungarian-Szeged."""

import pytest

from training.agree import Agreement, tidy
from training.sources import Sentence, Word


def alone(word: Word) -> Word:
    tidy([[Sentence([word])]])
    return word


@pytest.mark.parametrize(
    ("word", "lemma"),
    [
        (Word("elmondta", "el+mond", "VERB"), "elmond"),
        (Word("12.", "12", "ADJ"), "12."),
        (Word("Asztalon", "Asztal", "NOUN"), "asztal"),
        (Word("Péccsel", "Pécs", "PROPN"), "Pécs"),
        (Word("MTI-vel", "MTI", "NOUN"), "MTI"),
        (Word("„", "_", "PUNCT"), "„"),
    ],
)
def test_lemmas(word: Word, lemma: str) -> None:
    assert alone(word).lemma == lemma


@pytest.mark.parametrize(
    ("upos", "before", "after"),
    [
        ("NOUN", "Case=Sub|Number=Sing", "Case=Sbl|Number=Sing"),
        ("ADJ", "Case=Nom|Degree=Pos|VerbForm=PartPres", "Case=Nom|VerbForm=PartPres"),
        ("VERB", "Tense=Pres|VerbForm=Inf", "VerbForm=Inf"),
    ],
)
def test_features(upos: str, before: str, after: str) -> None:
    assert alone(Word("szó", "szó", upos, before)).feats == after


@pytest.mark.parametrize(("head_upos", "dep"), [("VERB", "obl"), ("NOUN", "nmod:obl")])
def test_an_oblique_of_a_verb_has_its_ud_label(head_upos: str, dep: str) -> None:
    words = [Word("kertben", "kert", "NOUN", "", 1, "nmod:obl"), Word("x", "x", head_upos, "", 1, "root")]
    tidy([[Sentence(words, tree=True)]])
    assert [w.dep for w in words] == [dep, "ROOT"]


def test_a_form_is_analysed_as_ud_always_does() -> None:
    agreement = Agreement([[Sentence([Word("is", "is", "CCONJ"), Word("ház", "ház", "NOUN", "Case=Nom")])]])
    words = [Word("Is", "is", "ADV"), Word("ház", "ház", "PROPN", "Case=Nom")]
    agreement.apply([[Sentence(words)]])
    assert [w.upos for w in words] == ["CCONJ", "PROPN"]
