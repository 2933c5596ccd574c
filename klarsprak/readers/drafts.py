"""Blocks of a page before it is read to its end, when nobody knows yet what its main content is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from klarsprak.readers import landmarks
from klarsprak.readers.collect import Collected
from klarsprak.readers.marks import Form, Open
from klarsprak.text import Block, Kind, Link


class Frame(NamedTuple):
    """What holds inside an open element."""

    kind: Kind
    level: int
    lang: str | None
    where: int
    bold: bool = False


class Draft(NamedTuple):
    """The makings of a block."""

    frame: Frame
    found: Collected
    bold: bool = False
    alt: str | None = None
    form: Form | None = None
    around: Open | None = None  # the link around an image that is said to be decoration


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
