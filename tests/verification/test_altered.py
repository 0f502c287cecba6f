"""A quotation with a word changed, left out or added is never called verbatim, whatever the word."""

import re

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from quoteservice.verification.claims import Claim
from quoteservice.verification.words import key_of
from tests.verification import desk, table

ARTICLES = sorted(path.stem for path in (table.FOLDER / "articles").glob("*.txt"))
WORD = re.compile(r"[\w-]+")
OTHERS = [
    *["nem", "sem", "csak", "már", "is", "talán", "állítólag", "soha", "mindig", "ha", "hogy", "a", "az", "egy"],
    *["kormány", "húsz", "5", "12%", "Budapesten", "mondta", "és", "de", "ezért", "nagyon", "X", "𝒞", "őrült"],
]


@st.composite
def altered(draw: st.DrawFn) -> tuple[str, str, str]:
    """An article, one of its quotations, and the same with one word changed, left out or added."""
    name = draw(st.sampled_from(ARTICLES))
    quote = draw(st.sampled_from(desk.quoted(name)))
    words = list(WORD.finditer(quote))
    word = draw(st.sampled_from(words))
    here = WORD.findall(table.article(name))
    other = draw(st.one_of(st.sampled_from(OTHERS), st.sampled_from(here)))
    match draw(st.sampled_from(["change", "leave out", "add before", "add behind"])):
        case "change":
            assume(key_of(other) != key_of(word[0]))
            new = quote[: word.start()] + other + quote[word.end() :]
        case "leave out":
            assume(len(words) > 1)
            new = quote[: word.start()] + quote[word.end() :].lstrip(" ,")
        case "add before":
            new = f"{quote[: word.start()]}{other} {quote[word.start() :]}"
        case _:
            new = f"{quote[: word.end()]} {other}{quote[word.end() :]}"
    # One word can make another true quotation of the article.
    assume(new not in desk.quoted(name))
    return name, quote, new


@given(altered())
@settings(max_examples=400, deadline=None, suppress_health_check=list(HealthCheck))
def test_is_never_verbatim(case: tuple[str, str, str]) -> None:
    name, quote, new = case
    (told,) = desk.check(name, Claim(new))
    assert told["verdict"] not in ("verbatim", "typography"), (quote, new)
    assert told["verdict"] != "absent" or len(quote.split()) < 6


@given(st.sampled_from(ARTICLES), st.data())
@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
def test_a_quotation_is_verbatim_and_its_typography_does_not_count(name: str, data: st.DataObject) -> None:
    quote = data.draw(st.sampled_from(desk.quoted(name)))
    space, mark = data.draw(st.sampled_from(["\u00a0", "  ", "\n"])), data.draw(st.sampled_from(["»{}«", "'{}'", "{}"]))
    (plain,) = desk.check(name, Claim(mark.format(quote)))
    (other,) = desk.check(name, Claim(mark.format(quote.replace(" ", space))))
    assert plain["verdict"] == "verbatim"
    assert other["verdict"] == ("typography" if " " in quote else "verbatim")


@given(
    st.sampled_from(ARTICLES),
    st.text(st.sampled_from("aábcdeéfgh „”»«…[]()-–.,?! \n𝒞\u00ad0123"), min_size=1, max_size=60),
)
@settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_claim_gets_an_answer_with_its_ranges_in_place(name: str, quote: str) -> None:
    (told,) = desk.check(name, Claim(quote, quote))
    text = table.article(name)
    assert 0 <= told["similarity"] <= 1
    for difference in told["differences"]:
        mine, theirs = difference["claim"], difference["article"]
        assert mine is None or quote[mine["start"] : mine["end"]] == mine["text"]
        assert theirs is None or " ".join(text[s["start"] : s["end"]] for s in theirs["spans"]) == theirs["text"]
