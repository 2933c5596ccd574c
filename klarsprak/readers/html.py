"""HTML, whole pages or fragments, to blocks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from lxml import etree  # type: ignore[import-untyped]

from klarsprak.readers import landmarks
from klarsprak.readers.align import RAW, Piece, Stream, Tag
from klarsprak.readers.collect import OPAQUE, VOID, Collected, Collector
from klarsprak.readers.elements import CODE, INLINE, KINDS, PRESSED, SKIPPED
from klarsprak.readers.mask import masked
from klarsprak.source import Source
from klarsprak.text import Block, Kind

_TELLING = landmarks.TAGS | KINDS.keys()  # inside these something else holds than around them


class _Frame(NamedTuple):
    """What holds inside an open element."""

    kind: Kind
    level: int
    lang: str | None
    where: int


class _Draft(NamedTuple):
    """A block before the page is read to its end, when nobody knows yet what its main content is."""

    frame: _Frame
    found: Collected


def read(source: Source) -> Iterator[Block]:
    """The blocks of an HTML page or fragment, in reading order; see `_Reader` for what is left out.

    Raises RuntimeError when lxml is built with a libxml2 older than 2.14: its positions cannot be trusted.
    """
    return read_fragment(masked(source.content), source.content)


def read_fragment(content: str, original: str) -> Iterator[Block]:
    """The blocks of `content`, which is `original` with what is no HTML already masked."""
    if etree.LIBXML_VERSION < (2, 14):
        version = ".".join(map(str, etree.LIBXML_VERSION))
        raise RuntimeError(
            f"lxml is built with libxml2 {version}; HTML needs 2.14 or newer: pip install -U lxml"
        )
    encoded = content.encode("utf-8", "replace")  # lone surrogates become as many question marks
    reader = _Reader(encoded.decode("utf-8"), original)
    etree.fromstring(encoded, etree.HTMLParser(encoding="utf-8", huge_tree=True, target=reader))
    return reader.blocks()


class _Reader:
    """Follows the parser through the page (lxml's target interface: no tree, no depth limit).

    Not read at all: scripts, styles, preformatted text, templates, noscript, drawings, option lists. Code
    inside a sentence becomes a placeholder. A text without a proven place takes its whole block with it.
    """

    def __init__(self, content: str, original: str) -> None:
        self._stream = Stream(content)
        self._original = original
        self._collector = Collector()
        self._drafts: list[_Draft] = []
        self._attributes: list[_Draft] = []  # waiting for the block they stand in to end
        self._frame = _Frame(Kind.PARAGRAPH, 0, None, 0)
        self._stack: list[_Frame] = []
        self._began: _Frame | None = None  # around the first words of the block, and around its last
        self._ended: _Frame | None = None
        self._skipped = 0  # depth inside an element that is not read
        self._code: list[Piece] | None = None  # the pieces of the code element being skipped
        self._raw = False
        self._link: tuple[int, str, str] | None = None  # where it starts, target, label
        self._alts: list[str] = []

    # What lxml calls

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        place = self._stream.tag(tag) if attributes else None
        if self._skipped:
            self._skipped += 1
            self._raw = tag in RAW
            return
        if tag not in INLINE or tag == "br":
            self._flush()
        if tag in SKIPPED or tag in CODE:
            self._skipped = 1
            self._raw = tag in RAW
            self._code = [] if tag in CODE else None
            return
        frame = self._frame
        self._stack.append(frame)
        if attributes or tag in _TELLING:
            kind, level = self._kind(tag) if tag in KINDS else (frame.kind, frame.level)
            lang = attributes.get("lang") or attributes.get("xml:lang") or frame.lang
            if attributes.get("role") == "heading":
                kind, level = Kind.HEADING, _heading_level(attributes.get("aria-level"))
            where = landmarks.enter(frame.where, tag, attributes)
            self._frame = _Frame(kind, level, lang, where)
        if attributes:
            self._read_attributes(tag, attributes, place)

    def end(self, tag: str) -> None:
        if self._skipped:
            self._skipped -= 1
            self._raw = False
            if not self._skipped and self._code is not None:
                if self._code:
                    self._collector.placeholder(self._code[0][1], self._code[-1][2])
                self._code = None
            return
        if tag == "a":
            self._close_link()
        if tag not in INLINE:
            self._flush()
        self._frame = self._stack.pop()

    def data(self, text: str) -> None:
        if self._raw:
            return
        blank = text.isspace()
        if self._code is None and (self._skipped or (blank and not self._collector.wants_space)):
            self._stream.skip(text)
            return
        if not blank and not self._skipped:
            self._began, self._ended = self._began or self._frame, self._frame
        found = self._stream.take(text)
        if self._code is not None:
            self._code += found or ()
        elif found is not None:
            _collect(self._collector, found)
        elif not blank:
            self._collector.broken = True

    def comment(self, text: str) -> None:
        """Comments are no text; the engine reads its own («klarsprak: av») in the source."""

    def pi(self, target: str, data: str | None = None) -> None:
        """Nor are processing instructions."""

    def close(self) -> None:
        self._flush()

    # What they are made of

    def blocks(self) -> Iterator[Block]:
        """The blocks, once the page is read."""
        is_main = landmarks.main({draft.frame.where for draft in self._drafts})
        for frame, found in self._drafts:
            main = frame.where in is_main
            links = found.links_only() if frame.kind is Kind.PARAGRAPH else ()
            for text, runs, inside in links or ((found,) if found.text else ()):
                kind = Kind.LINK if links else frame.kind
                yield Block(kind, text, runs, frame.lang, frame.level, main, inside)

    def _kind(self, tag: str) -> tuple[Kind, int]:
        kind, outer = KINDS[tag], self._frame
        if kind is Kind.HEADING:
            return kind, int(tag[1])
        if outer.kind is Kind.QUOTE or (kind is Kind.CELL and outer.where & landmarks.LAYOUT):
            return outer.kind, outer.level
        return kind, 0

    def _flush(self) -> None:
        """What was collected is a block."""
        if self._link:  # a link around several blocks is a link in each of them
            start, target, label = self._link
            if self._collector.at > start:
                self._collector.link(start, target, label)
            self._link = (0, target, label)
        if not self._collector.is_empty:
            found = self._collector.take()
            if found.text:
                self._drafts.append(_Draft(self._frame_of_text(), found))
            self._began = None
        if self._attributes:
            self._drafts += self._attributes
            self._attributes = []

    def _frame_of_text(self) -> _Frame:
        """The open element, with what inline elements say of the whole text: a language, a skip link."""
        began, ended = self._began, self._ended
        if began is ended is self._frame or not (began and ended):
            return self._frame
        lang = began.lang if began.lang == ended.lang else self._frame.lang
        return self._frame._replace(lang=lang, where=began.where & ended.where)

    def _close_link(self) -> None:
        if self._link:
            start, target, label = self._link
            if self._collector.at > start:
                self._collector.link(start, target, label)
            elif label or self._alts:
                self._collector.link(start, target, label or " ".join(self._alts))
            self._link = None

    def _read_attributes(self, tag: str, attributes: Mapping[str, str], place: Tag | None) -> None:
        get = attributes.get
        if tag == "a" and "href" in attributes:
            self._close_link()
            self._alts = []
            target = get("href", "")
            if place and (OPAQUE in target or VOID in target):  # a template makes the address: show that
                found = self._stream.attribute(place, "href", target)
                target = self._original[found[0][1] : found[-1][2]] if found else target
            self._link = (self._collector.at, target, get("aria-label", "").strip())
        if (alt := get("alt")) and alt.strip() and tag in ("img", "area", "input"):
            self._alts.append(alt.strip())
            self._attribute(place, "alt", alt, Kind.ALT)
        if get("title"):
            self._attribute(place, "title", attributes["title"], Kind.TITLE)
        if tag == "meta" and get("content") and get("name", "").lower() == "description":
            self._attribute(place, "content", attributes["content"], Kind.DESCRIPTION)
        if tag == "input" and get("value") and get("type", "").lower() in PRESSED:
            self._attribute(place, "value", attributes["value"], Kind.BUTTON)

    def _attribute(self, place: Tag | None, name: str, value: str, kind: Kind) -> None:
        found = self._stream.attribute(place, name, value) if place else None
        if found:
            collector = Collector()
            _collect(collector, found)
            self._attributes.append(_Draft(self._frame._replace(kind=kind, level=0), collector.take()))


def _collect(collector: Collector, found: list[Piece]) -> None:
    for text, start, end in found:
        if len(text) == end - start:
            collector.copy(text, start)
        else:
            collector.atom(text, start, end)


def _heading_level(value: str | None) -> int:
    return int(value) if value in ("1", "2", "3", "4", "5", "6") else 2  # 2 is what WAI-ARIA says
