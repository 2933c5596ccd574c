"""Loose pages: files in folders, and mirrors made by wget or HTTrack."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path, PurePosixPath

from klarsprak.inputs import unpack
from klarsprak.inputs.unit import Page, Unit, make, too_large
from klarsprak.source import Problem

_HTML = (".html", ".htm", ".xhtml", ".shtml")
_SUFFIXES = {
    **dict.fromkeys(_HTML, "html"),
    **dict.fromkeys((".md", ".markdown"), "markdown"),
    **dict.fromkeys((".txt", ".text"), "plain"),
}
_DYNAMIC = (".aspx", ".asp", ".php", ".jsp", ".cfm", ".do", "")  # a page if it looks like HTML
_MARKUP = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<!--.{0,2000}?-->\s*)*<(?:!doctype html|html|head)\b", re.I | re.S
)
_HOST = re.compile(
    r"(?:[a-z0-9æøåäö_-]+\.)+(?:[a-z]{2}|com|org|net|info|edu|gov|oslo|museum|xn--[a-z0-9-]+)", re.I
)
_HTTRACK = re.compile(rb"<!--\s*Mirrored from (\S+) by HTTrack[^,>]*,?\s*([^>]*?)\s*-->")
_INDEX = re.compile(r"(?:^|(?<=/))index\.html?$")


def format_of(name: str) -> str | None:
    """html, markdown or plain; "?" when only the content can tell; None for what is no page."""
    name = name.lower().removesuffix(".gz")
    suffix = PurePosixPath(name).suffix
    if suffix in _SUFFIXES:
        return _SUFFIXES[suffix]
    bare = PurePosixPath(re.split("[?@]", name, maxsplit=1)[0]).suffix  # wget keeps a query in the name
    # An ending that holds more than letters is no ending: "nr. 12", "v1.0-om-oss".
    known = bare in _DYNAMIC or bare in _HTML or not bare[1:].isalpha()
    return "?" if known else None


def pages(unit: Unit) -> Iterator[Page | Problem]:
    """The pages of a folder-part or a list. The address comes, first of these that tells it, from the list,
    from HTTrack's comment, from a folder named as a host; else it is the file's name."""
    for number, name in enumerate(unit.files):
        told = unit.addresses[number] if unit.addresses else ""
        item = _page(unit, name, told)
        if item is not None:
            yield item


def _page(unit: Unit, name: str, told: str) -> Page | Problem | None:
    path = unit.path / name
    try:
        data = unpack.read(path, unit.reading.limit)
    except unpack.TooLargeError:
        return too_large(name, unit.reading.limit)
    except unpack.BROKEN as error:
        return Problem(name, unpack.why(error))
    format = format_of(name)
    if format == "?":
        format = "html" if _MARKUP.match(data[:4096]) else None
    if format is None or not data.strip():
        return None
    address, fetched = _httrack(data) if format == "html" else (None, None)
    return make(told or address or address_of(unit.path, name), data, format, fetched, None)


def address_of(root: Path, name: str) -> str:
    """The address of file `name` below `root` when a folder on the way is named as a host; else `name`.

    The scheme is taken to be https. A trailing index.html is the folder itself.
    """
    name = name.removesuffix(".gz")
    parts = name.split("/")
    host = next((n for n, part in enumerate(parts[:-1]) if _is_host(part)), None)
    if host is not None:
        parts = parts[host:]
    elif _is_host(root.name):
        parts = [root.name, *parts]
    else:
        return name
    site = parts[0].replace("+", ":")
    rest = _INDEX.sub("", "/".join(parts[1:]))
    if "?" not in rest and re.search("@[^/@]*=", rest):
        rest = rest.replace("@", "?", 1)  # wget --restrict-file-names=windows
    return f"https://{site}/{rest}"


def _is_host(part: str) -> bool:
    return bool(_HOST.fullmatch(re.sub(r"[:+]\d+$", "", part)))


def _httrack(data: bytes) -> tuple[str | None, str | None]:
    """Address and date in the comment that HTTrack puts near the top."""
    match = _HTTRACK.search(data[:8192])
    if not match:
        return None, None
    address = match[1].decode("utf-8", "replace")
    address = address if "://" in address else f"https://{address}"
    try:
        day = datetime.strptime(match[2].decode("ascii", "replace"), "%a, %d %b %Y %H:%M:%S GMT")
    except ValueError:
        return _bare(address), None
    return _bare(address), day.date().isoformat()


def _bare(address: str) -> str:
    head, slash, last = address.rpartition("/")
    return f"{head}/" if slash and re.fullmatch("index.html?", last) else address
