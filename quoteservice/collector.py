"""How the garbage collector works in a process that reads article after article."""

import gc

COLLECTED_AFTER = 50_000
"""New objects after which it looks for cycles; an article makes tens of thousands, and hardly a cycle."""


def settle() -> None:
    """Keep the collector off what all articles share, before a fork, and let it run less often from now on."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(COLLECTED_AFTER, *gc.get_threshold()[1:])
