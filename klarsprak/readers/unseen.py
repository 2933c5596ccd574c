"""Marks of Markdown and its kin that the readers of a page never see, hidden length for length."""

from __future__ import annotations

import re
from collections.abc import Iterator

from klarsprak.readers import mdx
from klarsprak.readers.collect import OPAQUE, VOID
from klarsprak.readers.mask import fill
from klarsprak.readers.mask import masked as without_templates
from klarsprak.source import Span

# Marks that the readers of the page never see. A fence line (`::: tip`) parts paragraphs.
_MARKS = re.compile(
    r"^(?P<fence>[ ]{0,3}(?::{3,}|!{3}|\?{3})[^\n]*)"
    r"|\{[#.:][^{}\n]{0,200}\}"  # attributes: {#anchor}, {: .class}
    r"|\[\^[^\]\s]{1,60}\]:?"  # footnotes
    r"|(?<![\w:]):[a-z][a-z0-9_+-]{0,40}:(?![\w:])"  # :smile:
    r"|(?<=> )\[![A-Z]+\]"  # > [!NOTE]
    r"|(?<=[-*+.)] )\[[ xX]\](?=[ \t])"  # - [x] done
    r"|(?P<formula>\$\$[^$]{1,2000}\$\$)",
    re.MULTILINE,
)
# Dollars around a formula in Quarto; elsewhere they are too often money or program code.
_FORMULA = re.compile(r"(?<![\w$\\])\$(?=[^\s$])[^$\n`]{1,200}(?<=[^\s\\])\$(?![\w$])")


def masked(content: str, name: str) -> str:
    """`content` with all that is no text to the reader of the page masked, as the ending of `name` says."""
    ending = name.lower().rpartition(".")[2]
    content = mdx.masked(content) if ending == "mdx" else without_templates(content)
    content = fill(content, _marks(content))
    return _FORMULA.sub(lambda match: OPAQUE * len(match[0]), content) if ending == "qmd" else content


def _marks(content: str) -> Iterator[tuple[Span, str]]:
    for mark in _MARKS.finditer(content):
        yield Span(*mark.span()), " " if mark["fence"] else OPAQUE if mark["formula"] else VOID
