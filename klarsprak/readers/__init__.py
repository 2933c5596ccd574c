"""Readers know one format each: source in, blocks out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import PurePath
from types import MappingProxyType

from klarsprak.source import Source
from klarsprak.text import Block

# Ending of a file name → format. Templates of HTML are read as HTML.
SUFFIXES: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys((".html", ".htm", ".xhtml", ".shtml"), "html"),
        **dict.fromkeys((".hbs", ".handlebars", ".mustache", ".liquid", ".njk", ".twig", ".jinja"), "html"),
        **dict.fromkeys((".erb", ".ejs", ".php"), "html"),
        **dict.fromkeys((".md", ".markdown", ".mdx", ".qmd"), "markdown"),
        **dict.fromkeys((".txt", ".text"), "plain"),
    }
)
_MARKUP = re.compile(r"\s*<(?:!doctype\b|\?xml\b|!--|[a-z][a-z0-9]*(?=[\s/>]))", re.IGNORECASE)


def format_of(name: str) -> str | None:
    """The format a file's name tells: html, markdown or plain; None for an unknown ending."""
    return SUFFIXES.get(PurePath(name).suffix.lower())


def read(source: Source, format: str | None = None) -> Iterator[Block]:
    """The blocks of `source` in reading order, every character of them with its place in `source.content`.

    Without a `format` (html, markdown, plain) the name tells it; failing that, a text that begins with a
    tag is HTML and any other is plain. Raises ValueError for a format nobody reads.
    """
    format = format or format_of(source.name) or ("html" if _MARKUP.match(source.content) else "plain")
    return _reader(format)(source)


def _reader(format: str) -> Callable[[Source], Iterator[Block]]:
    # Imported late: a plain text loads neither parser.
    if format == "html":
        from klarsprak.readers import html

        return html.read
    if format == "markdown":
        from klarsprak.readers import markdown

        return markdown.read
    if format == "plain":
        from klarsprak.readers import plain

        return plain.read
    raise ValueError(f"no reader for {format!r}; there are html, markdown and plain")
