"""What the inputs hand on: units of work and pages; and how fetched bytes become a page."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

from klarsprak.decoding import UndecodableError, decode
from klarsprak.source import Problem, Source

LIMIT = 50_000_000  # bytes of one page, after unpacking; what is larger is told as a problem

FORMATS = {  # media type → how to read it; every other type is passed over in silence
    "text/html": "html",
    "application/xhtml+xml": "html",
    "text/markdown": "markdown",
    "text/plain": "plain",
}


class Reading(NamedTuple):
    """How the pages of a unit are to be read."""

    sitemap: Path | None = None  # only the addresses in it
    url_field: str = "url"  # JSONL: the key of the address, and that of the page
    html_field: str = "html"
    limit: int = LIMIT


class Unit(NamedTuple):
    """One piece of work: an input file, or at most 200 loose files."""

    name: str  # stable, for the manifest: the place that was given, and the path below it
    path: Path
    kind: str  # "warc", "wacz", "jsonl", "folder-part" or "list"
    files: tuple[str, ...] = ()  # of a folder-part or list: paths below `path`
    addresses: tuple[str, ...] = ()  # of a list: the address of each file; empty where it is not told
    reading: Reading = Reading()


class Page(NamedTuple):
    """One page as it was fetched."""

    source: Source  # its name is the address
    address: str
    site: str  # host in lower case without "www."; "" when only a file name is known
    format: str  # how to read it: "html", "markdown" or "plain"
    fetched: str | None  # ISO date (YYYY-MM-DD)


def site(address: str) -> str:
    """The host of `address` in lower case, without port and leading "www."; "" when it has none."""
    try:
        host = urlsplit(address).hostname or ""
    except ValueError:
        return ""
    return host.rstrip(".").removeprefix("www.")


def make(address: str, data: bytes, format: str, fetched: str | None, charset: str | None) -> Page | Problem:
    """The page in `data`. `charset` is what the server declared."""
    try:
        source = _flawed_utf8(address, data) or decode(address, data, charset)
    except UndecodableError as error:
        return Problem(address, str(error).removeprefix(f"{address}: "))
    return Page(source, address, site(address), format, fetched)


def too_large(name: str, limit: int) -> Problem:
    """Told of a page that is larger than `limit` bytes."""
    return Problem(name, f"left out: larger than {limit // 1_000_000} MB when unpacked")


def _flawed_utf8(address: str, data: bytes) -> Source | None:
    """UTF-8 with a few broken bytes, as content systems make when they cut a text."""
    if data.isascii():
        return None
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        content = data.decode("utf-8", "replace")
        broken = content.count("\ufffd")
        sound = sum(not char.isascii() for char in content) - broken
        # By chance, windows-1252 hardly ever makes two bytes that UTF-8 would take for a letter.
        return Source(address, content) if sound > 10 * broken else None
    return None
