"""Bytes in, text out, and the same bytes back."""

import codecs

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from klarsprak.decoding import UndecodableError, decode, encode

settings.register_profile("unhurried", deadline=None)  # a busy machine is no fault
settings.load_profile("unhurried")

TEXT = "Søknaden må være hos oss før påske. «Vi» svarer på éin dag."


def html(charset: str) -> str:
    return f'<html><head><meta charset="{charset}"></head><body><p>{TEXT}</p></body></html>'


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_a_byte_order_mark_tells_the_encoding_and_is_not_part_of_the_text(mark, encoding):
    source = decode("a.txt", mark + TEXT.encode(encoding))
    assert (source.content, source.encoding, source.bom) == (TEXT, encoding, mark)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_mark(encoding):
    assert decode("a.txt", TEXT.encode(encoding)).content == TEXT


@pytest.mark.parametrize(
    ("declared", "written", "read"),
    [
        ("utf-8", "utf-8", "utf-8"),
        ("iso-8859-1", "utf-8", "utf-8"),  # valid UTF-8 wins over any declaration
        ("windows-1252", "utf-8", "utf-8"),
        ("utf-8", "cp1252", "cp1252"),
        ("iso-8859-1", "cp1252", "cp1252"),  # browsers mean windows-1252 by latin-1
        ("utf-16", "cp1252", "cp1252"),  # the declaration itself is no UTF-16
        ("no-such-charset", "cp1252", "cp1252"),
        ("iso-8859-15", "iso-8859-15", "iso8859-15"),
        ("macintosh", "mac-roman", "mac-roman"),
    ],
)
def test_declared_charsets(declared, written, read):
    page = html(declared)
    source = decode("a.html", page.encode(written))
    assert source.content == page
    assert source.encoding == read


def test_the_declaration_of_xml_and_of_http_equiv():
    xml = f'<?xml version="1.0" encoding="iso-8859-15"?><p>€ {TEXT}</p>'
    assert decode("a.xhtml", xml.encode("iso-8859-15")).content == xml
    meta = f'<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-15"><p>€ {TEXT}</p>'
    assert decode("a.html", meta.encode("iso-8859-15")).content == meta


def test_windows_1252_keeps_dashes_and_quotes():
    assert decode("a.txt", "kl. 10–12 «her»".encode("cp1252")).content == "kl. 10–12 «her»"


@pytest.mark.parametrize(
    ("data", "looks"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "a PDF file"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "a PNG image"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "a JPEG image"),
        (b"PK\x03\x04\x14\0\x06\0", "office document"),
        (b"\x1f\x8b\x08\0\0\0\0\0", "a gzip archive"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0", "an old office document"),
        (b"{\\rtf1\\ansi Hei}", "an RTF document"),
        (b"\0\0\0\x18ftypmp42", "a video"),
        (bytes(range(32)) * 40, "binary data"),
        (b"a\0b\0\0c\0\0\0d" * 30, "binary data"),
    ],
)
def test_what_is_no_text_is_refused_by_name_with_a_way_out(data, looks):
    with pytest.raises(UndecodableError, match=r"^mappe/brev\.txt: ") as error:
        decode("mappe/brev.txt", data)
    assert looks in str(error.value)
    assert "leave the file out" in str(error.value)


def test_bytes_of_no_encoding_we_know_are_refused():
    with pytest.raises(UndecodableError, match="neither UTF-8 nor windows-1252"):
        decode("a.txt", b"vanlig tekst \x81\x8d her")


@pytest.mark.parametrize(("mark", "rest"), [(codecs.BOM_UTF8, b"\xff\xfe"), (codecs.BOM_UTF16_LE, b"a")])
def test_a_mark_with_something_else_after_it_is_refused(mark, rest):
    with pytest.raises(UndecodableError, match="is not valid"):
        decode("a.txt", mark + rest)


def test_a_stray_nul_does_not_make_a_page_binary():
    assert decode("a.html", b"<p>hei\0</p>" + b" " * 300).content.startswith("<p>hei\0</p>")


def test_the_empty_file_is_a_text():
    assert decode("a.md", b"").content == ""


def bytes_of(name: str, data: bytes) -> bytes | None:
    """What would be written back; None when the data is refused."""
    try:
        return encode(decode(name, data))
    except UndecodableError:
        return None


TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=60)
ENCODINGS = st.sampled_from(["utf-8", "utf-16-le", "utf-16-be", "cp1252", "iso-8859-15"])
MARKS = {"utf-8": codecs.BOM_UTF8, "utf-16-le": codecs.BOM_UTF16_LE, "utf-16-be": codecs.BOM_UTF16_BE}


@given(TEXTS, ENCODINGS, st.booleans())
def test_encode_writes_the_same_bytes_back(text, encoding, marked):
    data = (MARKS.get(encoding, b"") if marked else b"") + text.encode(encoding, "ignore")
    assert bytes_of("a.html", data) in (data, None)


@given(st.binary(max_size=200))
def test_any_bytes_are_text_or_refused(data):
    assert bytes_of("a.txt", data) in (data, None)
