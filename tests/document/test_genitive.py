"""The genitive is told from the dative by the tree."""

import pytest
import spacy
from spacy.tokens import Doc

from quoteservice.document.genitive import genitive

WORDS = ["Kiss", "Annának", "adott", "könyvet"]
DAT, GEN = "Case=Dat|Number=Sing", "Case=Gen|Number=Sing"


@pytest.mark.parametrize(
    ("label", "before", "after"),
    [("nmod:att", DAT, GEN), ("iobj", GEN, DAT), ("obl", DAT, DAT), ("nmod:att", "Case=Nom", "Case=Nom")],
)
def test_the_label_decides_for_the_whole_name(label: str, before: str, after: str) -> None:
    doc = Doc(
        spacy.blank("hu").vocab, words=WORDS, heads=[2, 0, 2, 2], deps=[label, "flat:name", "ROOT", "obj"],
        pos=["PROPN", "PROPN", "VERB", "NOUN"], morphs=["Case=Nom", before, "", "Case=Acc"],
    )  # fmt: skip
    assert str(genitive(doc)[1].morph) == after
