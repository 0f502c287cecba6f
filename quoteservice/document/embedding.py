"""Keeps what the shared network puts in for a word before it looks at its neighbours: the same for every place."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import ORTH  # type: ignore[import-not-found]
from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab
from thinc.api import Model, NumpyOps

from quoteservice.document.encoder import encoder_of

Floats = NDArray[np.float32]
KEPT = 20_000


class RowByRow(NumpyOps):  # type: ignore[misc]
    """Multiplies every row by itself: in one product of many rows it may round differently in another place."""

    def gemm(
        self, x: Floats, y: Floats, out: Floats | None = None, trans1: bool = False, trans2: bool = False
    ) -> Floats:
        """`x` @ `y`, `y` transposed if `trans2`; as ever in the other cases, which do not occur in predicting."""
        if out is not None or trans1:
            other: Floats = super().gemm(x, y, out=out, trans1=trans1, trans2=trans2)
            return other
        product: Floats = np.matmul(x[:, None, :], y.T if trans2 else y)[:, 0]
        return product


class FormTable:
    """The rows of forms that were asked for; `embed` is the network's first layer, which sees one word at a time."""

    def __init__(self, embed: Model[list[Doc], list[Floats]], vocab: Vocab) -> None:
        self._embed, self._vocab = embed, vocab
        for node in embed.walk():
            node.ops = RowByRow(use_blis=False)
        self._slots: dict[int, int] = {}
        self._rows: Floats = np.zeros((0, 0), dtype=np.float32)

    def rows(self, doc: Doc) -> Floats:
        """A row for each word of `doc`."""
        forms = [int(form) for form in doc.to_array([ORTH]).ravel().tolist()]
        missing = [form for form in dict.fromkeys(forms) if form not in self._slots]
        if missing:
            if len(self._slots) + len(missing) > KEPT:
                missing = list(dict.fromkeys(forms))
                self._slots = {}
            self._learn(missing)
        slots = self._slots
        return self._rows[[slots[form] for form in forms]]

    def _learn(self, forms: Sequence[int]) -> None:
        found = self._embed.predict([Doc(self._vocab, words=[self._vocab.strings[form] for form in forms])])[0]
        first = len(self._slots)
        if first + len(forms) > len(self._rows):
            grown = np.zeros((max(KEPT, first + len(forms)), found.shape[1]), dtype=np.float32)
            if first:
                grown[:first] = self._rows[:first]
            self._rows = grown
        self._rows[first : first + len(forms)] = found
        self._slots.update(zip(forms, range(first, first + len(forms)), strict=True))  # last: a deadline may come


def keep_forms(nlp: Language) -> None:
    """Let a FormTable and an Encoder stand for the layers of the shared network of `nlp`."""
    layers: list[Any] = nlp.get_pipe("tok2vec").model.layers  # type: ignore[attr-defined]
    table, encoder = FormTable(layers[0], nlp.vocab), encoder_of(layers[1:])

    def forward(model: Any, docs: list[Doc], is_train: bool) -> tuple[list[Floats], Any]:
        rows = [table.rows(doc) for doc in docs]
        return rows if encoder is None else [encoder(words) for words in rows], None

    layers[: 1 if encoder is None else None] = [Model("kept_forms", forward)]
