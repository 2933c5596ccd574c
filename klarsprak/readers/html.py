"""HTML, whole pages or fragments, to blocks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lxml import etree  # type: ignore[import-untyped]

from klarsprak.readers import landmarks, marks
from klarsprak.readers.align import NOTED, RAW, Piece, Stream, Tag
from klarsprak.readers.collect import OPAQUE, VOID, Collector
from klarsprak.readers.drafts import Draft, Frame, finished, marked
from klarsprak.readers.elements import (
    BOLD,
    CODE,
    HEADINGS,
    INLINE,
    KINDS,
    PRESSED,
    SKIPPED,
    TELLING,
    heading_level,
)
from klarsprak.readers.mask import masked
from klarsprak.source import Source
from klarsprak.text import Block, Kind

_TELLING = landmarks.TAGS | KINDS.keys() | BOLD  # inside these something else holds than around them


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
    return finished(reader.drafts)


class _Reader:
    """Follows the parser through the page (lxml's target interface: no tree, no depth limit).

    Not read at all: scripts, styles, preformatted text, templates, noscript, drawings, option lists. Code
    inside a sentence becomes a placeholder. A text without a proven place takes its whole block with it.
    """

    def __init__(self, content: str, original: str) -> None:
        self._stream = Stream(content)
        self._original = original
        self._collector = Collector()
        self.drafts: list[Draft] = []
        self._attributes: list[Draft] = []  # waiting for the block they stand in to end
        self._frame = Frame(Kind.PARAGRAPH, 0, None, 0)
        self._stack: list[Frame] = []
        self._began: Frame | None = None  # around the first words of the block, and around its last
        self._ended: Frame | None = None
        self._skipped = 0  # depth inside an element that is not read
        self._code: list[Piece] | None = None  # the pieces of the code element being skipped
        self._raw = False
        self._link: tuple[int, str, str] | None = None  # where it starts, target, label
        self._alts: list[str] = []
        self._plain = False  # some of the block's text is not in bold
        self._heard = 0  # words, and what is as good
        self._around: marks.Open | None = None  # the link that is open, …
        self._heading: marks.Open | None = None  # … the heading, …
        self._form: marks.Form | None = None  # … the form

    # What lxml calls

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        noted = tag in NOTED
        place = self._stream.tag(tag) if attributes or noted else None
        if self._form:
            self._form.holds(tag, attributes)
        if self._skipped:
            self._skipped += 1
            self._raw = tag in RAW
            self._heard += tag in TELLING
            return
        if tag not in INLINE or tag == "br":
            self._flush()
        if tag in SKIPPED or tag in CODE:
            self._skipped = 1
            self._raw = tag in RAW
            self._heard += tag in TELLING
            self._code = [] if tag in CODE else None
            return
        frame = self._frame
        self._stack.append(frame)
        if attributes or tag in _TELLING:
            kind, level = frame.inside(tag) if tag in KINDS else (frame.kind, frame.level)
            lang = attributes.get("lang") or attributes.get("xml:lang") or frame.lang
            if attributes.get("role") == "heading":
                kind, level = Kind.HEADING, heading_level(attributes)
            where = landmarks.enter(frame.where, tag, attributes)
            self._frame = Frame(kind, level, lang, where, frame.bold or tag in BOLD)
        if attributes:
            self._read_attributes(tag, attributes, place)
        if noted and place:
            self._open(tag, attributes, place)

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
        if self._heading and tag in HEADINGS:
            self._end_open(self._heading, Kind.HEADING, None)
            self._heading = None
        elif tag == "form":
            self._form = None
        self._frame = self._stack.pop()

    def data(self, text: str) -> None:
        if self._raw:
            return
        blank = text.isspace()
        if self._code is None and (self._skipped or (blank and not self._collector.wants_space)):
            self._stream.skip(text)
            return
        if not blank:
            self._heard += 1
            if not self._skipped:
                self._began, self._ended = self._began or self._frame, self._frame
                self._plain = self._plain or not self._frame.bold
        found = self._stream.take(text)
        if self._code is not None:
            self._code += found or ()
        elif found is not None:
            self._collector.pieces(found)
        elif not blank:
            self._collector.broken = True

    def close(self) -> None:
        self._flush()

    # What they are made of

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
                frame = self._frame.of_text(self._began, self._ended)
                self.drafts.append(Draft(frame, found, not self._plain))
            self._began = None
            self._plain = False
        if self._attributes:
            self.drafts += self._attributes
            self._attributes = []

    def _close_link(self) -> None:
        if self._link:
            start, target, label = self._link
            if self._collector.at > start:
                self._collector.link(start, target, label)
            elif label or self._alts:
                self._collector.link(start, target, label or " ".join(self._alts))
            if self._around and self._around.heard == self._heard:
                self._end_open(self._around, Kind.LINK, target)
            self._link = self._around = None

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
            self._around = marks.Open(attributes, place, self._heard)
        elif self._around and self._heard == self._around.heard and marks.says(attributes):
            self._heard += 1
        if tag == "img" and place:
            self._image(attributes, place)
        elif tag == "input":
            self._heard += 1
        if (alt := get("alt")) and alt.strip() and tag in ("img", "area", "input"):
            self._alts.append(alt.strip())
            self._attribute(place, "alt", alt, Kind.ALT)
        if get("title"):
            self._attribute(place, "title", attributes["title"], Kind.TITLE)
        if tag == "meta" and get("content") and get("name", "").lower() == "description":
            self._attribute(place, "content", attributes["content"], Kind.DESCRIPTION)
        if tag == "input" and get("value") and get("type", "").lower() in PRESSED:
            self._attribute(place, "value", attributes["value"], Kind.BUTTON)

    def _open(self, tag: str, attributes: Mapping[str, str], place: Tag) -> None:
        """A heading, a form or the page itself begins."""
        if tag in HEADINGS:
            self._heading = marks.Open(attributes, place, self._heard)
        elif tag == "form":
            self._form = marks.form_of(attributes)
            frame = self._frame._replace(kind=Kind.FORM, level=0, where=self._frame.where & ~landmarks.FORM)
            target = attributes.get("action", "")
            self.drafts += marked(self._stream, frame, attributes, place, target, form=self._form)
        elif len(self._stack) == 1:
            frame = Frame(Kind.PAGE, 0, marks.language(attributes), landmarks.HEAD)
            self.drafts += marked(self._stream, frame, attributes, place, None)

    def _image(self, attributes: Mapping[str, str], place: Tag) -> None:
        alt = marks.alternative(attributes)
        around = self._around if alt == "" else None
        if around:
            around.images += 1
        self._heard += around is None
        frame = self._frame._replace(kind=Kind.IMAGE)  # its level tells that it stands in a heading
        src = marks.declared(attributes, "src") or ""
        self._attributes += marked(self._stream, frame, attributes, place, src, alt=alt, around=around)

    def _end_open(self, which: marks.Open, kind: Kind, target: str | None) -> None:
        """A link or heading ends; when nobody heard what it is, that is told."""
        if which.heard == self._heard and which.is_silent() and which.stays_empty and which.place:
            drafts = self._attributes if kind is Kind.LINK else self.drafts
            frame = self._frame._replace(kind=kind, level=self._frame.level if kind is Kind.HEADING else 0)
            drafts += marked(self._stream, frame, which.attributes, which.place, target)

    def _attribute(self, place: Tag | None, name: str, value: str, kind: Kind) -> None:
        found = self._stream.attribute(place, name, value) if place else None
        if found:
            collector = Collector()
            collector.pieces(found)
            self._attributes.append(Draft(self._frame._replace(kind=kind, level=0), collector.take()))
