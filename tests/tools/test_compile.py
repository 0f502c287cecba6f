"""The compiled copy: all rules can be compiled, and what is compiled answers as the source does."""

import json
import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

from tests.conftest import ROOT

HEADER = Path(sysconfig.get_paths()["include"], "Python.h")
needs_compiler = pytest.mark.skipif(
    not (shutil.which("cc") and HEADER.exists()), reason="no C compiler or no header files of Python"
)
TRANSLATE = """
import os, sys
from pathlib import Path
from tools.compile import RULES, copied, modules, translated
package = copied(Path(sys.argv[1]))
os.chdir(package.parent)
translated(package, RULES)
print(*modules(package, RULES))
"""
ARTICLE = "„Hétfőtől járható a híd” – mondta Bokor Etelka, a város főmérnöke. Hozzátette: ősszel a rakpart következik."
PARTS = ("engine", "quotes", "speakers")
TELL = f"""
import json, quoteservice.lexicon.cues as cues
from quoteservice.assembly import build_service
from quoteservice.settings import Settings
print(json.dumps([cues.__file__, build_service(Settings()).quotes({ARTICLE!r})]))
"""


def run(*command: str, path: Path = ROOT) -> str:
    """What a Python of its own prints that finds the package in `path` first."""
    environment = {**os.environ, "PYTHONPATH": f"{path}{os.pathsep}{ROOT}"}
    return subprocess.run(
        [sys.executable, *command], env=environment, check=True, capture_output=True, text=True
    ).stdout


def test_all_rules_can_be_compiled(tmp_path: Path) -> None:
    told = run("-c", TRANSLATE, str(tmp_path), path=ROOT)
    assert {"quoteservice/pipeline.py", "quoteservice/search/frames/inquit.py"} <= set(told.splitlines()[-1].split())


@needs_compiler
def test_what_is_compiled_answers_as_the_source_does(tmp_path: Path) -> None:
    run(str(ROOT / "tools" / "compile.py"), str(tmp_path), "lexicon/tables.py", "lexicon/cues.py")
    used, answer = json.loads(run("-P", "-c", TELL, path=tmp_path))
    source, expected = json.loads(run("-P", "-c", TELL))
    assert (Path(used).suffix, Path(source).suffix) == (".so", ".py")
    assert [answer[part] for part in PARTS] == [expected[part] for part in PARTS]
