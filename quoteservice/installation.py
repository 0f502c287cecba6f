"""Fetches HuSpaCy models; pip does the installing, huspacy knows the addresses."""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import huspacy

MODELS = ("hu_core_news_lg", "hu_core_news_md", "hu_core_news_trf")
PATIENCE = 30
"""Seconds without a byte after which the fetching is given up."""


class NotInstalled(RuntimeError):
    """The model could not be installed; the message is for the operator."""


def install(name: str) -> None:
    """Install the newest release of the HuSpaCy model `name`; raises NotInstalled."""
    if name not in MODELS:
        raise NotInstalled(f"{name} is none of {', '.join(MODELS)}.")
    try:
        huspacy.download(name)
    except SystemExit:
        # pip from 24.1 on refuses the wheel's name, which has `any` for a version: fetch it under a proper one.
        _install_renamed(name)


def address(name: str) -> tuple[str, str]:
    """Version and URL of the newest release of the model `name`, as huspacy keeps them."""
    version: str = getattr(huspacy, "__AVAILABLE_MODELS")[name][-1]
    return version, getattr(huspacy, "__URL").format(version=f"v{version}", model_name=name)


def _install_renamed(name: str) -> None:
    version, url = address(name)
    with tempfile.TemporaryDirectory() as folder:
        wheel = Path(folder) / f"{name}-{version}-py3-none-any.whl"
        try:
            with urlopen(url, timeout=PATIENCE) as remote, wheel.open("wb") as local:  # noqa: S310 - huspacy's address
                shutil.copyfileobj(remote, local)
        except (URLError, OSError) as error:
            host = url.split("/")[2]
            raise NotInstalled(f"{name} could not be fetched; can {host} be reached from here?") from error
        if subprocess.run([sys.executable, "-m", "pip", "install", str(wheel)], check=False).returncode:  # noqa: S603
            raise NotInstalled(f"{name} was fetched, but pip could not install it; see its lines above.")
