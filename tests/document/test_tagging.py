"""The tags of the embedded model, read off the shared network, are those that its own component sets."""

import pytest
import spacy
from spacy.language import Language

from benchmarks.articles import articles
from quoteservice.document.reader import EMBEDDED, Reader, load
from quoteservice.document.runs import set_starts
from quoteservice.document.tagging import Predicted, Read, analyser_of
from quoteservice.document.tokens import Copier


@pytest.fixture(scope="module")
def whole() -> Language:
    """The pipeline as spaCy loads it."""
    return spacy.load(EMBEDDED, exclude=["newlines", "genitive"])


@pytest.fixture(scope="module")
def reader() -> Reader:
    return load()


@pytest.mark.parametrize("text", ["", "Kész.", *articles()], ids=lambda text: text[:20])
def test_tags_are_those_of_the_pipeline(whole: Language, reader: Reader, text: str) -> None:
    tokens = reader.read(text).tokens
    doc = spacy.tokens.Doc(whole.vocab, words=[token.text for token in tokens])
    firsts = {token.sentence: token.index for token in reversed(tokens)}.values()
    doc = whole(set_starts(doc, [token.index in firsts for token in tokens]))
    assert [(t.upos, t.feats) for t in tokens] == [(t.pos_, t.morph.to_dict()) for t in doc]
    assert [token.lemma for token in tokens] == [t.lemma_ for t in doc]


def test_known_component_is_left_out_of_the_pipeline() -> None:
    nlp = spacy.load(EMBEDDED)
    assert isinstance(analyser_of(nlp), Predicted)
    assert "morphologizer" not in nlp.pipe_names


@pytest.mark.parametrize("change", [{"overwrite": False}, {"extend": True}])
def test_component_that_leaves_what_it_finds_does_its_work_itself(change: dict[str, bool]) -> None:
    nlp = spacy.load(EMBEDDED)
    nlp.get_pipe("morphologizer").cfg.update(change)
    assert isinstance(analyser_of(nlp), Read)
    assert "morphologizer" in nlp.pipe_names


def test_what_another_pipeline_has_set_is_copied() -> None:
    doc = spacy.tokens.Doc(
        spacy.blank("hu").vocab,
        words=["hidat", "épít"],
        pos=["NOUN", "VERB"],
        morphs=["Case=Acc|Number=Sing", ""],
        lemmas=["híd", ""],
    )
    found = Copier(Read(doc.vocab), None)(doc, ["hidat", "épít"], [0, 6], [0, 0])
    assert [(t.text, t.start, t.end, t.lemma, t.upos, t.feats) for t in found] == [
        ("hidat", 0, 5, "híd", "NOUN", {"Case": "Acc", "Number": "Sing"}),
        ("épít", 6, 10, "épít", "VERB", {}),
    ]
