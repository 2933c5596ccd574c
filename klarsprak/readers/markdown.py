"""Markdown (CommonMark with tables, MDX, Quarto) to blocks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from html import unescape
from itertools import pairwise

from markdown_it.token import Token

from klarsprak.readers import frontmatter, html, stand_ins, unseen
from klarsprak.readers.collect import OPAQUE, VOID, Collected, Collector
from klarsprak.readers.marks import declared
from klarsprak.readers.positions import Inline, Lines, before, end_of, inline, parse
from klarsprak.source import Source, Span
from klarsprak.text import Block, Kind, Link, Run

_CONTAINERS = {
    "list_item_open": Kind.ITEM,
    "blockquote_open": Kind.QUOTE,
    "th_open": Kind.CELL,
    "td_open": Kind.CELL,
}
_TAG = re.compile(r"<(/?)([a-zA-Z][\w.-]*)[^>]*?(/?)>", re.DOTALL)
_HREF = re.compile(r"""\shref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+))""", re.IGNORECASE)
_WORDS = frozenset({"text", "text_special", "softbreak", "code_inline"})  # count in the text of an image
_UNREAD = frozenset({"code", "kbd", "samp", "tt", "var", "math", "script", "style", "svg", "pre"})


def read(source: Source) -> Iterator[Block]:
    """The blocks of a Markdown text, in reading order.

    Of the front matter only title, description, summary and lead are read; code, link targets, footnote
    marks, attributes and components are not. A text whose place is not proven is left out.
    """
    front = frontmatter.read(source.content)
    yield from front.blocks
    content = " " * front.end + source.content[front.end :]
    yield from _Reader(source.content, unseen.masked(content, source.name), front.lang).blocks()


class _Reader:
    """Goes through the tokens of one text."""

    def __init__(self, original: str, content: str, lang: str | None) -> None:
        self._original = original
        self._lang = lang
        self._content = content
        self._tokens, self._lines = parse(content)
        self._collector = Collector()
        self._kinds = [Kind.PARAGRAPH]  # of the containers around, innermost last
        self._level = 0
        self._unread: list[Span] | None = None  # inside inline HTML that is not read: what it holds
        self._link: tuple[int, str] | None = None  # where it starts, target
        self._alts: list[str] = []
        self._opened: int | None = None  # where the text of the link begins in the inline text
        self._spoke = False  # something was read since then
        self._bold = 0  # how many strong elements are open
        self._plain = False  # some of the block's text is not in one
        self._waiting: list[Block] = []  # image texts, until the block they stand in ends

    def blocks(self) -> Iterator[Block]:
        for token in self._tokens:
            if token.type in _CONTAINERS:
                kind = _CONTAINERS[token.type]
                self._kinds.append(kind if self._kinds[-1] is not Kind.QUOTE else Kind.QUOTE)
            elif token.type == "heading_open":
                self._kinds.append(Kind.HEADING)
                self._level = int(token.tag[1])
                yield from self._empty_heading(token)
            elif token.type == "heading_close" or token.type.replace("_close", "_open") in _CONTAINERS:
                self._kinds.pop()
                self._level = 0
            elif token.type == "html_block":
                yield from self._html(token)
            elif token.type == "inline" and (text := inline(token, self._lines)):
                if self._is_alert(text):
                    self._kinds[-1] = Kind.PARAGRAPH
                yield from self._read(text, text.tokens, 0)
                yield from self._flush()
                self._unread = self._link = None

    def _is_alert(self, text: Inline) -> bool:
        """`> [!NOTE]` makes a quotation a note in the author's own words."""
        return self._kinds[-1] is Kind.QUOTE and self._original.startswith("[!", text.place(0))

    def _flush(self) -> Iterator[Block]:
        if self._link:
            start, target = self._link
            if self._collector.at > start:
                self._collector.link(start, target)
            self._link = (0, target)
        found = self._collector.take()
        kind = self._kinds[-1]
        links = found.links_only() if kind is Kind.PARAGRAPH else ()
        bold = kind is Kind.PARAGRAPH and not links and not self._plain
        for text, runs, inside in links or ((found,) if found.text else ()):
            kind = Kind.LINK if links else kind
            yield Block(kind, text, runs, self._lang, self._level, links=inside, bold=bold)
        self._plain = False
        yield from self._waiting
        self._waiting = []

    def _read(self, text: Inline, tokens: Iterable[Token], base: int) -> Iterator[Block]:
        """Collects the tokens, whose offsets count from text.text[base]; yields what a line break ends."""
        for token, after in pairwise((*tokens, None)):
            assert token
            at = token.meta.get("at")
            at = None if at is None else at + base
            if token.type == "hardbreak":
                yield from self._flush()
            elif token.type == "link_open":
                self._alts = []
                self._link = (self._collector.at, str(token.attrs.get("href", "")))
                self._opened, self._spoke = at, False
            elif token.type == "link_close":
                self._nameless(text, at, before(text, after, base))
                self._close_link(text, at)
            elif token.type in ("strong_open", "strong_close"):
                self._bold += token.nesting
            elif token.type == "html_inline":
                self._spoke = True
                self._html_image(text, token.content, at)
                yield from self._tag(token.content)
            elif token.type == "image" and at is not None:
                self._image(text, token, at, before(text, after, base))
            elif token.content or token.type == "softbreak":
                self._piece(text, token, at)

    def _piece(self, text: Inline, token: Token, at: int | None) -> None:
        if token.type == "text" and at is not None and text.text.startswith("<" + token.content, at):
            at += 1  # an address between angle brackets
        end = None if at is None else end_of(text.text, token, at)
        if not token.content.isspace():
            self._spoke = True
            self._plain = self._plain or not self._bold
        if at is None or end is None:
            self._collector.broken = True
        elif self._unread is not None:
            self._unread.append(text.span(at, end))
        elif token.type == "softbreak":
            self._collector.atom(" ", text.place(at), text.place(end))
        elif token.type == "text" or token.content == token.markup:
            for part, start in text.copies(at, end):
                self._collector.copy(part, start)
        elif token.type == "code_inline":
            self._collector.placeholder(*text.span(at, end))
        else:
            self._collector.atom(token.content, *text.span(at, end))

    def _tag(self, html: str) -> Iterator[Block]:
        if not (tag := _TAG.match(html)):
            return
        name = tag[2].lower()
        if name == "br":
            yield from self._flush()
        elif name in ("b", "strong"):
            self._bold += -1 if tag[1] else 1
        elif name in _UNREAD and not tag[3]:
            if tag[1] and self._unread:
                self._collector.placeholder(self._unread[0].start, self._unread[-1].end)
            self._unread = None if tag[1] else []
        elif name == "a" and tag[1]:
            self._close_link(None, None)
        elif name == "a" and (href := _HREF.search(html)):
            self._alts = []
            self._link = (self._collector.at, unescape(href[1] or href[2] or href[3] or ""))

    def _close_link(self, text: Inline | None, at: int | None) -> None:
        if not self._link:
            return
        start, target = self._link
        self._link = None
        if text and at is not None and (OPAQUE in target or VOID in target):
            here = text.text.find(target, at)  # a template makes the address: show that
            if here >= 0:
                target = self._original[slice(*text.span(here, here + len(target)))]
        label = "" if self._collector.at > start else " ".join(self._alts)
        if self._collector.at > start or label:
            self._collector.link(start, target, label)

    def _nameless(self, text: Inline, at: int | None, end: int | None) -> None:
        """A link ends that has no text: told at its images, or at the link when there are none."""
        if self._spoke or not self._link or self._opened is None or at is None:
            return
        target = self._link[1]
        start, images = self._opened - 1, 0
        for which, block in enumerate(self._waiting):
            if block.kind is Kind.IMAGE and block.runs[0].start >= text.place(start):
                images += 1
                self._waiting[which] = replace(block, links=(*block.links, Link(0, 1, target)))
        if not images:
            self._wait_for(stand_ins.written(text, start, end, target), Kind.LINK)

    def _image(self, text: Inline, token: Token, at: int, end: int | None) -> None:
        if not text.text.startswith("![" + token.content, at):
            return
        outer, self._collector = self._collector, Collector()
        link, self._link = self._link, None
        plain, spoke = self._plain, self._spoke
        for _ in self._read(text, (child for child in token.children or () if child.type in _WORDS), at + 2):
            pass
        found = self._collector.take()
        self._collector, self._link, self._plain = outer, link, plain
        self._spoke = spoke or bool(token.content.strip())
        source = declared({"src": str(token.attrs.get("src", ""))}, "src") or ""
        alt = found.text or declared({"alt": token.content}, "alt")
        self._wait_for(stand_ins.written(text, at, end, source), Kind.IMAGE, alt)
        if found.text:
            self._alts.append(found.text)
            self._waiting.append(Block(Kind.ALT, found.text, found.runs, self._lang))

    def _wait_for(self, found: Collected | None, kind: Kind, alt: str | None = None) -> None:
        if found:
            self._waiting.append(Block(kind, *found[:2], self._lang, links=found.links, alt=alt))

    def _html_image(self, text: Inline, tag: str, at: int | None) -> None:
        if at is None or not tag.lower().startswith("<img"):
            return
        start, end = text.span(at, at + len(tag))
        if self._content[start:end] == tag:
            self._waiting += self._shifted(tag, start, end)

    def _empty_heading(self, token: Token) -> Iterator[Block]:
        first, last = token.map or (0, 0)
        start, end = self._lines.start(first), self._lines.start(last)
        if found := stand_ins.heading(self._content[start:end], start):
            yield Block(Kind.HEADING, *found[:2], self._lang, self._level)

    def _html(self, token: Token) -> Iterator[Block]:
        """A block of HTML, when it stands in the source as it is: not indented, not quoted."""
        first, last = token.map or (0, 0)
        start, end = self._lines.start(first), self._lines.start(last)
        content = self._content[start:end]
        if Lines(content).text.rstrip("\n") != token.content.rstrip("\n"):
            return
        yield from self._shifted(content, start, end)

    def _shifted(self, content: str, start: int, end: int) -> Iterator[Block]:
        """The blocks of the HTML that stands at `content[start:end]`."""
        for block in html.read_fragment(content, self._original[start:end]):
            runs = tuple(Run(run.at, run.length, run.start + start, run.end + start) for run in block.runs)
            yield replace(block, runs=runs, lang=block.lang or self._lang)
