"""Compiles the rules to machine code: `python tools/compile.py FOLDER [PART …]` makes FOLDER/quoteservice, a copy.

The copy gives the same answers in less time; put FOLDER on PYTHONPATH to run it. Needs a C compiler, setuptools and
mypy, whose mypyc compiles what it has checked. The source stays as it is, so nothing compiled goes stale there.
"""

import os
import shutil
import sys
from collections.abc import Iterable
from pathlib import Path

from mypyc.build import mypycify
from setuptools import Extension, setup

PACKAGE = Path(__file__).parents[1] / "quoteservice"
RULES = ("model.py", "pipeline.py", "composition.py", "lexicon", "search", "attribution", "resolution")
"""What works on every word; the rest waits for a network, a socket or a disk, or is asked for its source by spaCy."""


def modules(package: Path, parts: Iterable[str]) -> list[str]:
    """The Python files of `parts`, which are files and folders of `package`, from its parent folder; sorted."""
    found = [
        file for part in parts for file in [package / part, *(package / part).rglob("*.py")] if file.suffix == ".py"
    ]
    return sorted(str(file.relative_to(package.parent)) for file in found)


def copied(folder: Path) -> Path:
    """A copy of the package's source in `folder`, made anew."""
    shutil.rmtree(folder / PACKAGE.name, ignore_errors=True)
    return shutil.copytree(PACKAGE, folder / PACKAGE.name, ignore=shutil.ignore_patterns("__pycache__"))


def translated(package: Path, parts: Iterable[str]) -> list[Extension]:
    """`parts` of a package in the working folder as C in its `build/`; ends the process where mypyc finds an error."""
    return mypycify(modules(package, parts), opt_level="2", debug_level="0")


def compile_to(folder: Path, parts: Iterable[str] = RULES) -> None:
    """Copy the package into `folder`, which becomes the working folder, and compile `parts` of the copy there."""
    package = copied(folder)
    os.chdir(folder)
    setup(
        name=package.name, packages=[], ext_modules=translated(package, parts), script_args=["build_ext", "--inplace"]
    )
    shutil.rmtree("build")


if __name__ == "__main__":
    compile_to(Path(sys.argv[1]).resolve(), sys.argv[2:] or RULES)
