"""Puts the service together from its parts; the one place that knows which reader is injected."""

from hashlib import sha256
from importlib.resources import files

import quoteservice
from quoteservice.document.reader import ModelMissing, load
from quoteservice.pipeline import Pipeline
from quoteservice.response.engine import Engine
from quoteservice.service import Service
from quoteservice.settings import Settings

WARM_UP = (
    "„Hétfőtől újra járható a híd” – mondta Bokor Etelka, a város főmérnöke. Hozzátette, hogy a járdát csak májusra "
    "fejezik be. A rendőrség szerint addig más úton kell járni."
)


class CannotStart(RuntimeError):
    """The service has not what it needs; the message is one sentence for the operator."""


def build_service(settings: Settings) -> Service:
    """A service with the model that `settings` name; raises CannotStart when it is not installed."""
    try:
        reader = load(settings.model)
    except ModelMissing as missing:
        raise CannotStart(str(missing)) from missing
    engine = Engine(quoteservice.__version__, reader.name, lexicon_fingerprint())
    return Service(Pipeline(reader), engine, settings)


def warm_up(service: Service) -> None:
    """Read one small article, so that the first one of a sender does not pay for what is built only once."""
    service.quotes(WARM_UP)


def lexicon_fingerprint() -> str:
    """The first 12 hexadecimal digits of the SHA-256 of the word lists, in order of their names."""
    lists = sorted(
        (f for f in files("quoteservice.lexicon").iterdir() if f.name.endswith((".tsv", ".toml"))), key=lambda f: f.name
    )
    return sha256(b"".join(f.read_bytes() for f in lists)).hexdigest()[:12]
