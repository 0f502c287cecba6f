"""`python -m benchmarks.resolution`: what finding the speakers costs beside the parse, by length."""

import itertools
import time
from collections.abc import Iterator

from quoteservice.attribution import source
from quoteservice.attribution.plausible import plausible
from quoteservice.collector import settle
from quoteservice.document.reader import Reader, load
from quoteservice.resolution.forward import look_ahead
from quoteservice.resolution.resolve import run
from quoteservice.resolution.scene import Attribution, open_scene
from quoteservice.search.find import candidates
from quoteservice.search.page import Page

LENGTHS = (400, 6_000, 50_000)
NAMES = 3_000
HEADS = ("Bar", "Kel", "Mol", "Tar", "Vér", "Sző", "Hal", "Bok", "Kov", "Pin", "Zel", "Dor", "Fen", "Gal", "Jen")
TAILS = ("dos", "csényi", "nár", "mosi", "ebélyi", "gyei", "mos", "or", "esdi", "tér", "ki", "esi", "ány", "uli")
FAMILY = tuple(head + tail for head in HEADS for tail in TAILS)
GIVEN = ("Ilona", "Ármin", "Dezső", "Etelka", "Szabina", "Ignác", "Rókus", "Ida", "Vilmos", "Nóra", "Lilla", "Pál")
GIVEN_SECOND = ("", " Béla")
PARAGRAPHS = (
    "{} polgármester kedden azt mondta, hogy a városi könyvtár tetejét a nyár végéig kijavítják. Hozzátette: drága.",
    "„Nincs elég pénzünk az iskolák fűtésére” – közölte {}, aki a hivatal dolgozóival is beszélt.",
    "A vásáron tegnap sok ember járt, köztük {} is megnézte a fazekasok munkáit, és vett két korsót.",
    "{} szerint a híd állapota évek óta romlik, és a javítás nem várhat tovább. A politikus aggódik.",
)


def article(words: int) -> str:
    """An article of about `words` words that names a new person in every paragraph, up to 3,000."""
    names = itertools.cycle(itertools.islice(_names(), NAMES))
    taken: list[str] = []
    count = 0
    for paragraph in itertools.cycle(PARAGRAPHS):
        taken.append(paragraph.format(next(names)))
        count += len(taken[-1].split())
        if count >= words:
            return "\n\n".join(taken)
    raise AssertionError


def _names() -> Iterator[str]:
    for given, second, family in itertools.product(GIVEN, GIVEN_SECOND, FAMILY):
        yield f"{family} {given}{second}"


def cost(reader: Reader, text: str) -> tuple[float, float, int]:
    """Seconds of the parse and of the resolution, and how many quotations were resolved."""
    began = time.process_time()
    page = Page(reader.read(text))
    parsed = time.process_time() - began
    given = [
        Attribution(candidate, found)
        for candidate in candidates(page)
        for found in [source.find(page, candidate)]
        if plausible(page, candidate, found)
    ]
    began = time.process_time()
    scene = open_scene(page, given)
    look_ahead(scene, given, run(scene, given))
    return parsed, time.process_time() - began, len(given)


def main() -> None:
    """Measure and print."""
    reader = load()
    reader.read(article(LENGTHS[0]))
    settle()  # as the service does before it forks
    print(f"{'words':>8}{'quotations':>12}{'parse s':>10}{'resolution s':>14}{'share %':>9}{'µs a word':>11}")
    for words in LENGTHS:
        parsed, resolved, quotations = min(cost(reader, article(words)) for _ in range(3))
        share, each = 100 * resolved / parsed, 1e6 * resolved / words
        print(f"{words:8}{quotations:12}{parsed:10.2f}{resolved:14.3f}{share:9.1f}{each:11.1f}")


if __name__ == "__main__":
    main()
