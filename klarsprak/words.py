"""Words in a text, without a model."""

from __future__ import annotations

import re
from typing import NamedTuple

# What looks like words but is not read as such: addresses, #tags, @names. Matched first, then left out.
# Possessive, and begun only where a word begins, so that a megabyte of hyphens takes no longer than prose.
ADDRESS = (
    r"(?:https?://|www\.)[^\s<>«»\"]+"
    r"|(?<![\w.+-])[\w.+-]++@[\w-]+(?:\.[\w-]+)+"
    r"|(?<!\w)[#@]\w+(?:[.-]\w+)*"
    r"|(?<![\w.-])(?:[\w-]++\.)+(?:no|com|org|net|eu)(?:/[^\s<>«»\"]*)?(?![\w-])"
)
MAYBE_ADDRESS = re.compile(r"[@#]|://|www\.|\.(?:no|com|org|net|eu)(?!\w)")
_WORD = r"(\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)(?:,\d+)?|[^\W_]+(?:(?:[-–'’.:/]|(?<=\d),(?=\d))[^\W_]+)*)"
_TOKEN = re.compile(_WORD)
_TOKEN_OR_ADDRESS = re.compile(rf"(?:{ADDRESS})|{_WORD}")


class Word(NamedTuple):
    """A word; offsets count within the text it was found in."""

    start: int
    end: int
    lower: str


def words(text: str) -> tuple[Word, ...]:
    """The words of `text`. A compound («barne-tv»), an abbreviation («f.eks»), a time («10.30») and a number
    («10 000», «1,5») are one word each."""
    token = _TOKEN_OR_ADDRESS if MAYBE_ADDRESS.search(text) else _TOKEN
    spans = [match.span(1) for match in token.finditer(text)]
    return tuple([Word(start, end, text[start:end].lower()) for start, end in spans if start >= 0])
