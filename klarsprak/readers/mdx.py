"""What MDX adds to Markdown, hidden length for length: imports, exports, components, expressions."""

from __future__ import annotations

import re
from collections.abc import Iterator

from klarsprak.readers.collect import OPAQUE, VOID
from klarsprak.readers.mask import fill
from klarsprak.source import Span

_TOKEN = re.compile(
    r"^[ ]{0,3}(?P<fence>`{3,}|~{3,})"
    r"|(?P<code>`+)"
    r"|^(?P<module>(?:import|export)\b)"
    r"|(?P<tag></?(?:[A-Z][\w.]*(?=[\s/>])|>))"
    r"|(?P<brace>\{)",
    re.MULTILINE,
)
_REACH = 5_000  # a tag is no longer than this
_BRACE = re.compile(r"[{}]")
_PART = re.compile(r"""[{>]|"[^"\n]*"|'[^'\n]*'""")
_BLANK_LINE = re.compile(r"\r?\n[ \t]*\r?\n|\Z")
_LINE_REST = re.compile(r"[ \t]*(?:\r?\n|\Z)")


def masked(content: str) -> str:
    """`content` as plain Markdown: a component or import alone on its lines becomes blank, one within a
    sentence VOID, an expression OPAQUE."""
    return fill(content, _spans(content))


def _spans(content: str) -> Iterator[tuple[Span, str]]:
    closing = _closing(content)
    at = hopeless = 0  # before `hopeless` no tag ends
    while token := _TOKEN.search(content, at):
        start, at = token.span()
        if fence := token["fence"]:
            close = re.compile(rf"^[ ]{{0,3}}{fence}{fence[0]}*[ \t]*\r?$", re.MULTILINE).search(content, at)
            at = close.end() if close else len(content)
        elif code := token["code"]:
            close = re.compile(rf"(?<!`){code}(?!`)").search(content, at, at + _REACH)
            at = close.end() if close else at
        elif token["module"]:
            blank = _BLANK_LINE.search(content, at)
            at = blank.start() if blank else len(content)
            yield Span(start, at), " "
        elif token["brace"]:
            if end := closing.get(start):
                comment = content.startswith("{/*", start)
                at = end
                yield Span(start, end), " " if _alone(content, start, end) else VOID if comment else OPAQUE
        elif start >= hopeless:
            if end := _tag_end(content, at, closing):
                at = end
                yield Span(start, end), " " if _alone(content, start, end) else VOID
            else:
                hopeless = start + _REACH


def _closing(content: str) -> dict[int, int]:
    """Where each brace that is closed is closed (the offset after it)."""
    opened: list[int] = []
    closing = {}
    for brace in _BRACE.finditer(content):
        if brace[0] == "{":
            opened.append(brace.start())
        elif opened:
            closing[opened.pop()] = brace.end()
    return closing


def _tag_end(content: str, at: int, closing: dict[int, int]) -> int:
    """Where the tag whose name ends at `at` ends; 0 when it does not."""
    if content[at - 1] == ">":  # <> or </>
        return at
    reach = at + _REACH
    while part := _PART.search(content, at, reach):
        if part[0] == ">":
            return part.end()
        at = closing.get(part.start(), 0) if part[0] == "{" else part.end()
        if not at:
            return 0
    return 0


def _alone(content: str, start: int, end: int) -> bool:
    before = content.rfind("\n", 0, start) + 1
    return not content[before:start].strip() and _LINE_REST.match(content, end) is not None
