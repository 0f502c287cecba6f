"""Trains the name finder's network."""

import time
from collections.abc import Callable, Iterator, Sequence
from random import Random
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np
import optax
from numpy.typing import NDArray

from training.names import net
from training.names.data import LABELS, Encoder, Sample, shelved

AVERAGED = 0.998
"""Share of the old in the running average; less at first."""
FIRST_RATE, NEXT_RATE = 1.5e-3, 1e-3
"""Highest rates of learning from nothing, and from what was learnt before."""
REPORTED = 200
Pool = Callable[[int], Sequence[Sample]]
"""The samples of the pass with this number."""


def train(
    encoder: Encoder, sizes: net.Sizes, pool: Pool, steps: int, seed: int, start: net.Params | None = None
) -> net.Params:
    """Averaged parameters after `steps` batches of `pool`, from `start` or from nothing."""
    params = jax.tree.map(jnp.asarray, start) if start else net.start(sizes, seed)
    schedule = optax.warmup_cosine_decay_schedule(
        0.0, NEXT_RATE if start else FIRST_RATE, min(150, steps // 4), steps, 2e-5
    )
    optimizer = optax.chain(optax.clip_by_global_norm(2.0), optax.adamw(schedule, b1=0.9, b2=0.98, weight_decay=0.02))
    update = jax.jit(_updater(sizes, optimizer))
    state, average, key = optimizer.init(params), params, jax.random.PRNGKey(seed)
    total, began = 0.0, time.time()
    for step, (width, size, batch) in enumerate(_endless(pool, seed)):
        if step == steps:
            break
        key, sub = jax.random.split(key)
        arrays = {k: jnp.asarray(v) for k, v in encoder.arrays(batch, width, size).items()}
        params, average, state, loss = update(params, average, state, arrays, sub, step)
        total += float(loss)
        if step % REPORTED == REPORTED - 1:
            print(f"names {seed}: step {step + 1} loss {total / REPORTED:.4f} {time.time() - began:.0f} s", flush=True)
            total = 0.0
    return average


def mean(several: Sequence[net.Params]) -> net.Params:
    """The mean of parameters that were trained on from the same start."""
    found: net.Params = jax.tree.map(lambda *arrays: np.mean(np.stack(arrays), axis=0), *several)
    return found


def onward(start: net.Params, end: net.Params, factor: float) -> net.Params:
    """Parameters on the line from `start` through `end`, `factor` times as far."""
    found: net.Params = jax.tree.map(lambda a, b: np.asarray(a) + factor * (np.asarray(b) - np.asarray(a)), start, end)
    return found


def predict(encoder: Encoder, sizes: net.Sizes, params: net.Params, pool: Sequence[Sample]) -> list[NDArray[Any]]:
    """Chances (word, label) for every sample; all on no name where one is too long."""
    run = jax.jit(lambda p, batch: jax.nn.softmax(net.forward(p, sizes, batch)))
    found: dict[int, NDArray[Any]] = {}
    for width, size, batch in shelved(pool, None):
        chances = np.asarray(run(params, {k: jnp.asarray(v) for k, v in encoder.arrays(batch, width, size).items()}))
        for sample, rows in zip(batch, chances, strict=False):
            found[id(sample)] = rows[: len(sample.forms)]
    none = np.eye(len(LABELS), dtype="float32")[0]
    return [found[id(s)] if id(s) in found else np.tile(none, (len(s.forms), 1)) for s in pool]


def _endless(pool: Pool, seed: int) -> Iterator[tuple[int, int, list[Sample]]]:
    rng, number = Random(seed), 0
    while True:
        yield from shelved(pool(number), rng)
        number += 1


def _updater(sizes: net.Sizes, optimizer: optax.GradientTransformation):  # type: ignore[no-untyped-def]
    def loss(p, batch, key):  # type: ignore[no-untyped-def]
        scores = jax.nn.log_softmax(net.forward(p, sizes, batch, key))
        return -(scores * batch["labels"]).sum() / jnp.maximum(batch["labels"].sum(), 1.0)

    def update(p, average, state, batch, key, step):  # type: ignore[no-untyped-def]
        value, grads = jax.value_and_grad(loss)(p, batch, key)
        changes, state = optimizer.update(grads, state, p)
        p = optax.apply_updates(p, changes)
        old = jnp.minimum(AVERAGED, (1 + step) / (10 + step))
        return p, jax.tree.map(lambda a, b: old * a + (1 - old) * b, average, p), state, value

    return update
