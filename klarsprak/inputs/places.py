"""From places, as given on the command line, to units of work."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from klarsprak.inputs import folder, sitemap, warc
from klarsprak.inputs.unit import Reading, Unit
from klarsprak.source import Problem

SIZE = 200  # loose files in a unit: some seconds of work
_JSONL = (".jsonl", ".jl", ".ndjson")
_KINDS = {
    **dict.fromkeys((".warc", ".warc.gz", ".warc.zst"), "warc"),
    ".wacz": "wacz",
    **dict.fromkeys((*_JSONL, *(f"{ending}.gz" for ending in _JSONL)), "jsonl"),
}
_SKIPPED = {"node_modules", "__pycache__"}


class _Loose(NamedTuple):
    """A page given by name."""

    path: str
    address: str = ""


def units(given: Iterable[str], reading: Reading) -> Iterator[Unit | Problem]:
    """See `pages.units`."""
    if reading.sitemap is not None:
        filter_ = sitemap.addresses(reading.sitemap)
        if isinstance(filter_, Problem):
            yield filter_
            return
    names: set[str] = set()
    for item in _grouped(_places(given), reading):
        if isinstance(item, Unit):
            # Two places may have the same name; the manifest needs two.
            name, number = item.name, 2
            while name in names:
                name, number = f"{item.name}~{number}", number + 1
            names.add(name)
            item = item._replace(name=name)
            if item.kind in ("warc", "wacz") and not warc.available():
                item = Problem(item.name, warc.MISSING)
        yield item


def _grouped(items: Iterable[Unit | _Loose | Problem], reading: Reading) -> Iterator[Unit | Problem]:
    loose: list[_Loose] = []
    for item in items:
        if isinstance(item, _Loose):
            loose.append(item)
            if len(loose) == SIZE:
                yield _list(loose, reading)
                loose = []
        elif isinstance(item, Unit):
            yield item._replace(reading=reading)
        else:
            yield item
    if loose:
        yield _list(loose, reading)


def _list(loose: list[_Loose], reading: Reading) -> Unit:
    name = loose[0].path if len(loose) == 1 else f"{loose[0].path}+{len(loose) - 1}"
    files, addresses = tuple(one.path for one in loose), tuple(one.address for one in loose)
    return Unit(name, Path.cwd(), "list", files, addresses, reading)


def _places(given: Iterable[str]) -> Iterator[Unit | _Loose | Problem]:
    for place in given:
        if place.startswith("@"):
            yield from _listed(Path(place[1:]))
        else:
            yield from _place(Path(place))


def _listed(path: Path) -> Iterator[Unit | _Loose | Problem]:
    """Paths in a list count from where the list lies, so that both can be moved."""
    try:
        lines = path.read_text("utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        yield Problem(str(path), f"the list cannot be read: {error}")
        return
    for line in lines:
        name, _, address = line.partition("\t")
        if name.strip() and not name.startswith("#"):
            yield from _place(path.parent / name.strip(), address.strip())


def _place(path: Path, address: str = "") -> Iterator[Unit | _Loose | Problem]:
    if path.is_dir():
        yield from _below(Path(os.path.abspath(path)))
    elif not path.is_file():
        yield Problem(str(path), "no such file or folder; check the spelling")
    elif kind := kind_of(path.name):
        yield Unit(path.name, Path(os.path.abspath(path)), kind)
    elif folder.format_of(path.name):
        yield _Loose(path.as_posix(), address)
    else:
        yield Problem(str(path), "neither a page nor WARC, WACZ or JSONL, by the ending of its name")


def kind_of(name: str) -> str | None:
    """ "warc", "wacz" or "jsonl"; None for any other file."""
    name = name.lower()
    return next((kind for ending, kind in _KINDS.items() if name.endswith(ending)), None)


def _below(root: Path) -> Iterator[Unit | Problem]:
    """Each archive below `root`, and the loose files in parts of at most 200, in the order of names.

    Hidden folders, links to folders and what is no page by its name are left out. .gitignore has no say:
    what was fetched is often ignored there.
    """
    part: list[str] = []
    number = 0
    waiting = [""]
    while waiting:
        below = waiting.pop()
        try:
            entries = sorted(os.scandir(root / below), key=lambda entry: entry.name)
        except OSError as error:
            yield Problem(str(root / below), f"cannot be read: {error.strerror or error}")
            continue
        folders = []
        for entry in entries:
            name = f"{below}{entry.name}"
            if entry.is_dir(follow_symlinks=False):
                if not entry.name.startswith(".") and entry.name not in _SKIPPED:
                    folders.append(f"{name}/")
            elif entry.name.startswith(".") or not entry.is_file():
                continue
            elif kind := kind_of(entry.name):
                yield Unit(f"{root.name}/{name}", root / name, kind)
            elif folder.format_of(entry.name):
                part.append(name)
            if len(part) == SIZE:
                number += 1
                yield Unit(f"{root.name}/part-{number:05}", root, "folder-part", tuple(part))
                part = []
        waiting += reversed(folders)
    if part:
        yield Unit(f"{root.name}/part-{number + 1:05}", root, "folder-part", tuple(part))
