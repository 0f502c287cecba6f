"""KorKor's unexpressed subjects: read from lines of our own."""

from pathlib import Path

from evaluation.unexpressed import judged, read
from quoteservice.model import Analysis, Cue, Quotation, Span, Speaker

ROWS = """id\tform\tlemma\txpostag\tupostag\tfeats\tsent_id\tcorefhead
1\tHalmos\tHalmos\t_\tPROPN\t_\t1\t_
2\tDezső\tDezső\t_\tPROPN\t_\t1\t_
3\teljött\teljön\t_\tVERB\t_\t1\t_
4\t.\t.\t_\tPUNCT\t_\t1\t_

1\tElmondta\telmond\t_\tVERB\t_\t2\t_
1.1\tSUBJ\t_\t_\t_\t_\t2\t1:2
2\t,\t,\t_\tPUNCT\t_\t2\t_
3\thogy\thogy\t_\tSCONJ\t_\t2\t_
4\tfáradt\tfáradt\t_\tADJ\t_\t2\t_
"""


def analysis(text: str, speaker: str) -> Analysis:
    def place(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    cue = Cue((place("Elmondta"),), "elmond", "say", "neutral")
    quotation = Quotation("q1", "indirect", (place("fáradt"),), cue, None, ("s1",), 0.9, {})
    return Analysis(text, (quotation,), (Speaker("s1", speaker, "person", (), (place(speaker),), ("q1",)),), ())


def test_counts_verbs_of_saying_without_a_subject(tmp_path: Path) -> None:
    path = tmp_path / "one.tsv"
    path.write_text(ROWS, encoding="utf-8")
    doc = read(path)
    assert doc.text == "Halmos Dezső eljött. Elmondta, hogy fáradt"
    assert judged(doc, analysis(doc.text, "Dezső")) == (1, 1, 1)
    assert judged(doc, analysis(doc.text, "eljött")) == (1, 1, 0)
    assert judged(doc, Analysis(doc.text, (), (), ())) == (1, 0, 0)
