"""Pages in WARC files (ISO 28500), plain, gzipped or in Zstandard, read by FastWARC (extra: crawl)."""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from klarsprak.inputs import unpack
from klarsprak.inputs.unit import FORMATS, Page, Reading, Unit, make, too_large
from klarsprak.inputs.warcstream import Raw, Stream
from klarsprak.source import Problem

MISSING = "WARC and WACZ need FastWARC: pip install 'klarsprak[crawl]'"
_TRIES = 1000  # places in a damaged archive where reading is taken up again
NOTHING_READ = "cut off or damaged: nothing in it can be read"
CUT = "cut off or damaged: pages may be missing; the readable ones are kept"


def available() -> bool:
    """Whether FastWARC is installed."""
    return find_spec("fastwarc") is not None


def pages(unit: Unit) -> Iterator[Page | Problem]:
    """The pages of a WARC file; of a cut or damaged one the readable pages, then one Problem."""
    if not available():
        yield Problem(unit.name, MISSING)
        return
    state = State()
    try:
        with unit.path.open("rb") as file:
            yield from records(file, unit.reading, state)
    except OSError as error:
        yield Problem(unit.name, unpack.why(error))
        return
    if not state.found:
        yield Problem(unit.name, NOTHING_READ if state.damaged else "no WARC record; is this a WARC file?")
    elif state.damaged:
        yield Problem(unit.name, CUT)


class State:
    """What the reading of an archive came upon."""

    def __init__(self) -> None:
        self.found = False  # a WARC
        self.damaged = False


def records(raw: Raw, reading: Reading, state: State) -> Iterator[Page | Problem]:
    """The pages in a WARC, packed or not. Raises what reading `raw` raises."""
    fastwarc = import_module("fastwarc.warc")
    kinds = fastwarc.WarcRecordType
    wanted = kinds.response | kinds.resource | kinds.conversion
    stream = Stream(raw)
    for _ in range(_TRIES):
        stream.end = b""
        iterator = fastwarc.ArchiveIterator(
            stream, record_types=wanted, parse_http=False, quirks_mode=True, stream_detect=False
        )
        try:
            for record in iterator:
                page = _page(record, reading, state)
                if page is not None:
                    yield page
        except OSError as error:
            if error.errno is not None:  # of the system, not of the parser
                raise
            state.damaged = True
        state.found = state.found or stream.warc
        if stream.done:
            break
        if not stream.damaged:  # FastWARC stopped before the end: what follows is no WARC
            state.damaged = state.damaged or bool(stream.read().strip(b"\0\r\n "))
            break
    cut = stream.warc and not stream.end.endswith((b"\r\n\r\n", b"\n\n"))
    state.damaged = state.damaged or stream.damaged or cut


def _page(record: Any, reading: Reading, state: State) -> Page | Problem | None:
    address = (record.headers.get("WARC-Target-URI") or "").strip("<> ")  # wget writes <…>
    if not address.startswith(("http://", "https://")):
        return None
    charset = None
    if record.is_http:
        try:
            record.parse_http(auto_decode="none", quirks_mode=True)
        except OSError:
            state.damaged = True  # of this record only; the next can be read
            return None
        headers = record.http_headers
        if headers is None or headers.status_code != 200:
            return None
        kind, charset = record.http_content_type, record.http_charset
    else:
        headers, kind = None, (record.headers.get("Content-Type") or "").partition(";")[0].strip()
    format = FORMATS.get((kind or "").lower())
    if format is None:
        return None
    if record.content_length > reading.limit:
        return too_large(address, reading.limit)
    data = record.reader.read(record.content_length)
    if len(data) < record.content_length:
        state.damaged = True  # half a page is none
        return None
    try:
        body = _decoded(data, headers, reading.limit + 1) if headers is not None else data
    except (OSError, ValueError, zlib.error):
        return Problem(address, "left out: its packed content is damaged")
    if len(body) > reading.limit:
        return too_large(address, reading.limit)
    date = (record.headers.get("WARC-Date") or "")[:10] or None
    return make(address, body, format, date, charset) if body.strip() else None


def _decoded(data: bytes, headers: Any, limit: int) -> bytes:
    """The content without chunks and packing, at most `limit` bytes of it.

    Crawlers often keep the header but store the content unpacked, so that the content decides.
    """
    codecs = import_module("fastwarc.stream_io")
    if "chunked" in (headers.get("Transfer-Encoding") or "").lower() and _chunked(data):
        data = codecs.ChunkedReader(io.BytesIO(data)).read(limit)
    if data.startswith(b"\x1f\x8b"):
        return bytes(codecs.GzipReader(io.BytesIO(data)).read(limit))
    if data.startswith(b"\x28\xb5\x2f\xfd"):
        return bytes(codecs.ZstdReader(io.BytesIO(data)).read(limit))
    packing = (headers.get("Content-Encoding") or "").lower()
    if "br" in packing and not data.lstrip().startswith(b"<"):
        return bytes(codecs.BrotliReader(io.BytesIO(data)).read(limit))
    if "deflate" in packing and not data.lstrip().startswith(b"<"):
        try:
            return zlib.decompressobj().decompress(data, limit)
        except zlib.error:
            return zlib.decompressobj(-zlib.MAX_WBITS).decompress(data, limit)
    return data


def _chunked(data: bytes) -> bool:
    size = data[:18].partition(b"\r\n")[0].partition(b";")[0].strip()
    return bool(size) and all(byte in b"0123456789abcdefABCDEF" for byte in size)
