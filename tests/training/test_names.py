"""How the name finder's samples are made, and that its network is the same in training and in use."""

from pathlib import Path
from random import Random

import numpy as np
import pytest
import spacy
from spacy.language import Language
from spacy.vectors import Vectors

from quoteservice.document.names import NameFinder
from quoteservice.document.spelling import Speller, hashed
from training.names import running
from training.names.data import BITS, LABELS, TAGGED, Encoder, Sample, samples
from training.names.evidence import FIRST_BIT, evidence, joined
from training.names.neighbours import Neighbours
from training.names.swap import Swapper
from training.names.tagged import Tagger
from training.names.whole import WholeSwapper
from training.sources import Sentence, Word

ROWS = [("Kovács", "B-PER"), ("Péternek", "I-PER"), ("Pécsett", "B-LOC"), ("szólt", "O"), ("Kovács", "B-PER")]


def text() -> list[Sentence]:
    return [Sentence([Word(form, form, "X", "", name=name) for form, name in ROWS])]


def test_samples_keep_forms_and_labels() -> None:
    (found,) = samples([text()], Random(0), varied=False)
    assert found.forms == [form for form, _ in ROWS]
    assert [LABELS[n] for n in found.labels.argmax(-1)] == [name for _, name in ROWS]
    assert found.first == [True, False, False, False, False]


def test_a_name_is_swapped_everywhere_and_keeps_its_ending() -> None:
    swapper = Swapper({"PER": ["Anna"], "LOC": ["Oslo"]}, Random(2))
    found = {tuple(w.form for w in s.words) for _ in range(60) for s in swapper.swap(text())}
    assert ("Anna", "Annanek", "Oslot", "szólt", "Anna") in found
    assert all((forms[0] == "Anna") == (forms[4] == "Anna") for forms in found)
    assert all(forms[3] == "szólt" for forms in found)


def test_a_whole_name_of_a_body_is_another_in_the_same_case() -> None:
    rows = [("A", "O", ""), ("Zöld", "B-ORG", "Nom"), ("Kamara", "I-ORG", "Nom"), ("a", "O", ""),
            ("Híd-nak", "B-ORG", "Dat"), ("Zsófia", "B-PER", "Nom")]  # fmt: skip
    others = [("Vasas", "B-ORG", "Nom"), ("Perem", "B-MISC", "Nom")]
    own, other = ([Sentence([Word(form, name=name, feats=feats) for form, name, feats in r])] for r in (rows, others))
    swapper = WholeSwapper([own, other], Random(1))
    found = {tuple((w.form, w.name) for w in s.words) for _ in range(60) for s in swapper.swap(own)}
    ends = (("a", "O"), ("Híd-nak", "B-ORG"), ("Zsófia", "B-PER"))
    assert found == {
        (("A", "O"), ("Zöld", "B-ORG"), ("Kamara", "I-ORG"), *ends),
        (("A", "O"), ("Vasas", "B-ORG"), *ends),
    }


@pytest.mark.parametrize(
    ("behind", "upos", "moved"),
    [("szólt", "VERB", "Zsófia Pécsett szólt Pécsett"), ("és", "CCONJ", "Pécsett Zsófia és Pécsett")],
)
def test_a_name_with_an_ending_may_stand_beside_a_subject(behind: str, upos: str, moved: str) -> None:
    rows = [("Zsófia", "B-PER", "PROPN", "Nom"), (behind, "O", upos, ""), ("Pécsett", "B-LOC", "PROPN", "Ine")]
    own = [Sentence([Word(form, upos=tag, name=name, feats=f"Case={case}") for form, name, tag, case in rows])]
    several = (Neighbours([own], rng).add(own) for rng in map(Random, range(99)))
    assert {" ".join(w.form for w in s.words) for text in several for s in text} == {f"Zsófia {behind} Pécsett", moved}


def test_a_network_is_moved_on_along_the_line_of_its_last_round() -> None:
    pytest.importorskip("jax", reason="training needs the requirements of training/requirements.txt")
    from training.names.learn import onward

    found = onward({"a": np.ones(2), "b": {"c": np.zeros(1)}}, {"a": np.full(2, 2.0), "b": {"c": np.ones(1)}}, 1.5)
    assert found["a"].tolist() == [2.5, 2.5] and found["b"]["c"].tolist() == [1.5]


def test_evidence_is_the_class_of_most_mentions() -> None:
    sample = Sample(["ma", "Zélia"], [True, False], np.zeros((2, len(LABELS)), dtype="float32"))
    chances = np.eye(len(LABELS), dtype="float32")[[0, LABELS.index("B-LOC")]]
    bits = evidence([(sample, chances)] * 3)
    assert bits[hashed("Zélia")] == 1 << (FIRST_BIT + 2)
    assert evidence([(sample, chances)]) == {}
    assert joined({hashed("Zélia"): 1}, bits)[hashed("Zélia")] == 1 | 1 << (FIRST_BIT + 2)


def test_running_text_leaves_out_what_the_corpora_hold(tmp_path: Path) -> None:
    tokens = tmp_path / "tokens"
    tokens.write_text("Kovács Péternek Pécsett szólt Kovács ma\nMás sor van itt is még\n", encoding="utf-8")
    sentence = text()[0]
    sentence.words.append(Word("ma", "ma", "X", ""))
    kept = running.lines(tokens, [[sentence]])
    assert [" ".join(words) for words in kept] == ["Más sor van itt is még"]
    assert [s.first for s in running.samples(kept)] == [[True] + [False] * 5]


def test_a_sample_is_tagged_once(tmp_path: Path) -> None:
    """By the pipeline's own network, a row a word."""
    nlp = spacy.blank("hu")
    nlp.add_pipe("tok2vec")
    nlp.initialize()
    nlp.to_disk(tmp_path)
    several = [Sample(forms, [True] * len(forms), np.zeros((len(forms), 1))) for forms in (["Zélia", "szólt"], ["Ő"])]
    tagger = Tagger(tmp_path)
    tagger.tag(several[:1])
    kept = several[0].tagged
    tagger.tag(several)
    assert several[0].tagged is kept
    want = nlp(spacy.tokens.Doc(nlp.vocab, words=["Zélia", "szólt"])).tensor
    assert np.abs(kept - want).max() < 0.01
    assert [len(sample.tagged) for sample in several] == [2, 1]


def test_a_network_that_learns_to_see_tags_begins_as_it_was() -> None:
    pytest.importorskip("jax", reason="training needs the requirements of training/requirements.txt")
    from training.names import net

    sizes = net.Sizes(6, BITS, len(LABELS), width=16)
    blind = net.start(sizes._replace(tagged=0), 0)
    assert not net.seeing(blind, sizes)["tagged"].any()
    assert set(net.start(sizes, 0)) == set(net.seeing(blind, sizes))


def learnt(nlp: Language) -> tuple[NameFinder, Encoder, object, object]:
    """A finder of random weights, in training's form and in use."""
    pytest.importorskip("jax", reason="training needs the requirements of training/requirements.txt")
    from training.names import export, net

    rng = np.random.default_rng(0)
    nlp.vocab.vectors = Vectors(data=rng.normal(size=(1, 6)).astype("f"), keys=["Kovács"], strings=nlp.vocab.strings)
    subwords = Vectors(data=rng.normal(size=(50, 6)).astype("f"), mode="floret", hash_count=2, minn=2, maxn=3)
    sizes, lists = net.Sizes(6, BITS, len(LABELS), width=16), {hashed("Pécs"): 8, hashed("Péter"): 1}
    params = net.start(sizes, 0)
    finder = nlp.add_pipe("name_finder")
    assert isinstance(finder, NameFinder)
    finder.learnt(export.arrays(params, sizes, lists, subwords, 0.5), export.settings(subwords))
    return finder, Encoder(Speller(lists), nlp.vocab.vectors, subwords, 0.5), sizes, params


def test_the_network_is_the_same_in_numpy(tmp_path: Path) -> None:
    nlp = spacy.blank("hu")
    finder, encoder, sizes, params = learnt(nlp)
    from training.names.learn import predict

    (sample,) = samples([text() * 3], Random(0), varied=False)
    sample.tagged = np.random.default_rng(1).normal(size=(len(sample.forms), TAGGED)).astype("float32")
    (want,) = predict(encoder, sizes, params, [sample])
    scores = finder.scores(sample.forms, sample.first, sample.tagged)
    found = np.exp(scores) / np.exp(scores).sum(axis=1, keepdims=True)
    assert np.abs(found - want).max() < 0.02


def test_the_finder_is_the_same_from_disk(tmp_path: Path) -> None:
    nlp = spacy.blank("hu")
    learnt(nlp)
    words = "Kovács Péternek Pécsett szólt Kovács . Anna Oslóban él".split()
    nlp.to_disk(tmp_path / "model")
    again = spacy.load(tmp_path / "model")
    docs = [spacy.tokens.Doc(pipeline.vocab, words=words) for pipeline in (nlp, again)]
    for doc, pipeline in zip(docs, (nlp, again), strict=True):
        doc.tensor = np.ones((len(words), TAGGED), dtype="float32")
        pipeline(doc)
    assert docs[0].ents
    assert [[(e.start, e.end, e.label_) for e in doc.ents] for doc in docs[:1]] == [
        [(e.start, e.end, e.label_) for e in docs[1].ents]
    ]
