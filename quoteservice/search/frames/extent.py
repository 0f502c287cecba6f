"""Where a reported stretch ends, and what is trimmed off its edges."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quoteservice.lexicon import cues
from quoteservice.search.candidate import Range
from quoteservice.search.hits import Hit
from quoteservice.search.page import Page

TURNING = frozenset({"amikor", "mikor", "miközben", "míg", "miután"})
NO_ANSWER = 5
"""Words in which it is told that nobody answered."""
FINAL = frozenset({".", "!", "?", "…", "...", ",", ";", ":", "?!", "!?", "!!", "!!!", "–", "-", "—", "•"})
LEADING = frozenset({",", ";", ":", "–", "-", "—", "•", ")", "…", "..."})
SUBORDINATE = frozenset({"miután", "amikor", "mivel", "miközben", "bár", "noha", "mielőtt", "ha"})


@dataclass(frozen=True, slots=True)
class Starts:
    """Tokens at which reports begin, in text order, each with the cue whose report it is, seen from the cue `own`.

    The list is one for all cues of an article, so that a long article stays linear.
    """

    places: Sequence[tuple[int, Hit]] = ()
    own: Hit | None = None

    def between(self, low: int, high: int) -> Iterator[int]:
        """The starts of other cues' reports behind token `low` and before `high`, in text order."""
        for index in range(bisect_right(self.places, low, key=lambda place: place[0]), len(self.places)):
            at, owner = self.places[index]
            if at >= high:
                return
            if owner is not self.own:
                yield at


@dataclass(frozen=True, slots=True)
class Cuts:
    """Where other reports begin: `starts` are tokens at which a reported stretch must end at the latest.

    `peers` are starts that end only a *szerint* report; `heads` are the verbs of all cues, the one in hand too;
    `complement`: whether the cue in hand has a complement behind it.
    """

    starts: Starts = Starts()
    complement: bool = False
    peers: Starts = Starts()
    heads: frozenset[int] = frozenset()


def sentence_end(page: Page, at: int) -> int:
    """The token behind the sentence that holds `at` (or the one before it, at a sentence's end)."""
    return page.sentence(min(at, len(page.tokens) - 1) if at < len(page.tokens) else at - 1)[1]


def strip(page: Page, first: int, last: int) -> Range:
    """A range without the commas, dashes and final marks at its edges; brackets are kept whole."""
    while first < last and (page.tokens[first].text in LEADING):
        first += 1
    while last > first and _trailing(page, first, last - 1):
        last -= 1
    return first, last


def _trailing(page: Page, first: int, at: int) -> bool:
    text = page.tokens[at].text
    if text in FINAL:
        return True
    if text == ")":
        return not any(page.tokens[i].text == "(" for i in range(first, at))
    return False


def _resumes(page: Page, hit: Hit, at: int) -> bool:
    """*Miután X felhívta a figyelmet arra, hogy „Q”, …*: behind the mark the sentence's own clause begins."""
    return _hangs(page, hit) and page.word(at) == ","


def _hangs(page: Page, hit: Hit) -> bool:
    """*Bár X azt ígérte, hogy Q, …*: the sentence opens with the clause of the cue, and its own clause is to come."""
    first = page.sentence(hit.head)[0]
    return any(page.word(i) in SUBORDINATE for i in range(first, min(hit.first, first + 3)))


def _turns(page: Page, at: int) -> bool:
    """*azt mondta, hogy „Q”, amikor pedig X-et kérdezték, …*: behind the mark the article tells of something else."""
    return page.word(at) == "," and page.word(at + 1) in TURNING and page.word(at + 2) == "pedig"


def _answered(page: Page, at: int, end: int, cuts: Cuts) -> bool:
    """*Megkérdezték, jön-e, mire azt felelte: …*: the answer has a cue of its own."""
    answers = page.word(at) == "," and page.word(at + 1) == "mire"
    return answers and any(i in cuts.heads for i in range(at + 2, end))


def _unanswered(page: Page, at: int, end: int) -> bool:
    """*Megkérdeztük, mikor nyitnak, de nem kaptunk választ*: what came of the question is the article's."""
    if page.word(at) != "," and page.word(at) not in {"és", "de"}:
        return False
    behind = [page.word(i) for i in range(at + 1, min(end, at + NO_ANSWER + 1))]
    denied = [n for n, word in enumerate(behind[:3]) if word in {"nem", "sem"}]
    return bool(denied) and any(word.startswith(("válasz", "reagál")) for word in behind[denied[0] :])


def relays(page: Page, at: int) -> bool:
    """*Q – közölte X – derül ki az MTI híréből*: another inquit, of where one reads it."""
    verb = page.tokens[at] if at + 1 < len(page.tokens) else None
    row = cues.index().split.get((verb.lemma, page.word(at + 1))) if verb is not None else None
    return row is not None and "doc" in row.frame


def report_end(page: Page, start: int, hit: Hit, cuts: Cuts) -> int:
    """The token behind what `hit` reports from `start` on: the sentence's end, or before the next report.

    A stretch that opens with a quotation mark goes on to the closing one, even in a later sentence.
    """
    _, end = page.sentence(start)
    if (opening := page.region_opening_at(start)) is not None:
        end = min(max(end, opening.last + 1), len(page.tokens))
        if page.is_dash(opening.last + 1) or _resumes(page, hit, opening.last + 1) or _turns(page, opening.last + 1):
            end = opening.last + 1
    elif (running := page.region_of(end - 1)) is not None and start < running.first and running.closed:
        end = max(end, running.last + 1)  # hogy Q1: „Q2. Q3.”
    holder = page.region_of(hit.head)
    if holder is not None and holder.last < end:
        end = holder.last
    brackets = page.in_brackets(hit.head)
    if brackets is not None and brackets[0] <= hit.first:
        end = min(end, brackets[1])
    end = min((at for at in range(start, end) if _answered(page, at, end, cuts)), default=end)
    if hit.row.category == "ask":
        end = min((at for at in range(start, end) if _unanswered(page, at, end)), default=end)
    low = max(start, hit.last)
    shared = hit.kind in ("according", "pronominal") or _hangs(page, hit)
    kinds = [cuts.starts, cuts.peers] if shared else [cuts.starts]
    return min(next((at for at in kind.between(low, end) if not _marked_since(page, start, at)), end) for kind in kinds)


def _marked_since(page: Page, start: int, at: int) -> bool:
    """Whether `at` stands in marks that open behind `start`: what they hold is not parted."""
    region = page.region_of(at)
    return region is not None and region.closed and region.first > start
