"""Makes the shipped weights: `python -m training.build --data ../shared/data --out FOLDER [--work FOLDER]`.

Vectors, teachers, labelled text, student; every step is kept in the work folder, so that a run that
was cut off goes on where it stood.
"""

import argparse
import os
import pickle
import tempfile
from copy import deepcopy
from pathlib import Path
from random import Random

os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("XLA_FLAGS", "--xla_cpu_multi_thread_eigen=false")

import spacy

from training.agree import Agreement, sentences, tidy
from training.blend import blend
from training.corpus import Mix, assemble
from training.docs import groups, pack, to_doc
from training.evaluate import evaluate
from training.finish import ship
from training.fit import fit
from training.lemmas import learn_lemmas
from training.names.build import Files, Plan, learn_names
from training.raw import read_raw
from training.refine import refine
from training.sources import UD_DEV, UD_TRAIN, Text, read_korkor, read_nerkor, read_ud
from training.teacher.features import Featurizer
from training.teacher.label import Labeller
from training.teacher.learn import train
from training.vectors import floret_table, learn_vectors, word_table

RAW_WORDS = 400_000
TABLE = 50_000
TEACHER_STEPS = 1800
TEACHERS = (1,)
STUDYING = {"training.max_steps": 2400, "training.optimizer.learn_rate.total_steps": 4200}
STUDENT, REFINED = Mix(), Mix(ud=16, korkor=1, relabelled=2, raw=0)
REFINING = {"training.max_steps": 600, "training.eval_frequency": 150}
REFINED_BY = (1, 2, 3)
BEYOND = 1.4
"""How far to go along what the refining changed; it stops while the way still leads up."""
NAMES = Plan()
Sources = dict[str, list[Text]]


def read(data: Path) -> Sources:
    """The three corpora, tidied, each with its own tags still."""
    return {
        "ud": tidy(read_ud(data / UD_TRAIN)),
        "korkor": tidy([*read_korkor(data / "korkor/train"), *read_korkor(data / "korkor/dev")]),
        "nerkor": tidy(read_nerkor(data / "nerkor/train")),
    }


def label(data: Path, work: Path) -> Sources:
    """The corpora in one convention, NerKor and raw text with the teachers' trees."""
    kept = work / "labelled.pickle"
    if kept.exists():
        found: Sources = pickle.loads(kept.read_bytes())
        return found
    vectors = spacy.load(floret_table(work)).vocab.vectors
    features, sources = Featurizer(vectors), read(data)
    width = vectors.data.shape[1]
    trained = [
        train(features, width, sources["ud"], sources["korkor"], sources["nerkor"], TEACHER_STEPS, seed)
        for seed in TEACHERS
    ]
    labeller = Labeller(trained)
    sources["raw"] = read_raw(data / "raw/news.txt", spacy.blank("hu"), RAW_WORDS)
    apply(labeller, sources)
    kept.write_bytes(pickle.dumps(sources))
    return sources


def apply(labeller: Labeller, sources: Sources) -> None:
    """Bring the tags to UD's convention and give trees to what has none, in place.

    KorKor goes in twice: with its own trees, and with trees by the habits of UD.
    """
    agreement = Agreement(sources["ud"])
    for name in ("korkor", "nerkor"):
        agreement.apply(sources[name])
    sources["relabelled"] = deepcopy(sources["korkor"])
    for name in ("nerkor", "raw", "relabelled"):
        labeller.label(list(sentences(sources[name])))


def corpora(work: Path, name: str, sources: Sources, mix: Mix, watched: list[Text], seed: int) -> dict[str, str]:
    """Pack the training Docs and the dev Docs that the trainer watches; returns the config's paths."""
    vocab = spacy.blank("hu").vocab
    packed, dev = work / f"{name}.spacy", work / f"{name}-dev.spacy"
    pack(assemble(vocab, sources, mix, seed)).to_disk(packed)
    pack(to_doc(vocab, g) for text in watched for g in groups(text, Random(0))).to_disk(dev)
    return {"paths.train": str(packed), "paths.dev": str(dev), "paths.vectors": str(word_table(work, TABLE))}


def refined(work: Path, sources: Sources, watched: list[Text]) -> Path:
    """Train the student on, nearer to the gold trees, several times, and go on along the mean of what that changed."""
    ends = []
    for seed in REFINED_BY:
        name = f"refined{seed}"
        settings = REFINING | {"training.seed": seed}
        refine(
            work / "student/model-last", work / name, corpora(work, name, sources, REFINED, watched, seed) | settings
        )
        ends.append(work / name / "model-last")
    blend(work / f"refined{REFINED_BY[0]}" / "start", ends, work / "refined", BEYOND)
    return work / "refined"


def name_finder(data: Path, work: Path, trained: Path) -> Path:
    """Learn names from NerKor and running text, less what the annotated corpora hold; the file with what was learnt."""
    own = read(data)
    dev = [*read_nerkor(data / "nerkor/devel"), *read_ud(data / UD_DEV)]
    known = [*own["ud"], *own["nerkor"], *dev]
    files = Files(word_table(work, TABLE), floret_table(work), trained)
    return learn_names(own["nerkor"], known, work, files, NAMES)


def build(data: Path, out: Path, work: Path) -> dict[str, float]:
    """All steps; writes the pipeline to `out` and returns its figures on the dev splits."""
    work.mkdir(parents=True, exist_ok=True)
    learn_vectors(data / "raw/news.txt", work)
    sources = label(data, work)
    news = read_nerkor(data / "nerkor/devel", ("news",))
    watched = tidy([*read_ud(data / UD_DEV), *news])
    fit(work / "student", corpora(work, "student", sources, STUDENT, watched, 0) | STUDYING)
    trained = refined(work, sources, watched)
    names = name_finder(data, work, trained)
    gold = [s for name in ("relabelled", "nerkor") for s in sentences(sources[name])]
    tables = learn_lemmas(list(sentences(sources["ud"])), gold, list(sentences(sources["raw"])))
    ship(trained, tables, names, out, {})
    figures = evaluate(spacy.load(out), data)
    ship(trained, tables, names, out, figures)
    return figures


def main() -> None:
    """Build and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--out", type=Path, default=Path("quoteservice/models/hu_quote_news_sm"))
    parser.add_argument("--work", type=Path, default=Path(tempfile.gettempdir()) / "quoteservice-training")
    args = parser.parse_args()
    print(build(args.data, args.out, args.work))


if __name__ == "__main__":
    main()
