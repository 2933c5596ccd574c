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
_REACH = 20_000  # a tag or an expression is no longer than this
_PART = re.compile(r"""[{}>]|"[^"\n]*"|'[^'\n]*'|`[^`]*`""")
_BLANK_LINE = re.compile(r"\r?\n[ \t]*\r?\n|\Z")
_LINE_START = re.compile(r"^[ \t]*\Z", re.MULTILINE)
_LINE_REST = re.compile(r"[ \t]*(?:\r?\n|\Z)")


def masked(content: str) -> str:
    """`content` as plain Markdown: a component or import alone on its lines becomes blank, one within a
    sentence VOID, an expression OPAQUE."""
    return fill(content, _spans(content))


def _spans(content: str) -> Iterator[tuple[Span, str]]:
    at = 0
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
        elif end := _end(content, start, at):
            comment = content.startswith("{/*", start)
            alone = _alone(content, start, end)
            at = end
            yield Span(start, end), " " if alone else OPAQUE if token["brace"] and not comment else VOID


def _end(content: str, start: int, at: int) -> int:
    """Where the tag or expression that begins at `start` ends; 0 when it does not."""
    brace = content[start] == "{"
    if not brace and content[at - 1] == ">":  # <> or </>
        return at
    depth = 1 if brace else 0
    for part in _PART.finditer(content, at, start + _REACH):
        if part[0] == "{":
            depth += 1
        elif part[0] == "}":
            depth -= 1
            if brace and not depth:
                return part.end()
        elif part[0] == ">" and not depth:
            return part.end()
    return 0


def _alone(content: str, start: int, end: int) -> bool:
    before = content.rfind("\n", 0, start) + 1
    return content[before:start].isspace() | (before == start) and bool(_LINE_REST.match(content, end))
