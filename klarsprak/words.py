"""Words in a text, without a model."""

from __future__ import annotations

import re
from typing import NamedTuple

# What looks like words but is not read as such: addresses, #tags, @names. Matched first, then left out.
ADDRESS = (
    r"(?:https?://|www\.)[^\s<>«»\"]+"
    r"|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|(?<!\w)[#@]\w+(?:[.-]\w+)*"
    r"|(?<![\w.])(?:[\w-]+\.)+(?:no|com|org|net|eu)(?:/[^\s<>«»\"]*)?(?![\w-])"
)
_TOKEN = re.compile(rf"(?:{ADDRESS})|([^\W_]+(?:[-–'’.:/][^\W_]+)*)")


class Word(NamedTuple):
    """A word; offsets count within the text it was found in."""

    start: int
    end: int
    lower: str


def words(text: str) -> tuple[Word, ...]:
    """The words of `text`. A hyphenated compound, an abbreviation («f.eks») or a time («10.30») is one."""
    return tuple(
        Word(match.start(), match.end(), match[1].lower()) for match in _TOKEN.finditer(text) if match[1]
    )
