"""What names.tsv knows of the last letters of names; each row shows an inflected form and its nominative.

`name`: a name whose own last letters look like an ending, or stay as they are (*Bálint*, *Ottó*). `tail`: letters that
names end in by themselves, and `double` those that stay double before -val and -vel (*Nikolettel*). `short_o`: the end
of a foreign name whose *-o* an ending lengthened; `long_o`: of a Hungarian one that has its *-ó* by birth; `long_a`:
of a Czech or Slovak one. `spoken`: letters and the consonant that -val and -vel double for them (*Bush-sal*).
"""

from functools import cache

from quoteservice.lexicon.tables import rows, word_set


@cache
def letters(kind: str) -> tuple[str, ...]:
    """The letters of every row of one kind, in the table's order."""
    return tuple(row["letters"] for row in rows("names") if row["kind"] == kind)


@cache
def whole_names() -> frozenset[str]:
    """Names that are nominatives whatever they end in."""
    return frozenset(letters("name"))


@cache
def spoken() -> tuple[tuple[str, str], ...]:
    """The last letters of a foreign or old spelling, with the consonant that is heard; longest first."""
    pairs = [tuple(row.split()) for row in letters("spoken")]
    return tuple((written, heard) for written, heard in sorted(pairs, key=lambda pair: -len(pair[0])))


def is_country(name: str) -> bool:
    """Whether a name in the nominative is a country's."""
    return name.endswith("ország") or name in word_set("names", "countries")
