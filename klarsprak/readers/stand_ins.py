"""Marks of a Markdown text: images, and links and headings that say nothing, as they are written."""

from __future__ import annotations

import re

from klarsprak.readers.collect import Collected
from klarsprak.readers.marks import stand_in
from klarsprak.readers.positions import Inline
from klarsprak.text import Link

_EMPTY_HEADING = re.compile(r" {0,3}#{1,6}[ \t]*#*[ \t]*")


def written(text: Inline, start: int, end: int | None, target: str) -> Collected | None:
    """A block without words, if `text.text[start:end]` is an image or a link as it is written."""
    if not end or text.text[start] not in "![" or text.text[end - 1] not in ")]":
        return None
    return stand_in(*text.span(start, end), (Link(0, 1, target),))


def heading(lines: str, start: int) -> Collected | None:
    """A heading without text, if `lines`, which begin at `start` in the source, are one."""
    line = lines.rstrip("\r\n")
    if not _EMPTY_HEADING.fullmatch(line):
        return None
    return stand_in(start + line.index("#"), start + len(line.rstrip()))
