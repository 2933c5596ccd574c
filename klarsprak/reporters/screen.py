"""Text on a terminal: harmless, as wide as it looks, with the words in question in view."""

from __future__ import annotations

import re
from collections.abc import Callable
from unicodedata import category, combining, east_asian_width

from klarsprak.source import Source, Span

Paint = Callable[[str, str], str]
_LINE_END = re.compile(r"[\r\n]")


def painter(color: bool) -> Paint:
    """A function of an ANSI code and a text, which gives the text in that colour."""
    return (lambda code, text: f"\x1b[{code}m{text}\x1b[0m") if color else (lambda code, text: text)


def clean(text: str) -> str:
    """`text` without what would steer the terminal or be invisible; equally long."""
    text = text.replace("\ufffc", "…")  # code or a template, which the reader of the page sees as a thing
    if text.isprintable():
        return text
    return "".join(
        c if c.isprintable() else " " if category(c) in {"Zs", "Zl", "Zp"} or c in "\t\r\n" else "·"
        for c in text
    )


def width(text: str) -> int:
    """Columns that `text` takes."""
    return sum(0 if combining(c) else 2 if east_asian_width(c) in "WF" else 1 for c in text)


def excerpt(source: Source, span: Span, columns: int) -> tuple[str, int, int]:
    """The line where `span` begins, cut to about `columns`, and the columns before and under the words."""
    columns = max(columns, 20)
    content = source.content
    line_start = span.start - (source.position(span.start).column - 1)
    end = _LINE_END.search(content, span.start, span.start + columns)
    line_end = end.start() if end else min(len(content), span.start + columns)
    start = line_start
    if line_end - line_start > columns:
        room = columns - (min(span.end, line_end) - span.start)
        start = max(line_start, span.start - max(room * 2 // 3, 8))
    stop = min(line_end, start + columns)
    cut = start > line_start
    if not cut:
        start += len(content[start : span.start]) - len(content[start : span.start].lstrip())
    before = ("…" if cut else "") + clean(content[start : span.start])
    found = clean(content[span.start : min(span.end, stop)])
    more = stop < len(content) and content[stop] not in "\r\n"
    after = clean(content[span.start + len(found) : stop]) + ("…" if more else "")
    return before + found + after, width(before), max(width(found), 1)
