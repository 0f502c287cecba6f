"""Carries out the Dockerfile without Docker: the same commands, in clean Debian roots, as its own user.

Needs root and debootstrap. `python3 tools/prove_dockerfile.py FOLDER [NAME=VALUE ...]` builds every stage under
FOLDER with the given build arguments, starts the last one's CMD as its USER in a network of its own, waits for the
HEALTHCHECK and posts an example. The base image is stood in for by Debian bookworm with Debian's Python 3.11.
"""

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from copy import deepcopy
from dataclasses import dataclass, field, replace
from pathlib import Path

ROOT = Path(__file__).parents[1]
PACKAGES = "python3,python3-dev,python3-venv,ca-certificates"
POST = """
import json, urllib.request as u
text = '„Hétfőtől újra járható a híd” – mondta Bokor Etelka, a város főmérnöke.'
request = u.Request('http://127.0.0.1:8000/quotes', text.encode(), {'Content-Type': 'text/plain'})
told = json.load(u.urlopen(request))
print(json.dumps({'engine': told['engine'], 'quotes': [q['content']['text'] for q in told['quotes']],
                  'speakers': [s['name'] for s in told['speakers']]}, ensure_ascii=False))
"""


@dataclass
class Stage:
    """One stage of the build: its root folder and what its instructions have set so far."""

    root: Path
    arguments: dict[str, str]
    environment: dict[str, str] = field(
        default_factory=lambda: {"PATH": "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin"}
    )
    folder: str = "/"
    user: str = "root"
    health: list[str] = field(default_factory=list)
    command: list[str] = field(default_factory=list)

    def expand(self, value: str) -> str:
        """`value` with $NAME replaced."""
        known = {**self.arguments, **self.environment}
        return re.sub(r"\$\{?(\w+)\}?", lambda m: known.get(m[1], ""), value)

    def inside(self, command: list[str]) -> list[str]:
        """A command that runs `command` in this root, folder, environment and as this user."""
        variables = [f"{k}={v}" for k, v in {**self.arguments, **self.environment}.items()]
        script = f"cd {shlex.quote(self.folder)} && exec {shlex.join(command)}"
        return ["chroot", f"--userspec={self.user}", str(self.root), "env", "-i", *variables, "sh", "-c", script]


def instructions(text: str) -> list[tuple[str, str]]:
    """The Dockerfile as pairs of instruction and rest."""
    joined = re.sub(r"\\\n\s*", " ", text)
    lines = [line.strip() for line in joined.splitlines()]
    return [(line.split(None, 1)[0], line.split(None, 1)[1]) for line in lines if line and not line.startswith("#")]


def base(folder: Path) -> Path:
    """A Debian root with Python 3.11, made once."""
    root = folder / "base"
    if not (root / "usr/local/bin/python").exists():
        run(["debootstrap", "--variant=minbase", f"--include={PACKAGES}", "bookworm", str(root)])
        (root / "usr/local/bin/python").symlink_to("/usr/bin/python3")
        for file in ("/etc/resolv.conf", "/etc/ssl/certs/ca-certificates.crt"):
            shutil.copy(file, str(root) + file)
    return root


def build(folder: Path, given: dict[str, str]) -> Stage:
    """Carry out every stage; the last one comes back."""
    stages: dict[str, Stage] = {}
    stage = Stage(folder, {})
    for name, rest in instructions((ROOT / "Dockerfile").read_text(encoding="utf-8")):
        print(name, rest, flush=True)
        if name == "FROM":
            image, _, label = rest.partition(" AS ")
            stage = stages[label or "final"] = started(folder, stages.get(image), label or "final")
        else:
            carry_out(stage, name, rest, stages, given)
    return stage


def started(folder: Path, origin: Stage | None, label: str) -> Stage:
    """A new stage on top of an earlier one, or of Debian."""
    root = folder / label
    shutil.rmtree(root, ignore_errors=True)
    run(["cp", "-a", str(origin.root if origin else base(folder)), str(root)])
    return replace(deepcopy(origin), root=root) if origin else Stage(root, {})


def carry_out(stage: Stage, name: str, rest: str, stages: dict[str, Stage], given: dict[str, str]) -> None:
    """One instruction but FROM."""
    match name:
        case "ARG":
            key, _, default = rest.partition("=")
            stage.arguments[key] = given.get(key, default.strip('"'))
        case "ENV":
            pairs = [pair.partition("=") for pair in shlex.split(rest)]
            stage.environment |= {key: stage.expand(value) for key, _, value in pairs}
        case "RUN":
            run(stage.inside(["sh", "-c", rest]))
        case "WORKDIR":
            stage.folder = rest
            (stage.root / rest.lstrip("/")).mkdir(parents=True, exist_ok=True)
        case "COPY":
            copy(stage, shlex.split(rest), stages)
        case "USER":
            stage.user = rest
        case "HEALTHCHECK":
            stage.health = json.loads(rest[rest.index("CMD") + 4 :])
        case "CMD":
            stage.command = json.loads(rest)
        case "EXPOSE":
            pass
        case _:
            raise SystemExit(f"{name} is not known here.")


def copy(stage: Stage, words: list[str], stages: dict[str, Stage]) -> None:
    """COPY from the checkout or another stage."""
    origin = ROOT
    if words[0].startswith("--from="):
        origin = stages[words.pop(0).removeprefix("--from=")].root
    target = stage.root / str(Path(stage.folder, words[-1])).lstrip("/")
    for word in words[:-1]:
        source = origin / word.lstrip("/")
        if source.is_dir():
            ignored = shutil.ignore_patterns("__pycache__") if origin == ROOT else None
            shutil.copytree(source, target, symlinks=True, ignore=ignored, dirs_exist_ok=True)
        else:
            shutil.copy(source, target)


def prove(stage: Stage) -> None:
    """Start the service, wait until it is healthy, post an article, stop it."""
    service, health, post = (stage.inside(c) for c in (stage.command, stage.health, ["python", "-c", POST]))
    who = stage.inside(
        ["sh", "-c", "id && python --version && ! touch /app/written 2>/dev/null && echo /app is read-only"]
    )
    script = "\n".join([
        "ip link set lo up",
        f"mount -t tmpfs -o mode=1777 tmpfs {stage.root}/dev/shm && mount -t proc proc {stage.root}/proc || exit 1",
        shlex.join(who) + " || exit 1",
        shlex.join(service) + " & service=$!",
        f"n=0; until {shlex.join(health)} 2>/dev/null; do n=$((n+1)); [ $n -lt 60 ] || exit 1; sleep 1; done",
        "echo healthy after $n s",
        shlex.join(post) + "; told=$?",
        "kill $service; wait $service; echo stopped with $?; exit $told",
    ])  # fmt: skip
    run(["unshare", "--net", "--mount", "sh", "-c", script])


def run(command: list[str]) -> None:
    """Run `command`; its failure is ours."""
    subprocess.run(command, check=True)


if __name__ == "__main__":
    if os.geteuid():
        sys.exit("This needs root, to make and enter the roots.")
    where = Path(sys.argv[1]).resolve()
    where.mkdir(parents=True, exist_ok=True)
    prove(build(where, dict(word.split("=", 1) for word in sys.argv[2:])))
