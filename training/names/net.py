"""The name finder's network in JAX, as `quoteservice/document/network.py` computes it in numpy."""

from typing import Any, NamedTuple

import jax
import jax.numpy as jnp
import numpy as np

from quoteservice.document.spelling import ROWS

Params = dict[str, Any]
Array = jax.Array
PIECE_WIDTHS = (48, 24, 16, 32, 32, 24)


class Sizes(NamedTuple):
    """Widths of the network."""

    vector: int
    bits: int
    labels: int
    width: int = 128
    dilations: tuple[int, ...] = (1, 1, 2, 4, 8)
    pooled_after: int = 2
    tagged: int = 96
    """Width of what the network of the tags and trees knows of a word; 0 where that is not to be seen."""


class Drops(NamedTuple):
    """Rates of what is dropped in training."""

    inputs: float = 0.2
    hidden: float = 0.2
    words: float = 0.15
    names: float = 0.15
    """Words with a capital of which only shape, last letters and lists are left to see."""
    lists: float = 0.15
    tagged: float = 0.15


DROPS = Drops()


def start(sizes: Sizes, seed: int) -> Params:
    """Random parameters."""
    rng = np.random.default_rng(seed)

    def matrix(*shape: int) -> Array:
        return jnp.asarray(rng.normal(0, np.sqrt(2.0 / shape[-2]), shape), dtype="float32")

    def norm() -> dict[str, Array]:
        return {"scale": jnp.ones((sizes.width,)), "shift": jnp.zeros((sizes.width,))}

    inputs = sum(PIECE_WIDTHS) + sizes.vector + sizes.bits + 2
    params: Params = {
        f"piece{n}": jnp.asarray(rng.normal(0, 0.3, (rows, width)), dtype="float32")
        for n, (rows, width) in enumerate(zip(ROWS, PIECE_WIDTHS, strict=True))
    }
    params |= {"enter": matrix(inputs, sizes.width), "enter_bias": jnp.zeros((sizes.width,)), "enter_norm": norm()}
    if sizes.tagged:
        params["tagged"] = matrix(sizes.tagged, sizes.width) * 0.3
    for n in range(len(sizes.dilations)):
        params |= {
            f"block{n}": matrix(3 * sizes.width, sizes.width) * 0.7,
            f"bias{n}": jnp.zeros((sizes.width,)),
            f"norm{n}": norm(),
        }
    params |= {"pool": matrix(sizes.width, sizes.width) * 0.3, "pool_norm": norm()}
    params |= {"out": matrix(sizes.width, sizes.labels) * 0.5, "out_bias": jnp.zeros((sizes.labels,))}
    return params


def seeing(params: Params, sizes: Sizes) -> Params:
    """`params` of a network that saw no tags, for one that may learn to (`sizes`) and begins as it was."""
    return {**params, "tagged": jnp.zeros((sizes.tagged, sizes.width))}


def _dropped(x: Array, rate: float, key: Array | None) -> Array:
    if key is None or rate == 0:
        return x
    return x * jax.random.bernoulli(key, 1 - rate, x.shape) / (1 - rate)


def times(x: Array, matrix: Array) -> Array:
    """The matrix product, flat: XLA is slower with more axes."""
    return (x.reshape(-1, x.shape[-1]) @ matrix).reshape(*x.shape[:-1], matrix.shape[-1])


def normed(x: Array, norm: dict[str, Array]) -> Array:
    """Layer norm."""
    mean = x.mean(-1, keepdims=True)
    spread = jnp.sqrt(((x - mean) ** 2).mean(-1, keepdims=True) + 1e-5)
    return (x - mean) / spread * norm["scale"] + norm["shift"]


def shifted(x: Array, by: int) -> Array:
    """Rows moved along a text, with zeros let in."""
    pad = jnp.zeros_like(x[:, : abs(by)])
    return jnp.concatenate([pad, x[:, :-by]], 1) if by > 0 else jnp.concatenate([x[:, -by:], pad], 1)


def hidden(p: Params, sizes: Sizes, batch: dict[str, Array], key: Array | None = None, drops: Drops = DROPS) -> Array:
    """What is known of each word of a padded batch."""
    keys = list(jax.random.split(key, 8 + len(sizes.dilations))) if key is not None else [None] * 40
    pieces = [p[f"piece{n}"][batch["rows"][..., n]] for n in range(len(ROWS))]
    floats, bits, tagged = batch["floats"], batch["bits"], batch["tagged"]
    if key is not None:
        whole = jax.random.bernoulli(keys[0], 1 - drops.words, floats.shape[:2])[..., None]
        listed = jax.random.bernoulli(keys[1], 1 - drops.lists, floats.shape[:2])[..., None]
        known = 1 - jax.random.bernoulli(keys[0], drops.names, floats.shape[:2]) * (batch["keys"] > 0)
        known = known.astype("float32")[..., None]
        pieces = [pieces[0] * whole * known, pieces[1] * known, *pieces[2:4], pieces[4] * known, pieces[5]]
        seen = jax.random.bernoulli(keys[7], 1 - drops.tagged, floats.shape[:2])[..., None]
        floats, bits, tagged = floats * known, bits * listed, tagged * seen * known
    x = jnp.concatenate([*pieces, floats, bits, batch["first"][..., None], batch["lone"][..., None]], -1)
    x = times(_dropped(x, drops.inputs, keys[2]), p["enter"]) + p["enter_bias"]
    if sizes.tagged:
        x = x + times(_dropped(tagged, drops.inputs, keys[6]), p["tagged"])
    mask = batch["mask"][..., None]
    h = normed(jax.nn.relu(x), p["enter_norm"]) * mask
    for n, reach in enumerate(sizes.dilations):
        if n == sizes.pooled_after:
            h = _pooled(p, h, batch["keys"], keys[3]) * mask
        wide = jnp.concatenate([shifted(h, reach), h, shifted(h, -reach)], -1)
        step = jax.nn.relu(times(wide, p[f"block{n}"]) + p[f"bias{n}"])
        h = normed(h + _dropped(step, drops.hidden, keys[8 + n]), p[f"norm{n}"]) * mask
    return _dropped(h, drops.hidden, keys[4])


def forward(p: Params, sizes: Sizes, batch: dict[str, Array], key: Array | None = None, drops: Drops = DROPS) -> Array:
    """Scores (text, word, label) of a padded batch: rows, floats, bits, first, lone, mask, keys, tagged."""
    return times(hidden(p, sizes, batch, key, drops), p["out"]) + p["out_bias"]


def _pooled(p: Params, h: Array, keys: Array, key: Array | None) -> Array:
    """What is known of a name at all its places in the text."""
    same = ((keys[:, :, None] == keys[:, None, :]) & (keys[:, :, None] > 0)).astype("float32")
    mean = same @ h / jnp.maximum(same.sum(-1, keepdims=True), 1.0)
    return normed(h + _dropped(times(mean, p["pool"]), 0.1, key), p["pool_norm"])
