"""`python -m tests.bulk.kill [--rounds N] [--real]`: kill -9 at random moments, and the bytes of the end.

Each round starts anew, is killed once or more – the whole run, or one of its workers –, goes on, and has to end with
the bytes of a run that nobody killed.
"""

import argparse
import json
import random
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import psutil

from benchmarks.articles import articles
from tests.bulk.builds import row

ROOT = Path(__file__).parents[2]
MOST_KILLS = 3
TABLES = ("quotes", "speakers", "articles")


@dataclass
class Trial:
    """An archive, the command that reads it, and what a run leaves that nobody kills."""

    folder: Path
    module: str
    form: str
    seconds: float = 0.0
    expected: str = ""

    def command(self, out: Path) -> list[str]:
        options = ["--out", str(out), "--format", self.form, "--workers", "2"]
        return [sys.executable, "-m", self.module, "extract", str(self.folder / "archive.jsonl"), *options]

    def start(self, out: Path) -> subprocess.Popen[bytes]:
        return subprocess.Popen(self.command(out), cwd=ROOT, stdout=subprocess.DEVNULL)

    def measure(self) -> None:
        """The bytes and the seconds of a run that nobody kills."""
        began = time.monotonic()
        assert self.start(self.folder / "expected").wait() == 0
        self.seconds = time.monotonic() - began
        self.expected = self.bytes_of(self.folder / "expected")

    def bytes_of(self, out: Path) -> str:
        """A digest of every table."""
        files = [out / f"{name}.{self.form}" for name in TABLES] + [out / "rejects.jsonl"]
        return sha256(b"|".join(file.read_bytes() for file in files)).hexdigest()

    def round(self, number: int, chance: random.Random) -> tuple[int, int]:
        """Kills of the whole run and of workers; raises AssertionError when the end is another."""
        out, runs, workers = self.folder / f"out{number}", 0, 0
        planned = chance.randint(1, MOST_KILLS)
        while True:
            with self.start(out) as running:
                if runs + workers >= planned:
                    assert running.wait() == 0
                    assert self.bytes_of(out) == self.expected, f"round {number} ends with other bytes"
                    return runs, workers
                if chance.random() < 0.4:
                    workers += _kill_worker(running, chance)
                _wait(running, chance.uniform(0, self.seconds), out if chance.random() < 0.2 else None)
                runs += running.poll() is None
                running.kill()


def _wait(running: subprocess.Popen[bytes], seconds: float, out: Path | None) -> None:
    """Wait for a moment, or with `out` until the tables are being put together there."""
    end = time.monotonic() + (seconds if out is None else 60)
    while time.monotonic() < end and running.poll() is None:
        if out is not None and any(out.glob("*.part")):
            return
        time.sleep(0.001)


def _kill_worker(running: subprocess.Popen[bytes], chance: random.Random) -> bool:
    """Kill a worker at a moment soon after there is one; whether there was one to kill."""
    with suppress(psutil.Error, IndexError):
        parent = psutil.Process(running.pid)
        while running.poll() is None and not parent.children():
            time.sleep(0.001)
        time.sleep(chance.uniform(0, 0.3))
        chance.choice(parent.children()).send_signal(signal.SIGKILL)
        return True
    return False


def trial(folder: Path, count: int, real: bool, form: str) -> Trial:
    """An archive of `count` articles in `folder`, one of them no article, around the fake analyser or the real one."""
    texts = articles() if real else []
    rows = [row(n, **({"text": texts[n % len(texts)]} if real else {})) for n in range(count)]
    rows[count // 2] = {"id": "bad"}
    archive = folder / "archive.jsonl"
    archive.write_text("".join(f"{json.dumps(each)}\n" for each in rows), encoding="utf-8")
    made = Trial(folder, "quoteservice" if real else "tests.bulk.command", form)
    made.measure()
    return made


def main() -> None:
    """Run the rounds and print each."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--rounds", type=int, default=20)
    asked.add_argument("--articles", type=int, default=1500)
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--real", action="store_true", help="with the real model")
    asked.add_argument("--format", choices=["parquet", "jsonl"], default="parquet")
    given = asked.parse_args()
    chance = random.Random(given.seed)
    with tempfile.TemporaryDirectory() as folder:
        made = trial(Path(folder), given.articles, given.real, given.format)
        print(f"{given.articles} articles, {made.seconds:.1f} s when nobody kills", flush=True)
        for number in range(1, given.rounds + 1):
            runs, workers = made.round(number, chance)
            print(f"round {number}: {runs} runs and {workers} workers killed, the same bytes", flush=True)


if __name__ == "__main__":
    main()
