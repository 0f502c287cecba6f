"""Requests that no one should send: random, mutated and adversarial, the same ones for the same seed."""

import gzip
import json
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

EXAMPLES = [file.read_text(encoding="utf-8") for file in sorted((Path(__file__).parents[2] / "examples").glob("*.txt"))]
PIECES = [
    *"„”»«\"'’“‘–—-:;,.?!()[]<>&/\\_*# \n\r\t\0\x1b\x85\u00a0\u00ad\u2028\u200b\u202e\ufeff\uffff",
    *[
        "…",
        "\n\n",
        ",,",
        "''",
        "👩‍👧",
        "𝒞",
        "a\u0301",
        "ﬁ",
        "א",
        "1.",
        "dr.",
        "<div>",
        "&quot;",
        "</p>",
        "<q>",
    ],
    *["mondta", "közölte", "szerint", "azt", "hogy", "hozzátette", "aki", "szerinte", "úgy", "mint", "kérdezte-e"],
    *["Kő Pál", "A tárca", "a miniszter", "Annának", "ő", "Kovácsék", "az MTI-nek", "közleményében", "tegnap", "is"],
    *[
        "Kész a híd",
        "„Igen” – mondta Kő Pál.",
        "Azt mondta, hogy jön.",
        "X szerint esik.",
        "K ő v i ",
        "Kő Pál: „Jön.”",
        "és ",
    ],
]
SHAPES = ["[", '{"a":', '{"text":', '{"text":"a","options":']
CHARSETS = ["utf-8", "utf-8", "iso-8859-2", "utf-16", "windows-1250", "klingon", "utf-7"]
MOST_CHARACTERS = 240


@dataclass(frozen=True)
class Input:
    """One request: where, what, and with which headers."""

    path: str
    body: bytes
    headers: dict[str, str] = field(default_factory=dict)


def text(random: Random) -> str:
    """An article that is none, or hardly."""
    match random.randrange(3):
        case 0:
            joint = random.choice(["", " "])
            return joint.join(random.choices(PIECES, k=random.randrange(24)))[:MOST_CHARACTERS]
        case 1:
            return mutated(random)
        case _:
            unit = "".join(random.choices(PIECES, k=random.randint(1, 3)))
            return (unit * random.choice([2, 9, 40]))[:MOST_CHARACTERS]


def mutated(random: Random) -> str:
    """A stretch of an article with a few places struck out, doubled, overwritten or turned."""
    example = random.choice(EXAMPLES)
    start = random.randrange(len(example))
    letters = list(example[start : start + random.randrange(MOST_CHARACTERS)])
    for _ in range(random.randrange(8)):
        at = random.randrange(len(letters) + 1)
        to = at + random.randrange(12)
        match random.randrange(4):
            case 0:
                del letters[at:to]
            case 1:
                letters[at:at] = letters[at:to]
            case 2:
                letters[at:to] = random.choice(PIECES)
            case _:
                letters[at:to] = letters[at:to][::-1]
    return "".join(letters)


def value(random: Random, depth: int = 0) -> object:
    """Any JSON value."""
    plain = [None, True, 0, -1, 1e308, 2**70, "", "\ud800", "utf16", "2025-02-30", "2025-08-12", text(random)]
    match random.randrange(6):
        case 0 if depth < 3:
            return [value(random, depth + 1) for _ in range(random.randrange(3))]
        case 1 if depth < 3:
            return {random.choice(["text", "quote", "a/b~", "\0"]): value(random, depth + 1)}
        case _:
            return random.choice(plain)


def options(random: Random) -> object:
    """Options, right or wrong."""
    right = {"offsets": "utf16", "explain": True, "min_confidence": 0.5, "types": ["direct"]}
    asked = {name: right[name] for name in right if random.random() < 0.5}
    return asked if random.random() < 0.7 else {**asked, random.choice([*right, "x"]): value(random)}


def document(random: Random) -> object:
    """The body of a request as JSON data: mostly with the right fields, not always with the right values."""
    data: dict[str, object] = {random.choice(["text", "text", "text", "html"]): text(random)}
    if random.random() < 0.4:
        data["options"] = options(random)
    if random.random() < 0.3:
        data["claims"] = [{"quote": text(random), "speaker": random.choice(["Kő Pál", "", text(random)])}]
    for name in ("id", "published_at", "claims", "text", "html", "titok"):
        if random.random() < 0.04:
            data[name] = value(random)
    return data


def body(random: Random) -> tuple[bytes, dict[str, str]]:
    """A body with the headers that describe it, or misdescribe it."""
    match random.randrange(10):
        case 0 | 1 | 2 | 3 | 4:
            raw = json.dumps(document(random), ensure_ascii=random.random() < 0.5)
            return raw.encode("utf-8", "surrogatepass"), {"Content-Type": "application/json"}
        case 5 | 6:
            charset = random.choice(CHARSETS)
            known = charset if charset not in {"klingon", "utf-7"} else "utf-8"
            return text(random).encode(known, "replace"), {"Content-Type": f"text/plain; charset={charset}"}
        case 7:
            raw = json.dumps(value(random)).encode()
            cut = raw[: random.randrange(len(raw) + 1)] + random.randbytes(random.randrange(4))
            return cut, {"Content-Type": random.choice(["application/json", "application/x-ndjson", "text/html", ""])}
        case 8:
            return random.choice(SHAPES).encode() * random.choice([1, 50, 5_000]), {"Content-Type": "application/json"}
        case _:
            packed = gzip.compress(text(random).encode("utf-8", "replace"), mtime=0)  # else it holds the time
            told = random.choice(["gzip", "deflate", "identity", "GZIP", "br, gzip"])
            return packed, {"Content-Type": "text/plain", "Content-Encoding": told}


def draw(random: Random, paths: list[str]) -> Input:
    """One request to one of `paths`."""
    raw, headers = body(random)
    if random.random() < 0.1:
        headers["Accept"] = random.choice(["*/*", "text/csv", "application/ld+json", "application/json;q=0", "\xe9"])
    if random.random() < 0.05:
        headers[random.choice(["X-Request-ID", "X-API-Key", "traceparent", "Origin"])] = "x" * random.choice([1, 99])
    return Input(random.choice(paths), raw, {name: told for name, told in headers.items() if told})
