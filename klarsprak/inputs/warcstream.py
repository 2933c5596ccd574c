"""The bytes of a WARC file without its packing, with word of where it is damaged.

FastWARC ends in silence where a file is cut, and gives up at the first damaged gzip member. Here both are
noticed, and reading goes on at the next member: nearly every archive packs each record by itself.
"""

from __future__ import annotations

import zlib
from importlib import import_module
from typing import Protocol

_GZIP = b"\x1f\x8b\x08"
_ZSTD = (b"\x28\xb5\x2f\xfd", b"\x5d\x2a\x4d\x18")  # a frame, and the dictionary that may stand first
_SIZE = 1 << 16


class Raw(Protocol):
    """What is read from: a file, or a member of a zip."""

    def read(self, size: int = -1, /) -> bytes: ...


class Stream:
    """A readable that ends where the data is damaged, and can be read on from the next sound place."""

    def __init__(self, raw: Raw) -> None:
        self.damaged = False
        self.done = False  # nothing follows
        self.end = b""  # the last bytes that were read
        self.warc = False  # it begins as a WARC does
        self._at = 0
        self._raw = raw
        self._waiting = raw.read(_SIZE)
        self._plain = _Joined(self._waiting, raw)
        self._gzip = self._waiting.startswith(_GZIP[:2])
        self._member = zlib.decompressobj(wbits=31)
        self._begun = False
        self._zstd = None
        if self._waiting.startswith(_ZSTD):
            self._zstd = import_module("fastwarc.stream_io").ZstdReader(self._plain)

    def read(self, size: int = -1) -> bytes:
        """At most `size` bytes; none at the end, or at damage: then `done` tells which."""
        size = size if size > 0 else _SIZE
        if self._gzip:
            data = self._unzipped(size)
        elif self._zstd is not None:
            data = self._unpacked(size)
        else:
            data = self._plain.read(size)
        if data:
            self.warc = self.warc or data.lstrip().startswith(b"WARC/")
            self.end = (self.end + data)[-4:]
            self._at += len(data)
        elif not self._gzip:
            self.done = True
        return data

    def tell(self) -> int:
        """How many bytes were given out: FastWARC wants to know."""
        return self._at

    def _unpacked(self, size: int) -> bytes:
        assert self._zstd is not None
        try:
            # In small steps: what was unpacked in the same step as the damage is lost.
            return bytes(self._zstd.read(min(size, 1024)))
        except OSError:
            self.damaged = self.done = True
            return b""

    def _unzipped(self, size: int) -> bytes:
        while True:
            if not self._waiting:
                self._waiting = self._raw.read(_SIZE)
            if not self._waiting:
                # A member that has begun and not ended is cut; a fresh one has simply not come.
                self.damaged = self.damaged or self._begun
                self.done = True
                return b""
            try:
                data = self._member.decompress(self._waiting, size)
            except zlib.error:
                self.damaged = True
                self._next_member()
                return b""
            self._begun = not self._member.eof
            self._waiting = self._member.unconsumed_tail
            if self._member.eof:
                self._waiting = self._member.unused_data
                self._member = zlib.decompressobj(wbits=31)
                self._skip_padding()
            if data:
                return data

    def _skip_padding(self) -> None:
        while self._waiting.startswith(b"\0"):
            self._waiting = self._waiting.lstrip(b"\0") or self._raw.read(_SIZE)

    def _next_member(self) -> None:
        """To the next place where a member may begin; wrong ones are noticed as they are unpacked."""
        self._member = zlib.decompressobj(wbits=31)
        self._begun = False
        data = self._waiting[1:]
        while (at := data.find(_GZIP)) < 0:
            more = self._raw.read(_SIZE)
            if not more:
                self._waiting, self.done = b"", True
                return
            data = data[-2:] + more
        self._waiting = data[at:]


class _Joined:
    """What was read already, and the rest."""

    def __init__(self, first: bytes, raw: Raw) -> None:
        self._first = first
        self._raw = raw
        self._at = 0

    def tell(self) -> int:
        return self._at

    def read(self, size: int = -1) -> bytes:
        if self._first:
            size = size if size > 0 else len(self._first)
            data, self._first = self._first[:size], self._first[size:]
        else:
            data = self._raw.read(size)
        self._at += len(data)
        return data
