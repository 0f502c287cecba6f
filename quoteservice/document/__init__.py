"""Text to `Document`: the only folder that knows spaCy; nothing of spaCy leaves it."""

import os

# Before numpy is loaded: an article is too small to be shared out among threads, which then only fight for the cores.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
