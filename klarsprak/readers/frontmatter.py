"""The fields before a Markdown text that readers of the page will see: title, description, lead."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import NamedTuple

from klarsprak.readers.collect import Collector
from klarsprak.text import Block, Kind

_FRONT = re.compile(
    r"---[ \t]*\r?\n(?P<yaml>.*?)^(?:---|\.\.\.)[ \t]*\r?$|\+\+\+[ \t]*\r?\n(?P<toml>.*?)^\+\+\+[ \t]*\r?$",
    re.DOTALL | re.MULTILINE,
)
_KINDS = {
    "title": Kind.TITLE,
    "tittel": Kind.TITLE,
    **dict.fromkeys(("description", "beskrivelse", "summary", "lead", "ingress"), Kind.DESCRIPTION),
}
_LANGUAGE = frozenset({"lang", "language", "locale"})
_FIELD = re.compile(r"^(?P<key>[A-Za-z_-]+)[ \t]*(?P<sign>[:=])[ \t]*(?P<value>.*?)[ \t]*(?:\r?$|\Z)", re.M)
_MORE = re.compile(r"(?:\r?\n[ \t]*)*\r?\n(?P<indent>[ \t]+)(?P<text>[^\s].*?)[ \t]*(?=\r?$|\Z)", re.M)
_QUOTED = re.compile(r"""(?:"((?:[^"\\]|\\.)*+)"|'((?:[^']|'')*+)')[ \t]*(?:#.*)?""")
_DOUBLE = re.compile(r"""\\(["\\/]?)""")
_SINGLE = re.compile(r"'(')")
_STRUCTURE = re.compile(r"- |[\w-]+:(?:\s|$)")  # a list or a mapping, not a text
_BLOCK_SCALAR = re.compile(r"[>|][+-]?\d?[ \t]*(?:#.*)?")


class Front(NamedTuple):
    """What stands before the text: how long it is, its readable fields, the language it declares."""

    end: int
    blocks: tuple[Block, ...]
    lang: str | None


def read(content: str) -> Front:
    """The front matter (YAML or TOML) that `content` begins with; `end` is 0 when there is none."""
    front = _FRONT.match(content)
    if not front:
        return Front(0, (), None)
    start, end = front.span("yaml" if front["yaml"] is not None else "toml")
    blocks: list[Block] = []
    lang = None
    for field in _FIELD.finditer(content, start, end):
        key = field["key"].lower()
        if key in _LANGUAGE:
            lang = field["value"].strip("\"'") or None
        elif kind := _KINDS.get(key):
            collector = Collector()
            _collect(collector, content, *field.span("value"), end)
            text, runs, links = collector.take()
            if text:
                blocks.append(Block(kind, text, runs, links=links))
    return Front(front.end(), tuple(replace(block, lang=lang) for block in blocks), lang)


def _collect(collector: Collector, content: str, start: int, stop: int, end: int) -> None:
    """The value that begins in content[start:stop] and may go on in indented lines before `end`."""
    value = content[start:stop]
    if value[:1] in ("'", '"'):
        if quoted := _QUOTED.fullmatch(value):
            double = quoted[1] is not None
            first, last = quoted.span(1 if double else 2)
            _unescape(collector, content, start + first, start + last, _DOUBLE if double else _SINGLE)
        return  # a quotation over several lines is left alone
    if value[:1] in tuple("[{&*!|>#%@`"):
        if not _BLOCK_SCALAR.fullmatch(value):
            return
    elif value:
        comment = re.search(r"[ \t]#", value)
        collector.copy(value[: comment.start()] if comment else value, start)
        if comment:
            return
    at = stop
    while (more := _MORE.match(content, at, end)) is not None:
        if not value and _STRUCTURE.match(more["text"]):
            return
        collector.atom(" ", at, more.start("text"))
        collector.copy(more["text"], more.start("text"))
        at = more.end()


def _unescape(collector: Collector, content: str, start: int, end: int, escapes: re.Pattern[str]) -> None:
    done = start
    for escape in escapes.finditer(content, start, end):
        if not escape[1]:
            collector.broken = True  # an escape that is not worth knowing
        collector.copy(content[done : escape.start()], done)
        collector.atom(escape[1], *escape.span())
        done = escape.end()
    collector.copy(content[done:end], done)
