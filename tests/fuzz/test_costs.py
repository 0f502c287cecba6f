"""No character costs more than five of an ordinary article, whatever it stands in; the whole is tests/fuzz/costs.py."""

from quoteservice.assembly import build_service
from quoteservice.settings import Settings
from tests.fuzz.costs import BEGINNING, UNITS, cost, ratios

MOST = 5
LENGTH = 6_000
NOISE = 1.5
"""Above the bar, for a machine that does other things meanwhile."""


def test_no_bad_article_is_much_dearer_than_an_ordinary_one() -> None:
    dearest = max(ratios(build_service(Settings()), LENGTH).items(), key=lambda pair: pair[1])
    assert dearest[1] <= MOST * NOISE, dearest


def test_a_longer_one_costs_no_more_a_character() -> None:
    service = build_service(Settings())
    for name in ("short quotations without a cue", "words that close", "mondta, hogy", "names and colons"):
        short, long = (cost(service, BEGINNING + UNITS[name] * (n // len(UNITS[name]))) for n in (5_000, 50_000))
        assert long <= 2 * short, name
