"""`python -m tests.fuzz.costs [LENGTH …]`: what a character of a bad article costs, beside one of an ordinary one."""

import sys
import time
from collections.abc import Mapping

from benchmarks.articles import articles
from quoteservice.assembly import build_service
from quoteservice.service import Service
from quoteservice.settings import Settings

LENGTH = 20_000
BEGINNING = "A tárca szerint a híd az idén elkészül, és ezt a város is tudja. " * 8
"""Without it some of the rest would not be taken for Hungarian, and not be read at all."""
UNITS: Mapping[str, str] = {
    "opening marks": "„",
    "marks of every kind": "„”»«\"'",
    "marks apart": '" ',
    "nested marks": "„ » ",
    "words that open": "„a ",
    "words that close": "a” ",
    "lines that open": "„a\n",
    "short quotations": "„Igen” – mondta Kő Pál. ",
    "short quotations without a cue": "„Igen, jön ő is.” ",
    "one word": "a",
    "combining marks": "a\u0301",
    "underscores": "_",
    "dashes": "–",
    "dashes apart": "– ",
    "inquits in dashes": "– jön – mondta ő ",
    "colons": ": ",
    "names and colons": "Kő Pál: „Jön a híd.”\n",
    "brackets": "(a ",
    "szerint": "szerint ",
    "szerinte": "szerinte ",
    "mondta": "mondta ",
    "mondta, hogy": "azt mondta, hogy ",
    "kérdezte-e": "kérdezte-e, ",
    "és": "és ",
    "pronouns": "ő ",
    "names": "Kő Pál, ",
    "sentences without a subject": "Azt mondta, jön. ",
    "initials": "A. ",
    "acronyms": "a XYZ ",
    "letter-spaced": "K ő v á r y ",
    "cut words": "ab-\ncd ",
    "soft hyphens": "a\u00ad",
    "control characters": "\x00",
    "line ends": "a\n",
    "addresses": "http://a.hu/b?c=d ",
}


def cost(service: Service, text: str) -> float:
    """Seconds of the processor that a code point of `text` costs."""
    start = time.process_time()
    service.quotes(text)
    return (time.process_time() - start) / len(text)


def ratios(service: Service, length: int) -> dict[str, float]:
    """The cost of every bad article of `length` code points, in ordinary articles; the dearest first."""
    ordinary = articles()
    for text in ordinary:
        cost(service, text)
    usual = sum(cost(service, text) for text in ordinary) / len(ordinary)
    found = {
        name: cost(service, BEGINNING + (unit * (length // len(unit) + 1))[:length]) / usual
        for name, unit in UNITS.items()
    }
    return dict(sorted(found.items(), key=lambda pair: -pair[1]))


if __name__ == "__main__":
    read = build_service(Settings())
    for size in [int(each) for each in sys.argv[1:]] or [LENGTH]:
        worst = list(ratios(read, size).items())[:8]
        sys.stdout.write(f"{size}: " + ", ".join(f"{name} {ratio:.1f}" for name, ratio in worst) + "\n")
