"""Verdicts on analyses made by hand, one rule at a time."""

import time
from typing import Any

import pytest

from quoteservice.model import Analysis, Cue, Quotation, QuotationType, Span, Speaker
from quoteservice.response.answer import answered
from quoteservice.response.options import Options
from quoteservice.response.report import Report
from quoteservice.service import Service
from quoteservice.settings import Settings
from quoteservice.verification.claims import Claim
from quoteservice.verification.desk import Desk
from quoteservice.verification.persons import differs_in_person
from quoteservice.verification.reasons import REASONS, reason
from quoteservice.verification.verdict import FLAGS
from tests.fakes import ENGINE, FakePipeline

PEOPLE = {"s1": "Példa Anna", "s2": "Minta Pál"}


def quotation(
    text: str,
    words: str,
    speaker: str | None = "s1",
    kind: QuotationType = "direct",
    *,
    stance: str = "neutral",
    confidence: float = 0.9,
) -> Quotation:
    """A quotation whose content is `words` (parts by |), found from the end of the text."""
    spans = tuple(Span(text.rindex(part), text.rindex(part) + len(part)) for part in words.split("|"))
    evidence = {"pattern": "inquit.dash", "link": "nsubj", "resolution": "name"}
    cue = Cue((Span(0, 1),), "mond", "say", stance)
    name = f"q{spans[0].start}"
    return Quotation(name, kind, spans, cue, None, (speaker,) if speaker else (), confidence, evidence)


def check(text: str, quotations: list[Quotation], quote: str, speaker: str | None = None) -> dict[str, Any]:
    people = tuple(Speaker(i, name, "person", (), (), ()) for i, name in PEOPLE.items())
    analysis = Analysis(text, tuple(quotations), people)
    report = Report(analysis, ENGINE, Options(), "hu")
    (told,) = Desk(FakePipeline().lemmas, 8, 300).told(report, [Claim(quote, speaker)], answered(report))
    return told


def simple(text: str, words: str, quote: str, **more: Any) -> tuple[str, str | None, list[str]]:
    told = check(text, [quotation(text, words, **more)], quote)
    return told["verdict"], told["where"], told["flags"]


SPEECH = "„Kész a nagy híd, de a járda nincs meg. Mikor lesz? Talán holnap” – mondta Példa Anna."
WORDS = "Kész a nagy híd, de a járda nincs meg. Mikor lesz? Talán holnap"


@pytest.mark.parametrize(
    ("quote", "verdict", "flags"),
    [
        ("Kész a nagy híd, de a járda nincs meg.", "verbatim", []),
        ("kész a nagy híd – de a járda nincs meg!", "typography", []),
        ("KÉSZ A NAGY HÍD, DE A JÁRDA NINCS MEG.", "typography", []),
        ("Kész a Nagy híd, de a járda nincs meg.", "altered", []),
        ("Kész a nagy híd", "altered", ["cut", "negation_lost"]),
        ("Kész a nagy híd…", "altered", ["cut", "declared", "negation_lost"]),
        ("… a nagy híd, de a járda nincs meg", "altered", ["cut", "declared"]),
        ("Kész a (…) híd, de a járda nincs meg", "altered", ["cut", "declared"]),
        ("Kész a nagy híd, de a járda nincs meg. […] Talán holnap", "altered", ["cut", "joined", "declared"]),
        ("Holnap", "altered", ["cut", "hedge_lost"]),
        ("Mikor lesz?", "verbatim", []),
        ("Mikor lesz", "typography", ["question_lost"]),
        ("Mikor lesz.", "altered", ["question_lost"]),
        ("Talán holnap?", "altered", ["question_added"]),
        ("A járda nincs meg, de kész a nagy híd.", "altered", ["reordered"]),
        ("Kész a nagy híd, de a járda nem nincs meg.", "altered", ["negation_added"]),
        ("Mikor lesz? Talán holnap a. A", "altered", []),
        ("Elviszik a vonatot a faluból", "absent", []),
    ],
)
def test_a_direct_quotation(quote: str, verdict: str, flags: list[str]) -> None:
    found, _, told = simple(SPEECH, WORDS, quote)
    assert (found, told) == (verdict, flags)


def test_what_was_said_once_is_not_verbatim_twice() -> None:
    twice = "Kész a nagy híd, de a járda nincs meg. Kész a nagy híd, de a járda nincs meg."
    assert simple(SPEECH, WORDS, twice)[0] in ("altered", "absent")


@pytest.mark.parametrize(
    ("quote", "verdict", "where", "flags"),
    [
        ("A híd hétfőn megnyílik", "indirect", "report", []),
        ("Hétfőn megnyílik a híd", "indirect", "report", []),
        ("A híd kedden megnyílik", "altered", "report", []),
        ("A híd hétfőn nem megnyílik", "altered", "report", ["negation_added"]),
    ],
)
def test_a_report(quote: str, verdict: str, where: str, flags: list[str]) -> None:
    text = "Példa Anna azt mondta, hogy a híd hétfőn megnyílik."
    assert simple(text, "a híd hétfőn megnyílik", quote, kind="indirect") == (verdict, where, flags)


def test_what_was_denied_was_not_said() -> None:
    text = "Példa Anna tagadta, hogy a pénz eltűnt."
    told = [
        simple(text, "a pénz eltűnt", q, kind="indirect", stance="denies")
        for q in ("A pénz eltűnt", "A pénz nem tűnt el")
    ]
    assert told[0] == ("altered", "report", ["denial_lost"])
    assert "denial_lost" not in told[1][2]


def test_what_was_asked_was_not_said() -> None:
    text = "Példa Anna azt kérdezte, hogy kész-e a híd."
    found = [
        simple(text, "kész-e a híd", q, kind="indirect", stance="questions") for q in ("Kész a híd", "Kész-e a híd?")
    ]
    assert [each[0] for each in found] == ["altered", "indirect"]
    assert found[0][2] == ["question_lost"]


def test_of_a_mixed_quotation_only_the_marked_words_are_quoted() -> None:
    text = "Példa Anna szerint a híd „régen várt csoda”, és hétfőn megnyílik."
    words = "a híd „régen várt csoda”, és hétfőn megnyílik"
    assert simple(text, words, "régen várt csoda", kind="mixed")[:2] == ("verbatim", "quotation")
    assert simple(text, words, "várt csoda", kind="mixed")[:2] == ("altered", "quotation")
    assert simple(text, words, "hétfőn megnyílik", kind="mixed")[:2] == ("indirect", "report")
    assert simple(text, words, "a híd régen várt csoda", kind="mixed")[:2] == ("indirect", "partly")


def test_dialogue_after_a_dash_is_quoted() -> None:
    text = "Hír.\n– Kész a híd – mondta Példa Anna."
    assert simple(text, "Kész a híd", "Kész a híd", kind="indirect")[:2] == ("verbatim", "quotation")


def test_an_inquit_inside_is_no_cut() -> None:
    text = "„A híd – mondta Példa Anna –, hétfőn megnyílik. Végre.”"
    words = "A híd|hétfőn megnyílik. Végre."
    assert simple(text, words, "A híd hétfőn megnyílik.")[0] == "verbatim"
    assert simple(text, words, "A híd")[::2] == ("altered", ["cut"])
    assert simple(text, words, "hétfőn megnyílik")[::2] == ("altered", ["cut"])


def test_the_authors_words_do_not_join_a_quotation() -> None:
    text = "„Kész a híd” – mondta Példa Anna. A járda is kész."
    assert simple(text, "Kész a híd", "A járda is kész.")[:2] == ("verbatim", "outside")
    assert simple(text, "Kész a híd", "Kész a híd – mondta Példa Anna")[:2] == ("altered", "across")


def test_neighbouring_quotations_of_one_speaker_may_be_read_on() -> None:
    text = "„Kész a híd” – mondta Példa Anna. „A járda is kész” – tette hozzá."
    both = [quotation(text, "Kész a híd"), quotation(text, "A járda is kész")]
    told = check(text, both, "Kész a híd. A járda is kész.", "Példa Anna")
    assert (told["verdict"], told["flags"], told["speaker"]["verdict"]) == ("typography", ["joined"], "confirmed")
    back = check(text, both, "A járda is kész. Kész a híd.")
    assert (back["verdict"], back["flags"]) == ("altered", ["joined"])


def test_two_speakers_are_never_read_on() -> None:
    text = "„Kész a híd” – mondta Példa Anna. „A járda is kész” – mondta Minta Pál."
    both = [quotation(text, "Kész a híd"), quotation(text, "A járda is kész", "s2")]
    told = check(text, both, "Kész a híd. A járda is kész.", "Példa Anna")
    assert (told["verdict"], told["flags"]) == ("altered", ["joined"])
    assert told["speaker"] == {"verdict": "other", "speaker_ids": ["s2", "s1"], "names": ["Minta Pál", "Példa Anna"]}
    assert told["reasons"][-1]["code"] == "speakers_differ"


@pytest.mark.parametrize(("asked", "start"), [("Példa Anna", 1), ("Minta Pál", 34), (None, 1)])
def test_of_equal_quotations_the_asked_speakers_counts(asked: str | None, start: int) -> None:
    text = "„Kész a híd” – mondta Példa Anna. „Kész a híd” – mondta Minta Pál."
    first = Quotation("q1", "direct", (Span(1, 11),), None, None, ("s1",), 0.9, quotation(text, "Kész a híd").evidence)
    told = check(text, [first, quotation(text, "Kész a híd", "s2")], "Kész a híd", asked)
    assert told["matched"]["spans"][0]["start"] in (start, start + 1)
    assert told["speaker"]["verdict"] == ("confirmed" if asked else "not_asked")


@pytest.mark.parametrize(
    ("speaker", "confidence", "asked", "verdict", "code"),
    [
        ("s1", 0.9, "Példa Anna", "confirmed", "speaker_named"),
        ("s2", 0.9, "Példa Anna", "other", "speaker_is_other"),
        ("s1", 0.4, "Példa Anna", "uncertain", "speaker_unsure"),
        (None, 0.9, "Példa Anna", "unattributed", "speaker_unresolved"),
        ("s1", 0.9, "a kertész", "uncertain", "speaker_unknown"),
        ("s1", 0.9, None, "not_asked", "not_asked"),
    ],
)
def test_whose_it_is(speaker: str | None, confidence: float, asked: str | None, verdict: str, code: str) -> None:
    told = check(SPEECH, [quotation(SPEECH, WORDS, speaker, confidence=confidence)], "Mikor lesz?", asked)
    assert (told["speaker"]["verdict"], told["reasons"][-1]["code"]) == (verdict, code)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("terveznek", "tervezünk", True),
        ("készítettek", "készítettünk", True),
        ("elégette", "elégettem", True),
        ("kilencvenezer", "kilencezer", False),
        ("megalapozott", "megalapozatlan", False),
        ("tizenkilenc", "tizenkét", False),
        ("kell", "kellett", False),
    ],
)
def test_endings_of_person(one: str, other: str, same: bool) -> None:
    assert differs_in_person(one, other) is same


def test_every_flag_has_words_and_every_reason_is_a_sentence() -> None:
    assert set(FLAGS) <= REASONS.keys()
    assert all(words.endswith(".") for words in REASONS.values())
    with pytest.raises(KeyError):
        reason("nincs_ilyen")


def test_cost_grows_with_the_text_and_no_faster() -> None:
    page = "".join(
        f"Az {i}. napon írták: a víz {i} métert nőtt, a gát áll.\n„Kész a {i}. híd” – mondta Példa Anna.\n"
        for i in range(300)
    )
    service = Service(FakePipeline(), ENGINE, Settings())

    def spent(times: int) -> float:
        text = "".join(page.replace("víz", f"víz{n}") for n in range(times))
        claims = [Claim(text[n * 900 : n * 900 + 900].replace("a", "e")) for n in range(8)]
        began = time.process_time()
        service.verify(text, claims)
        return time.process_time() - began

    spent(1)
    assert spent(8) < 8 * 3 * max(spent(1), 0.05)
