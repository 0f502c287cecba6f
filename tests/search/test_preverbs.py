"""Where the preverb of a verb stands when it stands apart: `>` before the verb, `<…<` round its preverb."""

import re

import pytest

from quoteservice.search import preverbs
from quoteservice.search.page import Page
from tests.whole import reader


@pytest.mark.parametrize(
    ("row", "asks"),
    [
        ("Réti Nóra >tette <hozzá<, hogy esik.", False),
        ("Réti Nóra >mondta neki, hogy esik.", True),
        ("A tárca azt >közölte tegnap, hogy esik.", False),
        ("A mérnök <meg< is >erősítette a hírt.", False),
        ("A mérnök >emelte ma <ki<, hogy esik.", True),
        ("A mérnök >mondta, ki esik.", False),
    ],
)
def test_preverb_apart(row: str, asks: bool) -> None:
    text = re.sub("[<>]", "", row)
    page = Page(reader().read(text))
    verb = next(t.index for t in page.tokens if t.start == row.replace("<", "").index(">"))
    found = preverbs.separated(page, verb)
    marked = re.search("<(.+?)<", row)
    assert (page.word(found) if found is not None else None) == (marked[1].lower() if marked else None)
    assert preverbs.asks_tree(page, verb) == asks
