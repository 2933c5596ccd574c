"""Letters with loose accents (NFD), found so that they can be composed without losing their places."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from klarsprak.text import Run

_WORD = re.compile(r"[^ ]+")


def clusters(text: str) -> Iterator[tuple[int, int]]:
    """The parts of `text`, one after the other, that can be composed by themselves: long where nothing is."""
    done = 0
    for word in _WORD.finditer(text):
        here, end = word.span()
        if unicodedata.is_normalized("NFC", word[0]):
            continue
        if done < here:
            yield done, here
        while here < end:
            stop = here + 1
            while stop < end and unicodedata.combining(text[stop]):
                stop += 1
            yield here, stop
            here = stop
        done = end
    if done < len(text):
        yield done, len(text)


def slices(runs: Sequence[Run], which: int, start: int, end: int) -> tuple[list[Run], int]:
    """The runs that make text[start:end], cut to it, and the last of them; `which` is where to look from."""
    while runs[which].at + runs[which].length <= start:
        which += 1
    found = []
    while True:
        at, length, first, last = runs[which]
        low, high = max(start - at, 0), min(end - at, length)
        copied = length == last - first
        found.append(Run(at + low, high - low, first + low, first + high) if copied else runs[which])
        if at + length >= end:
            return found, which
        which += 1
