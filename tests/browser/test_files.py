"""Text, HTML and Word files and the clipboard: what is read of them, and what is refused with a sentence."""

import io
import zipfile
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from benchmarks.server import Server
from tests.browser.acts import STORY, article_text, opened, paste
from tests.browser.modules import call
from tests.browser.working import drop

WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
BODY = (
    "<w:p><w:pPr><w:pStyle w:val='Cmsor1'/></w:pPr><w:r><w:t>Új híd</w:t></w:r></w:p><w:p/>"
    "<w:p><w:r><w:t xml:space='preserve'>„Kész a </w:t></w:r><w:del><w:r><w:delText>régi </w:delText></w:r></w:del>"
    "<w:ins><w:r><w:t>híd” </w:t></w:r></w:ins><w:r><w:tab/><w:t>– mondta 😀 Bokor</w:t><w:br/><w:t>Etelka</w:t></w:r>"
    "<w:r><w:rPr><w:vanish/></w:rPr><w:t>rejtett</w:t></w:r><w:r><w:rPr><w:vanish w:val='0'/></w:rPr><w:t>.</w:t></w:r>"
    "<w:hyperlink><w:r><w:t> Hírügy</w:t><w:noBreakHyphen/><w:t>nök</w:t></w:r></w:hyperlink></w:p>"
    "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>a &lt;b&gt; &amp; c</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
)
READ = ["Új híd", "„Kész a híd” \t– mondta 😀 Bokor", "Etelka. Hírügy‑nök", "a <b> & c"]


def docx(body: str = BODY, name: str = "word/document.xml", how: int = zipfile.ZIP_DEFLATED, head: str = "") -> bytes:
    """A Word document with these elements in its body."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", how) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr(name, f'<?xml version="1.0"?>{head}<w:document {WORD}><w:body>{body}</w:body></w:document>')
    return out.getvalue()


def with_password(whole: bytes) -> bytes:
    """The archive with the bit of an encrypted entry set in its directory."""
    at = whole.rindex(b"PK\x01\x02")
    return whole[: at + 8] + bytes([whole[at + 8] | 1]) + whole[at + 9 :]


def test_a_word_document_is_dropped(page: Page, server: Server) -> None:
    opened(page, server.url)
    drop(page, "cikk.docx", docx())
    page.wait_for_selector("#article mark")
    assert article_text(page) == READ
    expect(page.locator("#article mark")).to_have_text("Kész a híd")


REFUSED: list[tuple[str, bytes, str]] = [
    ("a.docx", b"PK\x03\x04 no archive", "file.broken"), ("a.docx", b"", "file.broken"),
    ("a.docx", docx()[:-30], "file.broken"), ("a.docx", docx(name="xl/workbook.xml"), "file.broken"),
    ("a.docx", docx(head='<!DOCTYPE a [<!ENTITY b "c">]>'), "file.broken"),
    ("a.docx", docx().replace(b"\x50\x4b\x03\x04", b"\x00\x00\x00\x00"), "file.broken"),
    ("a.docx", docx("<w:p/>"), "file.empty"), ("a.docx", with_password(docx()), "file.encrypted"),
    ("a.doc", b"\xd0\xcf\x11\xe0" + bytes(600), "file.encrypted"),
    ("a.docx", docx(f"<w:p><w:r><w:t>{' ' * 45_000_000}</w:t></w:r></w:p>"), "file.large"),
    ("a.txt", b"\x89PNG\r\n\x1a\n\x00\x01\x02\x03", "file.binary"), ("a.txt", b" \n", "file.empty"),
    ("a.html", b"\xef\xbb\xbf \n", "file.empty"), ("a.json", b"{", "import.json"),
]  # fmt: skip
FILE = """async ([name, bytes, module]) => {
    const base = document.querySelector('script[type="module"]').src;
    const { readFile } = await import(new URL(module, base));
    try {
        return await readFile(new File([Uint8Array.from(bytes)], name));
    } catch (error) {
        return error.key ?? String(error);
    }
}"""


def file_read(page: Page, name: str, content: bytes) -> Any:
    return page.evaluate(FILE, [name, list(content), "intake.js"])


def test_what_cannot_be_read_is_refused_with_a_sentence(blank: Page) -> None:
    for name, content, key in REFUSED:
        assert file_read(blank, name, content) == key, (name, content[:40])
    drop(blank, "a.docx", with_password(docx()))
    expect(blank.locator("#status")).to_contain_text("A fájl jelszóval védett vagy régi .doc.")


def test_a_word_document_that_is_no_xml(browser: Browser, server: Server) -> None:
    page = opened(browser.new_page(), server.url)  # for Chromium complains of what it shows itself instead
    assert file_read(page, "a.docx", docx("<w:p>")) == "file.broken"
    page.context.close()


TEXT = "„Kész az őrült űrhíd”\n– mondta É."
WEB = "<p>Őrült űrhíd</p>"
LATIN2 = f'<meta charset="iso-8859-2">{WEB}'
ENCODED: list[tuple[str, bytes, dict[str, str]]] = [
    *(("a.txt", TEXT.encode(charset), {"text": TEXT}) for charset in ("utf-8", "utf-8-sig", "cp1250", "utf-16")),
    ("a.txt", b"\xfe\xff" + TEXT.encode("utf-16-be"), {"text": TEXT}),
    *(("a.txt", TEXT.encode(charset), {"text": TEXT}) for charset in ("utf-16-le", "utf-16-be")),
    ("a.txt", TEXT.replace("\n", "\r\n").encode(), {"text": TEXT}), ("A.TXT", b"a\rb", {"text": "a\nb"}),
    ("a.htm", WEB.encode(), {"html": WEB}), ("a.html", WEB.encode("cp1250"), {"html": WEB}),
    ("a.html", LATIN2.encode("iso-8859-2"), {"html": LATIN2}),
    ("a.html", b'<meta charset="x-nobody">' + WEB.encode("cp1250"), {"html": f'<meta charset="x-nobody">{WEB}'}),
    ("a.docx", docx(how=zipfile.ZIP_STORED), {"text": "\n\n".join([READ[0], f"{READ[1]}\n{READ[2]}", READ[3]])}),
]  # fmt: skip


def test_files_are_read_in_the_charset_that_they_are_in(blank: Page) -> None:
    for name, content, wanted in ENCODED:
        assert file_read(blank, name, content) == wanted, content[:40]


FROM_WORD = (
    "<html xmlns:o='urn:schemas-microsoft-com:office:office'><head><style><!-- p.MsoNormal {margin:0cm} --></style>"
    "<!--[if gte mso 9]><xml><o:x>nem</o:x></xml><![endif]--></head><body><!--StartFragment-->"
    "<p class=MsoNormal style='margin:0cm'>„Kész\r\n<b>a&nbsp;híd</b>” <o:p></o:p></p>"
    "<p class=MsoNormal><o:p>&nbsp;</o:p></p>"
    "<p class=MsoListParagraph><![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp; </span></span>"
    "<![endif]>első</p>"
    "<p>má\u00adsodik<br>sor</p><!--EndFragment--></body></html>"
)
RICH = [
    (FROM_WORD, "„Kész a híd”\n\nelső\n\nmásodik\nsor"),
    ("<div>a</div><div>b<div>c</div></div>d", "a\n\nb\n\nc\n\nd"), ("a<br><br>b<br>c", "a\n\nb\nc"),
    ("<p>a <span> b</span> c </p>", "a b c"), ("<p>x<b>y</b>z</p>", "xyz"), ("<q>a</q> b", "„a” b"),
    ("<ul><li>a</li><li>b</li></ul>", "a\n\nb"),
    ("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a b\n\nc"),
    ("<pre>a\nb</pre>", "a\nb"), ("<p style='display:none'>a</p><p hidden>b</p><p>c</p>", "c"),
    ("<p OnClick = 'a()'>on=1</p><svg/onload=a()>", "on=1"),
    ("<script>window.hacked=1</script><img src=x onerror='window.hacked=1'><style>a</style>", ""),
    ("<p style=\"a\">style=&quot;b&quot; <b class='c'style = d>e</b></p>", 'style="b" e'), ("<STYLE>a</STYLE >b", "b"),
    ("<p>&lt;b&gt; &amp;amp; </p>", "<b> &amp;"), ("<meta charset='utf-8'><span>a\u200bb</span>", "ab"), ("", ""),
]  # fmt: skip


def test_rich_text_keeps_its_paragraphs_and_nothing_else(page: Page, server: Server) -> None:
    opened(page, server.url)
    for html, wanted in RICH:
        assert call(page, "files/rich.js", "richText", html) == wanted, html
    assert page.evaluate("window.hacked") is None
    html = "".join(f"<p><font>{line}</font></p>" for line in STORY.split("\n"))
    paste(page, STORY.replace("\n", " "), html)
    expect(page.locator("#text")).to_have_value(STORY.strip())


@pytest.mark.parametrize("kind", ["text/html", "text/plain"])
def test_a_piece_of_a_page_is_dropped(page: Page, server: Server, kind: str) -> None:
    opened(page, server.url).evaluate(
        """kind => {
            const carried = new DataTransfer();
            carried.setData(kind, "„Kész” – mondta Bokor Etelka.");
            const how = { dataTransfer: carried, bubbles: true, cancelable: true };
            document.body.dispatchEvent(new DragEvent("drop", how));
        }""",
        kind,
    )
    expect(page.locator("#article mark")).to_have_text("Kész")
