"""The folder of the workers' metrics; a module of its own, since prometheus_client looks for it when it is imported."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

FOLDER = "PROMETHEUS_MULTIPROC_DIR"


def open_folder(where: str | None) -> Path:
    """A fresh folder for the files of this process and its children, removed when this process ends."""
    folder = tempfile.mkdtemp(prefix="quoteservice-metrics-", dir=where)
    os.environ[FOLDER] = folder
    atexit.register(_remove, folder, os.getpid())
    return Path(folder)


def _remove(folder: str, owner: int) -> None:
    # A worker inherits the duty by its fork, and must not fulfil it.
    if os.getpid() == owner:
        shutil.rmtree(folder, ignore_errors=True)
