"""The three corpora are read into one plain form."""

from pathlib import Path

from training.sources import Word, guess_spaces, is_tree, read_korkor, read_nerkor, read_ud

UD_ROWS = """# text = Ő jött.
1\tŐ\tő\tPRON\t_\tCase=Nom\t2\tnsubj\t_\t_
2\tjött\tjön\tVERB\t_\t_\t0\troot\t_\tSpaceAfter=No
3\t.\t.\tPUNCT\t_\t_\t2\tpunct\t_\t_
"""
NERKOR_ROWS = """# global.columns = FORM LEMMA UPOS XPOS FEATS CONLL:NER EMMORPH:LEMMA
Pécsett\tPécs\tPROPN\t[/N]\tCase=Ine|Number=Sing\tB-LOC\tPécs
esik\tesik\tVERB\t[/V]\t_\tO\tesik
"""
HEADER = "id\tform\tlemma\txpostag\tupostag\tfeats\tsent_id\tcorefhead\tcoreftype\thead\tdeprel\tdeps\tid\tc\tt\n"


def korkor_row(n: str, form: str, head: str, dep: str) -> str:
    return f"{n}\t{form}\t{form}\t_\tNOUN\t_\t1\t_\t_\t{head}\t{dep}\t_\t{n}\t_\t_\n"


def test_a_treebank_gives_heads_as_indices_and_the_root_its_own(tmp_path: Path) -> None:
    (tmp_path / "a.conllu").write_text(UD_ROWS, encoding="utf-8")
    words = read_ud(tmp_path / "a.conllu")[0][0].words
    assert [w.head for w in words] == [1, 1, 1]
    assert [w.space for w in words] == [True, False, True]
    assert words[1].feats == ""


def test_nerkor_gives_names_and_no_tree(tmp_path: Path) -> None:
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "a.conllup").write_text(NERKOR_ROWS, encoding="utf-8")
    sentence = read_nerkor(tmp_path)[0][0]
    assert [w.name for w in sentence.words] == ["B-LOC", "O"]
    assert not sentence.tree


def test_korkor_leaves_out_unexpressed_words_and_broken_trees(tmp_path: Path) -> None:
    good = korkor_row("1", "eső", "2", "nsubj") + korkor_row("2", "esik", "0", "root")
    zero = "2.1\tSUBJ\t_\t_\t_\t_\t1\t_\t_\t_\t_\t_\t2.SUBJ\t_\t_\n"
    cycle = korkor_row("1", "a", "2", "x") + korkor_row("2", "b", "1", "x") + korkor_row("3", "c", "0", "root")
    (tmp_path / "a.tsv").write_text(HEADER + good + zero + "\n" + cycle, encoding="utf-8")
    (text,) = read_korkor(tmp_path)
    assert [[w.form for w in s.words] for s in text] == [["eső", "esik"]]


def test_two_roots_are_no_tree() -> None:
    assert not is_tree([Word("a", head=0), Word("b", head=1)])


def test_straight_marks_open_and_close_in_turn() -> None:
    words = guess_spaces([Word(f) for f in ["A", '"', "jó", '"', "szó", "."]])
    assert "".join(w.form + " " * w.space for w in words).strip() == 'A "jó" szó.'
