"""Plain text to blocks: paragraphs, list items, headings standing alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from klarsprak.readers.collect import Collector
from klarsprak.source import Source
from klarsprak.text import Block, Kind

_LINE = re.compile(r"[^\r\n]*(?:\r\n?|\n|\Z)")
_BULLET = re.compile(r"[ \t]*(?:[-*•‣▪◦●·–]|\d{1,3}\)|[a-zæøå]\))[ \t]+(?=\S)", re.IGNORECASE)
_NUMBER = re.compile(r"[ \t]*(\d{1,3})\.[ \t]+(?=\S)")
_SHORT = 8  # words in a heading, at most
_UNWRAPPED = 120  # a line longer than this was not broken to fit a width: each line is a paragraph


class _Line(NamedTuple):
    text: str  # without the line end
    start: int


def read(source: Source) -> Iterator[Block]:
    """The blocks of a plain text: blank lines part paragraphs, list markers begin items.

    A line of at most eight words between blank lines, without a final punctuation mark and with something
    after it, is a heading; so is one right above a paragraph when it is less than half as long.
    """
    paragraphs = [part for lines in _paragraphs(source.content) for part in _headed(lines)]
    for number, lines in enumerate(paragraphs):
        last = number + 1 == len(paragraphs)
        for kind, part in _parts(lines):
            if kind is Kind.PARAGRAPH and not last and len(lines) == 1 and _is_heading(part[0].text):
                kind = Kind.HEADING
            collector = Collector()
            for index, line in enumerate(part):
                if index:
                    before = part[index - 1]
                    collector.atom(" ", before.start + len(before.text), line.start)
                collector.copy(line.text.replace("\0", "\ufffd"), line.start)
            text, runs, links = collector.take()
            if text:
                yield Block(kind, text, runs, links=links)


def _paragraphs(content: str) -> Iterator[list[_Line]]:
    lines: list[_Line] = []
    for match in _LINE.finditer(content):
        line = _Line(match[0].rstrip("\r\n"), match.start())
        if any(char.isalnum() for char in line.text):
            lines.append(line)
        elif lines:  # a line of nothing, or of dashes and the like
            yield lines
            lines = []
    if lines:
        yield lines


def _headed(lines: list[_Line]) -> list[list[_Line]]:
    """The first line apart when it was ended long before the width of the others, and is no sentence."""
    if len(lines) == 1 or not _is_heading(lines[0].text) or _marker(lines[1].text, set()):
        return [lines]
    width = max(len(line.text) for line in lines)
    apart = (
        len(lines[0].text) * 2 < width and lines[1].text[0].isupper() and not _marker(lines[0].text, set())
    )
    return [lines[:1], lines[1:]] if apart else [lines]


def _parts(lines: list[_Line]) -> Iterator[tuple[Kind, list[_Line]]]:
    """The items and paragraphs in lines without a blank one between them."""
    numbers = {int(match[1]) for line in lines if (match := _NUMBER.match(line.text))}
    unwrapped = any(len(line.text) > _UNWRAPPED for line in lines)
    kind, part = Kind.PARAGRAPH, list[_Line]()
    for line in lines:
        marker = _marker(line.text, numbers)
        # After an item, a line that is neither indented nor begins with a small letter starts anew.
        fresh = kind is Kind.ITEM and not line.text[0].isspace() and not line.text[0].islower()
        if part and (marker or fresh or unwrapped):
            yield kind, part
            part = []
        if not part:
            kind = Kind.ITEM if marker else Kind.PARAGRAPH
        part.append(_Line(line.text[marker:], line.start + marker))
    yield kind, part


def _marker(line: str, numbers: set[int]) -> int:
    """The length of the list marker that begins `line`, 0 when there is none."""
    if match := _BULLET.match(line):
        return match.end()
    if match := _NUMBER.match(line):
        # «1. juni» is a date: a small letter after the number makes an item only in a numbered row.
        number, first = int(match[1]), line[match.end()]
        if not first.islower() or number - 1 in numbers or number + 1 in numbers:
            return match.end()
    return 0


def _is_heading(line: str) -> bool:
    line = line.strip()
    return len(line.split()) <= _SHORT and line[-1] not in ".!?:;,…" and not line[0].islower()
