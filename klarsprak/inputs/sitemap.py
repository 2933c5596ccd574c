"""A sitemap as a filter: which addresses count."""

from __future__ import annotations

import io
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree

from klarsprak.inputs import unpack
from klarsprak.source import Problem

_LIMIT = 60_000_000  # bytes of one sitemap; the protocol (sitemaps.org) allows 50 MB
_DEPTH = 3  # an index of indexes of sitemaps


@lru_cache(maxsize=1)
def addresses(path: Path) -> frozenset[str] | Problem:
    """The addresses in the sitemap `path`, as `key` writes them.

    XML, gzipped XML, an index whose sitemaps lie beside it under the same file names, or a plain text with
    an address a line.
    """
    try:
        return frozenset(key(address) for address in _addresses(path, _DEPTH))
    except unpack.TooLargeError:
        return Problem(str(path), f"left out: larger than {_LIMIT // 1_000_000} MB, which no sitemap may be")
    except unpack.BROKEN as error:
        name = str(getattr(error, "filename", None) or path)
        return Problem(name, f"the sitemap {unpack.why(error)}")
    except (ElementTree.ParseError, UnicodeDecodeError, ValueError) as error:
        return Problem(str(path), f"no sitemap that can be read: {error}")


def key(address: str) -> str:
    """`address` without what seldom tells pages apart: scheme, www, fragment, last slash, %-writing."""
    try:
        parts = urlsplit(address.strip())
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return address
    query = f"?{parts.query}" if parts.query else ""
    return unquote(f"{host}{parts.path.rstrip('/')}{query}")


def _addresses(path: Path, depth: int) -> Iterator[str]:
    data = unpack.read(path, _LIMIT)
    if not data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        yield from (line.strip() for line in data.decode("utf-8-sig").splitlines() if line.strip())
        return
    index = False
    for event, element in ElementTree.iterparse(io.BytesIO(data), events=("start", "end")):
        tag = element.tag.rpartition("}")[2]
        if event == "start":
            index = index or tag == "sitemapindex"
        elif tag == "loc" and element.text:
            if index and depth:
                name = PurePosixPath(urlsplit(element.text.strip()).path).name
                yield from _addresses(path.parent / name, depth - 1)
            else:
                yield element.text
        elif tag in ("url", "sitemap"):
            element.clear()
