"""The teacher's network in JAX: embeddings, BiLSTM layers, a tag head and a biaffine parser."""

from typing import Any, NamedTuple

import jax
import jax.numpy as jnp
import numpy as np

from training.teacher.features import PIECES, ROWS

Params = dict[str, Any]
Array = jax.Array


class Sizes(NamedTuple):
    """Widths of the network and sizes of its label sets."""

    vector: int
    tags: int
    labels: int
    piece: int = 48
    hidden: int = 224
    layers: int = 3
    arc: int = 256
    label: int = 96
    corpora: int = 3
    drop: float = 0.33


class Output(NamedTuple):
    """Scores: tags (b, n, t), arcs (b, dependent, head), labels (b, dependent, head, l) as factors."""

    tags: Array
    arcs: Array
    label_dep: Array
    label_head: Array


def start(sizes: Sizes, seed: int) -> Params:
    """Random parameters."""
    rng = np.random.default_rng(seed)

    def matrix(*shape: int) -> Array:
        scale = np.sqrt(2.0 / (shape[-2] + shape[-1]))
        return jnp.asarray(rng.normal(0, scale, shape), dtype="float32")

    width = sizes.piece * PIECES + sizes.vector + 16
    params: Params = {
        "piece": jnp.asarray(rng.normal(0, 0.1, (PIECES, ROWS, sizes.piece)), dtype="float32"),
        "corpus": jnp.asarray(rng.normal(0, 0.1, (sizes.corpora, 16)), dtype="float32"),
        "root": jnp.zeros((2 * sizes.hidden,), dtype="float32"),
    }
    for layer in range(sizes.layers):
        for side in ("f", "b"):
            params[f"x{layer}{side}"] = matrix(width, 4 * sizes.hidden)
            params[f"h{layer}{side}"] = matrix(sizes.hidden, 4 * sizes.hidden)
            bias = np.zeros(4 * sizes.hidden, dtype="float32")
            bias[sizes.hidden : 2 * sizes.hidden] = 1.0
            params[f"o{layer}{side}"] = jnp.asarray(bias)
        width = 2 * sizes.hidden
    params |= {
        "tag1": matrix(width, 256), "tag2": matrix(256, sizes.tags),
        "arc_d": matrix(width, sizes.arc), "arc_h": matrix(width, sizes.arc),
        "lab_d": matrix(width, sizes.label), "lab_h": matrix(width, sizes.label),
        "arc_w": matrix(sizes.arc + 1, sizes.arc), "lab_w": matrix(sizes.labels, sizes.label + 1, sizes.label + 1),
    }  # fmt: skip
    return params


def _dropped(x: Array, rate: float, key: Array | None) -> Array:
    """Dropout with one mask for all words of a sentence."""
    if key is None:
        return x
    mask = jax.random.bernoulli(key, 1 - rate, (x.shape[0], 1, x.shape[-1]))
    return jnp.where(mask, x / (1 - rate), 0.0)


def _lstm(x: Array, mask: Array, w: Array, u: Array, bias: Array, reverse: bool) -> Array:
    gates_in = (x @ w + bias).transpose(1, 0, 2)
    size = u.shape[0]
    zero = jnp.zeros((x.shape[0], size), dtype=x.dtype)

    def step(carry: tuple[Array, Array], item: tuple[Array, Array]) -> tuple[tuple[Array, Array], Array]:
        h, c = carry
        gates, alive = item
        i, f, o, g = jnp.split(gates + h @ u, 4, axis=-1)
        c_new = jax.nn.sigmoid(f) * c + jax.nn.sigmoid(i) * jnp.tanh(g)
        h_new = jax.nn.sigmoid(o) * jnp.tanh(c_new)
        h = jnp.where(alive, h_new, h)
        return (h, jnp.where(alive, c_new, c)), h

    _, out = jax.lax.scan(step, (zero, zero), (gates_in, mask.T[:, :, None]), reverse=reverse)
    return out.transpose(1, 0, 2)


def forward(p: Params, sizes: Sizes, batch: dict[str, Array], key: Array | None = None) -> Output:
    """Scores for a padded batch (`rows`, `floats`, `mask`, `corpus`); `key` turns dropout on."""
    keys = list(jax.random.split(key, 12)) if key is not None else [None] * 12
    parts = [p["piece"][n][batch["rows"][:, :, n]] for n in range(PIECES)]
    b, n = batch["mask"].shape
    corpus = jnp.broadcast_to(p["corpus"][batch["corpus"]][:, None, :], (b, n, 16))
    spelling = jnp.concatenate(parts, axis=-1)
    if keys[0] is not None:
        kept = jax.random.bernoulli(keys[0], 0.8, (b, n, PIECES, 1))
        spelling = (spelling.reshape(b, n, PIECES, -1) * kept).reshape(b, n, -1)
    x = jnp.concatenate([spelling, batch["floats"], corpus], axis=-1)
    x = _dropped(x, 0.2, keys[1])
    for layer in range(sizes.layers):
        sides = [
            _lstm(x, batch["mask"], p[f"x{layer}{s}"], p[f"h{layer}{s}"], p[f"o{layer}{s}"], s == "b") for s in "fb"
        ]
        x = _dropped(jnp.concatenate(sides, axis=-1), sizes.drop, keys[2 + layer])
    tags = jax.nn.leaky_relu(x @ p["tag1"], 0.1) @ p["tag2"]
    root = jnp.broadcast_to(p["root"], (b, 1, x.shape[-1]))
    heads = jnp.concatenate([root, x], axis=1)
    arc_d, arc_h = (
        _dropped(jax.nn.leaky_relu(side @ p[name], 0.1), sizes.drop, k)
        for side, name, k in ((x, "arc_d", keys[7]), (heads, "arc_h", keys[8]))
    )
    arcs = jnp.einsum("bdi,ij,bhj->bdh", _biased(arc_d), p["arc_w"], arc_h)
    alive = jnp.concatenate([jnp.ones((b, 1), bool), batch["mask"]], axis=1)
    arcs = jnp.where(alive[:, None, :], arcs, -1e9)
    lab_d, lab_h = (
        _biased(_dropped(jax.nn.leaky_relu(side @ p[name], 0.1), sizes.drop, k))
        for side, name, k in ((x, "lab_d", keys[9]), (heads, "lab_h", keys[10]))
    )
    return Output(tags, arcs, lab_d, lab_h)


def label_scores(p: Params, out: Output, heads: Array) -> Array:
    """Scores (b, n, label) of each word's label under the given head positions (0 is the root)."""
    chosen = jnp.take_along_axis(out.label_head, heads[:, :, None], axis=1)
    left = jnp.einsum("bdi,lij->bdlj", out.label_dep, p["lab_w"])
    return jnp.einsum("bdlj,bdj->bdl", left, chosen)


def _biased(x: Array) -> Array:
    return jnp.concatenate([x, jnp.ones((*x.shape[:-1], 1), dtype=x.dtype)], axis=-1)
