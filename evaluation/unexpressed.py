"""`python -m evaluation.unexpressed [--data FOLDER]`: who is behind verbs of saying without a subject, on KorKor.

KorKor writes unexpressed subjects as tokens of their own (`17.1 SUBJ`) and ties each to its antecedent. The text of
every document is read by the pipeline; of the quotations whose cue has such a subject, those count as right whose
speaker is mentioned by the antecedent or by what that goes back to.
"""

import argparse
from dataclasses import dataclass, field
from pathlib import Path

from quoteservice.document.reader import load
from quoteservice.lexicon import cues
from quoteservice.model import Analysis, Span
from quoteservice.pipeline import Pipeline

KORKOR = Path("../shared/data/korkor")
NO_SPACE_BEFORE = frozenset(",.;:!?)]”»…%")
NO_SPACE_BEHIND = frozenset("([„«")
ID, FORM, LEMMA, SENTENCE, ANTECEDENT = 0, 1, 2, 6, 7
STEPS, ATTRIBUTES = 30, 3


@dataclass
class Annotated:
    """A document as text: the span of every word, and the antecedent of words and of unexpressed subjects, by id."""

    text: str = ""
    spans: dict[str, Span] = field(default_factory=dict)
    lemmas: dict[str, str] = field(default_factory=dict)
    before: dict[str, str] = field(default_factory=dict)

    def chain(self, token: str) -> list[Span]:
        """The words that a token goes back to, nearest first."""
        found: list[Span] = []
        for _ in range(STEPS):
            token = self.before.get(token, "")
            if not token:
                break
            found += [self._phrase(token)] if token in self.spans else []
        return found

    def _phrase(self, token: str) -> Span:
        """A head with the words before it, since attributes stand there: *a finn elnöknek*."""
        sentence, number = token.split(":")
        first = max(1, int(number) - ATTRIBUTES)
        start = next(self.spans[t] for n in range(first, int(number) + 1) if (t := f"{sentence}:{n}") in self.spans)
        return Span(start.start, self.spans[token].end)

    def silent_reports(self) -> list[tuple[Span, list[Span]]]:
        """Verbs of saying whose subject is not expressed, each with the words that its subject goes back to."""
        verbs = cues.index().verbs
        out = []
        for token in self.before:
            verb = token.split(".")[0]
            silent = token not in self.spans and token.endswith("SUBJ") and self.lemmas.get(verb) in verbs
            if silent and (words := self.chain(token)):
                out.append((self.spans[verb], words))
        return out


def read(path: Path) -> Annotated:
    """A KorKor file as a text with its antecedents; ids are `sentence:token`, of unexpressed ones with `.SUBJ`."""
    doc, glued = Annotated(), True
    for line in path.read_text(encoding="utf-8").splitlines():
        row = line.split("\t")
        if len(row) <= ANTECEDENT or row[ID] == "id":
            continue
        if row[ID].isdigit():
            doc.text += "" if glued or row[FORM][0] in NO_SPACE_BEFORE else " "
            token = f"{row[SENTENCE]}:{row[ID]}"
            doc.spans[token] = Span(len(doc.text), len(doc.text) + len(row[FORM]))
            doc.lemmas[token] = row[LEMMA]
            doc.text += row[FORM]
            glued = row[FORM][-1] in NO_SPACE_BEHIND
        else:
            token = f"{row[SENTENCE]}:{row[ID].split('.')[0]}.{row[FORM]}"
        if row[ANTECEDENT] not in ("_", ""):
            doc.before[token] = row[ANTECEDENT]
    return doc


def judged(doc: Annotated, analysis: Analysis) -> tuple[int, int, int]:
    """How many silent reports a document has, how many were found as cues, and how many of these got their speaker."""
    found = right = 0
    silent = doc.silent_reports()
    mentions = {speaker.id: speaker.mentions for speaker in analysis.speakers}
    for verb, words in silent:
        cued = [q for q in analysis.quotations if q.cue and any(span.overlaps(verb) for span in q.cue.spans)]
        if cued:
            found += 1
            told = [span for speaker in cued[0].speaker_ids for span in mentions[speaker]]
            right += any(span.overlaps(word) for span in told for word in words)
    return len(silent), found, right


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.unexpressed", description=__doc__)
    parser.add_argument("--data", type=Path, default=KORKOR)
    pipeline = Pipeline(load())
    totals = [0, 0, 0]
    for path in sorted(parser.parse_args().data.glob("*/*.tsv")):
        doc = read(path)
        totals = [sum(pair) for pair in zip(totals, judged(doc, pipeline.analyse(doc.text)), strict=True)]
    reports, found, right = totals
    print(
        f"{reports} verbs of saying without a subject; {found} found as cues, {right} of these with the right speaker"
    )


if __name__ == "__main__":
    main()
