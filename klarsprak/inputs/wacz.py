"""Pages in WACZ files: a zip with WARC files in archive/ (specs.webrecorder.net/wacz)."""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Iterator
from typing import IO

from klarsprak.inputs import unpack, warc
from klarsprak.inputs.unit import Page, Unit
from klarsprak.source import Problem

_LOCAL = struct.Struct("<4s5H3L2H")  # the header before each file in a zip (APPNOTE 4.3.7)
# ValueError: names that are no UTF-8; RuntimeError: encrypted; NotImplementedError: packed in a rare way.
_BROKEN = (zipfile.BadZipFile, ValueError, struct.error, RuntimeError, *unpack.BROKEN)


def pages(unit: Unit) -> Iterator[Page | Problem]:
    """The pages of a WACZ file; of a cut or damaged one the readable pages, then one Problem."""
    if not warc.available():
        yield Problem(unit.name, warc.MISSING)
        return
    state = warc.State()
    try:
        with unit.path.open("rb") as file:
            for archive in _archives(file, state):
                try:
                    yield from warc.records(archive, unit.reading, state)
                except _BROKEN:
                    state.damaged = True  # the next archive in it may be sound
    except _BROKEN as error:
        yield Problem(unit.name, unpack.why(error))
        return
    if not state.found:
        why = warc.NOTHING_READ if state.damaged else "no WARC in archive/; is this a WACZ file?"
        yield Problem(unit.name, why)
    elif state.damaged:
        yield Problem(unit.name, warc.CUT)


def _archives(file: IO[bytes], state: warc.State) -> Iterator[IO[bytes]]:
    try:
        whole = zipfile.ZipFile(file)
    except (zipfile.BadZipFile, ValueError, struct.error):
        state.damaged = True  # the list of contents stands last, and is lost first
        yield from _salvaged(file)
        return
    for name in sorted(whole.namelist()):
        if _is_warc(name):
            try:
                member = whole.open(name)
            except _BROKEN:
                state.damaged = True
                continue
            with member:
                yield member


def _salvaged(file: IO[bytes]) -> Iterator[IO[bytes]]:
    """Archives that are stored as they are, as WACZ asks for, found by the headers before them.

    The stream goes on after the end of the archive: what follows is no WARC, and ends the reading.
    """
    at = 0
    while True:
        file.seek(at)
        head = file.read(_LOCAL.size)
        if len(head) < _LOCAL.size or not head.startswith(b"PK\x03\x04"):
            return
        _, _, flags, method, *_, size, _, name_size, extra_size = _LOCAL.unpack(head)
        name = file.read(name_size).decode("utf-8", "replace")
        begin = at + _LOCAL.size + name_size + extra_size
        if _is_warc(name) and method == zipfile.ZIP_STORED:
            file.seek(begin)
            yield file
        if flags & 8 or size == 0xFFFFFFFF:
            return  # the size stands after the content, or in an extension: no way to the next
        at = begin + size


def _is_warc(name: str) -> bool:
    return name.lower().endswith((".warc", ".warc.gz", ".warc.zst"))
