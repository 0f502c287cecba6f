"""A spaCy component that tells the genitive from the dative: one form in Hungarian, told apart by the tree."""

from spacy.language import Language
from spacy.tokens import Doc

DATIVE, GENITIVE = "Case=Dat", "Case=Gen"
POSSESSOR = "nmod:att"
FOLLOWS = {"conj", "flat:name", "det"}
OBJECTS = {"obl", "iobj", "nmod:obl", "obj"}


@Language.component("genitive", assigns=["token.morph"], requires=["token.morph", "token.dep"])
def genitive(doc: Doc) -> Doc:
    """Set the case of every form in -nak/-nek by the label of its arc, or of what it goes along with."""
    for token in doc:
        feats = str(token.morph)
        if DATIVE not in feats and GENITIVE not in feats:
            continue
        top = token
        while top.dep_ in FOLLOWS and top.head.i != top.i:
            top = top.head
        if top.dep_ == POSSESSOR:
            token.set_morph(feats.replace(DATIVE, GENITIVE))  # type: ignore[attr-defined]  # missing in the stubs
        elif top.dep_ in OBJECTS:
            token.set_morph(feats.replace(GENITIVE, DATIVE))  # type: ignore[attr-defined]
    return doc
