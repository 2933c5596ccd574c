"""Blocks of a page before it is read to its end, when nobody knows yet what its main content is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from klarsprak.readers import landmarks
from klarsprak.readers.align import Stream, Tag
from klarsprak.readers.collect import Collected
from klarsprak.readers.elements import KINDS
from klarsprak.readers.marks import Form, Open, at
from klarsprak.text import Block, Kind, Link


class Frame(NamedTuple):
    """What holds inside an open element."""

    kind: Kind
    level: int
    lang: str | None
    where: int
    bold: bool = False

    def inside(self, tag: str) -> tuple[Kind, int]:
        """The kind and level of an element in here that has a kind of its own."""
        kind = KINDS[tag]
        if kind is Kind.HEADING:
            return kind, int(tag[1])
        if self.kind is Kind.QUOTE or (kind is Kind.CELL and self.where & landmarks.LAYOUT):
            return self.kind, self.level
        return kind, 0

    def of_text(self, began: Frame | None, ended: Frame | None) -> Frame:
        """This, with what the elements around the first and last words say of the whole text: a language,
        a skip link."""
        if began is ended is self or not (began and ended):
            return self
        lang = began.lang if began.lang == ended.lang else self.lang
        return self._replace(lang=lang, where=began.where & ended.where)


class Draft(NamedTuple):
    """The makings of a block."""

    frame: Frame
    found: Collected
    bold: bool = False
    alt: str | None = None
    form: Form | None = None
    around: Open | None = None  # the link around an image that is said to be decoration


def marked(
    stream: Stream,
    frame: Frame,
    attributes: Mapping[str, str],
    place: Tag,
    target: str | None,
    *,
    alt: str | None = None,
    form: Form | None = None,
    around: Open | None = None,
) -> list[Draft]:
    """A block without words; none where nobody sees it, or without proof of its place."""
    found = at(stream, place, attributes, target)
    if not found or frame.where & landmarks.HIDDEN:
        return []
    return [Draft(frame, found, alt=alt, form=form, around=around)]


def finished(drafts: Sequence[Draft]) -> Iterator[Block]:
    """The blocks, once the page is read."""
    worded = {draft.frame.where for draft in drafts if not draft.found.is_mark}
    is_main = landmarks.main(worded, {draft.frame.where for draft in drafts})
    for frame, found, bold, alt, form, around in drafts:
        if form and not (form.fields and not form.other):
            continue
        if around and around.silent:
            found = found._replace(links=(*found.links, Link(0, 1, around.attributes["href"])))
        main = frame.where in is_main
        links = found.links_only() if frame.kind is Kind.PARAGRAPH else ()
        bold = bold and frame.kind is Kind.PARAGRAPH and not links
        for text, runs, inside in links or ((found,) if found.text else ()):
            kind = Kind.LINK if links else frame.kind
            yield Block(kind, text, runs, frame.lang, frame.level, main, inside, None, alt, bold)
