"""The builder of documents makes what its notation says."""

import pytest

from tests.build import build


def test_text_is_written_as_in_print() -> None:
    document = build("„ Kész/ADJ a híd ” – mondta/VERB PER[Réti Nóra] ( 38/NUM ) . | Esik/VERB . ¶ Vége .")
    assert document.text == "„Kész a híd” – mondta Réti Nóra (38). Esik.\n\nVége."
    assert all(token.span.of(document.text) == token.text for token in document.tokens)
    assert document.sentences == ((0, 13), (13, 15), (15, 17))
    assert document.paragraphs == ((0, 15), (15, 17))


def test_what_is_left_out_is_filled_in() -> None:
    document = build("A>híd:det híd nyílt/VERB/nyílik")
    article, noun, verb = document.tokens
    assert document.arcs(0) == [(1, "det"), (2, "dep"), (2, "root")]
    assert article.upos == "DET"
    assert (noun.upos, noun.lemma, noun.feats["Case"]) == ("NOUN", "híd", "Nom")
    assert (verb.lemma, verb.feats["Mood"]) == ("nyílik", "Ind")


def test_features_that_are_given_replace_the_others() -> None:
    assert build("házat/NOUN/ház/Case=Acc").tokens[0].feats == {"Case": "Acc"}


def test_entity_holds_its_tokens() -> None:
    document = build("A ORG[Zöld Alma] és PER[Nagy Rékának/PROPN/Réka/Case=Dat] kész .")
    assert [(e.first, e.last, e.label) for e in document.entities] == [(1, 3, "ORG"), (4, 6, "PER")]
    assert document.tokens[5].feats == {"Case": "Dat"}


@pytest.mark.parametrize(("notation", "reason"), [("híd>ház", "not in list"), ("/NOUN", "no token")])
def test_what_is_no_token_is_refused(notation: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        build(notation)
