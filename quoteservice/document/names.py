"""A spaCy component that finds names: a network of its own over words, their vectors and lists of names."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import srsly  # type: ignore[import-untyped]
from numpy.typing import NDArray
from spacy.attrs import SENT_START  # type: ignore[import-not-found]
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.vectors import Vectors  # type: ignore[import-not-found]

from quoteservice.document.network import Floats, Network, decode, spans
from quoteservice.document.spelling import Speller

FILE, SETTINGS = "names.npz", "names.json"
CACHED = 20_000
STARTS = 1
"""spaCy's number for a word that opens a sentence."""
Arrays = Mapping[str, NDArray[np.generic]]


@Language.factory("name_finder", assigns=["doc.ents", "token.ent_iob", "token.ent_type"])
class NameFinder:
    """Sets the names of a text; weights, lists and pieces of vectors are saved with the pipeline."""

    def __init__(self, nlp: Language, name: str) -> None:
        self.name = name
        self._table = nlp.vocab
        self._labels: list[str] = []

    def learnt(self, arrays: Arrays, settings: dict[str, object]) -> "NameFinder":
        """Take the weights (see `training/names`): parts of the network, `subwords`, `listed`, `listed_bits`."""
        self._arrays, self._settings = arrays, settings
        self._labels = list(settings["labels"])  # type: ignore[call-overload]
        for label in self._labels:
            self._table.strings.add(label[2:])  # here, because what is added inside a memory zone is lost
        lists = dict(zip(arrays["listed"].tolist(), arrays["listed_bits"].tolist(), strict=True))
        self._speller = Speller(lists)
        self._network = Network({k: a for k, a in arrays.items() if k not in {"listed", "listed_bits", "subwords"}})  # type: ignore[misc]
        subwords = np.ascontiguousarray(arrays["subwords"], dtype=np.float32)
        self._subwords = Vectors(data=subwords, mode="floret", **settings["floret"])  # type: ignore[arg-type]
        self._none = np.zeros(subwords.shape[1], dtype=np.float32)
        self._forget()
        return self

    def __call__(self, doc: Doc) -> Doc:
        """Set the names of `doc`, whose sentences and tensor (by `tok2vec`) are known."""
        if not len(doc):
            return doc
        forms = [token.text for token in doc]
        first = doc.to_array([SENT_START]).ravel() == STARTS
        scores = self.scores(forms, first, np.asarray(doc.tensor, dtype=np.float32))
        tags = [self._labels[n] for n in decode(scores, self._labels)]
        found = [(first, last, label) for first, last, label in spans(tags) if _has_letters(doc, first, last)]
        doc.set_ents([Span(doc, first, last, label) for first, last, label in found])
        return doc

    def scores(self, forms: Sequence[str], first: NDArray[np.bool_], tagged: Floats) -> Floats:
        """Scores (word, label) for the words of one text, whose sentences open where `first`; `tagged`: see Network."""
        if len(self._slots) + len(forms) > len(self._keys):
            self._forget(len(forms))
        slots = np.array([self._slot(form) for form in forms])
        return self._network.scores(self._words[slots], first, self._keys[slots], tagged)

    def to_disk(self, path: Path, exclude: tuple[str, ...] = ()) -> None:
        """Write the weights into the folder `path`."""
        path.mkdir(exist_ok=True)
        np.savez(path / FILE, **self._arrays)  # type: ignore[arg-type]
        srsly.write_json(path / SETTINGS, self._settings)

    def from_disk(self, path: Path, exclude: tuple[str, ...] = ()) -> "NameFinder":
        """Read the weights back from the folder `path`."""
        with np.load(path / FILE) as arrays:
            return self.learnt(dict(arrays), srsly.read_json(path / SETTINGS))

    def _slot(self, form: str) -> int:
        """Where the form's input is kept."""
        found = self._slots.get(form)
        if found is None:
            found = len(self._slots)
            rows, bits, key = self._speller(form)
            row = int(self._table.vectors.find(key=self._table.strings.as_int(form)))
            self._words[found] = self._network.word(rows, self._vector(form, row, key), bits, row < 0)
            self._keys[found] = key
            self._slots[form] = found  # last: a deadline may end this function anywhere
        return found

    def _vector(self, form: str, row: int, key: int) -> Floats:
        if row >= 0:
            vector: Floats = self._table.vectors.data[row]
            return vector
        return self._subwords.get_batch([form])[0] if key else self._none

    def _forget(self, coming: int = 0) -> None:
        """Empty what is kept of forms, with room for a text of `coming` words."""
        room = max(CACHED, coming)
        self._slots: dict[str, int] = {}
        self._words = np.zeros((room, self._network.width), dtype=np.float32)
        self._keys = np.zeros(room, dtype=np.int64)


def _has_letters(doc: Doc, first: int, last: int) -> bool:
    return any(letter.isalnum() for token in doc[first:last] for letter in token.text)
