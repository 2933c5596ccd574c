"""Bytes out of gzip, never more than asked for."""

from __future__ import annotations

import gzip
import zlib
from pathlib import Path
from typing import IO


class TooLargeError(ValueError):
    """There is more in it than the limit allows."""


def read(path: Path, limit: int) -> bytes:
    """What is in `path`, unpacked when it is gzip. Raises OSError, EOFError or TooLargeError."""
    with opened(path) as file:
        data = file.read(limit + 1)
    if len(data) > limit:
        raise TooLargeError(path)
    return data


def opened(path: Path) -> IO[bytes] | gzip.GzipFile:
    """`path` as a stream, unpacked while it is read when it begins as gzip does."""
    file = path.open("rb")
    if file.read(2) == b"\x1f\x8b":
        file.close()
        return gzip.open(path, "rb")
    file.seek(0)
    return file


BROKEN = (OSError, EOFError, zlib.error)  # what a stream from `opened` may raise


def why(error: BaseException) -> str:
    """In words for the reader of a report."""
    if isinstance(error, EOFError):
        return "cut off: the archive ends too early"
    if isinstance(error, OSError) and error.strerror:
        return f"cannot be read: {error.strerror}"
    return f"damaged: {error}"
