import pytest

from quoteservice.text.html.charset import charset_of


@pytest.mark.parametrize(
    ("raw", "told", "charset"),
    [
        (b"<p>a</p>", None, "utf-8"),
        (b"<p>a</p>", "iso-8859-2", "iso-8859-2"),
        (b"\xef\xbb\xbf<p>a</p>", "iso-8859-2", "utf-8"),
        ("\ufeff<p>a</p>".encode("utf-16-le"), None, "utf-16"),
        (b"<html><META Charset = 'Windows-1250'>", None, "windows-1250"),
        (b'<meta http-equiv="Content-Type" content="text/html; charset=ISO-8859-2">', None, "iso-8859-2"),
        (b"<meta charset=iso-8859-2>", "utf-8", "utf-8"),
        (b"<meta charset=utf-16le>", None, "utf-8"),
        (b"<metadata charset=utf-7>", None, "utf-8"),
        (b" " * 5000 + b"<meta charset=iso-8859-2>", None, "utf-8"),
    ],
)
def test_tells_the_charset(raw: bytes, told: str | None, charset: str) -> None:
    assert charset_of(raw, told) == charset
