"""Services for runs that are about everything but the reading: around a fake analyser, some with bad habits."""

import os
import time
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from quoteservice.model import Analysis
from quoteservice.service import Service
from quoteservice.settings import Settings
from tests.fakes import ENGINE, FailingPipeline, FakePipeline

DEADLY, STUCK, SLOW = "HALÁL", "VÉGTELEN", 0.004
SPEECH = "„Kész a híd, {}” – mondta Példa Anna."


class Troubled(FakePipeline):
    """Ends its process over DEADLY, and over STUCK stands still where no signal of Python's helps."""

    def analyse(self, text: str, published_at: date | None = None) -> Analysis:
        if DEADLY in text:
            os._exit(1)
        if STUCK in text:
            _stand_still()
        return super().analyse(text, published_at)


class Slow(FakePipeline):
    """Takes a few milliseconds; over a text that says `once:FILE` it ends its process once, as a kill would."""

    def analyse(self, text: str, published_at: date | None = None) -> Analysis:
        time.sleep(SLOW)
        if "once:" in text and not (mark := Path(text.split("once:")[1])).exists():
            mark.touch()
            os._exit(1)
        return super().analyse(text, published_at)


class Executioner(FakePipeline):
    """Over a text that says `once:FILE` it kills the Java process above its own once, as a lost machine would."""

    def analyse(self, text: str, published_at: date | None = None) -> Analysis:
        import psutil

        if "once:" in text and not (mark := Path(text.split("once:")[1])).exists():
            mark.touch()
            next(each for each in psutil.Process().parents() if "java" in each.name()).kill()
        return super().analyse(text, published_at)


def _stand_still() -> None:
    import ctypes

    ctypes.PyDLL(None).sleep(60)  # holds the interpreter


def fake(settings: Settings) -> Service:
    return Service(FakePipeline(), ENGINE, settings)


def failing(settings: Settings) -> Service:
    return Service(FailingPipeline(), ENGINE, settings)


def troubled(settings: Settings) -> Service:
    return Service(Troubled(), ENGINE, settings)


def slow(settings: Settings) -> Service:
    return Service(Slow(), ENGINE, settings)


def row(n: int, **more: object) -> Mapping[str, object]:
    """A row with one quotation."""
    return {"id": f"a{n}", "text": SPEECH.format(n), "published_at": "2024-05-06", "outlet": "Hírmondó", **more}


def executioner(settings: Settings) -> Service:
    return Service(Executioner(), ENGINE, settings)
