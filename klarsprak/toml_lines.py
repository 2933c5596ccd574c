"""Where in a TOML file a key stands: tomllib reads values, but does not tell lines."""

from __future__ import annotations

import re

Key = tuple[str, ...]
_PART = r"""(?:[\w-]+|"[^"]*"|'[^']*')"""
_DOTTED = rf"{_PART}(?:\s*\.\s*{_PART})*"
_HEADER = re.compile(rf"\s*\[\s*({_DOTTED})\s*\]")
_ASSIGNED = re.compile(rf"\s*({_DOTTED})\s*=")


def line_of(lines: list[str], key: Key, value: str | None = None) -> int:
    """The line (from 1) of `key`, or of `value` inside what is assigned to it. tomllib does not tell."""
    table: Key = ()
    best, depth = 1, 0
    for number, line in enumerate(lines, 1):
        if header := _HEADER.match(line):
            table = _parts(header[1])
            here = table
        elif assigned := _ASSIGNED.match(line):
            here = (*table, *_parts(assigned[1]))
        else:
            continue
        common = len(here) if here == key[: len(here)] else len(key) if here[: len(key)] == key else 0
        if common > depth:
            best, depth = number, common
    if value is not None or depth < len(key):
        word = value if value is not None else key[-1]
        for number, line in enumerate(lines[best - 1 :], best):
            if number > best and _HEADER.match(line):
                break
            if re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", line):
                return number
    return best


def _parts(dotted: str) -> Key:
    return tuple(part.strip("\"'") for part in re.findall(_PART, dotted))
