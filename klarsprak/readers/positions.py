"""Exact positions out of markdown-it-py, which knows only the lines of its blocks.

Its states are subclassed to note where they stand whenever they push a token: the block state notes the
first character of each line of an inline text, the inline state the offset of each piece within that text.
Every note is checked against the text; a piece that does not stand where the note says has no place.
Works with markdown-it-py 3 and 4.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache
from itertools import pairwise
from typing import Any, Literal, NamedTuple

from markdown_it import MarkdownIt
from markdown_it.parser_block import ParserBlock
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from klarsprak.source import Span

_LINE_END = re.compile(r"\r\n?|\n")


class Stretch(NamedTuple):
    """An inline text, from its offset `at`, stands in the source from `start`, until the next stretch."""

    at: int
    start: int


class Inline(NamedTuple):
    """A block token's text: where it stands, and the tokens in it, `meta["at"]` counting within `text`."""

    text: str
    stretches: tuple[Stretch, ...]
    tokens: tuple[Token, ...]

    def place(self, offset: int) -> int:
        """Where `text[offset]` stands in the source."""
        stretch = self.stretches[max(self._after(offset) - 1, 0)]
        return stretch.start + offset - stretch.at

    def span(self, start: int, end: int) -> Span:
        """The place of `text[start:end]` (not empty)."""
        return Span(self.place(start), self.place(end - 1) + 1)

    def copies(self, start: int, end: int) -> list[tuple[str, int]]:
        """`text[start:end]` in parts that each stand together in the source, with where they stand."""
        low, high = self._after(start), self._after(end - 1)
        cuts = [start, *(stretch.at for stretch in self.stretches[low:high]), end]
        return [(self.text[a:b], self.place(a)) for a, b in pairwise(cuts)]

    def _after(self, offset: int) -> int:
        """The number of stretches that begin at or before `offset`."""
        return bisect_right(self.stretches, offset, key=lambda stretch: stretch.at)


class Lines:
    """The lines of a text as markdown-it counts them, and where they begin in the source."""

    def __init__(self, content: str) -> None:
        self._starts = [0, *(match.end() for match in _LINE_END.finditer(content))]
        self.text = _LINE_END.sub("\n", content).replace("\0", "\ufffd")  # what markdown-it reads
        same = len(self.text) == len(content)
        self._read = self._starts if same else [0, *(match.end() for match in re.finditer("\n", self.text))]

    def start(self, line: int) -> int:
        """Where line `line` (from 0) begins in the source; the end of the last one also counts."""
        return self._starts[min(line, len(self._starts) - 1)]

    def source(self, line: int, offset: int) -> int:
        """Where `text[offset]`, on line `line`, stands in the source."""
        return self._starts[line] + offset - self._read[line]


def parse(content: str) -> tuple[list[Token], Lines]:
    """The block tokens of a Markdown text; `inline(token, lines)` gives the text of the inline ones."""
    return _parser().parse(content), Lines(content)


def inline(token: Token, lines: Lines) -> Inline | None:
    """The text of an inline block token with its places; None when they are not proven."""
    stretches = _cell(token, lines) if "cell" in token.meta else _lines(token, lines)
    if stretches is None:
        return None
    return Inline(token.content, tuple(stretches), tuple(token.children or ()))


def _lines(token: Token, lines: Lines) -> list[Stretch] | None:
    """Every line of the text is what the block state saw first on its line of the source."""
    starts, (first, _) = token.meta["starts"], token.meta["map"]
    stretches, at = [], 0
    for number, text in enumerate(token.content.split("\n")):
        if number >= len(starts):
            return None
        bare = text.lstrip(" \t")
        start = _past_blanks(lines.text, starts[number] + token.meta["marks"], bare)
        if not lines.text.startswith(bare, start):
            return None
        stretches.append(Stretch(at + len(text) - len(bare), lines.source(first + number, start)))
        at += len(text) + 1
    return stretches


def _past_blanks(text: str, start: int, bare: str) -> int:
    # markdown-it-py 3 and 4 differ in which white space they trim.
    while text[start : start + 1].isspace() and text[start] != "\n" and not text.startswith(bare, start):
        start += 1
    return start


def _cell(token: Token, lines: Lines) -> list[Stretch] | None:
    """Cell number `cell` of the row; `\\|` in it lost its backslash."""
    line, start = token.meta["map"][0], token.meta["starts"][0]
    end = lines.text.find("\n", start)
    row = lines.text[start : end if end >= 0 else len(lines.text)].rstrip()
    bars = [at for at, char in enumerate(row) if char == "|" and row[at - 1 : at] != "\\"]
    edges = [-1, *bars, len(row)]
    if bars and bars[0] == 0:
        del edges[0]
    if not 0 <= token.meta["cell"] < len(edges) - 1:
        return None
    low, high = edges[token.meta["cell"]] + 1, edges[token.meta["cell"] + 1]
    while low < high and row[low].isspace():
        low += 1
    stretches: list[Stretch] = []
    at = 0
    for part in row[low:high].rstrip().split("\\|"):
        bar = "|" if stretches else ""
        stretches.append(Stretch(at, lines.source(line, start + low + len(bar and "\\"))))
        low += len(part) + len(bar and "\\|")
        at += len(bar) + len(part)
    told = row[edges[token.meta["cell"]] + 1 : high].strip().replace("\\|", "|")
    return stretches if told == token.content else None


def before(text: Inline, token: Token | None, base: int) -> int | None:
    """Where what stands before `token` (None: the end) ends; `base` is where the token counts from."""
    end = token.meta.get("at") if token else len(text.text) - base
    return None if end is None else len(text.text[: end + base].rstrip())


def end_of(text: str, token: Token, at: int) -> int | None:
    """Where the piece that begins at text[at] ends; None when it does not stand there."""
    if token.type == "softbreak":
        line_end = text.find("\n", at)
        after = line_end + 1
        while after < len(text) and text[after] in " \t":
            after += 1
        return after if line_end >= 0 else None
    if token.type == "code_inline":
        mark = token.markup
        close = re.compile(rf"(?<!`){mark}(?!`)").search(text, at + len(mark))
        return close.end() if close and text.startswith(mark, at) else None
    written = token.markup if token.type == "text_special" else token.content
    return at + len(written) if text.startswith(written, at) else None


class _BlockState(StateBlock):
    _opener: Token | None = None  # of the paragraph, heading or table row
    _cell = 0

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        token = super().push(ttype, tag, nesting)
        if ttype in ("paragraph_open", "heading_open", "tr_open"):
            self._opener, self._cell = token, 0
        elif ttype == "inline" and self._opener and self._opener.map:
            first, last = self._opener.map
            token.meta = {
                "map": (first, last),
                "starts": [self.bMarks[line] + self.tShift[line] for line in range(first, last)],
                "marks": len(self._opener.markup) if self._opener.markup.startswith("#") else 0,
            }
            if self._opener.type == "tr_open":
                token.meta["cell"] = self._cell
                self._cell += 1
        return token


class _InlineState(StateInline):
    _pushing = ""

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        self._pushing = ttype
        token = super().push(ttype, tag, nesting)
        self._pushing = ""
        at = self.pos
        if ttype == "text" and len(self.tokens) > 1:  # emphasis marks are pushed one by one from one offset
            before = self.tokens[-2]
            if before.type == "text" and before.meta.get("from") == at:
                token.meta["from"] = at
                token.meta["at"] = before.meta["at"] + len(before.content)
                return token
        token.meta = {**token.meta, "at": at, "from": at}
        return token

    def pushPending(self) -> Token:
        # What is pending was read without a gap and ends here: before the "[" of a link, or before the
        # spaces that a line break swallowed.
        end = self.pos - (self._pushing == "link_open" and self.src[self.pos - 1 : self.pos] == "[")
        if self._pushing in ("softbreak", "hardbreak") and not self.src.endswith(self.pending, 0, end):
            end = len(self.src[:end].rstrip(" "))
        token = super().pushPending()
        start = end - len(token.content)
        token.meta["at"] = start if start >= 0 and self.src.startswith(token.content, start) else None
        return token


class _Block(ParserBlock):
    def parse(self, src: str, md: MarkdownIt, env: Any, outTokens: list[Token]) -> list[Token] | None:
        state = _BlockState(src, md, env, outTokens)
        self.tokenize(state, state.line, state.lineMax)
        return state.tokens


class _Inline(ParserInline):
    def parse(self, src: str, md: MarkdownIt, env: Any, tokens: list[Token]) -> list[Token]:
        state = _InlineState(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt()
    parser.block, parser.inline = _Block(), _Inline()
    parser.configure("commonmark").enable(["table", "strikethrough"])
    # Joining pieces would lose their places, and targets are wanted as they are written.
    parser.disable(["text_join", "fragments_join"])
    parser.normalizeLink = parser.normalizeLinkText = lambda url: url  # type: ignore[method-assign,assignment]
    parser.validateLink = lambda url: True  # type: ignore[method-assign]
    return parser
