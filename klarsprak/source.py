"""What was read, and where things are in it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple


class Span(NamedTuple):
    """Half open: from `start` up to, but not including, `end`. Code points of `Source.content`."""

    start: int
    end: int


class Position(NamedTuple):
    """A place as people write it: line and column, both counted from 1, columns in code points."""

    line: int
    column: int


class Problem(NamedTuple):
    """What hindered the check of a source, and the remedy."""

    path: str
    message: str


@dataclass(frozen=True)
class Source:
    """A text exactly as it was read. Every `Finding` points into `content`."""

    name: str
    content: str
    encoding: str = "utf-8"  # the codec and the mark are kept, so that a fix can write the same bytes back
    bom: bytes = b""

    @cached_property
    def _line_starts(self) -> list[int]:
        # Only \n, \r\n and \r part lines: str.splitlines would also count form feeds and U+2028,
        # which no editor does.
        text = self.content
        starts, at = [0], 0
        if "\r" not in text:
            while (at := text.find("\n", at) + 1) > 0:
                starts.append(at)
            return starts
        for at, char in enumerate(text):
            if char == "\n" or (char == "\r" and text[at + 1 : at + 2] != "\n"):
                starts.append(at + 1)
        return starts

    def position(self, offset: int) -> Position:
        """Line and column of the code point at `offset` (0 <= offset <= len(content))."""
        line = bisect_right(self._line_starts, offset)
        return Position(line, offset - self._line_starts[line - 1] + 1)

    def line(self, number: int) -> str:
        """Line `number` (from 1) without its line end."""
        start = self._line_starts[number - 1]
        stop = self._line_starts[number] if number < len(self._line_starts) else len(self.content)
        return self.content[start:stop].rstrip("\r\n")
