"""Bytes to a Source and back: byte order marks, declared charsets, UTF-8, windows-1252."""

from __future__ import annotations

import codecs
import re

from klarsprak.source import Source


class UndecodableError(ValueError):
    """The bytes are no text, or in no encoding we can tell. The message names the file and the way out."""


# UTF-32 first: its little-endian mark begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_MAGIC = (
    (b"%PDF-", "a PDF file"),
    (b"\x89PNG\r\n\x1a\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"RIFF", "a WebP, WAV or AVI file"),
    (b"PK\x03\x04", "a zip archive or an office document (docx, odt, xlsx)"),
    (b"PK\x05\x06", "an empty zip archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document (doc, xls, ppt)"),
    (b"{\\rtf", "an RTF document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"wOFF", "a font"),
    (b"wOF2", "a font"),
    (b"OggS", "an Ogg recording"),
    (b"ID3", "an MP3 recording"),
)

_DECLARED = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w:.-]+)|\A\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w:.-]+)""",
    re.IGNORECASE,
)
_HEAD = 4096  # bytes searched for a declaration or for signs of UTF-16

# Browsers read these labels as windows-1252 (WHATWG Encoding Standard), and so do the people who wrote them.
_LATIN = {"iso8859-1", "ascii", "latin-1"}

_REMEDY = "save the text as UTF-8, or leave the file out"


def decode(name: str, data: bytes, charset: str | None = None) -> Source:
    """The text in `data`, which was read from `name`.

    In this order: a byte order mark, UTF-16 without a mark when the zero bytes show it, UTF-8 when it is
    valid (whatever is declared), `charset` (what a server declared), the charset a `meta` tag or XML
    declaration names, windows-1252.
    Raises UndecodableError, with the name of the file and what to do, when the data is no text.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            content = _strict(data[len(mark) :], encoding)
            if content is None:
                raise UndecodableError(f"{name}: starts as {encoding.upper()} but is not valid; {_REMEDY}")
            return Source(name, content, encoding, mark)
    _refuse_binary(name, data)
    for guess in (_unmarked_utf16(data), "utf-8", _codec(charset), _declared(data), "cp1252"):
        if guess and (content := _strict(data, guess)) is not None:
            return Source(name, content, guess)
    raise UndecodableError(f"{name}: neither UTF-8 nor windows-1252; {_REMEDY}")


def encode(source: Source) -> bytes:
    """The bytes of `source`, in the encoding and with the byte order mark it was read with.

    Raises UnicodeEncodeError when the encoding has no way to write a character.
    """
    return source.bom + source.content.encode(source.encoding)


def _strict(data: bytes, encoding: str) -> str | None:
    """The text, or None unless exactly these bytes would be written back."""
    try:
        content = data.decode(encoding)
        return content if content.encode(encoding) == data else None
    except (UnicodeError, LookupError):
        return None


def _refuse_binary(name: str, data: bytes) -> None:
    looks = next((what for magic, what in _MAGIC if data.startswith(magic)), None)
    if looks is None and data[4:8] == b"ftyp":
        looks = "a video or an HEIC image"
    if looks is None and not _unmarked_utf16(data):
        head = data[:_HEAD]
        controls = sum(head.count(byte) for byte in range(32) if byte not in b"\t\n\f\r\x1b")
        # A stray NUL happens in text; more than one control character in a hundred does not.
        if controls > max(1, len(head) // 100):
            looks = "binary data"
    if looks:
        remedy = "save it as HTML, Markdown or plain text, or leave the file out"
        raise UndecodableError(f"{name}: looks like {looks}, not text; {remedy}")


def _unmarked_utf16(data: bytes) -> str | None:
    """Nearly every second byte is zero in Latin text written as UTF-16, and nearly none of the others."""
    head = data[:_HEAD]
    half = len(head) // 2
    if len(data) % 2 or half < 2:
        return None
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if odd > 0.7 * half and even < 0.05 * half:
        return "utf-16-le"
    if even > 0.7 * half and odd < 0.05 * half:
        return "utf-16-be"
    return None


def _declared(data: bytes) -> str | None:
    match = _DECLARED.search(data[:_HEAD])
    return _codec((match[1] or match[2]).decode("ascii", "replace")) if match else None


def _codec(label: str | None) -> str | None:
    """The codec for a label on the web; None when there is none."""
    try:
        encoding = codecs.lookup(label or "").name
    except (LookupError, ValueError):  # ValueError: a NUL in the label
        return None
    # ASCII letters spelled the declaration, so it cannot be in UTF-16 or UTF-32.
    return "cp1252" if encoding in _LATIN else None if encoding.startswith(("utf-16", "utf-32")) else encoding
