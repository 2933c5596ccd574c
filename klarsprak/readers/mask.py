"""Template syntax, hidden from the parsers length for length, so that every offset stays true.

A tag that prints something (`{{ navn }}`, `<?= $navn ?>`) becomes a run of OPAQUE: one word nobody can
judge. A tag that steers (`{% if … %}`, `{{#each}}`, `<?php … ?>`) or comments becomes a run of VOID, and
the text reads as if it was not there; but an `else` parts two wordings and stays OPAQUE.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from klarsprak.readers.collect import OPAQUE, VOID
from klarsprak.source import Span

_OPENERS = re.compile(r"\{\{|\{%|\{#|<\?(?!xml\b)|<%")
_CLOSERS = {"{{": "}}", "{%": "%}", "{#": "#}", "<?": "?>", "<%": "%>"}
# Further apart than this, the braces are hardly one tag. Program code may be as long as it likes.
_REACH = {"{{": 2_000, "{%": 2_000, "{#": 20_000}

_TRIM = " \t\r\n-~+="  # white space control, and the sign that prints (which is looked at first)
_ELSE = re.compile(r"(?:else|elif|elsif|elseif|when|plural)\b|\^")
_PRINTS = re.compile(r"(?:trans|translate|url|now|firstof|render)\b")  # the Jinja and Django tags that print
_STEERS = re.compile(  # Go templates and Handlebars write steering and printing alike
    r"[#/^!]|(?:if|unless|with|range|each|end|define|block|template|layout|extends|outlet|yield|break)\b"
)
_SHORTCODE_END = re.compile(r"\{\{[<%]\s*/\s*([\w./-]+)")
_NAME = re.compile(r"[\w./-]+")
# Whole regions that are never shown.
_COMMENT_BLOCK = re.compile(r"\{%-?\s*comment\b.*?%\}")
_COMMENT_END = re.compile(r"\{%-?\s*endcomment\s*-?%\}")


def masked(content: str) -> str:
    """`content` with its template tags replaced by OPAQUE and VOID; equally long."""
    if not _OPENERS.search(content):
        return content
    return fill(content, _tags(content))


def fill(content: str, spans: Iterator[tuple[Span, str]]) -> str:
    """`content` with each span (in order, apart) replaced by as many of the character beside it."""
    parts: list[str] = []
    done = 0
    for (start, end), char in spans:
        parts += (content[done:start], char * (end - start))
        done = end
    return "".join((*parts, content[done:]))


def _tags(content: str) -> Iterator[tuple[Span, str]]:
    paired = {match[1] for match in _SHORTCODE_END.finditer(content)}  # Hugo shortcodes that wrap text
    looked: dict[str, int] = {}  # how far each closer was looked for in vain; or time would be squared
    at = 0
    while opener := _OPENERS.search(content, at):
        start, sign = opener.start(), opener[0]
        at = opener.end()
        closer = "--}}" if content.startswith("{{!--", start) else _CLOSERS[sign]
        reach = at + _REACH[sign] if sign in _REACH else len(content)
        close = content.find(closer, max(at, looked.get(closer, 0)), reach)
        if close < 0:
            looked[closer] = reach - 1
            if content.startswith("<?php", start):  # a file of PHP need not close its last tag
                yield Span(start, len(content)), VOID
                return
            continue
        end = close + len(closer)
        if closer == "}}" and content.startswith("}", end):  # {{{ raw }}}
            end += 1
        inner = content[at:close]
        if closer in ("}}", "%}") and ("</" in inner or sign in inner):
            continue  # these braces have nothing to do with each other
        if sign == "{%" and _COMMENT_BLOCK.match(content, start, end):
            stop = _COMMENT_END.search(content, end)
            end = stop.end() if stop else end
        yield Span(start, end), _reads_as(sign, inner, paired)
        at = end


def _reads_as(sign: str, inner: str, paired: set[str]) -> str:
    if sign == "{#" or inner.startswith("%--"):
        return VOID
    if sign in ("<?", "<%"):
        code = inner.removeprefix("php").strip(_TRIM)
        prints = inner.startswith("=") or (inner.startswith("-") and not _STEERS.match(code))
        prints = prints or code.startswith(("echo", "print"))
        return OPAQUE if prints or _ELSE.match(code.lstrip("} \t\r\n")) else VOID
    if sign == "{{" and inner.startswith(("<", "%")):
        name = _NAME.search(inner)
        return VOID if name and name[0].lstrip("/") in paired else OPAQUE
    code = inner.strip(_TRIM + "{")
    if _ELSE.match(code) or (sign == "{%" and _PRINTS.match(code)):
        return OPAQUE
    return VOID if sign == "{%" or _STEERS.match(code) else OPAQUE
