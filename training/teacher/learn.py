"""Trains the teacher: trees of UD and KorKor and tags of all three corpora, in turn."""

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

import jax
import jax.numpy as jnp
import numpy as np
import optax

from training.sources import Sentence, Text
from training.teacher import net
from training.teacher.features import Featurizer

WIDTHS = (8, 16, 24, 36, 56)
WORDS = 900
TAG = tuple[str, str]
UD, KORKOR, NERKOR = 0, 1, 2


@dataclass
class Teacher:
    """A network with what it needs to read words and to name its labels."""

    params: net.Params
    sizes: net.Sizes
    features: Featurizer
    tags: list[TAG]
    labels: list[str]

    def arrays(self, batch: Sequence[Sentence], corpus: int, gold: bool = True) -> dict[str, jax.Array]:
        """A padded batch, with gold heads, labels and tags (-1 where unknown)."""
        width = next(w for w in (*WIDTHS, 10_000) if w >= max(len(s.words) for s in batch))
        rows, floats = self.features.batch([[w.form for w in s.words] for s in batch], width)
        arrays = {"rows": rows, "floats": floats, "corpus": np.full(len(batch), corpus, dtype="int32")}
        names = ("mask", "tag", "head", "label")
        arrays |= {name: np.full((len(batch), width), -1, dtype="int32") for name in names}
        tag_of = {t: n for n, t in enumerate(self.tags)}
        label_of = {t: n for n, t in enumerate(self.labels)}
        arrays["mask"] = np.zeros((len(batch), width), dtype=bool)
        for b, sentence in enumerate(batch):
            for n, word in enumerate(sentence.words):
                arrays["mask"][b, n] = True
                arrays["tag"][b, n] = tag_of.get((word.upos, word.feats), -1) if gold else -1
                if gold and sentence.tree and word.head is not None:
                    arrays["head"][b, n] = 0 if word.head == n else word.head + 1
                    arrays["label"][b, n] = label_of[word.dep]
        return {k: jnp.asarray(v) for k, v in arrays.items()}


def batches(sentences: list[Sentence], rng: Random) -> Iterator[list[Sentence]]:
    """Shuffled batches of sentences of like length, of one size a length, without end."""
    shelves: dict[int, list[Sentence]] = {w: [] for w in WIDTHS}
    while True:
        for sentence in rng.sample(sentences, len(sentences)):
            width = next((w for w in WIDTHS if w >= len(sentence.words)), None)
            if width:
                shelves[width].append(sentence)
                if len(shelves[width]) == max(2, WORDS // width):
                    yield shelves[width]
                    shelves[width] = []


def train(
    features: Featurizer, width: int, ud: list[Text], korkor: list[Text], nerkor: list[Text], steps: int, seed: int
) -> Teacher:
    """A teacher trained for `steps` steps; each takes one batch with trees and one of NerKor."""
    pools = [[s for text in texts for s in text] for texts in (ud, korkor, nerkor)]
    tags = sorted({(w.upos, w.feats) for pool in pools for s in pool for w in s.words})
    labels = sorted({w.dep for pool in pools[:2] for s in pool for w in s.words})
    sizes = net.Sizes(width, len(tags), len(labels))
    teacher = Teacher(net.start(sizes, seed), sizes, features, tags, labels)
    rng = Random(seed)
    streams = [batches(pool, rng) for pool in pools]
    schedule = optax.warmup_cosine_decay_schedule(0.0, 2e-3, min(200, steps // 4), steps, 2e-5)
    optimizer = optax.chain(optax.clip_by_global_norm(5.0), optax.adamw(schedule, b1=0.9, b2=0.95, weight_decay=0.01))
    update = jax.jit(_updater(sizes, optimizer))
    params, state, key = teacher.params, optimizer.init(teacher.params), jax.random.PRNGKey(seed)
    began, loss_sum = time.time(), 0.0
    for step in range(steps):
        for corpus in (UD if step % 3 else KORKOR, NERKOR) if step % 2 else (UD if step % 3 else KORKOR,):
            key, sub = jax.random.split(key)
            params, state, loss = update(params, state, teacher.arrays(next(streams[corpus]), corpus), sub)
            loss_sum += float(loss)
        if step % 100 == 99:
            print(f"teacher {seed}: step {step + 1} loss {loss_sum / 100:.3f} {time.time() - began:.0f} s", flush=True)
            loss_sum = 0.0
    teacher.params = params
    return teacher


def _updater(sizes: net.Sizes, optimizer: optax.GradientTransformation):  # type: ignore[no-untyped-def]
    def loss(params: net.Params, batch: dict[str, jax.Array], key: jax.Array) -> jax.Array:
        out = net.forward(params, sizes, batch, key)
        total = _entropy(out.tags, batch["tag"])
        heads = jnp.maximum(batch["head"], 0)
        arcs = _entropy(out.arcs, batch["head"])
        labels = _entropy(net.label_scores(params, out, heads), batch["label"])
        return total + arcs + labels

    def update(params, state, batch, key):  # type: ignore[no-untyped-def]
        value, grads = jax.value_and_grad(loss)(params, batch, key)
        updates, state = optimizer.update(grads, state, params)
        return optax.apply_updates(params, updates), state, value

    return update


def _entropy(scores: jax.Array, gold: jax.Array) -> jax.Array:
    known = gold >= 0
    logs = jax.nn.log_softmax(scores, axis=-1)
    picked = jnp.take_along_axis(logs, jnp.maximum(gold, 0)[..., None], axis=-1)[..., 0]
    return -jnp.sum(picked * known) / jnp.maximum(jnp.sum(known), 1)
