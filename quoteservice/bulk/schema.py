"""The flat tables that an archive is turned into, as data; every writer, engine and the documentation follow them.

Offsets are Unicode code points of the article's text (of its HTML where the name says so), half-open. A column that
may be empty is null there, a list is empty instead.
"""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["string", "date", "int", "float", "bool", "strings", "ints", "bools"]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, what its cells are (`strings`, `ints` and `bools` are lists), and a line for the reader."""

    name: str
    kind: Kind
    help: str


def _columns(lines: str) -> tuple[Column, ...]:
    split = (line.strip().split(" ", 2) for line in lines.splitlines() if line)
    return tuple(Column(name, kind, text) for name, kind, text in split)  # type: ignore[arg-type]


ENGINE = """
engine_version string Version of quoteservice.
engine_model string Name and version of the model.
engine_lexicon string Fingerprint of the word lists.
"""
ARTICLE = """
article_id string The article's id; unique.
published_at date The day the article was published, as its row says.
outlet string Who published it, as its row says.
"""
TABLES: dict[str, tuple[Column, ...]] = {
    "quotes": _columns(f"""
{ARTICLE.replace("; unique", "")}
quote_id string The quotation's id; unique in its article.
type string `direct`, `indirect` or `mixed`.
content string What was said; its pieces are joined by spaces.
content_start int Where the first piece starts.
content_end int Where the last piece ends.
content_starts ints Where each piece starts.
content_ends ints Where each piece ends.
html_starts ints Where the stretches of the content start in the HTML; empty for text.
html_ends ints Where they end.
cue string The words that signal it.
cue_start int Where the first of them starts.
cue_end int Where the last of them ends.
cue_lemma string The cue's dictionary form.
cue_category string What kind of saying it is.
cue_stance string How the article stands to it.
source string The mention of the sayer.
source_start int Where it starts.
source_end int Where it ends.
source_form string `name`, `description` or `pronoun`.
speaker_ids strings Ids of the speakers, see the table of speakers.
speakers strings Their names, in the same order.
speaker_kinds strings `person`, `organization`, `group`, `document` or `unknown`.
speaker_named bools Whether the article names them.
addressee string To whom it was said.
addressee_start int Where that stands.
addressee_end int Where it ends.
medium string Where it was said or published.
medium_start int Where that stands.
medium_end int Where it ends.
said_at string The words that tell when it was said.
said_at_start int Where they stand.
said_at_end int Where they end.
said_from string Start of that time, ISO 8601, local.
said_to string End of that time.
parent_id string The quotation inside which this one stands.
confidence float From 0 to 1.
pattern string The construction that it was found by.
link string How the source was found.
resolution string How the speaker was found.
candidates strings Who could nearly as well be the speaker.
{ENGINE}"""),
    "speakers": _columns(f"""
{ARTICLE.replace("; unique", "")}
speaker_id string The speaker's id; unique in its article.
name string Name in the nominative, or how the article describes them.
kind string `person`, `organization`, `group`, `document` or `unknown`.
named bool Whether the article names them.
descriptions strings What the article calls them.
mentions strings The words of every mention.
mention_starts ints Where each mention starts.
mention_ends ints Where it ends.
quote_ids strings Ids of their quotations.
{ENGINE}"""),
    "articles": _columns(f"""
{ARTICLE}
language string `hu`, or `und` for one in which nothing was looked for.
quotes int How many quotations it has.
speakers int How many speakers it quotes.
warnings strings What the reader should know of it.
{ENGINE}"""),
    "rejects": _columns("""
article_id string The article's id where it could be read.
place string The file, and after `#` the row from 1; null where an engine does not know.
status int The HTTP status with which the service would answer it.
type string The type of the service's problem.
title string Its title.
detail string What is wrong, without a word of the article.
"""),
}
"""Every article has a row in `articles` or in `rejects`."""
